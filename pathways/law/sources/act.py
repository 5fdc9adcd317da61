"""Places in an act, cited down from the section in the order German lawyers write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pathways.engine.citations import Citation, Source, SourceKind

Part = int | str | None

_FIRST = re.compile(r"\d+[a-z]?")
_SEVERAL = re.compile(r"[–,]| und | ff?\.")


@dataclass(frozen=True, slots=True)
class Act:
    """An act whose places can be cited by calling it.

    ``page``: the address of one section, ``{}`` for its number; empty where only the act is online.
    ``in_articles``: the act counts in articles, not in sections.
    """

    source: Source
    page: str = ""
    in_articles: bool = False

    def __call__(
        self,
        section: str,
        absatz: Part = None,
        satz: Part = None,
        *,
        uabs: Part = None,
        nr: Part = None,
        lit: Part = None,
        alt: Part = None,
        hs: Part = None,
        quote: str = "",
        former: str = "",
        unverified: bool = False,
    ) -> Citation:
        """The place, for example ``aufenthg("23a", 1, 3, alt=1)`` for § 23a Abs. 1 S. 3 Alt. 1 AufenthG.

        Several sections or parts go into one text (``"232–233a"``, ``"1, 2"``); the link leads to the first
        section. ``quote``: the word relied on. ``former``: the version cited if it is no longer in force
        (``"a.F."``); it has no link, because the official page shows the text in force.
        """
        below = (
            ("Abs.", absatz),
            ("UAbs.", uabs),
            ("S.", satz),
            ("Nr.", nr),
            ("lit.", lit),
            ("Alt.", alt),
            ("Hs.", hs),
        )
        parts = [
            self._mark(section),
            section,
            *(f"{mark} {value}" for mark, value in below if value is not None),
        ]
        parts += [self.source.name, *([former] if former else []), *([f"(„{quote}“)"] if quote else [])]
        return Citation(self.source, " ".join(parts), "" if former else self._link(section), unverified)

    def whole(self, *, unverified: bool = False) -> Citation:
        """The act as such."""
        return Citation(self.source, self.source.name, self.source.url, unverified)

    def _mark(self, section: str) -> str:
        if self.in_articles:
            return "Art."
        return "§§" if _SEVERAL.search(section) else "§"

    def _link(self, section: str) -> str:
        first = _FIRST.match(section)
        return self.page.format(first.group()) if self.page and first else self.source.url


def federal(key: str, name: str, full_name: str, folder: str, *, in_articles: bool = False) -> Act:
    """An act of the Federation with its official pages; ``folder`` is its name there."""
    url = f"https://www.gesetze-im-internet.de/{folder}/"
    source = Source(key, SourceKind.STATUTE, name, full_name, url)
    return Act(source, url + ("art_{}.html" if in_articles else "__{}.html"), in_articles)


def elsewhere(
    key: str, name: str, full_name: str, url: str = "", *, in_articles: bool = False, unverified: bool = False
) -> Act:
    """An act of a Land, the Union or a treaty: only the whole text has an address, if any."""
    return Act(Source(key, SourceKind.STATUTE, name, full_name, url, unverified), "", in_articles)

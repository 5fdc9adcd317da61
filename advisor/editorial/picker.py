"""Finding a citation in the registry of sources, and setting it into a text: nobody types one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pathways.content.citing import all_citations, citation_from
from pathways.content.markup import CLOSES, OPENS, token_of
from pathways.engine.citations import Citation

MOST = 20
# Where the next citation goes, for those who cannot set one where the cursor stands.
HERE = OPENS + CLOSES
_PART = re.compile(r"\w+")


def found(query: str, most: int = MOST) -> tuple[Citation, ...]:
    """The citations in which all words of a query occur, whole words before beginnings; none for an empty query.

    One that reads back by itself comes first, also where no rule has cited that place yet.
    """
    wanted = _parts(query)
    if not wanted:
        return ()
    ranked = [
        (-exact, order, citation)
        for order, (citation, parts) in enumerate(_registry())
        if (exact := _exact(wanted, parts)) is not None
    ]
    ranked.sort(key=lambda entry: entry[:2])
    exactly = citation_from(" ".join(query.split()))
    hits = ([exactly] if exactly else []) + [entry[2] for entry in ranked]
    return tuple(dict.fromkeys(hits))[:most]


def with_citation(body: str, text: str) -> str:
    """A text with one more citation: where it says ``HERE``, otherwise at its end; as it was for an unknown one."""
    citation = citation_from(text)
    if citation is None:
        return body
    if HERE in body:
        return body.replace(HERE, token_of(citation), 1)
    rest = body.rstrip()
    return f"{rest} {token_of(citation)}" if rest else token_of(citation)


def _exact(wanted: Iterable[str], parts: frozenset[str]) -> int | None:
    """How many words occur as they are; None where one does not occur at all."""
    exact = 0
    for word in wanted:
        if word in parts:
            exact += 1
        elif not any(part.startswith(word) for part in parts):
            return None
    return exact


@cache
def _registry() -> tuple[tuple[Citation, frozenset[str]], ...]:
    return tuple((citation, frozenset(_parts(citation.text))) for citation in all_citations().values())


def _parts(text: str) -> list[str]:
    return _PART.findall(text.casefold())

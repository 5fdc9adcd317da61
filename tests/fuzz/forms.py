"""Forms as they stand on our pages, read off them: new fields and new pages are attacked without a line here."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from tests.hostile.addresses import resolved
from tests.matrix.expected import EXPECTED, LETTERS
from tests.matrix.test_matrix import address, places
from tests.matrix.world import Desk, window

SECTIONS = "abcdefghi"


@dataclass
class Form:
    """A form on a page: who saw it, where it goes, and what its fields held or offered."""

    name: str
    letter: str
    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, name: str, letter: str, page: str, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._name, self._letter, self._page = name, letter, page
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            action = urljoin(self._page, given.get("action", ""))
            self.forms.append(Form(self._name, self._letter, action, given.get("method", "get").upper()))
        if "hx-post" in given:
            self.forms.append(Form(self._name, self._letter, given["hx-post"], "POST", dict(self._last())))
        if self.forms and tag in ("input", "select", "textarea", "button") and given.get("name"):
            self._note(tag, given)
        if self.forms and tag == "option" and self._select:
            self._offer(self._select, given.get("value", ""), chosen="selected" in given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""

    def _note(self, tag: str, given: dict[str, str]) -> None:
        name, kind = given["name"], given.get("type", "text")
        if tag == "select":
            self._select = name
        elif tag == "button" or kind == "submit" or (kind in ("radio", "checkbox") and "checked" not in given):
            self._offer(name, given.get("value", "on"), chosen=False)
        else:
            self._offer(name, given.get("value", ""), chosen=True)

    def _offer(self, name: str, value: str, *, chosen: bool) -> None:
        form = self.forms[-1]
        form.offered.setdefault(name, []).append(value)
        if chosen:
            form.fields.setdefault(name, []).append(value)

    def _last(self) -> dict[str, list[str]]:
        return self.forms[-1].fields if self.forms else {}


def read_forms(here: Desk, there: Desk, of: tuple[str, ...]) -> list[Form]:
    """Every form on a page about the own office that somebody of it sees; ``of``: how the pages' names begin."""
    found: list[Form] = []
    for name, row in EXPECTED.items():
        if not name.startswith(of):
            continue
        for place in {"own", "closed"} & set(places(name)):
            where = address(name, place, here, there)
            for letter, outcome in zip(LETTERS, row.of("GET", place), strict=False):
                if outcome == "+" and (letter in "TAQ" or "+" not in row.get[: LETTERS.index(letter)]):
                    for page in _pages(name, where):
                        found += _forms_of(name, letter, page, here)
    return [form for form in found if form.fields or form.offered]


def _pages(name: str, where: str) -> list[str]:
    if name == "cases:section":
        return [where.replace("/fragebogen/a/", f"/fragebogen/{slug}/") for slug in SECTIONS]
    return [where]


def _forms_of(name: str, letter: str, page: str, here: Desk) -> list[Form]:
    response = window(here, letter).get(page)
    if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
        return []
    return _Reader(name, letter, page, response.content.decode()).forms


def addresses(here: Desk, there: Desk) -> list[tuple[str, str]]:
    """Every address for everything it can be about, with its name."""
    return [(name, address(name, place, here, there)) for name in resolved() for place in places(name)]

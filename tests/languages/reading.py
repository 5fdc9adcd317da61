"""What a page says, and in which language each part of it claims to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_SAID_IN = ("aria-label", "title", "placeholder", "alt", "label")
_SAID_LATER = "data-"  # what a script will say; other data never holds a space
_EMPTY = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path"}
)
_SILENT = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a page with the language they are marked as, by themselves or by what is around them."""

    text: str
    language: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.found: list[Said] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang") or (self.open[-1][1] if self.open else "")
        for name, value in given.items():
            if name in _SAID_IN or (name.startswith(_SAID_LATER) and " " in value):
                self._say(value, language)
        if tag == "input" and given.get("type") in ("submit", "button"):
            self._say(given.get("value", ""), language)
        if tag not in _EMPTY:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and any(name == tag for name, _language in self.open):
            name, _language = self.open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1][0] not in _SILENT:
            self._say(data, self.open[-1][1] if self.open else "")

    def _say(self, text: str, language: str) -> None:
        if words := " ".join(text.split()):
            self.found.append(Said(words, language))


def said(page: str) -> Iterator[Said]:
    """Everything a page says, in the order of the page; a fragment has no language of its own."""
    reader = _Reader()
    reader.feed(page)
    yield from reader.found

"""The few signs a text is written in: paragraphs, one level of lists, bold, italic, citations and placeholders."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from pathways.content.citing import citation_from
from pathways.engine.citations import Citation

OPENS, CLOSES = "[[", "]]"
# What is printed where nothing better is known.
PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "land": "das zuständige Land",
        "stelle": "die Beratungsstelle",
        "stichtag": "der Tag der Prüfung",
    }
)
_PLACEHOLDER = re.compile(r"\{([^{}\s]*)\}")
_TYPED = re.compile(r"§|\b(?:Art\.|Artikel[sn]?|Article|Section|Paragra(?:ph|f)(?:s|en)?)\s*\d", re.IGNORECASE)
# Apart from the line break; the marks that turn the direction of a line would hide what is said.
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r"\s+([.,;:!?)])")
_TAGS = {"strong", "em"}
_MARKS = {"strong_open": "<strong>", "strong_close": "</strong>", "em_open": "<em>", "em_close": "</em>"}
_REFUSED = {
    "heading_open": "Überschriften gibt es in Texten nicht.",
    "blockquote_open": "Eingerückte Zitate gibt es in Texten nicht.",
    "code_block": "Die Zeile ist zu weit eingerückt.",
    "fence": "Code gibt es in Texten nicht.",
    "code_inline": "Code gibt es in Texten nicht.",
    "hr": "Trennlinien gibt es in Texten nicht.",
    "html_block": "HTML gibt es in Texten nicht.",
    "html_inline": "HTML gibt es in Texten nicht.",
    "link_open": "Links gibt es in Texten nicht; Fundstellen kommen aus dem Verzeichnis.",
    "image": "Bilder gibt es in Texten nicht.",
}


@dataclass(eq=False)
class Unreadable(Exception):
    """What cannot be read; ``place``: the line, from 1; ``kind``: an id for programs, ``what``: in German."""

    place: int
    what: str
    kind: str = "markup"

    def __str__(self) -> str:
        return f"Zeile {self.place}: {self.what}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph or an entry of a list.

    ``text``: plain words, ``html``: the same with nothing but bold and italic; both with placeholders.
    ``line``: where it begins, from 1.
    """

    text: str
    html: str
    cites: tuple[Citation, ...] = ()
    in_list: bool = False
    numbered: bool = False
    line: int = 1


def parse(body: str) -> tuple[Statement, ...]:
    """The statements of a text; Unreadable at the first thing that is none of the few signs."""
    found, troubles = read(body)
    if troubles:
        raise troubles[0]
    return found


# The texts that count and their last drafts; each pause in the editor is another text of up to 20,000 characters.
@lru_cache(maxsize=1024)
def read(body: str) -> tuple[tuple[Statement, ...], tuple[Unreadable, ...]]:
    """The statements that can be read, and all that cannot."""
    statements: list[Statement] = []
    troubles: list[Unreadable] = []
    body = body.replace("\r\n", "\n")
    if unseen := _UNSEEN.search(body):
        line = body.count("\n", 0, unseen.start()) + 1
        troubles.append(Unreadable(line, "Der Text enthält ein unsichtbares Steuerzeichen."))
    for token, listed, numbered in _blocks(_parser().parse(body), troubles):
        line = token.map[0] + 1 if token.map else 1
        try:
            statement = _statement(token, line)
        except Unreadable as trouble:
            troubles.append(trouble)
        else:
            statements.append(replace(statement, in_list=listed, numbered=numbered))
    return tuple(statements), tuple(troubles)


def fill(statement: Statement, values: Mapping[str, str]) -> Statement:
    """The statement with its placeholders filled in; what is not known gets its plain word."""
    said = {**PLACEHOLDERS, **{name: value for name, value in values.items() if value and name in PLACEHOLDERS}}
    if "{" not in statement.text:
        return statement
    return replace(
        statement,
        text=_PLACEHOLDER.sub(lambda match: said.get(match[1], match[0]), statement.text),
        html=_PLACEHOLDER.sub(lambda match: html.escape(said.get(match[1], match[0])), statement.html),
    )


def token_of(citation: Citation) -> str:
    """How a citation stands in a text."""
    return f"{OPENS}{citation.text}{CLOSES}"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").disable(["reference", "entity"])
    parser.inline.ruler.before("link", "citation", _citation)
    return parser


def _citation(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(OPENS, state.pos):
        return False
    end = state.src.find(CLOSES, state.pos)
    if end < 0 or "\n" in state.src[state.pos : end]:
        return False
    if not silent:
        state.push("citation", "", 0).content = state.src[state.pos + len(OPENS) : end]
    state.pos = end + len(CLOSES)
    return True


def _blocks(tokens: Sequence[Token], troubles: list[Unreadable]) -> Iterator[tuple[Token, bool, bool]]:
    """The inline parts, each with whether it stands in a list and in a numbered one."""
    lists: list[bool] = []
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token.type == "ordered_list_open")
            if len(lists) > 1:
                troubles.append(Unreadable(line, "Eine Liste in einer Liste gibt es in Texten nicht."))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type in _REFUSED:
            troubles.append(Unreadable(line, _REFUSED[token.type]))
        elif token.type == "inline":
            yield token, bool(lists), bool(lists and lists[-1])


def _statement(token: Token, line: int) -> Statement:
    words, marked, cites = [], [], []
    for part in token.children or ():
        if part.type in ("softbreak", "hardbreak"):
            words.append(" ")
            marked.append(" ")
            line += 1
        elif part.type == "citation":
            cites.append(_found(part.content, line))
        elif part.type in _MARKS:
            marked.append(_MARKS[part.type])
        elif part.type == "text":
            words.append(_checked(part.content, line))
            marked.append(html.escape(part.content))
        else:
            raise Unreadable(line, _REFUSED.get(part.type, "Das ist nicht lesbar."))
    said = "".join(words)
    _none_typed(said, line)
    return Statement(
        text=_tidy(said),
        html=_tidy(nh3.clean("".join(marked), tags=_TAGS, attributes={})),
        cites=tuple(dict.fromkeys(cites)),
        line=token.map[0] + 1 if token.map else 1,
    )


def _found(text: str, line: int) -> Citation:
    citation = citation_from(text)
    if citation is None:
        raise Unreadable(line, f"Die Fundstelle „{text}“ steht nicht im Verzeichnis der Quellen.", "unknown_citation")
    return citation


def _checked(text: str, line: int) -> str:
    for match in _PLACEHOLDER.finditer(text):
        if match[1] not in PLACEHOLDERS:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            what = f"Den Platzhalter {match[0]} gibt es nicht. Es gibt: {known}."
            raise Unreadable(line, what, "unknown_placeholder")
    if OPENS in text or CLOSES in text:
        raise Unreadable(line, f"Eine Fundstelle steht zwischen {OPENS} und {CLOSES}, auf einer Zeile.")
    return text


def _none_typed(said: str, line: int) -> None:
    """``said``: the words of a whole statement, across bold and line breaks."""
    if typed := _TYPED.search(said):
        beginning = said[typed.start() : typed.start() + 20]
        what = f"„{beginning}“ ist von Hand geschrieben. Fundstellen kommen aus dem Verzeichnis der Quellen."
        raise Unreadable(line, what, "typed_citation")


def _tidy(text: str) -> str:
    """One space between words, none before a full stop that a citation stood in front of."""
    return _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", text)).strip()

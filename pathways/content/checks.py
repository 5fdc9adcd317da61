"""What is wrong with a text before anybody releases it; nothing here looks at who wrote it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pathways.content.citing import all_citations
from pathways.content.markup import Statement, read
from pathways.content.readability import lix
from pathways.content.slots import Shape, Slot

# Above this a text is hard to read for whom it is for; lists of documents are made of long words.
_HARD = {"plain": 38, "documents": 70}
_HARD_FOR_ADVISERS = 56


class Trouble(StrEnum):
    """The sort of fault, for programs."""

    MARKUP = "markup"
    UNKNOWN_CITATION = "unknown_citation"
    DEAD_ANCHOR = "dead_anchor"
    TYPED_CITATION = "typed_citation"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    EMPTY = "empty"
    LANGUAGE = "language"
    NO_LIST = "no_list"
    NO_CITATION = "no_citation"
    IN_NO_RULE = "in_no_rule"
    TOO_LONG = "too_long"
    HARD_TO_READ = "hard_to_read"
    NO_GERMAN = "no_german"
    LEAVES_BEHIND = "leaves_behind"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend; ``place``: the line, from 1, or 0 for the whole text. ``blocks``: keeps it from release."""

    kind: Trouble
    place: int
    words: str
    blocks: bool = True


def faults(
    slot: Slot,
    language: str,
    body: str,
    *,
    others: Collection[str] = (),
    cited_before: Collection[str] = (),
) -> tuple[Fault, ...]:
    """The faults of a text in the order of its lines, those of the whole text first.

    ``others``: the languages in which this slot has a text already or gets one with it. ``cited_before``: printed
    citations of the text that counts now: where one of them is gone from the registry, its anchor is dead; nobody is
    asked again about the others.
    """
    statements, troubles = read(body)
    found = [
        *_whole(slot, language, statements, bool(troubles), others),
        *(Fault(_kind(each.kind, each.what, cited_before), each.place, each.what) for each in troubles),
        *(fault for statement in statements for fault in _of(slot, statement, cited_before)),
    ]
    return tuple(sorted(found, key=lambda fault: (fault.place, fault.kind)))


def leaves_behind(languages: Collection[str]) -> tuple[Fault, ...]:
    """What to know before a German text is released whose translations in these languages say something else."""
    if not languages:
        return ()
    words = (
        f"Die Übersetzungen ({', '.join(sorted(languages))}) sind aus einem anderen deutschen Text und werden "
        "weggelassen, bis sie nachgezogen und freigegeben sind."
    )
    return (Fault(Trouble.LEAVES_BEHIND, 0, words, blocks=False),)


def blocking(found: Collection[Fault]) -> tuple[Fault, ...]:
    """Those that keep a text from being released."""
    return tuple(fault for fault in found if fault.blocks)


def words_of(statements: Collection[Statement]) -> str:
    """A text as it is read aloud, each statement a sentence."""
    return " ".join(each.text if each.text.endswith((".", "!", "?")) else f"{each.text}." for each in statements)


def _whole(
    slot: Slot, language: str, statements: Collection[Statement], is_broken: bool, others: Collection[str]
) -> Iterator[Fault]:
    if language not in slot.languages:
        yield Fault(Trouble.LANGUAGE, 0, "In dieser Sprache gibt es den Text nicht.")
    elif language != "de" and "de" not in others:
        yield Fault(Trouble.NO_GERMAN, 0, "Der deutsche Text fehlt noch; übersetzt wird erst, was auf Deutsch da ist.")
    if not statements and not is_broken:
        yield Fault(Trouble.EMPTY, 0, "Der Text ist leer.")
    said = words_of(statements)
    if len(said) > slot.longest:
        yield Fault(Trouble.TOO_LONG, 0, f"Der Text hat {len(said)} Zeichen; Platz ist für {slot.longest}.")
    figure, hard = lix(said), _HARD.get(slot.name, _HARD_FOR_ADVISERS)
    if language == "de" and figure > hard:
        words = f"Schwer zu lesen: Lesbarkeit {figure}, gut ist bis {hard}. Kürzere Sätze und Wörter helfen."
        yield Fault(Trouble.HARD_TO_READ, 0, words, blocks=False)


def _of(slot: Slot, statement: Statement, cited_before: Collection[str]) -> Iterator[Fault]:
    beginning = f"„{statement.text[:40]}“"
    if slot.shape is Shape.LIST and not statement.in_list:
        yield Fault(
            Trouble.NO_LIST, statement.line, f"{beginning} steht in keiner Liste. Jeder Punkt beginnt mit „- “."
        )
    if not statement.text:
        yield Fault(Trouble.EMPTY, statement.line, "Hier steht nur eine Fundstelle und kein Satz.")
    elif slot.needs_cite and not statement.cites:
        yield Fault(Trouble.NO_CITATION, statement.line, f"{beginning} sagt nicht, wo es steht. Eine Fundstelle fehlt.")
    for cite in statement.cites:
        if cite.text not in all_citations() and cite.text not in cited_before:
            words = f"„{cite.text}“ nennt keine Regel des Programms. Gibt es die Stelle, und sagt sie das?"
            yield Fault(Trouble.IN_NO_RULE, statement.line, words, blocks=False)


def _kind(kind: str, what: str, cited_before: Collection[str]) -> Trouble:
    if kind == Trouble.UNKNOWN_CITATION and any(f"„{text}“" in what for text in cited_before):
        return Trouble.DEAD_ANCHOR
    return Trouble(kind)

"""An assessment as plain text for a terminal: deadlines first, then the explanation tree of every pathway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from pathways.content import words
from pathways.content.reading import (
    AnswerLine,
    Branch,
    CaseReading,
    CriterionReading,
    DeadlineReading,
    PathwayReading,
    RouteGroup,
)
from pathways.engine.citations import Citation, joined
from pathways.engine.pathway import Dispute, Indication

WIDTH = 100
_PLAIN_SPACES = {0xA0: " ", 0x202F: " ", 0xAD: None}  # spaces that do not break, and the hyphen nobody sees


def terminal_text(case: CaseReading) -> str:
    """The whole assessment; ends with a line break. Characters that would steer the terminal are shown escaped."""
    return "\n".join(_printable(line).rstrip() for line in _lines(case)) + "\n"


def _lines(case: CaseReading) -> Iterator[str]:
    yield f"WEGWEISER · Einschätzung zum Stichtag {case.as_of}"
    yield f"Aktenzeichen {case.reference or '–'} · Fassung des Regelwerks {case.law_version}"
    yield from _deadlines(case.deadlines)
    yield from _routes(case.routes)
    if case.warnings:
        yield from _title("Warnungen")
    for warning in case.warnings:
        yield from _entry(2, "!", f"{warning.says} [{joined(warning.cite)}]", _because(warning.because))
    yield from _title("Die Wege im Überblick")
    for pathway in case.pathways:
        yield from _entry(2, pathway.verdict.symbol, f"{pathway.cite} · {pathway.title}: {pathway.verdict.word}")
    for pathway in case.pathways:
        yield from _pathway(pathway)
    if case.next_questions:
        yield from _title("Als Nächstes klären")
    for line in case.next_questions:
        yield from _entry(2, "○", f"{line.fact.label} ({line.fact.id})")


def _deadlines(deadlines: Iterable[DeadlineReading]) -> Iterator[str]:
    yield from _title("Fristen")
    empty = True
    for item in deadlines:
        empty = False
        passed = " (vor dem Stichtag)" if item.passed else ""
        more = [f"gerechnet: {item.computed}"] if item.computed else []
        yield from _entry(
            2, item.urgency.symbol, f"{item.day}{passed} · {item.title}: {item.text} [{joined(item.cite)}]", more
        )
    if empty:
        yield "  Aus den bisherigen Antworten ergibt sich keine Frist."


def _routes(groups: Iterable[RouteGroup]) -> Iterator[str]:
    for place, group in enumerate(groups):
        if not place:
            yield from _title("Andere Wege zuerst prüfen")
        yield f"  {group.title}"
        for route in group.routes:
            more = [f"zu prüfen: {check}" for check in route.check]
            more += [f"Achtung: {route.warning}"] if route.warning else []
            more += _dispute(route.dispute) if route.dispute else []
            more += _because(route.because)
            yield from _entry(4, "→", f"{route.title}: {route.says} [{joined(route.cite)}]", more)


def _pathway(pathway: PathwayReading) -> Iterator[str]:
    yield from _title(f"{pathway.cite} · {pathway.title}")
    yield f"  {pathway.verdict.symbol} {pathway.verdict.word}"
    yield f"  {' · '.join(part for part in (pathway.mode, pathway.grant) if part)}"
    if pathway.exception_needed:
        yield "  Ein Regelausschluss greift: Eine Ausnahme muss begründet werden."
    if pathway.ripens:
        yield f"  Allein durch Zeitablauf erfüllt ab {pathway.ripens}."
    for heading, criteria in (
        ("Voraussetzungen", pathway.requirements),
        ("Sperren und Regelausschlüsse", pathway.barriers),
        ("Allgemeine Voraussetzungen", pathway.general),
        ("Abwägung", pathway.factors),
        ("Verfahren und Form", pathway.steps),
        ("Hinweise", pathway.notes),
    ):
        if criteria:
            yield f"  {heading}"
        for criterion in criteria:
            yield from _criterion(criterion)
    if pathway.ways:
        yield "  Was würde den Weg öffnen?"
    for way in pathway.ways:
        yield from _entry(4, "→", f"{' und '.join(way.changes)}: dann {way.verdict.word}")


def _criterion(item: CriterionReading) -> Iterator[str]:
    unverified = f" ({words.UNVERIFIED}: {item.unverified})" if item.unverified else ""
    yield from _entry(4, item.state.symbol, f"{item.state.word}: {item.says} [{joined(item.cite)}]{unverified}")
    if item.holds is not None:
        yield from _branch(item.holds, 8)
    if item.fails_on is not None:
        yield from _wrapped(8, "", "nicht erfüllt, wenn:")
        yield from _branch(item.fails_on, 10)
    for text in _remarks(item):
        yield from _wrapped(8, "· ", text)


def _remarks(item: CriterionReading) -> Iterator[str]:
    if item.missing:
        yield "noch zu klären: " + ", ".join(line.fact.label for line in item.missing)
    if item.waiver and item.waiver.needed:
        yield f"{item.waiver.manner} [{joined(item.waiver.cite)}] {item.waiver.note}"
    for dispute in item.disputes:
        yield from _dispute(dispute)
    for remedy in item.remedies:
        yield f"Abhilfe ({remedy.cure}): {remedy.text}{_bracketed(remedy.cite)}"
    yield from _points("dafür", item.speaks_for)
    yield from _points("dagegen", item.speaks_against)
    if item.hint:
        yield f"Hinweis: {item.hint}"


def _branch(branch: Branch, indent: int) -> Iterator[str]:
    given = "" if branch.children or not branch.answers else f" (Angabe: {_given(branch.answers)})"
    yield from _entry(indent, branch.state.symbol, f"{branch.text}{given}")
    for child in branch.children:
        yield from _branch(child, indent + 2)


def _given(answers: tuple[AnswerLine, ...]) -> str:
    return answers[0].words if len(answers) == 1 else "; ".join(line.line for line in answers)


def _dispute(dispute: Dispute) -> list[str]:
    first, second = (f"{position.text}{_bracketed(position.cite)}" for position in dispute.positions)
    return [f"umstritten (Nr. {dispute.number}): {dispute.question}", f"die einen: {first}", f"die anderen: {second}"]


def _points(side: str, found: Iterable[Indication]) -> Iterator[str]:
    for point in found:
        yield f"{side}: {point.text}{_bracketed(point.cite)}"


def _because(answers: Iterable[AnswerLine]) -> list[str]:
    lines = [line.line for line in answers]
    return [f"wegen: {'; '.join(lines)}"] if lines else []


def _bracketed(cite: tuple[Citation, ...]) -> str:
    return f" [{joined(cite)}]" if cite else ""


def _title(text: str) -> list[str]:
    return ["", *_wrapped(0, "", text.upper() if "§" not in text else text), "─" * min(len(text), WIDTH)]


def _entry(indent: int, symbol: str, text: str, more: Iterable[str] = ()) -> Iterator[str]:
    yield from _wrapped(indent, f"{symbol} ", text)
    for line in more:
        yield from _wrapped(indent + len(symbol) + 1, "· ", line)


def _wrapped(indent: int, mark: str, text: str) -> list[str]:
    start = " " * indent + mark
    wrapper = TextWrapper(width=WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False)
    return wrapper.wrap(text) or [start]


def _printable(text: str) -> str:
    """The text with control characters written out, so that an answer cannot steer the terminal."""
    text = text.translate(_PLAIN_SPACES)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)

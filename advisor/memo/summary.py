"""The result of a case in five lines: what comes into consideration, what does not, what to do next and by when."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.memo.parts import Remark
from pathways.content import words
from pathways.content.reading import CaseReading, PathwayReading, names
from pathways.engine.assess import Verdict

LONGEST = 112  # characters of a line with its lead that still fit in one line of the paper
_NONE = "kein Weg"


def summary(case: CaseReading) -> tuple[Remark, ...]:
    """The five lines."""
    return (
        _verdicts(case, Verdict.MET, Verdict.EXCEPTION),
        _verdicts(case, Verdict.OPEN),
        _verdicts(case, Verdict.EXCLUDED, Verdict.NOT_IN_FORCE),
        _fitting("als Nächstes", _next_steps(case)),
        _fitting("bis wann", _until(case)),
    )


def _verdicts(case: CaseReading, first: Verdict, second: Verdict | None = None) -> Remark:
    """A line for a verdict; a second one stands in the same line where it occurs."""
    text = _names(case, first)
    if second is not None and (also := _names(case, second)):
        word = words.VERDICTS[second].word
        text = f"{text} · {word}: {also}" if text else f"{_NONE} · {word}: {also}"
    return Remark(text or _NONE, lead=words.VERDICTS[first].word)


def _names(case: CaseReading, verdict: Verdict) -> str:
    """The norms in the shortest way: a paragraph that several of them share is named once."""
    found = [pathway for pathway in case.pathways if pathway.verdict is words.VERDICTS[verdict]]
    return "alle acht Wege" if len(found) == len(case.pathways) else names(found)


def _next_steps(case: CaseReading) -> list[str]:
    steps = [f"Antrag vorbereiten ({words.short_cite(pathway.cite)})" for pathway in _met(case)]
    if not steps and not case.next_questions:
        steps = ["Begründung und Nachweise zusammenstellen"]
    return [*steps, *(f"{line.fact.label} klären" for line in case.next_questions)]


def _met(case: CaseReading) -> Iterable[PathwayReading]:
    return (pathway for pathway in case.pathways if pathway.verdict is words.VERDICTS[Verdict.MET])


def _until(case: CaseReading) -> list[str]:
    """The first day that is still to come, before it what has to be done at once."""
    if not case.deadlines:
        return ["aus den bisherigen Antworten ergibt sich keine Frist"]
    running = [due for due in case.deadlines if not due.passed and not due.done]
    if not running:
        return ["alle Fristen sind erledigt oder liegen vor dem Stichtag, siehe Fristen"]
    at_once = [due for due in running if due.day == words.NO_DAY]
    dated = [due for due in running if due not in at_once]
    return [f"{due.day}: {due.title}" for due in (*at_once[:1], *dated[:1])]


def _fitting(lead: str, parts: list[str]) -> Remark:
    """As many parts as fit in one line, at least one."""
    text = parts[0]
    for part in parts[1:]:
        if len(lead) + len(text) + len(part) + 5 > LONGEST:
            break
        text = f"{text} · {part}"
    return Remark(_cut(text, LONGEST - len(lead) - 2), lead=lead)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + " …"

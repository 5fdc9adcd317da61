"""The eight pathways beside the questions: verdict, what decides it, and what is still missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from advisor.cases.sections import RELEVANCE
from advisor.cases.standing import Standing
from pathways.content.words import GRANTS, VERDICTS, Label, day_words, short_cite
from pathways.engine.agenda import next_questions
from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.consultation import DueDeadline
from pathways.engine.facts import Fact
from pathways.engine.pathway import Mode
from pathways.law import LAW
from pathways.law.facts.asking import COARSE

_NEXT = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One pathway: where it stands and the one thing to know about that."""

    id: str
    cite: str
    title: str
    verdict: Label
    mode: str
    line: str
    missing: tuple[Fact, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything beside the questions. ``announcement``: what has just changed, for someone who does not see it."""

    rows: tuple[Row, ...]
    tally: tuple[tuple[Label, int], ...]
    deadlines: int
    first_deadline: DueDeadline | None
    next_questions: tuple[Fact, ...]
    announcement: str


def panel(standing: Standing, before: Standing | None = None) -> Panel:
    """The panel of a case; ``before``: how the case stood until now, to say what has changed."""
    changed = (
        frozenset()
        if before is None
        else frozenset(key for key, verdict in standing.verdicts.items() if before.verdicts[key] is not verdict)
    )
    rows = tuple(_row(result, standing, result.pathway.id in changed) for result in standing.results)
    counted = Counter(standing.verdicts.values())
    due = standing.deadlines
    return Panel(
        rows=rows,
        tally=tuple((label, counted[verdict]) for verdict, label in VERDICTS.items() if counted[verdict]),
        deadlines=len(due),
        first_deadline=due[0] if due else None,
        next_questions=_next(standing),
        announcement=" ".join(f"{row.cite}: {row.verdict.word}." for row in rows if row.changed),
    )


def _row(result: PathwayResult, standing: Standing, changed: bool) -> Row:
    missing = _missing(result, standing)
    return Row(
        id=result.pathway.id,
        cite=short_cite(result.pathway.cite),
        title=result.pathway.title,
        verdict=VERDICTS[result.verdict],
        mode="Verlängerung" if result.mode is Mode.EXTENSION else "",
        line=_line(result, missing, standing.as_of),
        missing=missing,
        changed=changed,
    )


def _line(result: PathwayResult, missing: tuple[Fact, ...], as_of: date) -> str:
    match result.verdict:
        case Verdict.MET:
            return GRANTS[result.grant]
        case Verdict.EXCLUDED | Verdict.EXCEPTION:
            return f"nicht erfüllt: {result.decisive[0].criterion.says}"
        case Verdict.NOT_IN_FORCE:
            return f"am {day_words(as_of)} kein geltendes Recht"
    if result.exception_needed:
        return "ein Regelausschluss greift: nur als begründete Ausnahme"
    if missing:
        return ""
    return f"hängt an: {result.open_findings[0].criterion.says}" if result.open_findings else ""


def _missing(result: PathwayResult, standing: Standing) -> tuple[Fact, ...]:
    """The questions on the page whose answer can still move the pathway."""
    if result.verdict is not Verdict.OPEN:
        return ()
    wanted = {COARSE.get(fact, fact) for finding in result.open_findings for fact in finding.open_facts}
    return LAW.in_order({fact for fact in wanted if standing.is_open(fact)})


def _next(standing: Standing) -> tuple[Fact, ...]:
    ranked = next_questions(LAW, RELEVANCE, standing.results, standing.answers, standing.view)
    shown = dict.fromkeys(COARSE.get(fact, fact) for fact in ranked)
    return tuple(fact for fact in shown if standing.is_open(fact))[:_NEXT]

"""The eight pathways beside the questions: verdict, what decides it, and what is still missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.cases.changes import About, Change, changes, together
from advisor.cases.next_question import Ask, next_of
from advisor.cases.sections import IN_TALK
from advisor.cases.standing import Standing
from advisor.web import wording
from pathways.content.names import NAMES
from pathways.content.words import GRANTS, VERDICTS, Label, short_cite
from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.consultation import DueDeadline
from pathways.engine.facts import Fact
from pathways.engine.pathway import Mode
from pathways.law.facts.asking import COARSE

_TOLD = 3  # sentences that are read out; the panel and the result have them all


@dataclass(frozen=True, slots=True)
class Row:
    """One pathway: where it stands and the one thing to know about that, with the ``demand`` it is about.

    ``missing``: the questions on the page whose answer can still move it, in the order of the sections.
    """

    id: str
    cite: str
    name: str
    title: str
    verdict: Label
    extension: bool
    line: str
    demand: str
    missing: tuple[Fact, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything beside the questions. ``changes``: what has just changed; ``next``: the best question to put now."""

    rows: tuple[Row, ...]
    tally: tuple[tuple[Label, int], ...]
    deadlines: int
    first_deadline: DueDeadline | None
    next: Ask | None
    changes: tuple[Change, ...]

    @property
    def announcement(self) -> str:
        """What has just changed, for someone who does not see it."""
        said = [change.text for change in self.changes[:_TOLD]]
        if more := len(self.changes) - len(said):
            text = ngettext("Und {n} weitere Änderung.", "Und {n} weitere Änderungen.", more)
            said.append(text.format(n=more))
        return " ".join(said)


def panel(standing: Standing, before: Standing | None = None, due: tuple[DueDeadline, ...] | None = None) -> Panel:
    """The panel of a case.

    ``before``: how the case stood until now, to say what has changed; ``due``: the deadlines that nobody has called
    done, None for all that run.
    """
    found = () if before is None or before is standing else changes(before, standing)
    changed = {change.of for change in found if change.about is not About.DEADLINE}
    counted = Counter(standing.verdicts.values())
    due = standing.deadlines if due is None else due
    return Panel(
        rows=tuple(_row(result, standing, result.pathway.id in changed) for result in standing.results),
        tally=tuple((label, counted[verdict]) for verdict, label in VERDICTS.items() if counted[verdict]),
        deadlines=len(due),
        first_deadline=due[0] if due else None,
        next=next_of(standing, ()),
        changes=together(found),
    )


def _row(result: PathwayResult, standing: Standing, changed: bool) -> Row:
    missing = _missing(result, standing)
    line, demand = _line(result, missing, standing.as_of)
    return Row(
        id=result.pathway.id,
        cite=short_cite(result.pathway.cite),
        name=NAMES[result.pathway.id],
        title=result.pathway.title,
        verdict=VERDICTS[result.verdict],
        extension=result.mode is Mode.EXTENSION,
        line=line,
        demand=demand,
        missing=missing,
        changed=changed,
    )


def _line(result: PathwayResult, missing: tuple[Fact, ...], as_of: date) -> tuple[str, str]:
    """The one thing to know, in the language of the page, and the demand it is about, as the law file puts it."""
    match result.verdict:
        case Verdict.MET:
            return _(GRANTS[result.grant]), ""
        case Verdict.EXCLUDED | Verdict.EXCEPTION:
            return _("nicht erfüllt:"), result.decisive[0].criterion.says
        case Verdict.NOT_IN_FORCE:
            return _("am {day} kein geltendes Recht").format(day=wording.day_words(as_of)), ""
    if result.exception_needed:
        return _("ein Regelausschluss greift: nur als begründete Ausnahme"), ""
    if missing or not result.open_findings:
        return "", ""
    return _("hängt an:"), result.open_findings[0].criterion.says


def _missing(result: PathwayResult, standing: Standing) -> tuple[Fact, ...]:
    if result.verdict is not Verdict.OPEN:
        return ()
    wanted = {COARSE.get(fact, fact) for finding in result.open_findings for fact in finding.open_facts}
    return tuple(fact for fact in IN_TALK if fact in wanted and standing.is_open(fact))

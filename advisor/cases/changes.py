"""What is different between two standings of a case, in sentences with their reason and their place in the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from advisor.cases.standing import Standing
from advisor.web import wording
from pathways.content.words import marked, short_cite
from pathways.engine.assess import Finding, PathwayResult, Verdict
from pathways.engine.citations import Citation, joined
from pathways.engine.consultation import DueDeadline
from pathways.engine.pathway import Kind, Mode
from pathways.engine.truth import Truth

_NAMED = 2  # what is read out must stay short; the pathway's own page has them all


class About(StrEnum):
    """What a change is about."""

    VERDICT = "verdict"
    EXCEPTION = "exception"
    MODE = "mode"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different now.

    ``of``: the id of the pathway or deadline; ``sentence``: in the language of the interface, with places for
    ``words``, which are those of the law and stay German; ``verdict``: what has come out for the pathway, where that
    has moved.
    """

    about: About
    of: str
    sentence: str
    words: dict[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None
    several: str = ""  # the sentence for several pathways at once, with a place for their names

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return self.sentence.format(**self.words)

    @property
    def html(self) -> SafeString:
        """The sentence with the words of the law marked as German."""
        return format_html(
            self.sentence, **{key: format_html('<span lang="de">{}</span>', word) for key, word in self.words.items()}
        )


def changes(before: Standing, now: Standing) -> tuple[Change, ...]:
    """What has changed from one standing to the other: pathways in their order, then deadlines.

    The two may be of any day and have any answers; the same standing twice has no changes.
    """
    earlier = {result.pathway.id: result for result in before.results}
    found: list[Change] = []
    for result in now.results:
        found += _of_pathway(earlier[result.pathway.id], result, now.as_of)
    return (*found, *_deadlines(before.deadlines, now.deadlines))


def together(found: Iterable[Change]) -> tuple[Change, ...]:
    """The same changes, those in one sentence that pathways have alike."""
    alike: dict[tuple[str, tuple[tuple[str, str], ...]], list[Change]] = {}
    for change in found:
        rest = tuple((key, word) for key, word in change.words.items() if key != "way" or not change.several)
        alike.setdefault((change.several or f"{change.of} {change.sentence}", rest), []).append(change)
    return tuple(group[0] if len(group) == 1 else _joined(group) for group in alike.values())


def _joined(group: list[Change]) -> Change:
    *ways, last = [change.words["way"] for change in group]
    named = _("{ways} und {last}").format(ways=", ".join(ways), last=last)
    first = group[0]
    return Change(first.about, first.of, first.several, {**first.words, "way": named}, first.verdict)


def moved(before: Standing, now: Standing) -> frozenset[str]:
    """The ids of the pathways for which something else comes out."""
    return frozenset(key for key, verdict in now.verdicts.items() if before.verdicts[key] is not verdict)


def _of_pathway(before: PathwayResult, now: PathwayResult, as_of: date) -> Iterator[Change]:
    key, way = now.pathway.id, {"way": short_cite(now.pathway.cite)}
    if before.verdict is not now.verdict:
        said = _verdict(before, now, as_of)
        yield Change(About.VERDICT, key, said.sentence, {**way, **said.words}, now.verdict, said.several)
    elif now.verdict is Verdict.OPEN and before.exception_needed is not now.exception_needed:
        said = _exception(before, now)
        yield Change(About.EXCEPTION, key, said.sentence, {**way, **said.words})
    if before.mode and now.mode and before.mode is not now.mode:
        yield Change(About.MODE, key, _mode(now.mode), way)


class _Said(NamedTuple):
    sentence: str
    words: dict[str, str]
    several: str = ""


def _verdict(before: PathwayResult, now: PathwayResult, as_of: date) -> _Said:
    match now.verdict:
        case Verdict.EXCLUDED:
            return _Said(
                _("{way} scheidet jetzt aus, weil nicht erfüllt ist: {reason}."),
                {"reason": _demands(now.decisive)},
                _("{way} scheiden jetzt aus, weil nicht erfüllt ist: {reason}."),
            )
        case Verdict.EXCEPTION:
            sentence = _(
                "{way} kommt jetzt nur als begründete Ausnahme in Betracht, weil ein Regelausschluss greift: {reason}."
            )
            return _Said(sentence, {"reason": _demands(now.decisive)})
        case Verdict.MET:
            return _met(before, now)
        case Verdict.NOT_IN_FORCE:
            return _Said(_("{way} ist am {day} nicht in Kraft."), {"day": wording.day_words(as_of)})
    return _reopened(before, now)


def _met(before: PathwayResult, now: PathwayResult) -> _Said:
    settled = _demands(f for f in now.findings if f.counts and f.state is Truth.YES and _differs(f, before))
    waived = "; ".join(_waived(finding) for finding in now.findings if finding.waiver_needed)
    if not waived and not settled:
        return _Said(_("{way} kommt jetzt in Betracht: Alle zwingenden Voraussetzungen sind erfüllt."), {})
    if not waived:
        sentence = _(
            "{way} kommt jetzt in Betracht: Alle zwingenden Voraussetzungen sind erfüllt. Zuletzt geklärt: {reason}."
        )
        return _Said(sentence, {"reason": settled})
    if not settled:
        sentence = _(
            "{way} kommt jetzt in Betracht: Alle zwingenden Voraussetzungen sind erfüllt. "
            "Nicht erfüllt, doch davon muss oder kann abgesehen werden: {waived}."
        )
        return _Said(sentence, {"waived": waived})
    sentence = _(
        "{way} kommt jetzt in Betracht: Alle zwingenden Voraussetzungen sind erfüllt. Zuletzt geklärt: {reason}. "
        "Nicht erfüllt, doch davon muss oder kann abgesehen werden: {waived}."
    )
    return _Said(sentence, {"reason": settled, "waived": waived})


def _reopened(before: PathwayResult, now: PathwayResult) -> _Said:
    """Open again: what was decided is so no more, or something has to be cleared up that was not asked before."""
    unclear = [finding for finding in now.open_findings if _differs(finding, before)] or list(now.open_findings)
    if before.verdict is Verdict.NOT_IN_FORCE:
        sentence = _("{way} ist jetzt in Kraft und noch offen, weil noch nicht geklärt ist: {reason}.")
        return _Said(sentence, {"reason": _demands(unclear)})
    if before.verdict is not Verdict.EXCLUDED:
        return _unclear(unclear)
    states = {finding.criterion.id: finding.state for finding in now.findings}
    stood = before.decisive
    if again := [finding for finding in stood if states.get(finding.criterion.id) is Truth.OPEN]:
        return _unclear(again)
    if met := [finding for finding in stood if states.get(finding.criterion.id) is Truth.YES]:
        return _Said(
            _("{way} ist wieder offen, weil jetzt erfüllt ist: {reason}."),
            {"reason": _demands(met)},
            _("{way} sind wieder offen, weil jetzt erfüllt ist: {reason}."),
        )
    return _Said(_("{way} ist wieder offen, weil nicht mehr verlangt wird: {reason}."), {"reason": _demands(stood)})


def _unclear(findings: Iterable[Finding]) -> _Said:
    return _Said(
        _("{way} ist wieder offen, weil noch nicht geklärt ist: {reason}."),
        {"reason": _demands(findings)},
        _("{way} sind wieder offen, weil noch nicht geklärt ist: {reason}."),
    )


def _exception(before: PathwayResult, now: PathwayResult) -> _Said:
    if now.exception_needed:
        sentence = _("{way} ist noch offen, aber nur als begründete Ausnahme: Ein Regelausschluss greift: {reason}.")
        return _Said(sentence, {"reason": _demands(_rule_hits(now))})
    sentence = _("{way} ist noch offen; ein Regelausschluss greift nicht mehr: {reason}.")
    return _Said(sentence, {"reason": _demands(_rule_hits(before))})


def _rule_hits(result: PathwayResult) -> list[Finding]:
    """The exclusions as a rule that hit, whatever the verdict."""
    return [f for f in result.findings if f.criterion.kind is Kind.RULE and f.state is Truth.NO]


def _mode(mode: Mode) -> str:
    if mode is Mode.EXTENSION:
        return _("{way} wird jetzt als Verlängerung geprüft, nicht mehr als erste Erteilung.")
    return _("{way} wird jetzt als erste Erteilung geprüft, nicht mehr als Verlängerung.")


def _differs(finding: Finding, before: PathwayResult) -> bool:
    earlier = before.finding(finding.criterion.id)
    return earlier is None or earlier.state is not finding.state


def _demands(findings: Iterable[Finding]) -> str:
    listed = list(findings)
    named = "; ".join(_quoted(finding.criterion.says, finding.criterion.cite) for finding in listed[:_NAMED])
    more = len(listed) - _NAMED
    if more <= 0:
        return named
    return _("{named} und {n} weitere").format(named=named, n=more)


def _waived(finding: Finding) -> str:
    waiver = finding.criterion.waiver
    return _quoted(finding.criterion.says, waiver.cite if waiver else finding.criterion.cite)


def _quoted(says: str, cite: tuple[Citation, ...]) -> str:
    return f"„{says.rstrip('.')}“ ({marked(joined(cite))})"


def _deadlines(before: Iterable[DueDeadline], now: Iterable[DueDeadline]) -> Iterator[Change]:
    earlier = {due.deadline.id: due for due in before}
    running = {due.deadline.id: due for due in now}
    for key, due in running.items():
        known = earlier.get(key)
        if known is None:
            yield _started(due)
        elif known.day != due.day:
            yield _shifted(known, due)
    for key, due in earlier.items():
        if key not in running:
            sentence = _("Nach den jetzigen Antworten läuft nicht mehr: {deadline}.")
            yield _deadline(due, sentence)


def _started(due: DueDeadline) -> Change:
    if due.day is None:
        return _deadline(due, _("Sofort zu tun: {deadline}."))
    return _deadline(due, _("Neue Frist bis {day}: {deadline}."), day=wording.day_words(due.day))


def _shifted(known: DueDeadline, due: DueDeadline) -> Change:
    if due.day is None:
        return _deadline(due, _("Der Tag dieser Frist ist nicht mehr zu berechnen, also sofort zu tun: {deadline}."))
    if known.day is None:
        return _deadline(
            due, _("Der Tag dieser Frist ist jetzt bekannt, {day}: {deadline}."), day=wording.day_words(due.day)
        )
    sentence = _("Frist jetzt bis {day} statt bis {earlier}: {deadline}.")
    return _deadline(due, sentence, day=wording.day_words(due.day), earlier=wording.day_words(known.day))


def _deadline(due: DueDeadline, sentence: str, **words: Any) -> Change:
    deadline = _quoted(due.deadline.title, due.wording.cite)
    return Change(About.DEADLINE, due.deadline.id, sentence, {"deadline": deadline, **words})

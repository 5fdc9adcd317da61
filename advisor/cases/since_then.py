"""What has changed since a judgement was last kept as evidence: verdicts that moved and why, deadlines, answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from advisor.cases.answers import in_order
from advisor.cases.changes import About, Change, changes
from advisor.cases.models import Assessment, Person
from advisor.cases.moves import BY_WORD, Move, moves
from advisor.cases.sealing import open_evidence
from advisor.cases.standing import Standing
from pathways.content.words import VERDICTS, Label, short_cite
from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.facts import Answer, Answers, Fact, Gap, Proof
from pathways.engine.fingerprint import law_version
from pathways.engine.values import read_answer
from pathways.law import LAW

_NO_ANSWER = Answer(Gap.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class ByLaw:
    """A pathway that comes out differently for the same answers on the same day, because the rules have changed.

    ``before`` None: the rules of then did not know it. ``reasons``: the criteria that stand differently.
    """

    id: str
    way: str
    before: Label | None
    now: Label
    reasons: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """A question that is answered differently than then."""

    fact: Fact
    before: Answer
    now: Answer


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What is different from a kept judgement.

    ``by_law``, ``by_time``, ``by_answers``: what moved because the rules, the day or the answers are other ones; what
    moved and came back is left out. ``unread``: how many answers of then the questionnaire of today does not know.
    """

    kept: Assessment
    law_changed: bool
    as_of: date
    by_law: tuple[ByLaw, ...]
    by_time: tuple[Change, ...]
    by_answers: tuple[Change, ...]
    answers: tuple[OtherAnswer, ...]
    unread: int

    @property
    def moved(self) -> bool:
        """Whether a verdict, a mode or a deadline is different."""
        return bool(self.by_law or self.by_time or self.by_answers)

    @property
    def is_same(self) -> bool:
        """Whether there is nothing to tell: same rules, day and answers."""
        return not (self.moved or self.law_changed or self.answers or self.unread or self.kept.as_of != self.as_of)


def newest(person: Person) -> Assessment | None:
    """The judgement of a person that was kept last, with who kept it; one query."""
    return Assessment.objects.filter(case=person.case, person=person).select_related("by").first()


def since(kept: Assessment, person: Person, answers: Answers, now: Standing) -> SinceThen:
    """What is different now; ``answers``: those of today. No query. Tampered where the evidence was altered."""
    evidence = open_evidence(person.case, kept)
    report = evidence["report"]
    then, unread = kept_answers(evidence["answers"])
    verdicts = {entry["id"]: entry["verdict"] for entry in report["pathways"]}
    # One cause after the other: today's rules, then today's day, then today's answers.
    same_day, today = Standing(then, kept.as_of), Standing(then, now.as_of)
    different = {key for key, verdict in now.verdicts.items() if verdicts.get(key) != verdict.value}
    lasting = _Lasting(different, _other_deadlines(report["deadlines"], now))
    law_changed = kept.law_version != law_version(LAW)
    return SinceThen(
        kept=kept,
        law_changed=law_changed,
        as_of=now.as_of,
        by_law=tuple(_by_law(report["pathways"], same_day, different)) if law_changed else (),
        by_time=tuple(filter(lasting.keeps, changes(same_day, today))),
        by_answers=tuple(filter(lasting.keeps, changes(today, now))),
        answers=tuple(_other_answers(then, answers)),
        unread=unread,
    )


def says_the_same(kept: Assessment, person: Person, answers: Answers, as_of: date) -> bool:
    """Whether a kept judgement rests on the same rules, day and answers, proofs and notes included."""
    if kept.as_of != as_of or kept.law_version != law_version(LAW):
        return False
    then, unread = kept_answers(open_evidence(person.case, kept)["answers"])
    return not unread and in_order(then) == in_order(answers)


def kept_answers(document: Mapping[str, Any]) -> tuple[dict[str, Answer], int]:
    """The answers of a kept case file as far as they can be read today, and how many cannot."""
    found: dict[str, Answer] = {}
    unread = 0
    for fact_id, value in document["facts"].items():
        fact = LAW.facts_by_id.get(fact_id)
        try:
            if fact is None:
                raise ValueError(fact_id)
            found[fact_id] = Answer(read_answer(fact, value))
        except ValueError:
            unread += 1
    for fact_id, detail in document.get("details", {}).items():
        if fact_id in LAW.facts_by_id:
            found[fact_id] = _with_detail(found.get(fact_id, _NO_ANSWER), detail)
    return found, unread


def _with_detail(answer: Answer, detail: Mapping[str, str]) -> Answer:
    proof = Proof(detail["proof"]) if detail.get("proof") in set(Proof) else None
    return replace(answer, proof=proof, note=detail.get("note", ""))


@dataclass(frozen=True, slots=True)
class _Lasting:
    """The pathways and deadlines that are different in the end."""

    pathways: set[str]
    deadlines: set[str]

    def keeps(self, change: Change) -> bool:
        if change.about is About.DEADLINE:
            return change.of in self.deadlines
        return change.about is not About.VERDICT or change.of in self.pathways


def _by_law(kept: Iterable[Mapping[str, Any]], then: Standing, different: set[str]) -> Iterator[ByLaw]:
    earlier = {entry["id"]: entry for entry in kept}
    for result in then.results:
        entry = earlier.get(result.pathway.id)
        before = _verdict(entry)
        if before is not result.verdict and result.pathway.id in different:
            yield ByLaw(
                id=result.pathway.id,
                way=short_cite(result.pathway.cite),
                before=VERDICTS[before] if before else None,
                now=VERDICTS[result.verdict],
                reasons=_reasons(entry, result),
            )


def _verdict(entry: Mapping[str, Any] | None) -> Verdict | None:
    return Verdict(entry["verdict"]) if entry is not None and entry["verdict"] in set(Verdict) else None


def _reasons(entry: Mapping[str, Any] | None, result: PathwayResult) -> tuple[Move, ...]:
    known = entry["criteria"] if entry is not None else ()
    return moves({item["id"]: BY_WORD[item["state"]] for item in known if item["state"] in BY_WORD}, result)


def _other_deadlines(kept: Iterable[Mapping[str, Any]], now: Standing) -> set[str]:
    then = {entry["id"]: entry["date"] for entry in kept}
    running = {due.deadline.id: due.day.isoformat() if due.day else None for due in now.deadlines}
    return {
        key
        for key in then.keys() | running.keys()
        if (key in then, then.get(key)) != (key in running, running.get(key))
    }


def _other_answers(then: Answers, now: Answers) -> Iterator[OtherAnswer]:
    for fact in LAW.facts:
        before, after = then.get(fact.id, _NO_ANSWER), now.get(fact.id, _NO_ANSWER)
        if before.value != after.value:
            yield OtherAnswer(fact, before, after)

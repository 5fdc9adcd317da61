"""Which questions of a quick check stand on the page now: the next best ones, or all of a section."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.http import QueryDict

from advisor.cases.next_question import asks
from advisor.cases.question import Question
from advisor.cases.sections import BY_SLUG, Section, is_answered
from advisor.cases.standing import Standing
from advisor.quickcheck.sent import Sent
from pathways.engine.facts import Fact
from pathways.law import LAW
from pathways.law.facts.asking import COARSE

AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """What stands on the page.

    ``section``: None where the next best questions do. ``later``: the ids of those that were passed over.
    ``others``: how many passed over come again on demand.
    """

    facts: tuple[Fact, ...]
    section: Section | None = None
    later: tuple[str, ...] = ()
    others: int = 0


def desk(data: QueryDict, sent: Sent) -> Desk:
    """The questions that come up after this form: the same where something is to be looked at again."""
    go = data.get("go", "")
    section = BY_SLUG.get(data.get("part", ""))
    later = tuple(_known(data.getlist("later")))
    places = tuple(LAW.facts_by_id[key] for key in _known(data.getlist("place")))
    if go.startswith("part-") and (chosen := BY_SLUG.get(go.removeprefix("part-"))) and not sent.refused:
        return _of_section(chosen, later)
    if go in ("on", "again", "best") and not sent.refused:
        passed = [fact.id for fact in places if go == "on" and section is None and sent.now.is_open(fact)]
        return next_best(sent.now, () if go == "again" else (*later, *passed))
    if section is not None:
        return _of_section(section, later)
    return Desk(places, None, later, _others(sent.now, later)) if places else next_best(sent.now, later)


def next_best(standing: Standing, later: Collection[str] = ()) -> Desk:
    """The questions that can decide most now, without those passed over."""
    passed = tuple(dict.fromkeys(later))
    found = [ask.fact for ask in asks(standing) if ask.fact.id not in passed]
    return Desk(tuple(found[:AT_ONCE]), None, passed, _others(standing, passed))


def changed(sent: Sent, facts: Iterable[Fact]) -> tuple[Question, ...]:
    """The questions on the page that have to be drawn anew: not the fields somebody has just filled in."""
    return tuple(question for fact in facts if _is_new(question := sent.question(fact), sent))


def _is_new(question: Question, sent: Sent) -> bool:
    before = sent.before.question(question.fact)
    if question.id in sent.failed | sent.pressed or question.error:
        return True
    if question.typed != before.typed:
        return len(question.selects) != len(before.selects) or question.suggestion != before.suggestion
    return question != before


def _of_section(section: Section, later: tuple[str, ...]) -> Desk:
    return Desk(tuple(fact for fact in section.facts if fact not in COARSE), section, later)


def _others(standing: Standing, later: Collection[str]) -> int:
    return sum(not is_answered(LAW.facts_by_id[key], standing.answers) for key in later)


def _known(ids: Iterable[str]) -> Iterable[str]:
    return (key for key in dict.fromkeys(ids) if key in LAW.facts_by_id and LAW.facts_by_id[key] not in COARSE)

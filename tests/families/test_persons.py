"""Persons come and go: nobody's answers are lost or slip to somebody else, and evidence stays."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.accounts.models import User
from advisor.cases import family
from advisor.cases.answers import answers_of
from advisor.cases.choices import Relation
from advisor.cases.models import Answer, Case, Person, SharedAnswer
from advisor.cases.outlook import read_outlook
from advisor.cases.sealing import label_of, relation_of
from advisor.cases.services import Stale, assessment_of, judge_everybody, keep_assessment
from advisor.cases.standing import Standing
from advisor.logbook.models import Action, Event
from pathways.engine import facts as engine
from pathways.engine.assess import Verdict
from pathways.engine.days import PartialDay
from pathways.law.facts import FACTS_BY_ID
from pathways.law.facts.together import FAMILY_FACTS, PRESUPPOSED
from tests.families.household import make_family, member, reset, say

pytestmark = pytest.mark.django_db
HERE = {"location": "in_germany", "federal_state": "NW", "nationality": ["AM"]}


def values(person: Person) -> dict[str, object]:
    """What holds for a person, as values."""
    return {key: answer.value for key, answer in answers_of(person).items()}


def test_what_the_first_person_shares_holds_for_the_new_one_and_nothing_else_does(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", **HERE)
    ben = family.add_person(
        case, counsellor, case.version, label="Ben", relation=Relation.CHILD, shared=["location", "nationality"]
    )
    assert values(ben) == {"location": "in_germany"}, "a nationality is not one of the questions a family shares"
    assert values(member(case, "Anna")) == {key: _value(value) for key, value in HERE.items()}
    assert label_of(case, ben) == "Ben"
    assert relation_of(case, ben) is Relation.CHILD


def test_a_shared_answer_stays_below_an_own_one(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", "Cem")
    say(member(case, "Ben"), federal_state="BY")
    say(member(case, "Anna"), "federal_state", federal_state="NW")
    found = {name: values(member(case, name)).get("federal_state") for name in ("Anna", "Ben", "Cem")}
    assert found == {"Anna": "NW", "Ben": "BY", "Cem": "NW"}


def test_an_own_answer_that_is_reset_leaves_the_shared_one_and_the_outlook_knows(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    say(member(case, "Anna"), "location", location="in_germany")
    say(member(case, "Ben"), location="abroad_home_country")
    reset(member(case, "Ben"), "location")
    assert values(member(case, "Ben")) == {"location": "in_germany"}
    case.refresh_from_db()
    assert read_outlook(case) == judge_everybody(case, None)


def test_with_the_last_other_one_gone_everything_shared_is_the_own_of_who_is_left(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    say(member(case, "Ben"), "location", "last_entry_date", location="in_germany", last_entry_date="2024-05-01")
    say(member(case, "Anna"), last_entry_date="2023-01-01")
    before = values(member(case, "Anna"))
    family.remove_person(member(case, "Ben"), counsellor, case.version)
    assert not SharedAnswer.objects.filter(case=case).exists()
    assert values(member(case, "Anna")) == before
    assert Answer.objects.filter(person=member(case, "Anna")).count() == len(before)


def test_removing_somebody_takes_their_answers_and_their_place_in_the_outlook(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", "Cem")
    ben = member(case, "Ben")
    say(ben, decision_kind="abh_refusal_title", decision_served_on="2020-01-01")
    family.remove_person(ben, counsellor, case.version)
    case.refresh_from_db()
    assert set(read_outlook(case)) == {each.uuid for each in case.persons.all()}
    assert not case.acts_at_once
    assert case.next_due is None
    assert not Answer.objects.filter(person_id=ben.pk).exists()


def test_the_last_person_stays(counsellor: User, case: Case) -> None:
    with pytest.raises(family.LastPerson):
        family.remove_person(case.persons.get(), counsellor, case.version)
    assert case.persons.count() == 1


def test_whoever_has_evidence_stays_and_nothing_changes(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    ben = member(case, "Ben")
    keep_assessment(ben, assessment_of(ben), answers_of(ben), counsellor)
    version = case.version
    with pytest.raises(family.HasEvidence):
        family.remove_person(ben, counsellor, case.version)
    case.refresh_from_db()
    assert (case.version, case.persons.count(), case.assessments.count()) == (version, 2, 1)


def test_somebody_else_comes_first_and_only_what_follows_from_it_is_told(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", "Cem")
    family.put_first(member(case, "Cem"), counsellor, case.version, Relation.CHILD)
    found = [(label_of(case, each), each.position, relation_of(case, each)) for each in case.persons.all()]
    assert found == [("Cem", 0, None), ("Anna", 1, Relation.PARENT), ("Ben", 2, None)]


def test_with_the_first_one_gone_the_next_is_first_and_no_relation_is_made_up(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", "Cem")
    family.remove_person(member(case, "Anna"), counsellor, case.version)
    found = [(label_of(case, each), each.position, relation_of(case, each)) for each in case.persons.all()]
    assert found == [("Ben", 0, None), ("Cem", 1, None)]


def test_nothing_happens_to_a_case_that_has_changed_meanwhile(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    with pytest.raises(Stale):
        family.remove_person(member(case, "Ben"), counsellor, case.version - 1)
    with pytest.raises(Stale):
        family.add_person(case, counsellor, case.version - 1, label="Cem", relation=None)
    assert case.persons.count() == 2


def test_every_change_is_on_record_without_a_name(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    family.change_person(member(case, "Ben"), counsellor, case.version, label="Benno", relation=Relation.SIBLING)
    family.remove_person(member(case, "Benno"), counsellor, case.version)
    events = list(Event.objects.filter(case=case.uuid).order_by("number"))
    assert [event.action for event in events][-3:] == [
        Action.PERSON_ADDED,
        Action.PERSON_CHANGED,
        Action.PERSON_REMOVED,
    ]
    assert not any("Ben" in event.subject or event.details for event in events[-3:])


def test_no_more_persons_than_can_be_judged_in_a_moment(counsellor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(family, "MOST_PERSONS", 2)
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    with pytest.raises(family.TooMany):
        family.add_person(case, counsellor, case.version, label="Cem", relation=None)


def test_nothing_sensitive_judged_or_proposed_is_shared() -> None:
    assert not [fact.id for fact in FAMILY_FACTS if fact.sensitive or fact.judgement or fact.derived]
    assert set(PRESUPPOSED) <= set(FAMILY_FACTS)


@pytest.mark.parametrize("fact_id", [fact.id for fact in PRESUPPOSED])
def test_no_presupposed_answer_closes_a_pathway_by_itself(fact_id: str) -> None:
    fact = FACTS_BY_ID[fact_id]
    days = [PartialDay.parse(text) for text in ("1985", "2019-06", "2026-08-19", "2026-12-31")]
    possible = [choice.id for choice in fact.choices] if isinstance(fact, engine.OneOf) else days
    for value in possible:
        verdicts = Standing({fact_id: engine.Answer(value)}, date(2026, 8, 19)).verdicts
        assert Verdict.EXCLUDED not in verdicts.values(), f"{fact_id}: {value}"


def _value(value: object) -> object:
    return frozenset(value) if isinstance(value, list) else value

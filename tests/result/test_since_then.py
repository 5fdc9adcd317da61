"""What has changed since a judgement was kept: by answers, by time or by the rules, and nothing where nothing has."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from advisor.accounts.models import User
from advisor.cases import models as rows
from advisor.cases.answers import answers_of
from advisor.cases.models import Person
from advisor.cases.sealing import open_evidence, seal_evidence
from advisor.cases.services import assessment_of, keep_assessment
from advisor.cases.since_then import SinceThen, kept_answers, newest, says_the_same, since
from advisor.cases.standing import Standing
from pathways.engine.facts import Answer, Answers, Gap, Proof
from pathways.law import LAW
from tests.factories import answers, make_case, person_of

pytestmark = pytest.mark.django_db
THEN, NOW = date(2026, 11, 1), date(2026, 11, 22)
FACTS = {
    "location": "in_germany",
    "current_status": "duldung",
    "enforceably_required_to_leave": True,
    "federal_state": "NW",
}


@pytest.fixture
def person(counsellor: User) -> Person:
    """The person of a case whose day is fixed."""
    case = make_case(counsellor, "F-7", **FACTS)
    case.as_of = THEN
    case.save()
    return person_of(case)


def keep(person: Person, by: User) -> rows.Assessment:
    given = answers_of(person)
    return keep_assessment(person, assessment_of(person, given), given, by)


def compare(person: Person, given: Answers | None = None, day: date = THEN) -> SinceThen:
    kept = newest(person)
    assert kept is not None
    now = answers_of(person) if given is None else given
    return since(kept, person, now, Standing(now, day))


def rewrite(row: rows.Assessment, **changed: Any) -> None:
    """Let the evidence say something else, as if other rules had been in force."""
    found = open_evidence(row.case, row)
    for name, change in changed.items():
        change(found[name])
    seal_evidence(row.case, row, found["answers"], found["report"])
    row.law_version = "0123456789abcdef"
    row.save()


def test_without_a_kept_judgement_there_is_nothing_to_compare_with(person: Person) -> None:
    assert newest(person) is None


def test_the_newest_one_counts(person: Person, counsellor: User) -> None:
    keep(person, counsellor)
    last = keep(person, counsellor)
    assert newest(person) == last


def test_the_same_answers_on_the_same_day_have_changed_nothing(person: Person, counsellor: User) -> None:
    kept = keep(person, counsellor)
    found = compare(person)
    assert found.is_same
    assert says_the_same(kept, person, answers_of(person), THEN)


def test_another_answer_is_named_with_what_it_moves(person: Person, counsellor: User) -> None:
    kept = keep(person, counsellor)
    given = {**answers_of(person), "enforceably_required_to_leave": Answer(False)}
    found = compare(person, given)
    assert [(other.fact.id, other.before.value, other.now.value) for other in found.answers] == [
        ("enforceably_required_to_leave", True, False)
    ]
    moved = {change.of: change.text for change in found.by_answers if change.verdict}
    assert set(moved) == {"p23a", "p25_4_1"}
    assert "§ 58 Abs. 2 AufenthG" in moved["p23a"]
    assert not found.by_time
    assert not found.by_law
    assert not says_the_same(kept, person, given, THEN)


def test_an_answer_that_moves_nothing_is_told_without_claiming_more(person: Person, counsellor: User) -> None:
    keep(person, counsellor)
    found = compare(person, {**answers_of(person), "german_level": Answer("b1")})
    assert found.answers
    assert not found.moved
    assert not found.is_same


def test_a_proof_or_a_note_makes_another_state_and_no_other_answer(person: Person, counsellor: User) -> None:
    kept = keep(person, counsellor)
    given = {**answers_of(person), "location": Answer("in_germany", Proof.DOCUMENT_SEEN, "Meldebescheinigung")}
    assert compare(person, given).is_same
    assert not says_the_same(kept, person, given, THEN)


def test_what_time_alone_has_moved_is_told_apart_from_answers(person: Person, counsellor: User) -> None:
    case = make_case(counsellor, "F-8", location="in_germany", application_filed_on="2026-08-10", decision_kind="none")
    case.as_of = THEN
    case.save()
    waiting = person_of(case)
    keep(waiting, counsellor)
    found = compare(waiting, day=NOW)
    assert [change.of for change in found.by_time] == ["d_inaction"]
    assert not found.by_answers
    assert not found.is_same


def test_what_moved_and_came_back_is_left_out(person: Person, counsellor: User) -> None:
    case = make_case(counsellor, "F-8", location="in_germany", application_filed_on="2026-08-10", decision_kind="none")
    case.as_of = THEN
    case.save()
    waiting = person_of(case)
    keep(waiting, counsellor)
    given = {
        **answers_of(waiting),
        "application_filed_on": answers(application_filed_on="2026-09-10")["application_filed_on"],
    }
    found = compare(waiting, given, NOW)
    assert not [change for change in (*found.by_time, *found.by_answers) if change.of == "d_inaction"]


def test_other_rules_are_named_as_the_reason_with_the_criteria_that_moved(person: Person, counsellor: User) -> None:
    row = keep(person, counsellor)

    def as_it_was(report: dict[str, Any]) -> None:
        (entry,) = [entry for entry in report["pathways"] if entry["id"] == "p25_4_1"]
        entry["verdict"] = "met"
        for item in entry["criteria"]:
            item["state"] = "yes"

    rewrite(row, report=as_it_was)
    found = compare(person)
    assert found.law_changed
    (change,) = found.by_law
    assert (change.id, change.before and change.before.key, change.now.key) == ("p25_4_1", "met", "excluded")
    assert any("vollziehbar" in reason.says and reason.now.key == "no" for reason in change.reasons)
    assert all(reason.cite for reason in change.reasons)
    assert not found.by_answers
    assert not found.by_time


def test_a_pathway_the_old_rules_did_not_know_has_no_verdict_of_then(person: Person, counsellor: User) -> None:
    row = keep(person, counsellor)
    rewrite(row, report=lambda report: report["pathways"].pop(0))
    (change,) = compare(person).by_law
    assert change.before is None
    assert change.id == LAW.pathways[0].id


def test_old_evidence_stays_readable_although_the_questionnaire_has_moved_on(person: Person, counsellor: User) -> None:
    row = keep(person, counsellor)

    def as_it_was(document: dict[str, Any]) -> None:
        document["facts"]["a_question_of_old"] = "yes"
        document["facts"]["current_status"] = "a_status_of_old"
        document["details"] = {"a_question_of_old": {"note": "x"}, "location": {"proof": "of old", "note": "y"}}

    rewrite(row, answers=as_it_was)
    found = compare(person)
    assert found.unread == 2
    assert {other.fact.id for other in found.answers} == {"current_status"}
    read, unread = kept_answers(open_evidence(row.case, row)["answers"])
    assert unread == 2
    assert read["location"] == Answer("in_germany", None, "y")


def test_an_answer_taken_away_was_given_then(person: Person, counsellor: User) -> None:
    keep(person, counsellor)
    given = {key: answer for key, answer in answers_of(person).items() if key != "federal_state"}
    (other,) = compare(person, given).answers
    assert (other.before.value, other.now.value) == ("NW", Gap.NOT_ASKED)


def test_nothing_of_another_person_is_compared(person: Person, counsellor: User) -> None:
    keep(person, counsellor)
    second = Person.objects.create(case=person.case, position=1)
    assert newest(second) is None

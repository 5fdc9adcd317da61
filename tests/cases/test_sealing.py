"""What is answered about somebody cannot be read in the database, and cannot be moved or changed there unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from advisor.cases.answers import answers_of
from advisor.cases.models import Answer as Row
from advisor.cases.models import Case, Person
from advisor.cases.sealing import label_of, open_evidence, seal_label
from advisor.cases.services import assessment_of, keep_assessment, save_answers
from advisor.vault.faults import Tampered
from pathways.engine.facts import Answer, Gap, Proof
from pathways.law.facts import FACTS
from tests.factories import answers, make_case, page_of, person_of
from tests.stored import dump

pytestmark = pytest.mark.django_db

MARKER = "Merkzeichen-7c1f"


@pytest.fixture
def told(case: Case) -> Person:
    """A person with a name and every question answered or at least noted."""
    person = person_of(case)
    seal_label(case, person, f"Frau {MARKER}")
    person.save()
    given = {fact.id: Answer(Gap.NOT_KNOWN, Proof.TOLD, f"{MARKER} zu {fact.id}") for fact in FACTS}
    save_answers(person, {**given, **answers(location="abroad_home_country", nationality=["RU"])}, case.lead)
    keep_assessment(person, assessment_of(person), answers_of(person), case.lead)
    return person


def test_nothing_that_was_said_stands_in_the_database(told: Person) -> None:
    stored = dump()
    assert told.case.reference.encode() in stored, "the dump holds the rows"
    for text in (MARKER, "abroad_home_country", "trafficking", "unknown", "document_seen", *(f.id for f in FACTS)):
        if len(text) > 8:
            assert text.encode() not in stored, text


def test_yes_and_no_look_alike(case: Case, counsellor: Any) -> None:
    sizes = set()
    for place, value in enumerate((True, False, "unknown", "declined")):
        other = make_case(counsellor, f"L-{place}", passport_valid=value)
        sizes.add(len(bytes(Row.objects.get(person__case=other).sealed)))
    assert len(sizes) == 1


def test_what_was_sealed_comes_back(told: Person) -> None:
    again = Case.objects.get(pk=told.case_id)
    person = person_of(again)
    assert label_of(again, person) == f"Frau {MARKER}"
    kept = answers_of(person)
    assert kept["birth_date"] == Answer(Gap.NOT_KNOWN, Proof.TOLD, f"{MARKER} zu birth_date")
    evidence = open_evidence(again, again.assessments.get())
    assert evidence["answers"]["facts"]["nationality"] == ["RU"]
    assert len(evidence["report"]["pathways"]) == 8


def test_a_flipped_byte_is_an_error_and_never_another_answer(told: Person) -> None:
    row = Row.objects.filter(person=told).first()
    assert row is not None
    sealed = bytearray(row.sealed)
    sealed[-1] ^= 1
    Row.objects.filter(pk=row.pk).update(sealed=bytes(sealed))
    with pytest.raises(Tampered):
        answers_of(person_of(Case.objects.get(pk=told.case_id)))


def test_an_answer_moved_to_another_question_or_person_is_an_error(told: Person, counsellor: Any) -> None:
    first, second = Row.objects.filter(person=told).order_by("pk")[:2]
    Row.objects.filter(pk=first.pk).update(sealed=second.sealed)
    with pytest.raises(Tampered):
        answers_of(person_of(Case.objects.get(pk=told.case_id)))
    other = person_of(make_case(counsellor, "F-9"))
    other.answers.create(slot=second.slot, sealed=second.sealed, by=counsellor)
    with pytest.raises(Tampered):
        answers_of(other)


def test_every_table_of_a_case_says_in_the_open_only_what_is_meant_to_be(told: Person) -> None:
    """A new column must be sealed, or be named here and in docs/security.md."""
    in_clear = {
        "Case": {"id", "uuid", "key", "office", "lead", "reference", "as_of", "kind", "state", "closed_on"}
        | {"destroy_on", "office_wide", "created", "changed", "version", "next_due", "acts_at_once", "judged_by"}
        | {"judged_on", "moved_on"},
        "CaseMark": {"id", "case", "mark"},
        "PaperState": {"id", "person", "slot", "by", "at"},
        "DateNote": {"id", "person", "slot", "by", "at"},
        "CaseAccess": {"id", "case", "user", "kind", "until", "by", "at"},
        "Person": {"id", "uuid", "case", "position"},
        "Answer": {"id", "person", "slot", "by", "at"},
        "SharedAnswer": {"id", "case", "slot", "by", "at"},
        "Assessment": {"id", "uuid", "case", "person", "as_of", "law_version", "by", "at"},
    }
    for model in apps.get_app_config("cases").get_models():
        open_columns = {field.name for field in model._meta.concrete_fields if not field.name.startswith("sealed")}
        assert open_columns == in_clear[model.__name__]


def test_a_page_of_a_tampered_case_shows_nothing_of_it_and_says_whom_to_tell(web: Client, told: Person) -> None:
    row = Row.objects.filter(person=told).first()
    assert row is not None
    Row.objects.filter(pk=row.pk).update(sealed=bytes(row.sealed)[:-1] + b"x")
    web.raise_request_exception = False
    response = web.get(page_of("cases:person_result", told.case))
    assert response.status_code == 500
    assert "lässt sich nicht öffnen" in response.content.decode()
    assert MARKER not in response.content.decode()

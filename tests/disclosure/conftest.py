"""A case of two persons in which everything that can be typed is a marker: one for the person, one for the other."""

from __future__ import annotations

import pytest
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases import team
from advisor.cases.answers import answers_of
from advisor.cases.dates import Noted, keep_date
from advisor.cases.models import Case, Person
from advisor.cases.papers import Paper, Progress, keep_paper
from advisor.cases.sealing import seal_label
from advisor.cases.services import assessment_of, save_answers
from advisor.dossier.entries import Entry, Row, keep_entry
from advisor.guidance.consultations import answer, ask
from advisor.guidance.standing import standing_of
from advisor.memo.keeping import Written, keep_memo
from pathways.engine.facts import Answer, Proof
from tests.factories import answers, make_case, make_user

OWN, OTHER = "Eigenes-41ab", "Fremdes-93cd"


def noted(note: str, **facts: object) -> dict[str, Answer]:
    """Answers, each with this note and a place in it."""
    return {key: Answer(given.value, Proof.TOLD, f"{note} {key}") for key, given in answers(**facts).items()}


def add_person(case: Case, position: int, label: str) -> Person:
    """One more person with a name."""
    person, _ = Person.objects.get_or_create(case=case, position=position)
    person.case = case
    seal_label(case, person, label)
    person.save()
    return person


@pytest.fixture
def family(counsellor: User) -> Case:
    """A mother and a son, with answers, notes, evidence, memos, a question, and somebody from outside the team."""
    counsellor.first_name, counsellor.last_name = "Adelheid", "Amtsname"
    counsellor.save()
    case = make_case(counsellor, "F-7")
    mother, son = add_person(case, 0, f"Mutter {OWN}"), add_person(case, 1, f"Sohn {OTHER}")
    save_answers(mother, noted(OWN, location="in_germany", nationality=["RU"], birth_date="1980-05"), counsellor)
    save_answers(
        son, noted(OTHER, location="abroad_home_country", nationality=["AF"], birth_date="2009-11-30"), counsellor
    )
    for person, marker in ((mother, OWN), (son, OTHER)):
        paper = Paper("eigen-1", Progress.ASKED, f"Nachfrage {marker}", words=f"Unterlage {marker}")
        keep_paper(person, paper, counsellor, Paper("eigen-1").fingerprint)
        life = Entry("lebenslauf", (Row("2018", "heute", f"Schule {marker}", f"Ort {marker}"),), f"Leben {marker}")
        keep_entry(person, life, counsellor, Entry("lebenslauf").fingerprint)
        day = timezone.localdate()
        keep_date(person, Noted("eigen-1", day, note=f"Vermerk {marker}", words=f"Termin {marker}"), counsellor)
        given = answers_of(person)
        standing = standing_of(counsellor, timezone.localdate())
        keep_memo(Written(b"%PDF"), person, assessment_of(person), given, counsellor, standing)
    third = Answer(answers(location="in_germany")["location"].value, Proof.TOLD, f"{OWN} und der Sohn {OTHER} dazu")
    save_answers(mother, {"location": third}, counsellor)
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    answer(ask(case, counsellor, f"Frage {OWN}"), releaser, f"Antwort {OWN}")
    team.open_from_outside(case, make_user("bob"), f"Grund {OWN}")
    case.refresh_from_db()
    return case

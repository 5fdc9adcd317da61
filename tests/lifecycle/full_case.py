"""A case in which everything that can be typed is a marker."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases import team
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.sealing import seal_label
from advisor.cases.services import assessment_of, change_case, save_answers
from advisor.guidance.consultations import answer, ask
from advisor.guidance.standing import standing_of
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.models import KeptMemo, Purpose
from advisor.memo.release import Terms, release, take_back
from pathways.engine.facts import Answer, Gap, Proof
from pathways.law.facts import FACTS
from tests.factories import answers, make_case, make_user, person_of

MARKER = "Merkzeichen-5e20"


def full_case(lead: User) -> Case:
    """A case with answers, notes, a name, evidence, a memo once released, a question with its answer, and reasons."""
    case = make_case(lead, f"{MARKER}-alt")
    change_case(case, lead, case.version, reference=f"{MARKER}-neu")
    person = person_of(case)
    seal_label(case, person, f"Frau {MARKER}")
    person.save()
    noted = {fact.id: Answer(Gap.NOT_KNOWN, Proof.TOLD, f"{MARKER} zu {fact.id}") for fact in FACTS}
    save_answers(person, {**noted, **answers(location="in_germany", nationality=["RU"])}, lead)
    given = answers_of(person)
    today = timezone.localdate()
    content = f"%PDF {MARKER}".encode()
    memo = keep_memo(Written(content), person, assessment_of(person), given, lead, standing_of(lead, today))
    _release_and_take_back(memo, lead)
    releaser = make_user("rita", lead.office.name, Role.RELEASER)
    answer(ask(case, lead, f"Frage {MARKER}"), releaser, f"Antwort {MARKER}")
    team.open_from_outside(case, make_user("bob", lead.office.name), f"Grund {MARKER}")
    case.refresh_from_db()
    return case


def _release_and_take_back(memo: KeptMemo, lead: User) -> None:
    volunteer = make_user("vera", lead.office.name, Role.VOLUNTEER)
    until = timezone.localdate() + timedelta(days=3)
    release(memo, Terms(until, Purpose.CLIENT, [volunteer], all_the_same=True), lead)
    take_back(memo.releases.get(), lead)

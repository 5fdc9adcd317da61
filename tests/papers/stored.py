"""Papers about rows of the database, each with everything in it that somebody can type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.cases.papers import Paper as CasePaper
from advisor.cases.papers import Progress, keep_paper
from advisor.cases.sealing import seal_label
from advisor.cases.services import save_answers
from advisor.disclosure.bundle import Answered
from advisor.disclosure.free_texts import FreeTexts
from advisor.disclosure.stored import Stored
from advisor.guidance import changes
from advisor.guidance.consultations import answer, ask
from advisor.lifecycle.certificate import certificate_pdf
from advisor.privacy.documents import DOCUMENTS
from advisor.privacy.paper import document_pdf
from pathways.engine.facts import Answer, Proof
from tests.factories import answers, make_case, make_user, person_of
from tests.lifecycle.steps import destroyed
from tests.memo.test_kept import made
from tests.papers.making import ARABIC, CYRILLIC, LATIN, MARKS, TYPED, Paper

DAY = date(2026, 11, 22)
LONG = f"{CYRILLIC} {ARABIC} " + "Donaudampf" * 12


def _lead() -> User:
    return make_user("ada", "Beratung Nord")


def _admin() -> User:
    return make_user("olga", "Beratung Nord", Role.OFFICE_ADMIN)


def report(*, full: bool) -> bytes:
    """The yearly report on guidance, without a line or with long ones."""
    admin, today = _admin(), timezone.localdate()
    if full:
        lead = _lead()
        changes.agree(lead, admin, guide=None, guide_name=LONG, qualification=LONG, agreed_on=today, valid_until=today)
        changes.add_training(lead, admin, title=LATIN, day=today, hours=Decimal(2))
        case = make_case(lead, "F-1")
        for number in range(12):
            made(case, b"%%PDF-%d" % number)
    browser = Client()
    browser.force_login(admin)
    return bytes(browser.get(reverse("memo:report_pdf", args=(today.year,))).content)


def certificate() -> bytes:
    """The proof that a case was deleted."""
    lead = _lead()
    return certificate_pdf(destroyed(make_case(lead, "F-1", location="in_germany"), lead, timezone.localdate()))


def disclosure(*, full: bool) -> bytes:
    """The answer to somebody who asks what is stored."""
    lead = _lead()
    case = make_case(lead, LATIN if full else "F-1")
    if full:
        _fill(case, lead)
    stored = Stored(case, person_of(case))
    return Answered.of(stored, FreeTexts(stored), TYPED if full else "", DAY).pdf()


def _fill(case: Case, lead: User) -> None:
    person = person_of(case)
    seal_label(case, person, CYRILLIC)
    person.save()
    given: dict[str, Any] = {"location": "in_germany", "nationality": ["RU", "UA"], "birth_date": "1980-05"}
    noted = {key: Answer(found.value, Proof.TOLD, TYPED) for key, found in answers(**given).items()}
    save_answers(person, noted, lead)
    paper = CasePaper("eigen-1", Progress.ASKED, TYPED, words="Unterlage")
    keep_paper(person, paper, lead, CasePaper("eigen-1").fingerprint)
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    answer(ask(case, lead, TYPED), releaser, TYPED)
    made(case)
    case.refresh_from_db()


def document(slug: str) -> bytes:
    """A data-protection document of an office."""
    office = _admin().office
    assert office
    return document_pdf(DOCUMENTS[slug], office, DAY)


def papers() -> Iterator[tuple[str, Paper]]:
    """The papers of this module by name."""
    yield "report without a line", Paper(partial(report, full=False), pages=(1, 2))
    yield "report", Paper(partial(report, full=True), marks=(LATIN, CYRILLIC, ARABIC), pages=(2, 5))
    yield "certificate", Paper(certificate, pages=(1, 1))
    yield "disclosure without answers", Paper(partial(disclosure, full=False), pages=(1, 4))
    yield "disclosure", Paper(partial(disclosure, full=True), marks=MARKS, pages=(3, 20))
    for slug in DOCUMENTS:
        yield (
            f"document {slug}",
            Paper(partial(document, slug), pages=(1, 60), long=slug in ("verzeichnis", "massnahmen")),
        )

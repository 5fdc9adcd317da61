"""Making the papers for a hardship commission: from a person of a case to what is shown, and to a PDF that is kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.frame import name_of
from advisor.cases.models import Person
from advisor.cases.papers import papers_of
from advisor.cases.services import assessment_of
from advisor.dossier.compose import Given, dossier_of
from advisor.dossier.entries import entries_of
from advisor.dossier.parts import Dossier
from advisor.guidance.models import PaperKind
from advisor.guidance.standing import Standing, standing_of
from advisor.memo import render
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.letterhead import letterhead_of
from advisor.memo.models import KeptMemo


@dataclass(frozen=True, slots=True)
class Composed:
    """The papers with what they rest on."""

    dossier: Dossier
    given: Given
    standing: Standing


def composed_dossier(person: Person, adviser: User, *, several: bool) -> Composed:
    """The papers about a person as an adviser would make them today; ``several``: the case is about more than one."""
    case = person.case
    answers = answers_of(person)
    assessment = assessment_of(person, answers)
    standing = standing_of(adviser, timezone.localdate())
    reference = f"{case.reference}, {name_of(case, person)}" if several else case.reference
    given = Given(assessment, answers, papers_of(person), entries_of(person), reference)
    return Composed(dossier_of(given, letterhead_of(case.office, adviser, standing)), given, standing)


def dossier_html(dossier: Dossier) -> str:
    """The papers as a document of their own, in German like everything on paper."""
    with override("de"):
        return render_to_string("dossier/paper.html", {"dossier": dossier})


def make_dossier(person: Person, adviser: User, *, several: bool) -> tuple[KeptMemo, bytes]:
    """Write the papers as PDF and keep it with the judgement it rests on; Stale as `keep_memo`."""
    composed = composed_dossier(person, adviser, several=several)
    # Something random in the file: its checksum stands in clear and must not tell what is in it.
    content = render.write_pdf(dossier_html(composed.dossier), secrets.token_hex(16))
    written = Written(content, PaperKind.DOSSIER)
    given = composed.given
    return keep_memo(written, person, given.assessment, given.answers, adviser, composed.standing), content

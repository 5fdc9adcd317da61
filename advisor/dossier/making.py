"""Making the papers for a hardship commission: from a person of a case to what is shown, and to a PDF that is kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.accounts.models import User
from advisor.cases.models import Person
from advisor.cases.papers import papers_of
from advisor.dossier.compose import Given, dossier_of
from advisor.dossier.entries import entries_of
from advisor.dossier.parts import Dossier
from advisor.guidance.models import PaperKind
from advisor.memo import render
from advisor.memo.basis import Basis, basis_of, fresh_identifier
from advisor.memo.keeping import Written
from advisor.memo.models import KeptMemo
from advisor.texts.library import library_of


@dataclass(frozen=True, slots=True)
class Composed:
    """The papers with what they rest on."""

    dossier: Dossier
    given: Given
    basis: Basis


def composed_dossier(person: Person, adviser: User, *, several: bool) -> Composed:
    """The papers about a person as an adviser would make them today; ``several``: the case is about more than one."""
    basis = basis_of(person, adviser)
    reference = basis.reference(several=several)
    library = library_of(person.case.office_id)
    given = Given(basis.assessment, basis.answers, papers_of(person), entries_of(person), reference, library)
    return Composed(dossier_of(given, basis.letterhead()), given, basis)


def dossier_html(dossier: Dossier) -> str:
    """The papers as a document of their own, in German like everything on paper."""
    with override("de"):
        return render_to_string("dossier/paper.html", {"dossier": dossier})


def make_dossier(person: Person, adviser: User, *, several: bool) -> tuple[KeptMemo, bytes]:
    """Write the papers as PDF and keep it with the judgement it rests on; Stale as `keep_memo`."""
    composed = composed_dossier(person, adviser, several=several)
    content = render.write_pdf(dossier_html(composed.dossier), fresh_identifier())
    return composed.basis.keep(Written(content, PaperKind.DOSSIER)), content

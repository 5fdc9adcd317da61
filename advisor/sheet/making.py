"""Making a sheet: from a person of a case to the paper in a language, looked at or kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.accounts.models import User
from advisor.cases.models import Person
from advisor.cases.papers import papers_of
from advisor.guidance.models import PaperKind
from advisor.memo.basis import Basis, basis_of, fresh_identifier
from advisor.memo.keeping import Written
from advisor.memo.models import KeptMemo
from advisor.memo.render import write_pdf
from advisor.sheet.compose import Sheet, compose_sheet
from advisor.texts.library import library_of
from pathways.content.sheet import Fault, faults, translation


class Blocked(Exception):
    """A language whose texts do not fit the German ones (any more); ``faults`` says which."""

    def __init__(self, language: str, found: tuple[Fault, ...]) -> None:
        super().__init__(f"{language}: {len(found)} texts")
        self.language = language
        self.faults = found


@dataclass(frozen=True, slots=True)
class ComposedSheet:
    """A sheet with what it rests on."""

    sheet: Sheet
    basis: Basis


def composed_sheet(person: Person, adviser: User, language: str) -> ComposedSheet:
    """The sheet about a person in a language, as an adviser would make it today. Blocked; KeyError where unknown."""
    words = translation(language)
    if found := faults(words):
        raise Blocked(language, found)
    basis = basis_of(person, adviser)
    sheet = compose_sheet(
        basis.assessment,
        basis.answers,
        papers_of(person),
        words,
        basis.letterhead(),
        library_of(person.case.office_id),
    )
    return ComposedSheet(sheet, basis)


def make_sheet(person: Person, adviser: User, language: str) -> tuple[KeptMemo, bytes]:
    """Write the sheet as a file and keep it like a memo; Blocked, and Stale as `keep_memo`."""
    composed = composed_sheet(person, adviser, language)
    content = sheet_pdf(composed.sheet, fresh_identifier())
    return composed.basis.keep(Written(content, kind=PaperKind.SHEET, language=language)), content


def sheet_pdf(sheet: Sheet, identifier: str) -> bytes:
    """The sheet as PDF; its letterhead is German, the rest in its own language."""
    with override("de"):
        html = render_to_string("sheet/paper.html", {"sheet": sheet, "style": _style()})
    return write_pdf(html, identifier)


@cache
def _style() -> str:
    names = ("sheet.css", "sheet-paper.css")
    return "\n".join(Path(str(finders.find(name))).read_text(encoding="utf-8") for name in names)

"""Markup in keys and notes, followed through every page, the file and the PDF: it arrives as text and does nothing."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser

import pikepdf
import pypdf
import pytest
from django.test import Client

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.services import create_case
from pathways.engine.facts import Answer
from tests.factories import page_of
from tests.hostile.addresses import ADDRESSES, path
from tests.hostile.checks import checked
from tests.hostile.inputs import MARKUP

pytestmark = pytest.mark.django_db

VALUES = {
    "location": "in_germany",
    "federal_state": "NW",
    "current_status": "duldung",
    "unaccompanied_minor": False,
    "enforceably_required_to_leave": True,
    "transfer_to_other_state": False,
    "identity_clarified": True,
    "identity_efforts_documented": True,
    "pending_criminal_case": False,
    "permanent_intent": True,
}
PAGES = sorted(
    name
    for name, address in ADDRESSES.items()
    if address.of_a_case and "HEAD" in address.takes and not (address.managing or address.lacking)
)


class Outline(HTMLParser):
    """The elements of a page with the names of their attributes, the values that could act, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.acting: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.acting |= {value or "" for name, value in attrs if name in ("href", "src", "action", "style", "hx-post")}

    def handle_data(self, data: str) -> None:
        self.text += data


def noted(user: User, reference: str, notes: Mapping[str, str]) -> Case:
    """A case with a note for each answer there is a text for."""
    answers = {
        fact: Answer(value, note=note) for (fact, value), note in zip(VALUES.items(), notes.values(), strict=True)
    }
    return create_case(user, reference, answers=answers)


def address(name: str, case: Case) -> str:
    return path(name, case.uuid).replace("/fragebogen/a/", "/fragebogen/e/")


def ids(case: Case) -> list[str]:
    """The ids of a case and its persons in addresses."""
    return [str(case.uuid), *(str(person.uuid) for person in case.persons.all())]


def without(ids: list[str], values: set[str]) -> set[str]:
    """The values without these ids."""
    for own in ids:
        values = {value.replace(own, "") for value in values}
    return values


@pytest.mark.parametrize("name", [*PAGES, "cases:list"])
def test_a_page_has_the_same_elements_whatever_the_notes_say(web: Client, counsellor: User, name: str) -> None:
    plain = noted(counsellor, "F-1", dict.fromkeys(MARKUP, "Notiz"))
    page, own_ids = web.get(address(name, plain)).content.decode(), ids(plain)
    plain.delete()
    for reference in MARKUP.values():
        case = noted(counsellor, reference[:100], MARKUP)
        found, wanted = Outline(checked(web.get(address(name, case)), 200, 302)), Outline(page)
        assert found.elements == wanted.elements
        assert without(ids(case), found.acting) == without(own_ids, wanted.acting)
        case.delete()
        if name != "cases:list":
            break


def test_the_notes_arrive_as_they_were_written(web: Client, counsellor: User) -> None:
    case = noted(counsellor, MARKUP["script"], MARKUP)
    memo = Outline(web.get(page_of("memo:person_preview", case)).content.decode()).text
    assert all(note in memo for note in (*MARKUP.values(), case.reference))
    exported = json.loads(web.get(page_of("cases:export", case)).content)
    assert {detail["note"] for detail in exported["details"].values()} == set(MARKUP.values())
    sections = "".join(
        Outline(web.get(page_of("cases:section", case, slug)).content.decode()).text for slug in "abcdefghi"
    )
    assert all(note in sections for note in MARKUP.values())


def test_the_pdf_shows_markup_and_contains_nothing_that_acts(web: Client, counsellor: User) -> None:
    case = noted(counsellor, MARKUP["image"], MARKUP)
    response = web.post(page_of("memo:pdf", case))
    checked(response, 200)
    assert re.fullmatch(r'attachment; filename="memo-[0-9a-f]{8}\.pdf"', response.headers["Content-Disposition"])
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    flat = re.sub(r"[\s\u00ad\u2010-]+", "", text)
    for note in (*MARKUP.values(), case.reference):
        assert re.sub(r"[\s-]+", "", note) in flat
    assert "root:" not in text
    with pikepdf.open(io.BytesIO(response.content)) as pdf:
        acts = [found for found in map(_action, pdf.objects) if found]
        assert list(pdf.attachments) == ["bewertung.json"]  # the assessment as data, in a memo for the own file
        assert not {"/OpenAction", "/AA", "/AcroForm", "/JavaScript"} & set(pdf.Root.keys())
    assert all(kind == "/GoTo" or target.startswith("https://") for kind, target in acts)
    assert not any("evil.example" in target for _, target in acts)


def _action(found: object) -> tuple[str, str] | None:
    if not isinstance(found, pikepdf.Dictionary):
        return None
    action = found.get("/A", found)
    kind = str(action.get("/S", "")) if isinstance(action, pikepdf.Dictionary) else ""
    known = ("/GoTo", "/URI", "/GoToR", "/Launch", "/JavaScript", "/SubmitForm", "/ImportData", "/Rendition")
    return (kind, str(action.get("/URI", ""))) if kind in known else None

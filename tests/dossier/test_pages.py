"""The pages of the papers for a hardship commission: what is typed is kept sealed, shown again, and never lost."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from django.test import Client

from advisor.cases.models import Case
from advisor.dossier.entries import Entry, Row, entries_of, keep_entry
from advisor.dossier.models import DossierSection
from advisor.guidance.models import MemoRecord
from advisor.logbook.models import Action, Event
from advisor.vault.faults import Tampered
from tests.dossier.conftest import mark
from tests.factories import make_case, page_of, person_of
from tests.stored import dump

pytestmark = pytest.mark.django_db


def at(case: Case, part: str = "lebenslauf") -> str:
    return page_of("dossier:section", case, part)


def sent(seen: str = "", **more: Any) -> dict[str, Any]:
    """What the form of the curriculum sends: one row and the empty ones after it."""
    rows = {"von": ["03.1999", ""], "bis": ["Heute", ""], "was": [mark("was"), ""], "wo": [mark("wo"), ""]}
    return {**rows, "text": mark("text"), "drucken": "ja", "war": seen or Entry("lebenslauf").fingerprint, **more}


def test_what_is_typed_is_kept_sealed_and_shown_again(web: Client, case: Case) -> None:
    assert web.post(at(case), sent()).status_code == 302
    kept = entries_of(person_of(case))["lebenslauf"]
    assert kept == Entry("lebenslauf", (Row("1999-03", "heute", mark("was"), mark("wo")),), mark("text"))
    page = web.get(at(case)).content.decode()
    for shown in ('value="03.1999"', 'value="heute"', mark("was"), mark("wo"), mark("text")):
        assert shown in page
    for text in (mark("was"), mark("wo"), mark("text"), "lebenslauf"):
        assert text.encode() not in dump(), text
    assert Event.objects.filter(action=Action.DOSSIER_CHANGED).count() == 1


def test_only_named_columns_are_in_clear(filled: Case) -> None:
    columns = {field.name for field in DossierSection._meta.concrete_fields if not field.name.startswith("sealed")}
    assert columns == {"id", "person", "slot", "by", "at"}
    first, second = DossierSection.objects.order_by("pk")[:2]
    DossierSection.objects.filter(pk=first.pk).update(sealed=second.sealed)
    with pytest.raises(Tampered):
        entries_of(person_of(filled))


@pytest.mark.parametrize(
    "wrong",
    [
        {"von": ["31.02.2020", ""]},
        {"von": ["2020", ""], "bis": ["2019", ""]},
        {"was": ["x" * 301, ""]},
        {"text": "x" * 12001},
        {"text": f"{mark('text')}\x00"},
    ],
    ids=["no-such-day", "ends-before-it-begins", "cell-too-long", "text-too-long", "null-byte"],
)
def test_a_fault_is_said_and_nothing_typed_is_lost(web: Client, case: Case, wrong: dict[str, Any]) -> None:
    response = web.post(at(case), sent(**wrong))
    assert response.status_code == 422
    page = response.content.decode()
    assert mark("wo") in page
    assert "Noch nichts gespeichert" in page
    assert entries_of(person_of(case)) == {}


def test_who_is_overtaken_keeps_what_they_typed_and_sees_the_other(web: Client, case: Case) -> None:
    person = person_of(case)
    person.case = case
    other = Entry("lebenslauf", text=mark("andere"))
    keep_entry(person, other, case.lead, Entry("lebenslauf").fingerprint)
    response = web.post(at(case), sent())
    page = response.content.decode()
    assert response.status_code == 409
    assert mark("andere") in page
    assert mark("text") in page
    assert entries_of(person_of(case)) == {"lebenslauf": other}
    assert f'value="{other.fingerprint}"' in page
    assert web.post(at(case), sent(other.fingerprint)).status_code == 302
    assert entries_of(person_of(case))["lebenslauf"].text == mark("text")


def test_an_emptied_section_leaves_nothing(web: Client, case: Case) -> None:
    web.post(at(case), sent())
    now = entries_of(person_of(case))["lebenslauf"].fingerprint
    assert web.post(at(case), {"war": now, "drucken": "ja", "text": ""}).status_code == 302
    assert not DossierSection.objects.exists()


def test_the_overview_names_what_is_missing(web: Client, case: Case) -> None:
    page = web.get(page_of("dossier:overview", case)).content.decode()
    assert "Es fehlt noch:" in page
    assert "Geburtsdatum, Staatsangehörigkeit, Zeilen der Tabelle" in page
    assert "Das Bundesland ist noch nicht angegeben." in page
    assert web.get(at(case, "gibt-es-nicht")).status_code == 404


def test_an_excluded_pathway_is_said_and_blocks_nothing(web: Client, counsellor: Any) -> None:
    abroad = make_case(counsellor, "F-9", location="abroad_home_country")
    page = web.get(page_of("dossier:overview", abroad)).content.decode()
    assert "kommt § 23a" in page
    assert "gerade nicht in Betracht" in page
    assert web.post(at(abroad), sent()).status_code == 302
    open_case = make_case(counsellor, "F-10", location="in_germany", federal_state="NW")
    assert "gerade nicht in Betracht" not in web.get(page_of("dossier:overview", open_case)).content.decode()
    way = page_of("dossier:overview", open_case)
    assert way in web.get(page_of("cases:person_result", open_case)).content.decode()
    assert page_of("dossier:overview", abroad) not in web.get(page_of("cases:person_result", abroad)).content.decode()


def test_the_word_file_is_handed_out_on_record_and_not_kept(web: Client, filled: Case) -> None:
    response = web.post(page_of("dossier:word", filled))
    assert response.headers["Content-Disposition"] == f'attachment; filename="haertefall-{str(filled.uuid)[:8]}.docx"'
    assert docx.Document(io.BytesIO(response.content)).paragraphs
    assert not MemoRecord.objects.exists()
    assert Event.objects.filter(action=Action.DOSSIER_MADE, case=filled.uuid).count() == 1

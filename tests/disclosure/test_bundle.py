"""The answer to somebody who asks holds all that is stored about them, and nothing about anybody else."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pikepdf
import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.models import Answer as Row
from advisor.cases.models import Case
from advisor.cases.sealing import answer_place, slot_of
from advisor.cases.services import case_file_of, save_answers
from advisor.disclosure.bundle import Answered
from advisor.disclosure.free_texts import OMITTED, FreeTexts
from advisor.disclosure.stored import Stored
from advisor.guidance.consultations import ask
from advisor.logbook.models import Action, Event
from pathways.engine.casefile import read_case
from pathways.law.facts import FACTS_BY_ID
from tests.disclosure.conftest import OTHER, OWN, noted
from tests.factories import make_case, make_user
from tests.lifecycle.steps import close

pytestmark = pytest.mark.django_db

NAMES = ("Amtsname", "Adelheid")


def address(case: Case) -> str:
    return reverse("disclosure:bundle", args=(case.uuid,))


def form_of(page: str) -> dict[str, Any]:
    """What the form on the page sends when nobody changes a tick."""
    ticked = re.findall(r'name="weglassen"\s+value="([0-9a-f]{32})"[^>]*?\schecked', page)
    seen, person = (re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("gesehen", "person"))
    assert seen
    assert person
    return {"gesehen": seen[1], "person": re.findall(r'type="hidden" name="person" value="(\d+)"', page)[0],
            "weglassen": ticked}  # fmt: skip


def words(content: bytes) -> str:
    """The text of a PDF without the breaks a line has."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages))


def squeezed(text: str) -> str:
    """A text without blanks and hyphens, wherever a line was broken."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def sent(web: Client, case: Case, form: str, person: int = 0, **more: Any) -> Any:
    """The answer as the page gives it."""
    page = web.get(address(case), {"person": person}).content.decode()
    return web.post(address(case), {**form_of(page), "als": form, **more})


def test_own_markers_are_there_and_those_of_others_are_not(web: Client, family: Case) -> None:
    response = sent(web, family, "zip")
    assert response.headers["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(response.content)) as archive:
        assert archive.namelist() == ["auskunft.pdf", "auskunft.json"]
        data, paper = archive.read("auskunft.json").decode(), words(archive.read("auskunft.pdf"))
    for text in (data, paper):
        for absent in (OTHER, "30.11.2009", "2009-11-30", "Afghanistan", *NAMES):
            assert squeezed(absent) not in squeezed(text)
        for what in (f"Mutter {OWN}", f"Frage {OWN}", f"Antwort {OWN}", f"Grund {OWN}", f"{OWN} nationality"):
            assert what in text, what
        for what in ("Unterlage", "Nachfrage", "Termin", "Vermerk"):
            assert f"{what} {OWN}" in text, what
        assert squeezed(OMITTED) in squeezed(text)
    assert "05.1980" in paper
    assert json.loads(data)["case_file"]["facts"]["birth_date"] == "1980-05"


def test_the_same_for_the_other_person(web: Client, family: Case) -> None:
    response = sent(web, family, "json", person=1)
    data = response.content.decode()
    assert OTHER in data
    assert json.loads(data)["case_file"]["facts"]["birth_date"] == "2009-11-30"
    assert f"Mutter {OWN}" not in data
    assert f"{OWN} nationality" not in data


def test_texts_that_name_another_person_are_ticked_from_the_start(web: Client, family: Case) -> None:
    page = web.get(address(family)).content.decode()
    assert len(form_of(page)["weglassen"]) == 1
    assert f"{OWN} und der Sohn {OTHER} dazu" in page  # the adviser has to see what to decide on
    assert f"Sohn {OTHER}" in page  # as a person to choose


def test_a_text_left_out_is_left_out_everywhere(web: Client, family: Case) -> None:
    stored = Stored(family, family.persons.get(position=0))
    note = next(text for text in FreeTexts(stored).all if text.text == f"{OWN} nationality")
    page = form_of(web.get(address(family)).content.decode())
    omitted = [*page["weglassen"], note.key]
    data = web.post(address(family), {**page, "weglassen": omitted, "als": "json"}).content.decode()
    assert f"{OWN} nationality" not in data
    assert data.count(OMITTED) >= 3  # the note now, the same one in the evidence, and the one about the son
    assert json.loads(data)["omitted_texts"] == 2


def test_a_text_that_came_meanwhile_has_to_be_seen_first(web: Client, family: Case, counsellor: User) -> None:
    page = form_of(web.get(address(family)).content.decode())
    person = family.persons.get(position=0)
    save_answers(person, noted("neu", passport_valid=True), counsellor)
    typed = {**page, "als": "pdf", "empfaenger": "Ausländerbehörde"}
    response = web.post(address(family), typed)
    assert response.status_code == 409
    again = response.content.decode()
    assert "neu passport_valid" in again
    assert ">Ausländerbehörde</textarea>" in again
    assert form_of(again)["weglassen"] == page["weglassen"]
    assert not Event.objects.filter(action=Action.DISCLOSED).exists()
    assert web.post(address(family), {**typed, "gesehen": form_of(again)["gesehen"]}).status_code == 200


def test_the_json_holds_a_case_file_that_can_be_read_in_again(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-2", location="in_germany", nationality=["RU"], continuous_stay_since="2018")
    data = json.loads(sent(web, case, "json").content)
    assert data["format"] == "wegweiser-disclosure/1"
    assert data["case_file"] == case_file_of(case.persons.get())
    assert (
        read_case(json.dumps(data["case_file"]).encode(), FACTS_BY_ID).answers.keys()
        == data["case_file"]["facts"].keys()
    )


def test_what_todays_questionnaire_does_not_know_is_given_all_the_same(web: Client, case: Case) -> None:
    person = case.persons.get()
    slot = slot_of(case.safe, person.uuid, "gone_question")
    text = json.dumps(["gone_question", "answered", "alter Wert", "told", "alte Notiz"])
    sealed = case.safe.seal_text(answer_place(person.uuid, slot), text)
    Row.objects.create(person=person, slot=slot, sealed=sealed, by=case.lead)
    response = sent(web, case, "zip")
    with ZipFile(BytesIO(response.content)) as archive:
        (old,) = json.loads(archive.read("auskunft.json"))["other_answers"]
        paper = words(archive.read("auskunft.pdf"))
    assert old == {"question": "gone_question", "state": "answered", "value": "alter Wert", "proof": "told",
                   "note": "alte Notiz"}  # fmt: skip
    assert "alter Wert" in paper
    assert "alte Notiz" in paper


def test_every_point_of_article_15_is_there(web: Client, family: Case) -> None:
    paper = words(sent(web, family, "pdf", empfaenger="Härtefallkommission NRW").content)
    for cite in ("Buchst. a", "Buchst. b", "Buchst. c", "Buchst. d", "Buchst. e, f", "Buchst. g", "Buchst. h"):
        assert f"Art. 15 Abs. 1 {cite}" in paper
    for right in ("Art. 16", "Art. 17", "Art. 18", "Art. 20", "Art. 21", "Art. 77"):
        assert right in paper
    assert "Härtefallkommission NRW" in paper
    assert "Memo 1 vom" in paper


def test_who_did_what_is_told_by_role(family: Case) -> None:
    stored = Stored(family, family.persons.get(position=0))
    data = Answered.of(stored, FreeTexts(stored), "", timezone.localdate()).data()
    told = {(entry["action"], entry["by"]) for entry in data["log"]}
    assert ("answered_question", Role.RELEASER.label) in told
    assert ("answered", Role.COUNSELLOR.label) in told


def test_the_pdf_is_tagged_and_has_a_title(web: Client, family: Case) -> None:
    with pikepdf.open(BytesIO(sent(web, family, "pdf").content)) as paper:
        assert paper.Root.MarkInfo.Marked
        assert str(paper.Root.Lang) == "de"
        assert b"pdfuaid" in paper.Root.Metadata.read_bytes()


def test_it_is_on_record_and_the_file_bears_no_name(web: Client, family: Case) -> None:
    response = sent(web, family, "pdf", person=1)
    event = Event.objects.get(action=Action.DISCLOSED)
    assert (event.case, event.subject) == (family.uuid, "Person 2, pdf")
    assert response.headers["Content-Disposition"] == f'attachment; filename="auskunft-{str(family.uuid)[:8]}.pdf"'


def test_a_closed_case_is_answered_too(web: Client, case: Case, counsellor: User) -> None:
    close(case, counsellor, timezone.localdate())
    assert sent(web, case, "json").status_code == 200


def test_only_the_team(web: Client, case: Case) -> None:
    asked = make_user("rita", "Beratung Nord", Role.RELEASER, Role.COUNSELLOR)
    ask(case, case.lead, "Frage", asked)
    admin = make_user("admin", "Beratung Nord", Role.OFFICE_ADMIN)
    stranger = make_user("eve", "Beratung Süd")
    for user, status in ((asked, 403), (admin, 403), (stranger, 404), (make_user("bob"), 403)):
        browser = Client()
        browser.force_login(user)
        assert browser.get(address(case)).status_code == status
        assert browser.post(address(case), {"als": "json"}).status_code == status
    assert web.get(reverse("disclosure:bundle", args=(uuid4(),))).status_code == 404


@pytest.mark.parametrize(
    "forged",
    [{}, {"als": "exe"}, {"als": "json", "person": "7"}, {"als": "json", "person": "-1"},
     {"als": "json", "person": "٣"}, {"als": "pdf", "empfaenger": "x" * 3001}],
)  # fmt: skip
def test_a_forged_form_is_refused(web: Client, case: Case, forged: dict[str, str]) -> None:
    assert web.post(address(case), forged).status_code == 400
    assert web.post(address(case), {"als": "json"}).status_code == 409  # nobody has looked at the texts


MARKUP = '<script>alert(1)</script><img src="file:///etc/passwd"> {{ case }}\x07 =1+1 \u202e'


def test_markup_stays_text(web: Client, case: Case, counsellor: User) -> None:
    save_answers(case.persons.get(), noted(MARKUP, location="in_germany"), counsellor)
    assert "<script>alert" not in web.get(address(case)).content.decode()
    response = sent(web, case, "zip", empfaenger=MARKUP)
    with ZipFile(BytesIO(response.content)) as archive:
        assert json.loads(archive.read("auskunft.json"))["case_file"]["details"]["location"]["note"].startswith("<scr")
        assert "<script>alert(1)</script>" in words(archive.read("auskunft.pdf"))

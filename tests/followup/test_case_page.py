"""Papers and dates of a person: kept one by one, sealed, never silently overwritten, and taken into the outlook."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.answers import answers_of
from advisor.cases.dates import Noted, keep_date, new_date_id, noted_dates
from advisor.cases.models import Case, CaseState, DateNote, PaperState
from advisor.cases.outlook import whole_outlook
from advisor.cases.papers import Paper, Progress, keep_paper, papers_of
from advisor.cases.proofs import proof_list
from advisor.cases.services import assessment_of, save_answers
from advisor.guidance.consultations import ask
from advisor.lifecycle.blockers import blockers_of
from advisor.logbook.models import Action, Event
from pathways.engine.facts import Answer, Proof
from tests.factories import answers, make_case, make_user, page_of, person_of
from tests.stored import dump

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
MARKER = "Merkzeichen-55de"


@pytest.fixture
def refused(counsellor: User) -> Case:
    """A case with a decision served three days ago: a deadline with a day, and one without."""
    served = timezone.localdate() - timedelta(days=3)
    return make_case(
        counsellor,
        "F-1",
        location="in_germany",
        federal_state="BY",
        current_status="no_document",
        decision_kind="abh_refusal_title",
        decision_served_on=served.isoformat(),
        remedy_instruction="correct",
        remedy_filed=["none"],
    )


def again(case: Case) -> Case:
    """The case as it stands in the database."""
    return Case.objects.select_related("key").get(pk=case.pk)


def first_paper(case: Case) -> str:
    """The id of a paper that the criteria ask for."""
    person = person_of(again(case))
    return proof_list(assessment_of(person), answers_of(person))[0].id


def note(web: Client, case: Case, paper: str, htmx: bool = False, **sent: str) -> tuple[int, str]:
    """Send the form of a paper; ``was`` as a page without any note shows it."""
    form = {"was": Paper(paper).fingerprint, **sent}
    response = web.post(page_of("followup:paper", case, paper), form, headers=HTMX if htmx else {})
    return response.status_code, response.content.decode()


def due_lines(web: Client, case: Case) -> list[tuple[str, str]]:
    """The open deadlines on the page: id and day, as its forms send them."""
    page = web.get(page_of("followup:case", case))
    return [(line.id, line.day.isoformat() if line.day else "") for line in page.context["due"]]


def test_the_list_is_that_of_the_criteria_each_once(web: Client, refused: Case) -> None:
    page = web.get(page_of("followup:case", refused))
    person = person_of(again(refused))
    expected = [item.id for item in proof_list(assessment_of(person), answers_of(person))]
    shown = [line.paper.id for group in page.context["groups"] for line in group.lines]
    assert sorted(shown) == sorted(expected)
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("htmx", [False, True])
def test_a_paper_is_kept_one_by_one_with_and_without_javascript(web: Client, refused: Case, htmx: bool) -> None:
    paper = first_paper(refused)
    status, body = note(web, refused, paper, htmx, progress="asked", asked_on="01.11.2026", note=MARKER)
    assert status == (200 if htmx else 302)
    if htmx:
        assert body.count("<form") == 1
        assert "Gespeichert" in body
    kept = papers_of(person_of(again(refused)))[paper]
    assert (kept.progress, kept.note, f"{kept.asked_on:%d.%m.%Y}") == (Progress.ASKED, MARKER, "01.11.2026")
    assert MARKER in web.get(page_of("followup:case", refused)).content.decode()
    assert Event.objects.filter(action=Action.PAPER_NOTED, case=refused.uuid).count() == 1


def test_nothing_noted_stands_in_clear(web: Client, refused: Case) -> None:
    note(web, refused, first_paper(refused), progress="missing", note=MARKER)
    web.post(page_of("followup:paper", refused, "neu"), {"words": f"Brief {MARKER}"})
    form = {"tun": "termin", "day": "24.12.2099", "words": f"Anhörung {MARKER}"}
    web.post(page_of("followup:date", refused), form)
    assert PaperState.objects.count() == 2
    assert DateNote.objects.count() == 1
    stored = dump()
    assert refused.reference.encode() in stored
    for clear in (MARKER, "Anhörung", "missing", first_paper(refused), "eigen-"):
        assert clear.encode() not in stored


def test_a_fault_is_said_and_what_was_typed_stays(web: Client, refused: Case) -> None:
    paper = first_paper(refused)
    for htmx in (False, True):
        status, body = note(web, refused, paper, htmx, progress="asked", asked_on="32.13.2026", note=MARKER)
        assert status == 422
        assert "Bitte ein ganzes Datum" in body
        assert "32.13.2026" in body
        assert MARKER in body
    assert not PaperState.objects.exists()
    assert note(web, refused, paper, note="x" * 501)[0] == 422
    assert note(web, refused, paper, progress="lost")[0] == 422
    assert note(web, refused, "0" * 12)[0] == 404


def test_what_somebody_else_has_noted_meanwhile_is_shown_and_not_overwritten(web: Client, refused: Case) -> None:
    paper = first_paper(refused)
    person = person_of(again(refused))
    keep_paper(person, Paper(paper, Progress.THERE, "liegt im Ordner"), refused.lead, Paper(paper).fingerprint)
    for htmx in (False, True):
        status, body = note(web, refused, paper, htmx, progress="missing", note=MARKER)
        assert status == (422 if htmx else 409)
        assert "liegt im Ordner" in body
        assert MARKER in body
    kept = papers_of(person)[paper]
    assert kept.note == "liegt im Ordner"
    assert note(web, refused, paper, was=kept.fingerprint, progress="missing", note=MARKER)[0] == 302
    assert papers_of(person)[paper].note == MARKER


def test_a_fault_does_not_hide_that_somebody_else_was_quicker(web: Client, refused: Case) -> None:
    paper = first_paper(refused)
    shown = Paper(paper).fingerprint
    keep_paper(person_of(again(refused)), Paper(paper, Progress.THERE), refused.lead, shown)
    for htmx in (False, True):
        _, body = note(web, refused, paper, htmx, asked_on="gestern")
        form = body.partition(f'id="u-{paper}"')[2].partition("</form>")[0]
        assert f'value="{shown}"' in form


def test_a_proof_that_was_seen_counts_as_there(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-2", location="in_germany", current_status="duldung")
    seen = {key: Answer(given.value, Proof.DOCUMENT_SEEN) for key, given in answers(passport_state="valid").items()}
    save_answers(person_of(case), seen, counsellor)
    lines = [line for group in web.get(page_of("followup:case", case)).context["groups"] for line in group.lines]
    passports = [line for line in lines if line.item and {"passport_state"} == {fact.id for fact in line.item.facts}]
    assert passports
    assert all(line.is_seen and line.is_there for line in passports)
    assert not [line for line in lines if line.is_seen and line.item and not line.item.facts]


def test_own_papers_are_added_and_taken_away(web: Client, refused: Case) -> None:
    assert web.post(page_of("followup:paper", refused, "neu"), {"words": ""}).status_code == 422
    assert web.post(page_of("followup:paper", refused, "neu"), {"words": "Brief der Schule"}).status_code == 302
    (paper,) = papers_of(person_of(again(refused))).values()
    assert (paper.words, paper.progress) == ("Brief der Schule", Progress.MISSING)
    assert note(web, refused, paper.id, was=paper.fingerprint, tun="entfernen")[0] == 302
    assert not PaperState.objects.exists()


def test_a_deadline_that_is_done_leaves_the_case_and_comes_back(web: Client, refused: Case) -> None:
    assert (refused.next_due is not None, refused.acts_at_once) == (True, True)
    lines = due_lines(web, refused)
    assert len(lines) >= 2
    for key, day in lines:
        sent = {"tun": "erledigt", "id": key, "day": day, "note": MARKER}
        assert web.post(page_of("followup:date", refused), sent).status_code == 302
    case = again(refused)
    assert (case.next_due, case.acts_at_once) == (None, False)
    assert due_lines(web, refused) == []
    key, day = lines[-1]
    web.post(page_of("followup:date", refused), {"tun": "offen", "id": key, "day": day})
    assert due_lines(web, refused) == [(key, day)]
    assert again(refused).next_due == refused.next_due


def test_done_outlives_an_answer_but_not_another_day(web: Client, refused: Case) -> None:
    for key, day in due_lines(web, refused):
        web.post(page_of("followup:date", refused), {"tun": "erledigt", "id": key, "day": day})
    save_answers(person_of(again(refused)), answers(nationality=["RU"]), refused.lead)
    assert again(refused).next_due is None
    served = timezone.localdate() - timedelta(days=1)
    save_answers(person_of(again(refused)), answers(decision_served_on=served.isoformat()), refused.lead)
    assert again(refused).next_due is not None


def test_a_deadline_that_is_not_there_is_not_called_done(web: Client, refused: Case) -> None:
    sent = {"tun": "erledigt", "id": "d_title_expiry", "day": "2026-01-01"}
    assert web.post(page_of("followup:date", refused), sent).status_code == 409
    for forged in ({"tun": "x"}, {}, {"tun": "erledigt", "id": "x", "day": "gestern"}):
        assert web.post(page_of("followup:date", refused), forged).status_code == 400
    assert not DateNote.objects.exists()


def test_an_own_date_gives_a_case_its_day(web: Client, case: Case) -> None:
    day = timezone.localdate() + timedelta(days=5)
    sent = {"tun": "termin", "day": f"{day:%d.%m.%Y}", "words": "Anhörung"}
    assert web.post(page_of("followup:date", case), sent).status_code == 302
    assert again(case).next_due == day
    assert "Anhörung" in web.get(reverse("start")).content.decode()
    save_answers(person_of(again(case)), answers(location="in_germany"), case.lead)
    assert again(case).next_due == day
    ((key, when),) = due_lines(web, case)
    web.post(page_of("followup:date", case), {"tun": "erledigt", "id": key, "day": when})
    assert again(case).next_due is None
    web.post(page_of("followup:date", case), {"tun": "entfernen", "id": key, "day": when})
    assert not DateNote.objects.exists()
    for faulty in ({"day": "", "words": "x"}, {"day": "1.1.2027", "words": ""}, {"day": "31.2.2027", "words": "x"}):
        response = web.post(page_of("followup:date", case), {"tun": "termin", **faulty})
        assert response.status_code == 422
        assert "Nicht gespeichert" in response.content.decode()


def test_a_date_that_has_passed_stays_until_somebody_calls_it_done(case: Case) -> None:
    past = timezone.localdate() - timedelta(days=2)
    keep_date(person_of(case), Noted(new_date_id(), past, words="Termin"), case.lead)
    assert again(case).next_due == past


def test_an_own_date_ahead_keeps_a_case_from_being_deleted(case: Case) -> None:
    today = timezone.localdate()
    noted = Noted(new_date_id(), today + timedelta(days=3), words="Anhörung")
    keep_date(person_of(case), noted, case.lead)
    assert [(each.day, each.title) for each in blockers_of(again(case), today)] == [(noted.day, "Anhörung")]
    assert blockers_of(again(case), today + timedelta(days=4)) == ()
    keep_date(person_of(again(case)), replace(noted, done=True), case.lead)
    assert blockers_of(again(case), today) == ()


def test_every_change_is_another_version_of_the_case(case: Case) -> None:
    person = person_of(case)
    noted = Noted(new_date_id(), timezone.localdate(), words="Termin")
    keep_date(person, noted, case.lead)
    keep_date(person, noted, case.lead)
    assert (again(case).version, len(noted_dates(person))) == (2, 1)
    assert len(whole_outlook(again(case)).agenda.dates) == 1


def test_a_closed_case_is_read_and_not_changed(web: Client, refused: Case) -> None:
    paper = first_paper(refused)
    Case.objects.update(state=CaseState.CLOSED, closed_on=timezone.localdate())
    assert web.get(page_of("followup:case", refused)).status_code == 200
    assert note(web, refused, paper, progress="asked")[0] == 409
    assert web.post(page_of("followup:date", refused), {"tun": "termin"}).status_code == 409


def test_whoever_was_only_asked_reads(refused: Case) -> None:
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    ask(again(refused), refused.lead, "Frage", releaser)
    browser = Client()
    browser.force_login(releaser)
    page = browser.get(page_of("followup:case", refused)).content.decode()
    assert "Als erledigt vermerken" not in page
    assert note(browser, refused, first_paper(refused), progress="asked")[0] == 403


def test_the_page_takes_as_many_queries_however_much_is_noted(
    web: Client, refused: Case, django_assert_max_num_queries: object
) -> None:
    web.get(page_of("followup:case", refused))
    person = person_of(again(refused))
    for place in range(30):
        paper = Paper(f"eigen-{place}", Progress.ASKED, words=f"Brief {place}")
        keep_paper(person, paper, refused.lead, Paper(paper.id).fingerprint)
        keep_date(person, Noted(new_date_id(), timezone.localdate(), words="Termin"), refused.lead)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert web.get(page_of("followup:case", refused)).status_code == 200


def test_nobody_adds_papers_or_dates_without_end(web: Client, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.cases.papers.MOST_OWN", 1)
    monkeypatch.setattr("advisor.cases.dates.MOST_OWN", 1)
    page, dates = page_of("followup:paper", case, "neu"), page_of("followup:date", case)
    assert [web.post(page, {"words": "Brief"}).status_code for _ in range(2)] == [302, 422]
    sent = {"tun": "termin", "day": "24.12.2099", "words": "Termin"}
    assert [web.post(dates, sent).status_code for _ in range(2)] == [302, 422]

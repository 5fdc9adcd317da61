"""The quick check: questions, the eight pathways and a result without a case, stored nowhere."""

from __future__ import annotations

import io
import logging
import re
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.quickcheck.sent import packed, unpacked
from pathways.engine.facts import Answer, Gap
from pathways.law import LAW
from tests.factories import answers, make_case, make_user, person_of
from tests.quickcheck.steps import CHECK, RESULT, everything, fields, kept, send, shown, words

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
BIRTH = "17.08.1987"  # stands nowhere else
MARKS = (BIRTH, "1987-08-17", "border_or_transit", "an der Grenze oder im Transit")


def test_it_starts_with_the_questions_that_decide_most(web: Client) -> None:
    response = web.get(CHECK)
    assert response.status_code == 200
    assert len(shown(response)) == 5
    assert "location" in shown(response)
    assert words(response).count("noch offen") >= len(LAW.pathways)
    assert kept(response) == {}


def test_answers_travel_on_and_new_questions_come(web: Client) -> None:
    first = web.get(CHECK)
    second = send(web, first, location="in_germany")
    assert second.status_code == 200
    assert kept(second) == {"location": Answer("in_germany")}
    assert not set(shown(first)) & set(shown(second))  # what was left empty is put off
    assert fields(second)["later"]
    third = send(web, second, go="part-a")
    assert "location" in shown(third)
    assert fields(third)["location"] == ["in_germany"]
    assert kept(third) == {"location": Answer("in_germany")}


def test_what_was_put_off_comes_again_on_demand(web: Client) -> None:
    first = web.get(CHECK)
    second = send(web, first, location="in_germany")
    again = send(web, second, go="again")
    assert set(shown(first)) - {"location"} & set(shown(again))


def test_not_known_is_never_no(web: Client) -> None:
    response = web.get(CHECK)
    response = send(web, response, go="part-d")
    response = send(web, response, go="stay", criminal_record="unknown")
    assert kept(response)["criminal_record"].value is Gap.NOT_KNOWN
    assert "scheidet derzeit aus" not in words(response)


def test_an_answer_can_be_emptied_and_reset(web: Client) -> None:
    response = send(web, web.get(CHECK), go="part-a", location="in_germany")
    assert kept(response) == {"location": Answer("in_germany")}
    emptied = send(web, response, go="stay", location="")
    assert kept(emptied) == {}
    assert kept(send(web, response, clear="location")) == {}


def test_a_proposal_is_taken_by_its_button(web: Client) -> None:
    response = send(web, web.get(CHECK), go="part-a")
    response = send(web, response, go="stay", nationality="FR")
    assert 'name="accept"' in response.content.decode()
    taken = send(web, response, accept="free_movement_status", go="")
    assert kept(taken)["free_movement_status"] == Answer("eu_eea_citizen")
    assert fields(taken)["free_movement_status"] == ["eu_eea_citizen"]


def test_a_wrong_day_stays_with_its_reason(web: Client) -> None:
    response = send(web, web.get(CHECK), go="part-a")
    wrong = send(web, response, go="on", birth_date="31.02.2000", location="in_germany")
    assert wrong.status_code == 422
    assert fields(wrong)["birth_date"] == ["31.02.2000"]
    assert "Diesen Tag gibt es nicht" in words(wrong)
    assert 'role="alert"' in wrong.content.decode()
    assert kept(wrong) == {"location": Answer("in_germany")}
    assert send(web, response, RESULT, birth_date="31.02.2000").status_code == 422


def test_with_htmx_only_what_has_changed_comes_back(web: Client) -> None:
    response = send(web, web.get(CHECK), go="part-b", location="in_germany")
    live = web.post(CHECK, {**fields(response), "current_status": "duldung"}, headers=HTMX)
    text = live.content.decode()
    assert live.status_code == 200
    assert "<html" not in text
    assert 'id="panel"' in text
    assert 'id="kept"' in text
    assert 'id="q-duldung_since"' in text  # asked now
    assert 'id="q-current_status"' not in text  # its fields show it already
    assert "dazugekommen" in text
    assert len(text) < 60_000


def test_what_a_new_answer_moves_is_said(web: Client) -> None:
    facts = {"location": "in_germany", "request_kind": "first_grant", "current_status": "duldung"}
    before = packed(answers(**facts))
    live = web.post(
        CHECK, {"kept": before, "part": "a", "shown": "location", "location": "abroad_home_country"}, headers=HTMX
    )
    announcement = live.content.decode().partition('id="announcement"')[2]
    assert "§ 25 Abs. 4 S. 1" in announcement


def test_the_result_has_deadlines_routes_pathways_and_norms(web: Client) -> None:
    facts = {
        "location": "in_germany",
        "nationality": ["RU"],
        "current_status": "duldung",
        "decision_kind": "abh_refusal_title",
        "decision_served_on": "2026-11-20",
        "enforceably_required_to_leave": True,
    }
    response = web.post(RESULT, {"kept": packed(answers(**facts))})
    text = words(response)
    assert response.status_code == 200
    for heading in ("Fristen", "Andere Wege zuerst prüfen", "Die acht Wege", "Was noch fehlt"):
        assert heading in text
    assert "20.12.2026" in text  # a month after the 20th
    for pathway in LAW.pathways:
        assert pathway.cite.text in text
    assert "Staatsangehörigkeit: Russland" in text
    assert web.get(RESULT).headers["Location"] == CHECK


def test_the_paper_is_accessible_and_not_kept(web: Client, tmp_path: Path) -> None:
    web.get(CHECK)
    before = everything()
    response = web.post(
        reverse("quickcheck:pdf"), {"kept": packed(answers(location="in_germany", birth_date="1987-08-17"))}
    )
    assert "1987" not in str(response.headers)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(response.content)
    for profile in ("ua1", "3a"):
        found = page.validate_pdf(str(path), profile=profile)
        assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    assert BIRTH in text
    changed = {table for table, rows in everything().items() if rows != before[table]}
    assert changed <= {"accounts_cacheentry"}  # how often somebody has asked for a file


def test_nothing_of_it_is_stored_logged_or_in_an_address(web: Client, caplog: pytest.LogCaptureFixture) -> None:
    web.get(CHECK)
    before = everything()
    seen: list[HttpResponse] = [web.get(CHECK)]
    with caplog.at_level(logging.DEBUG):
        seen.append(send(web, seen[-1], location="border_or_transit"))
        seen.append(send(web, seen[-1], go="part-a"))
        seen.append(send(web, seen[-1], go="stay", birth_date=BIRTH))
        seen.append(web.post(CHECK, fields(seen[-1]), headers=HTMX))
        seen.append(send(web, seen[-2], go="stay", last_entry_date="31.02." + BIRTH))
        seen.append(send(web, seen[-3], RESULT))
        seen.append(web.post(reverse("quickcheck:keep"), {**fields(seen[-1]), "reference": ""}))
        seen.append(web.post(reverse("quickcheck:keep"), {"reference": "X-1", "kept": "%zz"}))
    assert BIRTH in seen[3].content.decode()
    assert everything() == before
    stored, logged = repr(everything()), caplog.text
    session = repr(dict(web.session.items()))
    for response in seen:
        outside = "\n".join(
            [*map(str, response.headers.items()), response.request["PATH_INFO"], response.request["QUERY_STRING"]]
        )
        titles = "".join(re.findall(r"<title>.*?</title>", response.content.decode(), re.S))
        assert response.headers["Cache-Control"] == "no-store"
        for mark in MARKS:
            assert mark not in outside + titles
    for mark in MARKS:
        assert mark not in stored
        assert mark not in logged
        assert mark not in session


def test_it_becomes_a_case_only_on_demand_and_whole(web: Client) -> None:
    given = answers(
        location="in_germany", nationality=["RU", "DE"], birth_date="1999-03", enforceably_required_to_leave=True
    )
    given["criminal_record"] = Answer(Gap.DECLINED)
    data = {"kept": packed(given), "reference": "Q-1", "kind": "advice"}
    response = web.post(reverse("quickcheck:keep"), data)
    assert response.status_code == 302
    case = Case.objects.get(reference="Q-1")
    assert answers_of(person_of(case)) == {key: given[key] for key in answers_of(person_of(case))}
    assert len(answers_of(person_of(case))) == len(given)
    again = web.post(reverse("quickcheck:keep"), data)
    assert again.status_code == 422
    assert fields(again)["kept"] == [packed(given)] * 2  # to go back, and to try another key
    assert Case.objects.count() == 1


def test_every_answer_survives_the_way_through_the_form() -> None:
    given: dict[str, Answer] = {}
    for fact in LAW.facts:
        match fact.kind:
            case "bool":
                given[fact.id] = Answer(True)
            case "date":
                given.update(answers(**{fact.id: "2024-05-17"}))
            case "enum":
                given[fact.id] = Answer(fact.choices[-1].id)  # type: ignore[attr-defined]
            case "multi":
                ids = [choice.id for choice in fact.choices if choice.id != "none"]  # type: ignore[attr-defined]
                given[fact.id] = Answer(frozenset(ids[:2]))
    assert unpacked(packed(given)) == given
    gaps = {fact.id: Answer(Gap.NOT_KNOWN) for fact in LAW.facts}
    assert unpacked(packed(gaps)) == gaps


FORGED = {
    "nothing": {},
    "empty": {"kept": "", "shown": "", "place": "", "later": "", "part": "", "go": ""},
    "no such question": {"shown": ["x", "__class__"], "place": ["x"], "later": ["y"], "go": "part-zz", "part": "zz"},
    "wrong values": {
        "kept": "location=moon&birth_date=x&nationality=%00&nationality=RU",
        "shown": "location",
        "location": "moon",
    },
    "coarse": {"shown": "passport_valid", "passport_valid": "yes", "place": "passport_valid"},
    "control signs": {"kept": "\x00\x01%ff%fe=&&&;;==", "accept": "\x00", "clear": "\ud7ff"},
    "buttons": {"accept": "location", "clear": "nationality", "go": "on", "part": "a"},
    "one twice": {"shown": ["location"] * 50, "place": ["location"] * 50, "location": ["in_germany", "other"]},
    "many pairs": {"kept": "&".join(f"a{n}=1" for n in range(3000))},
    "long": {"kept": "location=" + "x" * 100_000},
}


@pytest.mark.parametrize("form", FORGED.values(), ids=FORGED.keys())
@pytest.mark.parametrize("name", ["check", "result", "pdf", "keep"])
def test_a_forged_form_is_never_a_fault(
    web: Client, monkeypatch: pytest.MonkeyPatch, name: str, form: dict[str, Any]
) -> None:
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: b"%PDF-")
    for headers in ({}, HTMX):
        response = web.post(reverse(f"quickcheck:{name}"), form, headers=headers)
        assert response.status_code in (200, 400, 413, 422)
    assert Case.objects.count() == 0


def test_too_much_is_refused(web: Client) -> None:
    assert web.post(CHECK, {"kept": "x" * (3 * 1024 * 1024)}).status_code in (400, 413)


@pytest.mark.parametrize(
    ("role", "check", "keep"),
    [(Role.COUNSELLOR, 200, 422), (Role.RELEASER, 200, 403), (Role.VOLUNTEER, 403, 403), (Role.EDITOR, 403, 403)],
)
def test_who_may(client: Client, role: Role, check: int, keep: int) -> None:
    client.force_login(make_user("ada", "Beratung Nord", role))
    data = {"kept": "location=in_germany"}
    assert client.get(CHECK).status_code == check
    assert client.post(RESULT, data).status_code == check
    assert client.post(reverse("quickcheck:keep"), data).status_code == keep
    assert ("Als Fall anlegen" in words(client.post(RESULT, data))) is (role is Role.COUNSELLOR)


def test_a_key_that_is_taken_says_so(web: Client, counsellor: Any) -> None:
    make_case(counsellor, "Q-2")
    response = web.post(reverse("quickcheck:keep"), {"kept": "location=in_germany", "reference": "Q-2"})
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()

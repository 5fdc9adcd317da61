"""Entering a filled-in paper in a case: shown in words, saved where nothing is in doubt, never over something newer."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.blank import entry_views
from advisor.blank.numbering import edition
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import save_answers
from pathways.engine.facts import Answer, Gap, Proof
from tests.factories import answers, person_of

pytestmark = pytest.mark.django_db


def address(case: Case) -> str:
    return reverse("blank:entry", args=(case.uuid, person_of(case).uuid))


def send(web: Client, case: Case, lines: str, go: str = "save", **more: Any) -> Any:
    return web.post(address(case), {"lines": lines, "go": go, **more})


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", response.content.decode())))


def field(response: Any) -> str:
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", response.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1]).strip()


def pairs(response: Any) -> list[str]:
    return re.findall(r'name="replace"\s+value="([^"]+)"', response.content.decode())


def kept(case: Case) -> dict[str, Answer]:
    return dict(answers_of(person_of(Case.objects.get(pk=case.pk))))


def test_checking_says_what_lines_mean_and_saves_nothing(web: Client, case: Case) -> None:
    response = send(web, case, "A 1: 1\nA 2 RU", go="check")
    assert response.status_code == 200
    assert "Aufenthaltsort: in Deutschland" in words(response)
    assert "Russland" in words(response)
    assert field(response) == "A 1: 1\nA 2 RU"
    assert kept(case) == {}


def test_what_is_clear_is_saved_and_shown_back_in_words(web: Client, case: Case) -> None:
    response = send(web, case, "A 1: 1\nA 4: 03.1999 g # laut Pass\nD 9: ?")
    assert response.status_code == 200
    assert "3 Antworten sind gespeichert" in words(response)
    assert "03.1999 · Nachweis gesehen · „laut Pass“" in words(response)
    assert field(response) == ""
    saved = kept(case)
    assert saved["location"].value == "in_germany"
    assert saved["birth_date"].proof is Proof.DOCUMENT_SEEN
    assert saved["criminal_record"].value is Gap.NOT_KNOWN


def test_a_wrong_line_stays_and_the_others_are_saved(web: Client, case: Case) -> None:
    response = send(web, case, "A 1: 1\nA 4: gestern\nA 7: 99")
    assert response.status_code == 422
    assert field(response) == "A 4: gestern\nA 7: 99"
    assert "Zeile 2" in words(response)
    assert "data-focus" in response.content.decode()
    assert set(kept(case)) == {"location"}


def test_another_answer_is_replaced_only_after_a_yes_that_has_seen_both(web: Client, case: Case) -> None:
    send(web, case, "A 1: 1")
    asked = send(web, case, "A 1: 2")
    assert asked.status_code == 409
    assert "„in Deutschland“ durch „im Ausland, im Herkunftsland“ ersetzen" in words(asked)
    assert field(asked) == "A 1: 2"
    assert kept(case)["location"].value == "in_germany"
    done = send(web, case, "A 1: 2", replace=pairs(asked))
    assert done.status_code == 200
    assert kept(case)["location"].value == "abroad_home_country"


def test_a_yes_holds_for_what_was_shown_only(web: Client, case: Case) -> None:
    send(web, case, "A 1: 1")
    agreed = pairs(send(web, case, "A 1: 2"))
    # Somebody else answers meanwhile, or the line is changed after the tick.
    save_answers(person_of(case), answers(location="border_or_transit"), case.lead)
    assert send(web, case, "A 1: 2", replace=agreed).status_code == 409
    assert kept(case)["location"].value == "border_or_transit"
    agreed = pairs(send(web, case, "A 1: 2"))
    assert send(web, case, "A 1: 3", replace=agreed).status_code == 409
    assert kept(case)["location"].value == "border_or_transit"


def test_a_note_is_never_lost_and_a_proof_goes_with_its_answer(web: Client, case: Case) -> None:
    send(web, case, "A 1: 1 g # Meldebescheinigung")
    again = send(web, case, "A 1: 1")
    assert "steht schon so im Fall" in words(again)
    asked = send(web, case, "A 1: 2 # seit Mai")
    send(web, case, "A 1: 2 # seit Mai", replace=pairs(asked))
    assert kept(case)["location"] == Answer("abroad_home_country", None, "Meldebescheinigung\nseit Mai")


def test_somebody_else_saving_at_the_same_moment_is_seen(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, raced = entry_views.save_answers, []

    def late(*args: Any, **kwargs: Any) -> None:
        if not raced:
            raced.append(True)
            other = person_of(Case.objects.get(pk=case.pk))
            save_answers(other, answers(location="border_or_transit"), case.lead)
        real(*args, **kwargs)

    monkeypatch.setattr(entry_views, "save_answers", late)
    response = send(web, case, "A 1: 1\nA 2: RU")
    assert response.status_code == 409
    assert "an der Grenze oder im Transit" in words(response)
    assert kept(case)["location"].value == "border_or_transit"
    assert kept(case)["nationality"].value == frozenset({"RU"})


def test_a_paper_with_other_numbers_is_not_read(web: Client, case: Case) -> None:
    response = send(web, case, "A 1: 1", edition="0000" if edition() != "0000" else "1111")
    assert response.status_code == 422
    assert field(response) == "A 1: 1"
    assert kept(case) == {}
    assert send(web, case, "A 1: 1", edition=f" {edition().lower()} ").status_code == 200


def test_an_answer_that_does_not_count_says_so(web: Client, case: Case) -> None:
    response = send(web, case, "A 1: 2\nB 20: 2020")
    assert "zählt deshalb nicht" in words(response)
    assert "duldung_since" in kept(case)


@pytest.mark.parametrize("lines", ["", "\x00", "x" * 30_001], ids=["empty", "null", "long"])
def test_nothing_to_read_is_said(web: Client, case: Case, lines: str) -> None:
    response = send(web, case, lines)
    assert response.status_code == 422
    assert kept(case) == {}


def test_lines_stand_nowhere_but_in_the_answers(web: Client, case: Case) -> None:
    send(web, case, "A 1: 1 # MARKE-SIEBEN\nA 4: MARKE-ACHT")
    session = web.session
    assert "MARKE" not in str(dict(session.items()))


@pytest.mark.parametrize(
    ("line", "gap", "said"),
    [
        ("D 9: ?", Gap.NOT_KNOWN, "weiß nicht"),
        ("D 9: weiß nicht", Gap.NOT_KNOWN, "weiß nicht"),
        ("D 9: Möchte nicht sagen", Gap.DECLINED, "möchte nicht sagen"),
    ],
    ids=["sign", "words", "declined"],
)
def test_a_gap_is_called_what_the_questionnaire_calls_it(
    web: Client, case: Case, line: str, gap: Gap, said: str
) -> None:
    response = send(web, case, line)
    assert kept(case)["criminal_record"].value is gap
    assert f": {said}" in words(response)


def test_first_one_checks_and_then_one_saves(web: Client, case: Case) -> None:
    def primary(response: Any) -> list[str]:
        return re.findall(r'class="btn btn-primary"\s+name="go"\s+value="(\w+)"', response.content.decode())

    assert primary(web.get(address(case))) == ["check"]
    assert primary(send(web, case, "A 1: 1", go="check")) == ["save"]
    assert primary(send(web, case, "A 1: 1")) == ["check"]

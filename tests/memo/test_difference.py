"""How two memos differ, in words: what changed is said, and what a paper merely leaves out is not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from advisor.cases.services import save_answers
from advisor.memo.difference import difference
from advisor.memo.making import Wish, as_json, make_memo
from advisor.memo.models import Audience, KeptMemo
from advisor.memo.parts import Length, Memo
from pathways.law import LAW
from tests.factories import answers, page_of, person_of
from tests.memo.conftest import Make

LABELS = {fact_id: fact.label for fact_id, fact in LAW.facts_by_id.items()}


def told(before: Memo, after: Memo) -> dict[str, str]:
    found = difference(json.loads(as_json(before)), json.loads(as_json(after)))
    return {changes.title: "\n".join(changes.lines) for changes in found}


def test_the_same_memo_does_not_differ(make: Make) -> None:
    for length in Length:
        assert told(make(length=length), make(length=length)) == {}


def test_a_verdict_is_told_with_its_point_and_the_demand_that_changed(make: Make) -> None:
    found = told(make(chosen=["p23a"]), make(chosen=["p23a"], enforceably_required_to_leave=False))
    assert (
        "§ 23a Abs. 1 S. 1 AufenthG: jetzt scheidet derzeit aus, vorher noch offen. Woran es hängt: "
        in found["Ergebnis"]
    )
    assert "vollziehbar ausreisepflichtig – jetzt nicht erfüllt, vorher erfüllt" in found["Voraussetzungen"]
    assert f"{LABELS['enforceably_required_to_leave']}: nein (vorher ja)" in found["Angaben"]


def test_deadlines_come_move_and_pass(make: Make) -> None:
    before, after = make(), make(decision_served_on="2026-11-21")
    lines = told(before, after)["Fristen"]
    assert "neu: " in lines
    assert "21.12.2026" in lines
    assert "entfallen: " in lines
    assert "20.12.2026" in lines
    assert "abgelaufen: " in told(before, make(as_of=date(2027, 1, 15)))["Fristen"]


def test_an_answer_given_taken_back_or_noted_is_told(make: Make) -> None:
    before, after = make({"location": "alt"}), make({"location": "neu"}, passport_valid=True)
    assert f"{LABELS['passport_valid']}: ja (vorher nicht beantwortet)" in told(before, after)["Angaben"]
    assert f"{LABELS['passport_valid']}: nicht beantwortet (vorher ja)" in told(after, before)["Angaben"]
    assert f"{LABELS['location']}: Notiz geändert" in told(before, after)["Angaben"]


def test_another_length_or_choice_changes_no_demand(make: Make) -> None:
    short, full = make(chosen=["p23a"]), make(chosen=["p23a", "p22_2"], length=Length.FULL)
    assert told(short, full) == told(full, short) == {}


def test_another_day_of_the_law_is_told(make: Make) -> None:
    assert "Stichtag 23.11.2026, vorher 22.11.2026" in told(make(), make(as_of=date(2026, 11, 23)))["Recht und Texte"]


@pytest.mark.django_db
def test_preview_and_page_compare_with_the_memo_before_of_the_same_sort(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: b"%PDF-1.7")
    person = person_of(case)

    def make_one(audience: Audience) -> int:
        return make_memo(person, case.lead, Wish(audience=audience), several=False)[0].record.number

    first = make_one(Audience.FILE)
    save_answers(person, answers(federal_state="BE"), case.lead)
    preview = web.get(page_of("memo:person_preview", case)).content.decode()
    assert f"seit Memo {first} vom" in preview
    assert "Berlin (vorher nicht beantwortet)" in preview
    assert "seit Memo" not in web.get(page_of("memo:person_preview", case), {"fuer": "behoerde"}).content.decode()
    found = web.get(reverse("memo:preview", args=(case.uuid,)), {"fuer": "behoerde"}, follow=True)
    assert "Auswahl für eine Behörde" in found.content.decode(), "for whom is not forgotten on the way"
    selection, second = make_one(Audience.AUTHORITY), make_one(Audience.LAWYER)
    pages = {number: page(web, case, number) for number in (first, selection, second)}
    assert "Davor ist kein Memo aufbewahrt" in pages[first]
    assert "Davor ist kein Memo aufbewahrt" in pages[selection]
    assert "Berlin (vorher nicht beantwortet)" in pages[second]
    KeptMemo.objects.filter(record__number=first).update(sealed_content=None)
    assert "Davor ist kein Memo aufbewahrt" in page(web, case, second)


def page(web: Client, case: Case, number: int) -> Any:
    return web.get(reverse("memo:changed", args=(case.uuid, number))).content.decode()

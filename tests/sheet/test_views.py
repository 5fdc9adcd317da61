"""The pages of the sheet: shown, kept and logged; a language that does not fit is blocked and says why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from advisor.guidance.models import PaperKind
from advisor.logbook.models import Action, Event
from advisor.memo.models import KeptMemo
from advisor.sheet import making, views
from pathways.content.sheet import Translation, german, translation
from tests.factories import person_of

pytestmark = pytest.mark.django_db


def at(case: Case, name: str) -> str:
    return reverse(f"sheet:{name}", args=(case.uuid, person_of(case).uuid))


def test_a_sheet_is_shown_kept_and_logged(case: Case, web: Client) -> None:
    shown = web.get(at(case, "preview"), {"sprache": "en"})
    assert '<div class="memo-sheet" lang="en" dir="ltr">' in shown.content.decode()
    made = web.post(at(case, "pdf"), {"sprache": "en"})
    assert made.status_code == 200
    assert made.content.startswith(b"%PDF")
    assert case.reference not in made["Content-Disposition"]
    kept = KeptMemo.objects.get(case=case)
    assert (kept.record.kind, kept.language) == (PaperKind.SHEET, "en")
    actions = set(Event.objects.filter(case=case.uuid).values_list("action", flat=True))
    assert {Action.SHEET_VIEWED, Action.SHEET_MADE} <= actions


def test_a_changed_german_blocks_exactly_that_language(
    case: Case, web: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "text.urgent"

    def changed(language: str) -> Translation:
        words = translation(language)
        return replace(words, texts={**words.texts, key: ("was", "x")}) if language == "ar" else words

    for module in (making, views):
        monkeypatch.setattr(module, "translation", changed)
    page = web.get(at(case, "preview"), {"sprache": "ar"})
    text = page.content.decode()
    assert "Arabisch: 1 Text wurde seit der Übersetzung geändert" in text
    assert german()[key][:30] in text
    assert page.context["shown"] == "de"
    assert [tongue.id for tongue in page.context["blocked"]] == ["ar"]
    assert web.post(at(case, "pdf"), {"sprache": "ar"}).status_code == 409
    assert not KeptMemo.objects.filter(case=case).exists()


def test_a_language_that_does_not_exist_is_refused(case: Case, web: Client) -> None:
    answers: list[Any] = [web.get(at(case, "preview"), {"sprache": "xx"})]
    answers.append(web.post(at(case, "pdf"), {"sprache": "xx"}))
    assert [answer.status_code for answer in answers] == [400, 400]

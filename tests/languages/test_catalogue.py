"""The English is complete, and a German page says exactly what stands in the sources."""

from __future__ import annotations

import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from advisor.web import wording
from pathways.content import words
from pathways.engine.facts import OneOf, SomeOf
from pathways.law.facts import FACTS, SECTIONS

ROOT = Path(settings.BASE_DIR)


@pytest.fixture(scope="module")
def catalogue() -> dict[str, str]:
    """What is said in English for each string, as it was compiled; plural forms as they are kept."""
    with (ROOT / "locale/en/LC_MESSAGES/django.mo").open("rb") as file:
        found = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key: text for key, text in found.items() if isinstance(key, str) and key and "\x04" not in key}


def test_every_marked_string_has_its_english_with_the_same_placeholders() -> None:
    done = subprocess.run(
        [sys.executable, "tools/check_translations.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_german_says_what_stands_in_the_sources(catalogue: dict[str, str]) -> None:
    """A German string that is also an English one of Django or allauth would be translated from English."""
    with translation.override("de"):
        assert [text for text in catalogue if translation.gettext(text) != text] == []


def test_english_says_what_stands_in_the_catalogue(catalogue: dict[str, str]) -> None:
    assert len(catalogue) > 500
    with translation.override("en"):
        assert [key for key, text in catalogue.items() if translation.gettext(key) != text] == []


def test_every_word_of_the_program_is_translated() -> None:
    labels = [*words.VERDICTS.values(), *words.STATES.values(), *words.URGENCIES.values(), words.DONE, words.TO_DO]
    texts = [label.word for label in labels]
    for table in (words.KINDS, words.MODES, words.GRANTS, words.PROOFS, words.GAPS, words.MANNERS, words.CURES):
        texts += table.values()
    with translation.override("en"):
        assert [text for text in texts if translation.gettext(text) == text] == []


def test_questions_and_answers_are_those_of_the_language() -> None:
    for fact in FACTS:
        with translation.override("de"):
            assert (wording.ask(fact), wording.label(fact), wording.hint(fact)) == (fact.ask, fact.label, fact.note_de)
        with translation.override("en"):
            assert (wording.ask(fact), wording.label(fact), wording.hint(fact)) == (
                fact.ask_en,
                fact.label_en,
                fact.note_en,
            )
            if isinstance(fact, OneOf | SomeOf):
                assert [wording.label(choice) for choice in fact.choices] == [
                    choice.label_en for choice in fact.choices
                ]
    with translation.override("en"):
        assert [wording.section_title(key) for key in SECTIONS] == [each.title_en for each in SECTIONS.values()]

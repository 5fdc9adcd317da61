"""The words of the sheet: complete and fresh in every language, and a changed German text blocks a language."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from advisor.sheet.compose import compose_sheet
from advisor.texts.library import built_in_library
from pathways.content.sheet import LANGUAGES, NORMS, Fault, Translation, Trouble, faults, german, translation
from pathways.engine.consultation import consult
from pathways.law import LAW
from tests.papers.office import DAY, HEAD, demo_answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_fits_its_german(language: str) -> None:
    words = translation(language)
    assert faults(words) == ()
    assert set(words.texts) == set(german())


@pytest.mark.parametrize("trouble", Trouble)
def test_a_text_that_does_not_fit_is_named(trouble: Trouble) -> None:
    now = german()
    key = "text.intro"
    texts = {each: (text, f"x {text}") for each, text in now.items()}
    if trouble is Trouble.MISSING:
        del texts[key]
    elif trouble is Trouble.STALE:
        texts[key] = ("another German text {day}", "x {day}")
    else:
        texts[key] = (now[key], "x {other}")
    assert faults(Translation("en", False, texts)) == (Fault(key, trouble, now[key]),)


def test_the_statements_of_law_have_a_norm_that_somebody_has_checked() -> None:
    assert {f"text.{name}" for name in NORMS} <= set(german())
    for name in ("asylum", "lapse", "leave", "late", "false"):
        assert NORMS[name]
        assert not any(cite.is_unverified for cite in NORMS[name])


def test_the_command_finds_nothing_to_translate(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("sheets")
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" zu")[0] for line in said] == [f"{each}: {len(german())} Texte, 0" for each in LANGUAGES]


def test_the_first_title_in_reach_is_explained_in_plain_words_with_its_norms_where_there_is_a_text() -> None:
    given = demo_answers(1)
    assessment = consult(LAW, given, DAY, "K-1")
    for language, is_explained in (("de", True), ("uk", False)):
        sheet = compose_sheet(assessment, given, {}, translation(language), HEAD, built_in_library())
        assert sheet.possible[0].says == sheet.t["met"]
        plain = sheet.possible[0].plain
        assert bool(plain) is is_explained
        assert all(said.cite and "[" not in said.text for said in plain)

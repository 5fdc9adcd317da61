"""Sheets to look at: of a case with hardly an answer and of one with much to say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from advisor.cases.papers import Paper, Progress
from advisor.cases.proofs import proof_list
from advisor.sheet.compose import Sheet, compose_sheet
from advisor.sheet.making import sheet_pdf
from advisor.texts.library import built_in_library
from pathways.content.sheet import Translation, translation
from pathways.engine.consultation import consult
from pathways.law import LAW
from tests.memo.conftest import FACTS, LETTERHEAD, answers

Make = Callable[..., Sheet]
Print = Callable[[str, bool], bytes]


def made(language: str, *, full: bool = True, words: Translation | None = None) -> Sheet:
    """A sheet; the full one with deadlines and papers in every state."""
    given = answers(**FACTS) if full else {}
    assessment = consult(LAW, given, date(2026, 11, 22), "M-2026-014")
    listed = [item.id for item in proof_list(assessment, given)]
    states = zip(listed, (Progress.MISSING, Progress.ASKED, Progress.THERE), strict=False)
    papers = {key: Paper(key, state) for key, state in states} if full else {}
    return compose_sheet(assessment, given, papers, words or translation(language), LETTERHEAD, built_in_library())


@pytest.fixture(scope="session")
def printed() -> Print:
    """The file of a sheet by language and whether it is the full one; written once."""
    return cache(lambda language, full: sheet_pdf(made(language, full=full), "0" * 32))

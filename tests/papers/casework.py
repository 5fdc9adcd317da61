"""Papers for the client, written without a database: the sheet in each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from advisor.sheet.compose import compose_sheet
from advisor.sheet.making import sheet_pdf
from pathways.content.sheet import faults, translation
from pathways.content.sheet.translated import LANGUAGES
from pathways.engine.consultation import consult
from pathways.engine.facts import Answers
from pathways.law import LAW
from tests.papers.making import Paper
from tests.papers.office import DAY, HEAD, NAMES, demo_answers


def client_sheet(language: str, given: Answers) -> bytes:
    """The sheet in a language."""
    words = translation(language)
    return sheet_pdf(compose_sheet(consult(LAW, given, DAY, "K-1"), given, {}, words, HEAD), "x")


def papers() -> Iterator[tuple[str, Paper]]:
    """The papers of this module by name."""
    yield "sheet without answers, de", Paper(partial(client_sheet, "de", {}), pages=(1, 2), personal=NAMES)
    for language in LANGUAGES:
        if faults(translation(language)):
            continue  # no sheet is made in it, which tests/sheet sees to
        write = partial(client_sheet, language, demo_answers(0))
        # Latin and Cyrillic letters stand alike: one of each, and both from right to left.
        yield (
            f"sheet, {language}",
            Paper(
                write,
                language=language,
                marks=("§ 23a",),
                absent=("K-1",),
                personal=NAMES,
                pages=(1, 4),
                long=language in ("de", "en", "ru"),
            ),
        )

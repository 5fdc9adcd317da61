"""Papers for the client and the commission, written without a database: the sheet in each language, the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from advisor.dossier.compose import Given, dossier_of
from advisor.dossier.entries import NOW, Entry, Row
from advisor.dossier.making import dossier_html
from advisor.dossier.sections import SECTIONS
from advisor.memo.render import write_pdf
from advisor.sheet.compose import compose_sheet
from advisor.sheet.making import sheet_pdf
from advisor.texts.library import built_in_library
from pathways.content.sheet import faults, translation
from pathways.content.sheet.translated import LANGUAGES
from pathways.engine.consultation import consult
from pathways.engine.facts import Answers
from pathways.law import LAW
from tests.papers.making import CYRILLIC, LATIN, MARKS, TYPED, Paper
from tests.papers.office import DAY, HEAD, NAMES, demo_answers


def client_sheet(language: str, given: Answers) -> bytes:
    """The sheet in a language."""
    words = translation(language)
    return sheet_pdf(compose_sheet(consult(LAW, given, DAY, "K-1"), given, {}, words, HEAD, built_in_library()), "x")


def dossier(given: Answers, *, full: bool) -> bytes:
    """The papers for the hardship commission, with nothing or with everything typed into them."""
    row = Row("2019-05", NOW, LATIN, CYRILLIC)
    entries = {each.id: Entry(each.id, (row,) * 3 if each.rows else (), TYPED, True) for each in SECTIONS}
    about = Given(consult(LAW, given, DAY, "H-1"), given, {}, entries if full else {}, "H-1")
    return write_pdf(dossier_html(dossier_of(about, HEAD)), "x")


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
    yield "dossier without answers", Paper(partial(dossier, {}, full=False), pages=(1, 6), personal=NAMES)
    yield (
        "dossier",
        Paper(partial(dossier, demo_answers(0), full=True), marks=MARKS, pages=(2, 15), personal=NAMES),
    )

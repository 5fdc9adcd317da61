"""Papers written without a database: memos, the blank questionnaire, the quick check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from advisor.blank.paper import blank_pdf
from advisor.cases.standing import Standing
from advisor.demo.demo_cases import demo_cases
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length, Letterhead
from advisor.memo.render import memo_pdf
from advisor.quickcheck.paper import sheet_pdf
from advisor.quickcheck.sheet import sheet
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer, Gap, Proof
from pathways.law import LAW
from tests.papers.ink import Margins
from tests.papers.making import ENDLESS, LATIN, MARKS, TYPED, Paper

DAY = date(2026, 11, 22)
HEAD = Letterhead("Beratungsstelle Musterstadt", "Bea Beispiel", "RAin Muster", "22.11.2026")
SEVERAL = ("p22_1", "p22_2", "p23a", "p25_4_2")
NAMES = ("Beispiel", "Muster")


def demo_answers(number: int) -> dict[str, Answer]:
    """The answers of one of the cases of the demonstration."""
    return list(demo_cases(DAY))[number].answers()


def full_answers() -> dict[str, Answer]:
    """Every question answered or refused, each with a note as long and as wild as a note gets."""
    known = demo_answers(0)
    given = {fact.id: known.get(fact.id, Answer(Gap.NOT_KNOWN)) for fact in LAW.facts}
    return {key: replace(answer, proof=Proof.TOLD, note=TYPED) for key, answer in given.items()}


def memo(given: dict[str, Answer], reference: str = "M-2026-014", head: Letterhead = HEAD, **more: Any) -> bytes:
    """A memo as a file."""
    assessment = consult(LAW, given, DAY, reference)
    return memo_pdf(memo_of(assessment, given, head, **more))


def papers() -> Iterator[tuple[str, Paper]]:
    """The papers of this module by name."""
    yield "memo without a case", Paper(lambda: memo({}, "", Letterhead()), pages=(1, 7))
    yield (
        "memo",
        Paper(
            lambda: memo(demo_answers(0)),
            personal=NAMES,
            in_order=("Beratungsstelle Musterstadt", "M-2026-014", "Das Ergebnis in Kürze", "Die acht Wege", "Quellen"),
            pages=(3, 6),
        ),
    )
    yield (
        "memo with everything",
        Paper(
            lambda: memo(full_answers(), LATIN, replace(HEAD, office=ENDLESS), chosen=SEVERAL, length=Length.FULL),
            marks=MARKS,
            personal=NAMES,
            pages=(60, 200),
        ),
    )
    blank = Paper(lambda: b"", pages=(6, 14), margins=Margins(12, 14, 15, 14), bookmarked=2, by_hand=True)
    for language in ("de", "en"):
        yield f"blank, {language}", replace(blank, write=partial(blank_pdf, language), language=language)
    yield "quick check without answers", Paper(lambda: sheet_pdf(sheet(Standing({}, DAY))), pages=(1, 4), by_hand=True)
    yield (
        "quick check",
        Paper(
            lambda: sheet_pdf(sheet(Standing(demo_answers(0), DAY))),
            in_order=("Fristen", "Die acht Wege"),
            pages=(1, 6),
            by_hand=True,
        ),
    )

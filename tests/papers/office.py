"""Papers written without a database: memos, the blank questionnaire, the quick check."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PIL import Image

from advisor.blank.paper import blank_pdf
from advisor.cases.standing import Standing
from advisor.demo.demo_cases import demo_cases
from advisor.memo.logo import clean_logo
from advisor.memo.making import ATTACHED_AS
from advisor.memo.models import Audience, Purpose
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length, Letterhead, Memo
from advisor.memo.render import Attached, memo_pdf
from advisor.memo.stamp import stamp_words, stamped
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


def memo(given: dict[str, Answer], reference: str = "M-2026-014", head: Letterhead = HEAD, **more: Any) -> Memo:
    """A memo on the day of these papers."""
    assessment = consult(LAW, given, DAY, reference)
    return memo_of(assessment, given, head, **more)


def noted_answers() -> dict[str, Answer]:
    """The answers of a case of the demonstration, one with a note."""
    given = demo_answers(0)
    return {**given, "german_level": replace(given["german_level"], note=LATIN)}


def for_the_file() -> bytes:
    """A memo with a letterhead of the office and the data of the assessment inside."""
    picture = io.BytesIO()
    Image.new("RGB", (240, 80), "#6d2e5b").save(picture, "PNG")
    drawn = b64encode(clean_logo(picture.getvalue())).decode()
    head = replace(
        HEAD,
        address=("Musterweg 1", "12345 Musterstadt"),
        phone="030 123456",
        mail="rat@example.org",
        web="https://example.org",
        foot="Ein Verein mit vielen Freundinnen und Freunden",
        logo=f"data:image/png;base64,{drawn}",
        logo_text="Zeichen des Vereins",
    )
    attached = Attached(ATTACHED_AS, "Bewertung", json.dumps({"as_of": DAY.isoformat()}), DAY)
    return memo_pdf(memo(demo_answers(0), head=head), attached=attached)


def for_an_authority() -> bytes:
    """A memo with a selection of what is known."""
    return memo_pdf(memo(noted_answers(), audience=Audience.AUTHORITY, chosen=("p23a",)))


def for_print() -> bytes:
    """A memo as a volunteer prints it, with the stamp of the release."""
    return stamped(for_an_authority(), stamp_words(DAY, Purpose.COMMISSION, DAY))


def papers() -> Iterator[tuple[str, Paper]]:
    """The papers of this module by name."""
    yield "memo without a case", Paper(lambda: memo_pdf(memo({}, "", Letterhead())), pages=(1, 7))
    yield (
        "memo for the file",
        Paper(
            for_the_file,
            marks=("Musterweg 1", "Ein Verein mit vielen Freundinnen"),
            personal=NAMES,
            in_order=("Beratungsstelle Musterstadt", "M-2026-014", "Das Ergebnis in Kürze", "Die acht Wege", "Quellen"),
            pages=(3, 6),
            attached=True,
        ),
    )
    lawyer = Paper(lambda: memo_pdf(memo(noted_answers(), audience=Audience.LAWYER)), marks=(LATIN,), personal=NAMES)
    yield "memo for a lawyer", replace(lawyer, long=True)
    yield "memo for an authority", Paper(for_an_authority, absent=(LATIN,), personal=NAMES)
    yield "memo to print", Paper(for_print, personal=NAMES)
    yield (
        "memo with everything",
        Paper(
            lambda: memo_pdf(
                memo(full_answers(), LATIN, replace(HEAD, office=ENDLESS), chosen=SEVERAL, length=Length.FULL)
            ),
            marks=MARKS,
            personal=NAMES,
            pages=(60, 200),
        ),
    )
    blank = Paper(lambda: b"", pages=(6, 14), margins=Margins(12, 14, 15, 14), bookmarked=2, by_hand=True)
    for language in ("de", "en"):
        yield (
            f"blank, {language}",
            replace(blank, write=partial(blank_pdf, language), language=language, long=language != "de"),
        )
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

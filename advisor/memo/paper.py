"""From an assessment to a memo under the law and the texts there are, as data or as PDF."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import override

from advisor.memo import render
from advisor.memo.compose import compose
from advisor.memo.models import Audience
from advisor.memo.parts import Length, Letterhead, Memo
from advisor.texts.library import Library, built_in_library
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers
from pathways.law import LAW


def memo_of(
    assessment: Assessment,
    answers: Answers,
    letterhead: Letterhead | None = None,
    chosen: Collection[str] | None = None,
    length: Length = Length.SHORT,
    reference: str = "",
    audience: Audience = Audience.FILE,
    library: Library | None = None,
    done: Collection[str] = (),
) -> Memo:
    """The memo on an assessment; ``chosen``: the pathways with a part of their own, by default the promising ones.

    ``reference``: the key to print where it is not that of the case alone. ``library``: the texts of the office;
    without one those that come with the program. ``done``: ids of the deadlines that somebody has called done.
    """
    known = library or built_in_library()
    with override("de"):
        return compose(assessment, answers, LAW, known, letterhead, chosen, length, reference, audience, done)


def memo_pdf(assessment: Assessment, answers: Answers, letterhead: Letterhead | None = None) -> bytes:
    """The memo on an assessment as PDF."""
    return render.memo_pdf(memo_of(assessment, answers, letterhead))

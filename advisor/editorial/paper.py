"""A text on paper before it is released: the memo of an invented case, the part on the pathway only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils import timezone

from advisor.editorial.samples import Sample
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length
from advisor.memo.render import memo_pdf
from advisor.texts.library import Library
from pathways.content.slots import Slot, Subject

_IN_MEMO = ("about", "procedure", "pitfalls")


def has_paper(slot: Slot) -> bool:
    """Whether a memo prints the text."""
    return slot.subject_kind is Subject.PATHWAY and slot.name in _IN_MEMO


def sample_paper(library: Library, slot: Slot, language: str, body: str, sample: Sample) -> bytes:
    """The full part of a memo on the text's pathway as PDF, with the text as it is in the editor."""
    with_text = library.with_draft(slot.id, language, body)
    assessment = sample.assessment(timezone.localdate())
    memo = memo_of(
        assessment,
        sample.answers(),
        chosen=(slot.subject_id,),
        length=Length.FULL,
        reference="Textvorschau",
        library=with_text,
    )
    # What has nothing to do with the text would only put it on a later page.
    names = ("summary", "overview", "deadlines", "deadline_hints", "counting", "routes", "route_hints", "answers")
    empty: dict[str, Any] = dict.fromkeys((*names, "questions", "contacts", "effects"), ())
    return memo_pdf(replace(memo, **empty))

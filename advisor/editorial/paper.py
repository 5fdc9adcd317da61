"""A text on paper before it is released: the full memo of an invented case on the pathway it is about."""

from __future__ import annotations

from django.utils import timezone

from advisor.editorial.samples import Sample
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length
from advisor.memo.render import memo_pdf
from advisor.texts.library import Library
from pathways.content.slots import Slot, Subject

# A short memo leaves some of them out where a pathway does not look promising.
_IN_MEMO = ("about", "procedure", "pitfalls")


def has_paper(slot: Slot) -> bool:
    """Whether a memo prints the text."""
    return slot.subject_kind is Subject.PATHWAY and slot.name in _IN_MEMO


def sample_paper(library: Library, slot: Slot, language: str, body: str, sample: Sample) -> bytes:
    """The memo as PDF, whole as it would be kept, with the text as it is in the editor."""
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
    return memo_pdf(memo)

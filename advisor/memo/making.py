"""Making a memo: from a person of a case to the paper, looked at or kept; for pages and for work in the background."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.frame import name_of
from advisor.cases.models import Person
from advisor.cases.services import assessment_of
from advisor.guidance.standing import Standing, standing_of
from advisor.memo.audience import PRINTS
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.letterhead import letterhead_of
from advisor.memo.models import Audience, KeptMemo
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length, Memo
from advisor.memo.render import Attached, memo_pdf
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers
from pathways.engine.report import FORMAT, report
from pathways.law import LAW

ATTACHED_AS = "bewertung.json"
_ATTACHED = f"Die Bewertung, auf der dieses Memo beruht, im Format {FORMAT}"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a memo is wanted; ``chosen``: ids of the pathways with a part of their own, empty for the promising ones."""

    chosen: tuple[str, ...] = ()
    length: Length = Length.SHORT
    audience: Audience = Audience.FILE


@dataclass(frozen=True, slots=True)
class Composed:
    """A memo with what it rests on."""

    memo: Memo
    assessment: Assessment
    answers: Answers
    adviser: User
    standing: Standing
    audience: Audience

    @property
    def attached(self) -> Attached | None:
        """The assessment as it goes with the file, where its reader gets it."""
        if not PRINTS[self.audience].attached:
            return None
        content = json.dumps(report(self.assessment, LAW), ensure_ascii=False, indent=1)
        return Attached(ATTACHED_AS, _ATTACHED, content, self.assessment.as_of)


def composed_memo(person: Person, adviser: User, wish: Wish, *, several: bool) -> Composed:
    """The memo about a person as an adviser would make it today; ``several``: the case is about more than one."""
    answers = answers_of(person)
    assessment = assessment_of(person, answers)
    standing = standing_of(adviser, timezone.localdate())
    memo = memo_of(
        assessment,
        answers,
        letterhead_of(person.case.office, adviser, standing),
        chosen=wish.chosen or None,
        length=wish.length,
        # Memos about several persons of one case would otherwise look alike.
        reference=f"{assessment.reference}, {name_of(person.case, person)}" if several else "",
        audience=wish.audience,
    )
    return Composed(memo, assessment, answers, adviser, standing, wish.audience)


def as_json(memo: Memo) -> str:
    """All parts of a memo, as they are kept with it."""
    return json.dumps(asdict(memo), ensure_ascii=False)


def make_memo(
    person: Person, adviser: User, wish: Wish, *, several: bool, also: Callable[[KeptMemo], None] | None = None
) -> tuple[KeptMemo, bytes]:
    """Write the memo as a file and keep it, with the judgement it rests on frozen as evidence; Stale as `keep_memo`.

    ``also``: what has to happen in the same transaction; where it raises, nothing is kept.
    """
    composed = composed_memo(person, adviser, wish, several=several)
    # The checksum of the file stands in clear and outlives the case. With something random in the file nobody can try
    # out which answers would give it.
    content = memo_pdf(composed.memo, secrets.token_hex(16), composed.attached)
    written = Written(content, audience=composed.audience, parts=as_json(composed.memo))
    with transaction.atomic():
        kept = keep_memo(written, person, composed.assessment, composed.answers, adviser, composed.standing)
        if also:
            also(kept)
    return kept, content

"""Making a memo: from a person of a case to the paper, looked at or kept; for pages and for work in the background."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.db import transaction

from advisor.accounts.models import User
from advisor.cases.models import Person
from advisor.cases.outlook import still_open
from advisor.memo.audience import PRINTS
from advisor.memo.basis import Basis, basis_of, fresh_identifier
from advisor.memo.keeping import Written
from advisor.memo.models import Audience, KeptMemo
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length, Memo
from advisor.memo.render import Attached, memo_pdf
from advisor.texts.library import library_of
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
    basis: Basis
    audience: Audience

    @property
    def attached(self) -> Attached | None:
        """The assessment as it goes with the file, where its reader gets it."""
        if not PRINTS[self.audience].attached:
            return None
        assessment = self.basis.assessment
        content = json.dumps(report(assessment, LAW), ensure_ascii=False, indent=1)
        return Attached(ATTACHED_AS, _ATTACHED, content, assessment.as_of)


def composed_memo(person: Person, adviser: User, wish: Wish, *, several: bool) -> Composed:
    """The memo about a person as an adviser would make it today; ``several``: the case is about more than one."""
    basis = basis_of(person, adviser)
    memo = memo_of(
        basis.assessment,
        basis.answers,
        basis.letterhead(),
        chosen=wish.chosen or None,
        length=wish.length,
        reference=basis.reference(several=several),
        audience=wish.audience,
        library=library_of(person.case.office_id),
        done=_called_done(basis),
    )
    return Composed(memo, basis, wish.audience)


def _called_done(basis: Basis) -> frozenset[str]:
    """The ids of the deadlines that somebody has called done; no query."""
    running = basis.assessment.deadlines
    left = still_open(basis.person.case, basis.person.uuid, running)
    return frozenset(due.deadline.id for due in running if due not in left)


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
    content = memo_pdf(composed.memo, fresh_identifier(), composed.attached)
    written = Written(content, audience=composed.audience, parts=as_json(composed.memo))
    with transaction.atomic():
        kept = composed.basis.keep(written)
        if also:
            also(kept)
    return kept, content

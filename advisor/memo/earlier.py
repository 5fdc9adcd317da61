"""The memo made before another one about the same person, and how the two differ."""

from __future__ import annotations

import json
from dataclasses import dataclass

from advisor.cases.models import Case, Person
from advisor.guidance.models import PaperKind
from advisor.memo.audience import PRINTS
from advisor.memo.difference import Changes, difference
from advisor.memo.keeping import parts_of
from advisor.memo.models import Audience, KeptMemo


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier memo with what differs from it; ``changes`` is None where that cannot be told."""

    memo: KeptMemo
    changes: tuple[Changes, ...] | None


def since_last(case: Case, person: Person, audience: str, parts: str, *, before: int | None = None) -> Since | None:
    """How a memo, given by its parts, differs from the last one kept, or the last with a number below ``before``.

    None where there is none. A selection for an authority is compared with such a selection only.
    """
    earlier = KeptMemo.objects.filter(
        case=case,
        person=person,
        record__kind=PaperKind.MEMO,
        audience__in=_alike(audience),
        sealed_content__isnull=False,
    )
    if before is not None:
        earlier = earlier.filter(record__number__lt=before)
    memo = earlier.defer("sealed").select_related("record").order_by("-record__number").first()
    if memo is None:
        return None
    memo.case = case
    try:
        return Since(memo, difference(json.loads(parts_of(memo)), json.loads(parts)))
    except KeyError:
        # Kept by a version of the program that composed memos of other parts.
        return Since(memo, None)


def _alike(audience: str) -> list[str]:
    selection = [item.value for item, prints in PRINTS.items() if prints.selection]
    return selection if audience in selection else [item.value for item in Audience if item.value not in selection]

"""Every leaf of every trigger decides some vignette that lists deadlines, other routes or warnings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from pathways.engine import conditions as c
from pathways.engine.consultation import relevance_of
from pathways.engine.dated import ALL_TIME, Span
from pathways.engine.relevance import CaseView
from pathways.law import LAW
from tests.law.mutation import negated
from tests.law.vignettes import vignettes

Trigger = tuple[str, c.Condition, Span]


def triggers() -> dict[str, list[Trigger]]:
    """What raises a deadline, another route and a warning: its id, its condition and the days it exists."""
    return {
        "deadlines": [(deadline.id, deadline.when, ALL_TIME) for deadline in LAW.deadlines],
        "referrals": [(referral.id, referral.when, referral.span) for referral in LAW.referrals],
        "warnings": [
            (criterion.id, criterion.trigger, criterion.span)
            for criterion, _ in LAW.warnings
            if criterion.trigger is not None
        ],
    }


@cache
def views(part: str) -> tuple[CaseView, ...]:
    """What the rules see of the vignettes that list this part; `test_vignettes` holds their lists."""
    relevance = relevance_of(LAW)
    return tuple(relevance.view(vignette.answers, vignette.as_of) for vignette in vignettes() if part in vignette.lists)


def unnoticed(part: str) -> Iterator[str]:
    """The leaves whose negation changes nothing in any vignette."""
    for trigger_id, condition, span in triggers()[part]:
        for index, leaf in enumerate(condition.leaves()):
            mutant = negated(condition, index)
            if not any(
                span.covers(view.as_of) and mutant.triggered(view) is not condition.triggered(view)
                for view in views(part)
            ):
                yield f"{trigger_id}, leaf {index + 1}: {leaf}"


@pytest.mark.parametrize("part", ["deadlines", "referrals", "warnings"])
def test_every_leaf_of_a_trigger_decides_some_vignette(part: str) -> None:
    assert list(unnoticed(part)) == []

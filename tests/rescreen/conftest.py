"""Another law than that of the program, and cases that it moves or leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.rescreen.models import Run
from advisor.rescreen.tasks import run_through
from pathways.engine.conditions import NEVER, Condition
from pathways.engine.dated import Span
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Rule
from pathways.law import LAW
from pathways.law import facts as f
from tests.factories import make_case

CHANGED = "p23a_enforceable"
FACTS = {"location": "in_germany", "federal_state": "NW", "current_status": "duldung", "nationality": ["RU"]}


def law_with(holds: Condition, fails_on: Condition = NEVER, *, span: Span | None = None) -> Lawbook:
    """The law with one criterion of § 23a that has another rule; ``span``: from a day on, the old one until then."""
    pathway = LAW.pathway("p23a")
    criteria = []
    for criterion in pathway.criteria:
        if criterion.id != CHANGED:
            criteria.append(criterion)
            continue
        other = criterion.but(rule=Rule(holds, fails_on), says="Ein anderer Satz.", remedies=(), contested=None)
        if span is None or span.since is None:
            criteria.append(other)
        else:
            criteria.append(criterion.but(span=Span(until=span.since - timedelta(days=1))))
            criteria.append(other.but(span=span))
    changed = replace(pathway, criteria=tuple(criteria))
    return replace(LAW, pathways=tuple(changed if p.id == "p23a" else p for p in LAW.pathways))


def rescreened(user: User, lawbook: Lawbook = LAW, days: int = 0) -> Run:
    """A whole run of somebody's office by that law, some days from now."""
    assert user.office
    return run_through(user.office, timezone.now() + timedelta(days=days), lawbook)


# Whoever has a Duldung fails, whoever has not said anything stays as they are.
STRICTER = law_with(f.CURRENT_STATUS.among("duldung"), f.CURRENT_STATUS.among("duldung"))


@pytest.fixture
def hit(counsellor: User) -> Case:
    """A case that the stricter law moves."""
    return make_case(counsellor, "F-1", **FACTS)


@pytest.fixture
def unhit(counsellor: User) -> Case:
    """One that it leaves as it is."""
    return make_case(counsellor, "F-2", location="in_germany")

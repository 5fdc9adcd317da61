"""Which questions the members of a family often answer alike, so that one answer can hold for all of them.

Only plain facts of place and time are here. Never here: what is sensitive; what the adviser judges or the program
proposes; and whatever belongs to one person even within a family, such as nationality, papers, the asylum procedure,
convictions, illness, work and language. A wrong answer that spreads to a family does harm once for each of them.
"""

from __future__ import annotations

from pathways.engine.facts import Fact
from pathways.law.facts.person import (
    CONTINUOUS_STAY_SINCE,
    ENTRY_MODE,
    FEDERAL_STATE,
    LAST_ENTRY_DATE,
    LOCATION,
)

FAMILY_FACTS: tuple[Fact, ...] = (LOCATION, FEDERAL_STATE, LAST_ENTRY_DATE, ENTRY_MODE, CONTINUOUS_STAY_SINCE)
"""One answer can hold for everybody in a case, where the adviser says so."""

PRESUPPOSED: tuple[Fact, ...] = (FEDERAL_STATE, LAST_ENTRY_DATE)
"""Those of them that are taken to hold for everybody until somebody says otherwise.

Not the others: where somebody stays can close a pathway by itself, a child born here has no entry (and its own
deadline), and a longer stay than the true one would count in somebody's favour.
"""

"""Other routes to check first, because the eight titles are subsidiary; in the order of the catalogue.

An id stands in ``REFERRALS`` once for each edition of its norm; the spans of one id never overlap.
"""

from __future__ import annotations

from pathways.engine.routes import Referral
from pathways.law.deadlines import Hint
from pathways.law.referrals.bridging import BRIDGES, BRIDGING_HINTS
from pathways.law.referrals.contacts import CONTACTS, Contact
from pathways.law.referrals.family import FAMILY_HINTS, FAMILY_ROUTES
from pathways.law.referrals.groups import GROUPS
from pathways.law.referrals.protection import PROTECTION_HINTS, PROTECTION_ROUTES
from pathways.law.referrals.russia import RUSSIAN_HINTS, RUSSIAN_ROUTES
from pathways.law.referrals.work import WORK_HINTS, WORK_ROUTES

REFERRALS: tuple[Referral, ...] = PROTECTION_ROUTES + FAMILY_ROUTES + WORK_ROUTES + BRIDGES + RUSSIAN_ROUTES
STANDING_HINTS: tuple[Hint, ...] = PROTECTION_HINTS + FAMILY_HINTS + WORK_HINTS + BRIDGING_HINTS + RUSSIAN_HINTS

__all__ = ["CONTACTS", "GROUPS", "REFERRALS", "STANDING_HINTS", "Contact", "Hint"]

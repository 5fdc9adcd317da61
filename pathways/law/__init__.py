"""What the law says: the eight pathways, other routes, deadlines and effects, each statement with its pin-cite."""

from __future__ import annotations

from pathways.engine.lawbook import Lawbook
from pathways.law import s22_1, s22_2, s23_1, s23a, s25_4_1, s25_4_2, s25_4a_1, s25_4a_3
from pathways.law.changes import CHANGES
from pathways.law.deadlines import DEADLINES
from pathways.law.facts import FACTS
from pathways.law.facts.asking import ASKED_IF
from pathways.law.referrals import REFERRALS

PATHWAYS = (
    s22_1.PATHWAY,
    s22_2.PATHWAY,
    s23_1.PATHWAY,
    s23a.PATHWAY,
    s25_4_1.PATHWAY,
    s25_4_2.PATHWAY,
    s25_4a_1.PATHWAY,
    s25_4a_3.PATHWAY,
)

LAW = Lawbook(
    facts=FACTS,
    asked_if=ASKED_IF,
    pathways=PATHWAYS,
    deadlines=DEADLINES,
    referrals=REFERRALS,
    changes=CHANGES,
)

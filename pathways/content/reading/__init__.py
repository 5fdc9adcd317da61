"""An assessment put into German words once, for screen, paper and terminal alike."""

from __future__ import annotations

from pathways.content.reading.answers import AnswerBook, AnswerLine, SectionAnswers
from pathways.content.reading.case import CaseReading, read_assessment
from pathways.content.reading.criteria import Branch, CriterionReading, RemedyLine, WaiverLine
from pathways.content.reading.land import LandLine, LandReading
from pathways.content.reading.pathways import Decisive, PathwayReading, Way
from pathways.content.reading.points import Point, points
from pathways.content.reading.routes import DeadlineReading, RouteGroup, RouteReading, WarningReading
from pathways.content.reading.shared import EffectTopic, Shared, effect_topics, names, own_criteria, shared_criteria

__all__ = [
    "AnswerBook",
    "AnswerLine",
    "Branch",
    "CaseReading",
    "CriterionReading",
    "DeadlineReading",
    "Decisive",
    "EffectTopic",
    "LandLine",
    "LandReading",
    "PathwayReading",
    "Point",
    "RemedyLine",
    "RouteGroup",
    "RouteReading",
    "SectionAnswers",
    "Shared",
    "WaiverLine",
    "WarningReading",
    "Way",
    "effect_topics",
    "names",
    "own_criteria",
    "points",
    "read_assessment",
    "shared_criteria",
]

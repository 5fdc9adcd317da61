"""An assessment put into German words once, for screen, paper and terminal alike."""

from __future__ import annotations

from pathways.content.reading.answers import AnswerBook, AnswerLine, SectionAnswers
from pathways.content.reading.case import CaseReading, read_assessment
from pathways.content.reading.criteria import Branch, CriterionReading, RemedyLine, WaiverLine
from pathways.content.reading.pathways import PathwayReading, Way
from pathways.content.reading.points import Point
from pathways.content.reading.routes import DeadlineReading, RouteGroup, RouteReading, WarningReading

__all__ = [
    "AnswerBook",
    "AnswerLine",
    "Branch",
    "CaseReading",
    "CriterionReading",
    "DeadlineReading",
    "PathwayReading",
    "Point",
    "RemedyLine",
    "RouteGroup",
    "RouteReading",
    "SectionAnswers",
    "WaiverLine",
    "WarningReading",
    "Way",
    "read_assessment",
]

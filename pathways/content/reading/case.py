"""A whole case in words: what screen, paper and terminal print."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from pathways.content import words
from pathways.content.builtin import STATE_OF_LAW
from pathways.content.reading.answers import AnswerBook, AnswerLine, SectionAnswers
from pathways.content.reading.land import LandReading, land_reading
from pathways.content.reading.pathways import PathwayReading, pathway_reading
from pathways.content.reading.routes import (
    DeadlineReading,
    RouteGroup,
    WarningReading,
    deadline_readings,
    route_groups,
    warning_readings,
)
from pathways.content.words import Label
from pathways.engine.assess import Verdict
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers
from pathways.engine.lawbook import Lawbook
from pathways.law.facts.asking import COARSE

ORDER = (Verdict.MET, Verdict.OPEN, Verdict.EXCEPTION, Verdict.EXCLUDED, Verdict.NOT_IN_FORCE)


@dataclass(frozen=True, slots=True)
class CaseReading:
    """An assessment in words, in the order of the law.

    ``texts_as_of``: the day of the law of the texts and effects, where the case is judged under an older one.
    ``land``: the hardship procedure of the Land, if known.
    """

    reference: str
    as_of: str
    texts_as_of: str
    law_version: str
    pathways: tuple[PathwayReading, ...]
    deadlines: tuple[DeadlineReading, ...]
    routes: tuple[RouteGroup, ...]
    warnings: tuple[WarningReading, ...]
    next_questions: tuple[AnswerLine, ...]
    answers: tuple[SectionAnswers, ...]
    land: LandReading | None

    @property
    def by_verdict(self) -> tuple[tuple[Label, tuple[PathwayReading, ...]], ...]:
        """The pathways grouped by verdict, the promising ones first; groups without a pathway are left out."""
        groups = [
            (words.VERDICTS[verdict], tuple(p for p in self.pathways if p.verdict is words.VERDICTS[verdict]))
            for verdict in ORDER
        ]
        return tuple((label, found) for label, found in groups if found)


def read_assessment(
    assessment: Assessment, answers: Answers, lawbook: Lawbook, explained: Container[str] = frozenset()
) -> CaseReading:
    """Put an assessment into words; ``answers`` are those it was made from.

    ``explained``: ids of the pathways whose criteria carry the explanation derived from their rules.
    """
    view = assessment.view
    book = AnswerBook(lawbook, answers, view)
    return CaseReading(
        reference=assessment.reference or "",
        as_of=words.day_words(assessment.as_of),
        texts_as_of=words.day_words(STATE_OF_LAW) if assessment.as_of < STATE_OF_LAW else "",
        law_version=assessment.law_version,
        pathways=tuple(
            pathway_reading(result, ripe, lawbook, book, view, explained=result.pathway.id in explained)
            for result, ripe in zip(assessment.pathways, assessment.ripening, strict=True)
        ),
        deadlines=deadline_readings(assessment),
        routes=route_groups(assessment, book),
        warnings=warning_readings(assessment, book),
        next_questions=tuple(book.line(fact) for fact in assessment.next_questions if fact not in COARSE),
        answers=book.given(),
        land=land_reading(view),
    )

"""What the page "Unterlagen & Fristen" shows about one person: deadlines as they run, own dates, papers by weight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.forms import Form

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.dates import Noted, noted_dates
from advisor.cases.due_days import CountedDeadline, counted_deadlines
from advisor.cases.fetch import OpenCase
from advisor.cases.papers import Paper, papers_of
from advisor.cases.proofs import ProofItem, proof_list
from advisor.cases.services import assessment_of
from advisor.followup.paper_groups import PaperGroup, paper_groups
from advisor.followup.paper_lines import PaperLine
from pathways.content.reading import read_assessment
from pathways.law import LAW


@dataclass(frozen=True, slots=True)
class DueLine:
    """A deadline of the law with how it was counted, or a date of one's own (``counted`` None).

    ``noted``: what is noted about it; ``by``: who did.
    """

    id: str
    day: date | None
    counted: CountedDeadline | None
    noted: Noted | None
    by: str
    is_past: bool

    @property
    def is_done(self) -> bool:
        """Whether somebody has called it done."""
        return self.noted is not None and self.noted.done


class CasePage:
    """Everything about the papers and dates of the person of an opened case; few queries, whatever there is."""

    def __init__(self, opened: OpenCase, today: date) -> None:
        self._opened, self._today = opened, today
        person = opened.person
        answers = answers_of(person)
        assessment = assessment_of(person, answers)
        self._counted = counted_deadlines(assessment, read_assessment(assessment, answers, LAW))
        self._days = tuple(due.day for due in assessment.deadlines)
        self.items = proof_list(assessment, answers)
        self._assessment = assessment
        self._papers = papers_of(person)
        self._noted = noted_dates(person)
        self._names = _names([*(each.by_id for each in self._papers.values()), *(each.by_id for each in self._noted)])

    @property
    def due(self) -> list[DueLine]:
        """What is open, what has no day first, then by day."""
        return [line for line in self._lines if not line.is_done]

    @property
    def done(self) -> list[DueLine]:
        """What somebody has called done and still runs by the answers, or is one's own."""
        return [line for line in self._lines if line.is_done]

    def find(self, key: str, day: date | None) -> DueLine | None:
        """The deadline or date with that id and day, if it is on the page."""
        return next((line for line in self._lines if (line.id, line.day) == (key, day)), None)

    @property
    def _lines(self) -> list[DueLine]:
        noted = {(each.id, each.day): each for each in self._noted}
        lines = [
            self._line(counted.reading.id, day, counted, noted.get((counted.reading.id, day)))
            for counted, day in zip(self._counted, self._days, strict=True)
        ]
        lines += [self._line(each.id, each.day, None, each) for each in self._noted if each.is_own]
        return sorted(lines, key=lambda line: (line.day is not None, line.day or date.min))

    def _line(self, key: str, day: date | None, counted: CountedDeadline | None, noted: Noted | None) -> DueLine:
        by = self._names.get(noted.by_id, "") if noted and noted.by_id else ""
        return DueLine(key, day, counted, noted, by, day is not None and day < self._today)

    def groups(self, sent: str = "", form: Form | None = None) -> tuple[PaperGroup, ...]:
        """The papers, what to see to now first; ``form``: with faults, of the paper with the id ``sent``."""
        return paper_groups(self.lines(sent, form), self._assessment)

    def lines(self, sent: str = "", form: Form | None = None) -> Iterator[PaperLine]:
        """Every paper: those of the criteria, then those that were noted otherwise."""
        items: Mapping[str, ProofItem | None] = {item.id: item for item in self.items}
        for key in [*items, *(key for key in self._papers if key not in items)]:
            paper = self._papers.get(key, Paper(key))
            by = self._names.get(paper.by_id, "") if paper.by_id else ""
            yield PaperLine(paper, items.get(key), by, form if key == sent else None)

    def line(self, key: str) -> PaperLine | None:
        """One paper, if it is on the page."""
        return next((line for line in self.lines() if line.paper.id == key), None)


def _names(keys: Collection[int | None]) -> dict[int, str]:
    wanted = {key for key in keys if key is not None}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=wanted)} if wanted else {}

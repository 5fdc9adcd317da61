"""What is stored about one person of a case, opened: answers, evidence and texts; nothing of the other persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from advisor.cases import models as rows
from advisor.cases.dates import Noted, noted_dates
from advisor.cases.models import Case, Person
from advisor.cases.papers import Paper, papers_of
from advisor.cases.sealing import label_of, open_answer, open_evidence, read_answer
from advisor.cases.services import LOG_DETAILS
from advisor.dossier.entries import Entry, entries_of
from advisor.guidance.consultations import answer_of, question_of
from advisor.guidance.models import Consultation
from advisor.logbook.models import Action, Event
from advisor.memo.models import KeptMemo
from advisor.rescreen.comparing import open_moved
from advisor.rescreen.models import MovedResult
from advisor.rescreen.stand import Difference
from pathways.engine.facts import Answer
from pathways.law import LAW


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer that the questionnaire of today no longer knows, as it is stored."""

    question: str
    state: str
    value: Any
    proof: str
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A judgement that was kept: the row, the case file it rests on and the report."""

    row: rows.Assessment
    answers: dict[str, Any]
    report: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opening:
    """That somebody from outside the team opened the case, and why."""

    at: datetime
    reason: str


class Stored:
    """All that the case holds about one of its persons. Everything is opened here; Tampered, KeyMissing."""

    def __init__(self, case: Case, person: Person) -> None:
        self.case, self.person = case, person
        person.case = case

    @cached_property
    def label(self) -> str:
        """What the person is called."""
        return label_of(self.case, self.person)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """What the other persons of the case are called; only to warn of texts that name them."""
        persons = self.case.persons.exclude(pk=self.person.pk)
        return tuple(label for person in persons if (label := label_of(self.case, person)))

    @cached_property
    def _columns(self) -> dict[str, list[Any]]:
        """Their own answers, and those for everybody in the case where they have none of their own."""
        found = {}
        for stored, owner in ((self.case.shared_answers, self.case.uuid), (self.person.answers, self.person.uuid)):
            for slot, sealed in stored.values_list("slot", "sealed"):
                fact_id, *columns = open_answer(self.case.safe, owner, slot, sealed)
                found[fact_id] = columns
        return found

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """The answers by fact id, in the order of the questionnaire."""
        read = ((fact, self._columns[fact.id]) for fact in LAW.facts if fact.id in self._columns)
        return {fact.id: answer for fact, columns in read if (answer := read_answer(fact, *columns)) is not None}

    @cached_property
    def unread(self) -> tuple[Unread, ...]:
        """The answers that are stored and cannot be read as one of today's questionnaire."""
        return tuple(Unread(key, *row) for key, row in sorted(self._columns.items()) if key not in self.answers)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The judgements kept about the person, the oldest first."""
        kept = self.case.assessments.filter(person=self.person).order_by("at", "pk")
        return tuple(Evidence(row, **open_evidence(self.case, row)) for row in kept)

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """How far the papers are, and what was noted about them."""
        return tuple(papers_of(self.person).values())

    @cached_property
    def dossier(self) -> tuple[Entry, ...]:
        """What was written into the papers for a hardship commission, section by section."""
        return tuple(entries_of(self.person).values())

    @cached_property
    def dates(self) -> tuple[Noted, ...]:
        """Deadlines that were called done, and dates of their own."""
        return noted_dates(self.person)

    @cached_property
    def memos(self) -> tuple[KeptMemo, ...]:
        """The memos about the person, the oldest first, without their files."""
        kept = KeptMemo.objects.filter(case=self.case, person=self.person).defer("sealed")
        return tuple(kept.select_related("record").prefetch_related("releases").order_by("made_at", "pk"))

    @cached_property
    def consultations(self) -> tuple[tuple[Consultation, str, str], ...]:
        """The questions put to the releaser with question and answer in clear, the oldest first."""
        found = Consultation.objects.filter(case=self.case).order_by("asked_at", "pk")
        return tuple((row, question_of(row), answer_of(row)) for row in self._with_case(found))

    @cached_property
    def moved_results(self) -> tuple[tuple[MovedResult, tuple[Difference, ...]], ...]:
        """What changes of the law have moved for the person, the oldest first."""
        found = MovedResult.objects.filter(case=self.case, person=self.person).order_by("at", "pk")
        return tuple((row, open_moved(self.case, row)) for row in found)

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """The times somebody gave a reason to open the case, the oldest first."""
        events = Event.objects.filter(
            case=self.case.uuid, office_id=self.case.office_id, action=Action.OPENED_FROM_OUTSIDE
        )
        return tuple(
            Opening(event.at, self.case.safe.open_text(LOG_DETAILS, event.details) if event.details else "")
            for event in events.order_by("number")
        )

    def _with_case(self, found: Any) -> Iterator[Consultation]:
        for row in found:
            row.case = self.case  # with its safe already open
            yield row

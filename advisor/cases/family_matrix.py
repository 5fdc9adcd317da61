"""Everybody in a case side by side: pathway by person, the next deadline of each, and the ways from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from advisor.cases.answers import answers_of_everybody
from advisor.cases.choices import Relation
from advisor.cases.frame import name_of
from advisor.cases.kinship import Kin, KinNote, kin_notes, of_age
from advisor.cases.models import Case, Person
from advisor.cases.outlook import still_open
from advisor.cases.sealing import relation_of
from advisor.cases.services import day_of
from advisor.cases.standing import Standing
from pathways.content.words import VERDICTS, Label, short_cite
from pathways.engine.consultation import DueDeadline
from pathways.law import LAW


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody in the case as the page shows them; ``due``: what is due next, the first of ``deadlines``."""

    person: Person
    name: str
    relation: Relation | None
    is_first: bool
    answered: int
    due: DueDeadline | None
    deadlines: int
    questions_at: str
    result_at: str
    of_age: date | None  # the 18th birthday of a minor

    @property
    def uuid(self) -> UUID:
        """The id of the person, which stands in addresses."""
        return self.person.uuid


@dataclass(frozen=True, slots=True)
class Cell:
    """How a pathway stands for somebody; ``at``: the page that says why."""

    name: str
    verdict: Label
    at: str


@dataclass(frozen=True, slots=True)
class Row:
    """One pathway and how it stands for everybody."""

    cite: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The persons in their order, how each stands, and the pathways."""

    members: tuple[MemberView, ...]
    standings: tuple[Standing, ...]
    rows: tuple[Row, ...]

    @property
    def notes(self) -> tuple[KinNote, ...]:
        """What the persons mean for each other."""
        return kin_notes(self.kin)

    @property
    def kin(self) -> list[Kin]:
        """The persons with how they stand."""
        return [
            Kin(member.uuid, member.name, member.relation, standing)
            for member, standing in zip(self.members, self.standings, strict=True)
        ]


def matrix_of(case: Case) -> Matrix:
    """Everybody judged now, because the law and the day may have moved since it was last kept; one query."""
    day = day_of(case)
    everybody = {person: Standing(answers, day) for person, answers in answers_of_everybody(case).items()}
    members = tuple(_member(case, person, standing, not n) for n, (person, standing) in enumerate(everybody.items()))
    standings = tuple(everybody.values())
    return Matrix(members, standings, tuple(_rows(members, standings)))


def notes_about(case: Case, person: Person | None = None) -> dict[str, Any]:
    """What a page shows of what the persons mean for each other; with ``person`` only what concerns that one."""
    return shown_notes(matrix_of(case).notes, person)


def shown_notes(notes: Iterable[KinNote], person: Person | None = None) -> dict[str, Any]:
    """The notes as the page needs them; ``maybe``: how many of them hang on what is open."""
    found = [note for note in notes if person is None or person.uuid in note.about]
    return {"notes": found, "maybe": sum(not note.is_sure for note in found)}


def _member(case: Case, person: Person, standing: Standing, is_first: bool) -> MemberView:
    where = (case.uuid, person.uuid)
    due = still_open(case, person.uuid, standing.deadlines)
    return MemberView(
        person=person,
        name=name_of(case, person),
        relation=relation_of(case, person),
        is_first=is_first,
        answered=len(standing.answers),
        due=due[0] if due else None,
        deadlines=len(due),
        questions_at=reverse("cases:person_questionnaire", args=where),
        result_at=reverse("cases:person_result", args=where),
        of_age=of_age(standing.view),
    )


def _rows(members: tuple[MemberView, ...], standings: tuple[Standing, ...]) -> list[Row]:
    verdicts: list[Mapping[str, Label]] = [
        {key: VERDICTS[verdict] for key, verdict in standing.verdicts.items()} for standing in standings
    ]
    return [
        Row(
            short_cite(pathway.cite),
            pathway.title,
            tuple(
                Cell(member.name, found[pathway.id], f"{member.result_at}{pathway.id}/")
                for member, found in zip(members, verdicts, strict=True)
            ),
        )
        for pathway in LAW.pathways
    ]

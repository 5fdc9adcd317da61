"""How far the papers of a person are: missing, asked for or there; kept sealed with the case, one row for each."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2s

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.models import Case, PaperState, Person
from advisor.cases.services import log
from advisor.logbook.models import Action

LONGEST_NOTE = 500  # characters
LONGEST_NAME = 150
MOST_OWN = 100  # papers the team has added for one person
_OWN = "eigen-"


class Progress(StrEnum):
    """How far a paper is."""

    MISSING = "missing"
    ASKED = "asked"
    THERE = "there"


PROGRESS: Mapping[Progress | None, str] = {
    Progress.MISSING: "fehlt",
    Progress.ASKED: "angefordert",
    Progress.THERE: "liegt vor",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by its id (`advisor.cases.proofs`, or of the team's own).

    ``words``: what it is called. ``progress`` None: nobody has said. ``asked_on``: the day it was asked for.
    """

    id: str
    progress: Progress | None = None
    note: str = ""
    asked_on: date | None = None
    words: str = ""
    by_id: int | None = None
    at: datetime | None = None

    @property
    def is_own(self) -> bool:
        """Whether the team has added it."""
        return self.id.startswith(_OWN)

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to keep."""
        noted = self.progress is not None or self.note or self.asked_on is not None
        return not noted and not (self.is_own and self.words)

    @property
    def fingerprint(self) -> str:
        """The same wherever the page would show the same, whoever said it."""
        said = [self.id, self.progress, self.note, self.asked_on, self.is_own and self.words]
        return blake2s(ascii(said).encode(), digest_size=8).hexdigest()


class Overtaken(RuntimeError):
    """Somebody else has noted something else about this paper meanwhile."""

    def __init__(self, now: Paper) -> None:
        super().__init__("somebody else was quicker")
        self.now = now


def new_paper_id() -> str:
    """An id for a paper that the team adds."""
    return f"{_OWN}{secrets.token_hex(8)}"


def papers_of(person: Person) -> dict[str, Paper]:
    """What is kept about the papers of a person by id, the oldest first; one query. Tampered, KeyMissing."""
    found = {}
    for row in PaperState.objects.filter(person=person).order_by("pk"):
        paper = _opened(person, row)
        found[paper.id] = paper
    return found


def keep_paper(person: Person, paper: Paper, by: User, was: str) -> None:
    """Keep how far a paper is; one that says nothing is taken away.

    ``was``: the fingerprint of what whoever sends it has seen. Overtaken, with nothing kept, where it is something else
    by now and not what they want; NotWritable where the case is closed; ValueError for one paper too many.
    """
    case = person.case
    slot = _slot(person, paper.id)
    with transaction.atomic():
        hold(case, running=True)
        row = PaperState.objects.filter(person=person, slot=slot).first()
        now = _opened(person, row) if row else Paper(paper.id)
        if now.fingerprint not in (was, paper.fingerprint):
            raise Overtaken(now)
        if paper.says_nothing:
            PaperState.objects.filter(person=person, slot=slot).delete()
        else:
            if row is None and paper.is_own and _own_papers(person) >= MOST_OWN:
                raise ValueError(f"not more than {MOST_OWN} papers of one's own")
            sealed = case.safe.seal_text(_place(person, slot), _written(paper))
            PaperState.objects.update_or_create(person=person, slot=slot, defaults={"sealed": sealed, "by": by})
        Case.objects.filter(pk=case.pk).update(changed=timezone.now())
        log(Action.PAPER_NOTED, case, by, text=paper.words or paper.id)


def _own_papers(person: Person) -> int:
    return sum(paper.is_own for paper in papers_of(person).values())


def _slot(person: Person, paper_id: str) -> bytes:
    return person.case.safe.blind(f"paper/{person.uuid}", paper_id)


def _place(person: Person, slot: bytes) -> str:
    return f"paper/{person.uuid}/{slot.hex()}"


def _written(paper: Paper) -> str:
    asked = paper.asked_on.isoformat() if paper.asked_on else None
    return json.dumps([paper.id, paper.progress, paper.note, asked, paper.words], ensure_ascii=False)


def _opened(person: Person, row: PaperState) -> Paper:
    text = person.case.safe.open_text(_place(person, bytes(row.slot)), row.sealed)
    key, progress, note, asked, words = json.loads(text)
    return Paper(
        key,
        Progress(progress) if progress else None,
        note,
        date.fromisoformat(asked) if asked else None,
        words,
        row.by_id,
        row.at,
    )

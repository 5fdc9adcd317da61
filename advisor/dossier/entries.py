"""What the team has written into the dossier of a person: rows and text of each section, kept sealed with the case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2s

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.models import Case, Person
from advisor.cases.services import log
from advisor.dossier.models import DossierSection
from advisor.logbook.models import Action
from pathways.engine.days import PartialDay

NOW = "heute"
MOST_ROWS = 80  # of one section
LONGEST_CELL = 300  # characters
LONGEST_TEXT = 12000


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; ``start`` and ``end``: a day of a case file or empty, ``end`` also NOW."""

    start: str = ""
    end: str = ""
    what: str = ""
    where: str = ""

    @property
    def sorted_by(self) -> tuple[bool, str]:
        """What comes first in time; without a start last."""
        return not self.start, self.start


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one section. ``printed``: whether it goes into the papers; None: nobody has said."""

    section: str
    rows: tuple[Row, ...] = ()
    text: str = ""
    printed: bool | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.rows and not self.text and self.printed is None

    @property
    def in_order(self) -> tuple[Row, ...]:
        """The rows in the order of time."""
        return tuple(sorted(self.rows, key=lambda row: row.sorted_by))

    @property
    def fingerprint(self) -> str:
        """The same for the same content."""
        return blake2s(_written(self).encode(), digest_size=8).hexdigest()


class Overtaken(RuntimeError):
    """Somebody else has written something else into the section meanwhile."""

    def __init__(self, now: Entry) -> None:
        super().__init__("somebody else was quicker")
        self.now = now


def entries_of(person: Person) -> dict[str, Entry]:
    """What is kept in the sections about a person by id of the section; one query. Tampered, KeyMissing."""
    rows = DossierSection.objects.filter(person=person).order_by("pk")
    return {entry.section: entry for entry in (_opened(person, row) for row in rows)}


def keep_entry(person: Person, entry: Entry, by: User, was: str) -> None:
    """Keep what is in a section; one that says nothing is taken away.

    ``was``: the fingerprint of what whoever sends it has seen. Overtaken, with nothing kept, where it is something else
    by now and not what they want; NotWritable where the case is closed.
    """
    case = person.case
    slot = case.safe.blind(f"dossier/{person.uuid}", entry.section)
    with transaction.atomic():
        hold(case, running=True)
        row = DossierSection.objects.filter(person=person, slot=slot).first()
        now = _opened(person, row) if row else Entry(entry.section)
        if now.fingerprint not in (was, entry.fingerprint):
            raise Overtaken(now)
        if entry.says_nothing:
            DossierSection.objects.filter(person=person, slot=slot).delete()
        else:
            sealed = case.safe.seal_text(_place(person, slot), _written(entry))
            DossierSection.objects.update_or_create(person=person, slot=slot, defaults={"sealed": sealed, "by": by})
        Case.objects.filter(pk=case.pk).update(changed=timezone.now())
        log(Action.DOSSIER_CHANGED, case, by, text=entry.section)


def day_of(text: str) -> PartialDay | None:
    """A day of a row; None where there is none or it is NOW."""
    return PartialDay.parse(text) if text and text != NOW else None


def _place(person: Person, slot: bytes) -> str:
    return f"dossier/{person.uuid}/{slot.hex()}"


def _written(entry: Entry) -> str:
    rows = [[row.start, row.end, row.what, row.where] for row in entry.rows]
    return json.dumps([entry.section, rows, entry.text, entry.printed], ensure_ascii=False)


def _opened(person: Person, row: DossierSection) -> Entry:
    place = _place(person, bytes(row.slot))
    section, rows, text, printed = json.loads(person.case.safe.open_text(place, row.sealed))
    return Entry(section, tuple(Row(*cells) for cells in rows), text, printed)


Entries = Mapping[str, Entry]

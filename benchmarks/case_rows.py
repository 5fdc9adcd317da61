"""Rows of invented cases, sealed by the code that seals the real ones, and how many of them are written at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from advisor.cases.marks import marks_of
from advisor.cases.models import AccessKind, Answer, Case, CaseAccess, CaseMark, Person
from advisor.cases.outlook import Outlook, change
from advisor.cases.sealing import seal_answer
from advisor.logbook.canonical import Entry, digest
from advisor.logbook.models import Action, Event
from advisor.vault.models import DataKey
from advisor.vault.services import fresh_key

if TYPE_CHECKING:
    from uuid import UUID

    from benchmarks.generate import Template

Rows = list[dict[str, Any]]
# In an order in which nothing refers to what is not there yet.
WRITTEN = (DataKey, Case, CaseAccess, Person, Answer, CaseMark, Event)
# What the database counts itself; nothing refers to these rows.
_NUMBERED = (Answer, CaseAccess, CaseMark, Event)


class CaseRows:
    """The rows of an office until they are taken to be written; ``length``, ``head``: how far its log reaches."""

    def __init__(self, office: int, marked: Mapping[str, bytes], length: int, head: bytes) -> None:
        self.office, self.length, self.head = office, length, head
        self._marked = marked
        self._rows: dict[type[Model], Rows] = {}

    def add(self, number: int, reference: str, lead: int, template: Template, life: Mapping[str, Any]) -> None:
        """A case with one person, both of this id, who has the answers of the template."""
        key, _secret = fresh_key(uuid4())
        case = Case(id=number, key=key, office_id=self.office, lead_id=lead, reference=reference, **life)
        person = Person(id=number, case=case)
        marks = marks_of([template.outlook])
        for name, value in change(case, Outlook(), Outlook({person.uuid: template.outlook})).columns.items():
            setattr(case, name, value)
        self._take(key, case, person)
        answers = [seal_answer(case.safe, person, *answer, lead) for answer in template.answers.items()]
        for row in answers:
            row.at = life["changed"]
        self._take(*answers, *(CaseMark(case_id=number, mark=self._marked[mark]) for mark in marks))
        self._log(case.uuid, lead, f"{len(answers)} Antworten", life)

    def share(self, number: int, lead: int, other: int) -> None:
        """Let a colleague into a case."""
        self._take(CaseAccess(case_id=number, user_id=other, kind=AccessKind.MEMBER, by_id=lead, at=timezone.now()))

    def taken(self) -> Iterator[tuple[type[Model], Rows]]:
        """What there is to write, in its order; then it is gone."""
        rows, self._rows = self._rows, {}
        for model in WRITTEN:
            if found := rows.get(model):
                yield model, found

    def _take(self, *made: Model) -> None:
        for row in made:
            names = [field.attname for field in row._meta.concrete_fields]
            if isinstance(row, _NUMBERED):
                names.remove("id")
            self._rows.setdefault(type(row), []).append({name: getattr(row, name) for name in names})

    def _log(self, case: UUID, lead: int, subject: str, life: Mapping[str, Any]) -> None:
        self.length += 1
        entry = Entry(
            self.office, self.length, life["created"], lead, Action.CASE_CREATED.value, case, subject, None, self.head
        )
        self.head = digest(entry)
        self._rows.setdefault(Event, []).append({**entry._asdict(), "digest": self.head})


def bulk_insert(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows with the same columns, by COPY where the database has it."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(fields[name].column)) for name in rows[0])
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row([*row.values()])
            return
        places = ", ".join(["%s"] * len(rows[0]))
        filled = ([fields[name].get_db_prep_save(value, connection) for name, value in row.items()] for row in rows)
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", filled)

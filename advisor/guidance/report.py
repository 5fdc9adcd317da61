"""The yearly report: every paper of an office with its adviser and guidance, trainings, and cases put to releasers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count

from advisor.accounts.models import Office, User
from advisor.guidance.evidence import log_numbers
from advisor.guidance.models import Cover, Guidance, MemoRecord, PaperKind, Qualification, Training
from advisor.logbook.models import Action, Event

FIRST_YEAR, LAST_YEAR = 2020, 2199

COLUMNS = (
    "Datum",
    "Fall",
    "Papier",
    "Beratung",
    "Stand der Anleitung",
    "Anleitung oder Befähigung",
    "Rechtsstand",
    "Prüfsumme (SHA-256)",
    "Eintrag im Protokoll",
)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A kept paper; ``case``: the beginning of its random id; ``logged``: the log entry that says the same."""

    record: MemoRecord
    case: str
    logged: int | None

    @property
    def name(self) -> str:
        """What the paper is, with its number in the case."""
        return f"{self.record.get_kind_display()} {self.record.number}"

    @property
    def is_in_order(self) -> bool:
        """Whether it was made by somebody qualified or guided, and the log agrees."""
        return self.record.cover in (Cover.GUIDED, Cover.QUALIFIED) and self.logged is not None

    @property
    def cells(self) -> tuple[str | int | date | None, ...]:
        """The paper as a row under `COLUMNS`."""
        record = self.record
        return (
            record.day,
            self.case,
            self.name,
            str(record.adviser),
            str(Cover(record.cover).label),
            record.under,
            record.law_version,
            record.checksum,
            "fehlt" if self.logged is None else self.logged,
        )


@dataclass(frozen=True, slots=True)
class AdviserPart:
    """What the report says about one adviser."""

    adviser: User
    papers: tuple[PaperLine, ...]
    guidances: tuple[Guidance, ...]
    qualifications: tuple[Qualification, ...]
    trainings: tuple[Training, ...]
    asked: int
    answered: int

    @property
    def hours(self) -> Decimal:
        """Hours of training in the year."""
        return sum((training.hours for training in self.trainings), Decimal(0))


@dataclass(frozen=True, slots=True)
class YearReport:
    """The report of an office on a year."""

    office: Office
    year: int
    parts: tuple[AdviserPart, ...]

    @property
    def papers(self) -> list[PaperLine]:
        """Every paper of the year, by day."""
        lines = (line for part in self.parts for line in part.papers)
        return sorted(lines, key=lambda line: (line.record.day, line.record.pk))

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many papers of each kind there are, in words; all kinds."""
        made = Counter(line.record.kind for line in self.papers)
        return [(str(kind.label), made[kind.value]) for kind in PaperKind]

    @property
    def not_in_order(self) -> list[PaperLine]:
        """Papers without qualification or guidance on their day, or without their line in the log."""
        return [line for line in self.papers if not line.is_in_order]

    @property
    def asked(self) -> int:
        """How often a case was put to a releaser."""
        return sum(part.asked for part in self.parts)

    @property
    def answered(self) -> int:
        """How often a releaser has answered."""
        return sum(part.answered for part in self.parts)

    @property
    def hours(self) -> Decimal:
        """Hours of training of all together."""
        return sum((part.hours for part in self.parts), Decimal(0))


def year_report(office: Office, year: int) -> YearReport:
    """The report; the same number of queries however many papers there are. ValueError for a year far away.

    How often cases were put to releasers is counted in the log, which outlives the cases.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"a year from {FIRST_YEAR} to {LAST_YEAR}, not {year}")
    records = list(MemoRecord.objects.filter(office=office, day__year=year).select_related("adviser"))
    logged = log_numbers(records)
    trainings = list(Training.objects.filter(office=office, day__year=year).order_by("day", "pk"))
    first, last = date(year, 1, 1), date(year, 12, 31)
    guidances = [
        row
        for row in Guidance.objects.filter(office=office, agreed_on__lte=last).select_related("guide")
        if row.last_day >= max(first, row.agreed_on)
    ]
    qualifications = [
        row
        for row in Qualification.objects.filter(office=office, since__lte=last)
        if row.last_day is None or row.last_day >= max(first, row.since)
    ]
    asked = _counted(office, year, Action.ASKED)
    answered = _counted(office, year, Action.ANSWERED_QUESTION)
    named = {record.adviser_id for record in records}
    named |= {row.adviser_id for row in trainings} | {row.adviser_id for row in guidances}
    named |= {row.person_id for row in qualifications}
    people = User.objects.filter(pk__in=named | set(asked) | set(answered)).order_by("last_name", "first_name", "pk")
    parts = tuple(
        AdviserPart(
            adviser=person,
            papers=tuple(
                PaperLine(record, str(record.case)[:8], logged.get(record.pk))
                for record in records
                if record.adviser_id == person.pk
            ),
            guidances=tuple(row for row in guidances if row.adviser_id == person.pk),
            qualifications=tuple(row for row in qualifications if row.person_id == person.pk),
            trainings=tuple(row for row in trainings if row.adviser_id == person.pk),
            asked=asked.get(person.pk, 0),
            answered=answered.get(person.pk, 0),
        )
        for person in people
    )
    return YearReport(office, year, parts)


def report_years(office: Office, this_year: int) -> list[int]:
    """The years there is something to report on, newest first; always this one."""
    days = MemoRecord.objects.filter(office=office).dates("day", "year")
    return sorted({this_year, *(day.year for day in days)}, reverse=True)


def _counted(office: Office, year: int, action: Action) -> dict[int, int]:
    """How often each person has done it in the year, by id."""
    events = Event.objects.filter(office=office, action=action, at__year=year, actor__isnull=False)
    return dict(events.order_by().values_list("actor").annotate(times=Count("pk")))

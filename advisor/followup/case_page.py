"""What the page "Unterlagen & Fristen" shows about one person: deadlines as they run, own dates, papers by weight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.forms import Form
from django.utils.translation import gettext as _

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.dates import Noted, noted_dates
from advisor.cases.due_days import CountedDeadline, counted_deadlines
from advisor.cases.fetch import OpenCase
from advisor.cases.papers import Paper, Progress, papers_of
from advisor.cases.proofs import Backing, ProofItem, Weight, proof_list
from advisor.cases.services import assessment_of
from pathways.content.reading import read_assessment
from pathways.engine.assess import Verdict
from pathways.law import LAW

_LONG = 12  # papers, more than anybody looks through at once
_TITLES = {pathway.id: pathway.title for pathway in LAW.pathways}


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


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper as the page shows it; ``item`` None: no criterion names it (any more).

    ``is_seen``: it counts as there because the answers behind it were proved. ``form``: with faults, where it was sent.
    """

    paper: Paper
    item: ProofItem | None
    by: str
    form: Form | None = None

    @property
    def words(self) -> str:
        """What it is called."""
        return self.item.words if self.item else self.paper.words

    @property
    def progress(self) -> str:
        """What is chosen on the page: what was typed where it was refused, otherwise what is kept."""
        return self._typed("progress", self.paper.progress or "")

    @property
    def note(self) -> str:
        """The note on the page."""
        return self._typed("note", self.paper.note)

    @property
    def asked_on(self) -> str:
        """The day it was asked for, on the page."""
        return self._typed("asked_on", f"{self.paper.asked_on:%d.%m.%Y}" if self.paper.asked_on else "")

    @property
    def was(self) -> str:
        """The fingerprint of what the page shows: with a fault in it, still of what it has shown before."""
        return self.paper.fingerprint if self.is_overtaken else self._typed("was", self.paper.fingerprint)

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody else was quicker."""
        return self.form is not None and bool(self.form.non_field_errors())

    def _typed(self, name: str, kept: str) -> str:
        return str(self.form.data.get(name, "")) if self.form is not None else kept

    @property
    def is_seen(self) -> bool:
        """Whether nobody has said how far it is, but a proof was seen for every answer behind it."""
        return self.paper.progress is None and self.item is not None and self.item.backing is Backing.SEEN

    @property
    def is_there(self) -> bool:
        """Whether it is there, or counts as there."""
        return self.paper.progress is Progress.THERE or self.is_seen

    @property
    def is_noted(self) -> bool:
        """Whether something is known about it, so that it belongs on top."""
        return self.is_there or not self.paper.says_nothing

    @property
    def is_past(self) -> bool:
        """Whether no criterion asks for it any more."""
        return self.item is None and not self.paper.is_own

    @property
    def pathways(self) -> tuple[str, ...]:
        """The titles of the pathways that need it."""
        return tuple(_TITLES[key] for key in self.item.pathways) if self.item else ()


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Papers of one weight; ``folded``: shown only on demand."""

    key: str
    title: str
    lines: tuple[PaperLine, ...]
    folded: bool = False

    @property
    def there(self) -> int:
        """How many of them are there."""
        return sum(line.is_there for line in self.lines)


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
        self._met = {
            result.pathway.id for result in assessment.pathways if result.verdict in (Verdict.MET, Verdict.EXCEPTION)
        }
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
        """The papers: what is noted first, then by weight; ``form``: with faults, of the paper with the id ``sent``."""
        found: dict[str, list[PaperLine]] = {}
        for line in self.lines(sent, form):
            found.setdefault(self._group(line), []).append(line)
        titles = {
            "noted": _("Schon vermerkt"),
            "met": _("Für Wege, die in Betracht kommen"),
            "open": _("Für Wege, die noch offen sind"),
            "weighed": _("Spricht dafür, wird abgewogen"),
            "if_asked": _("Nur wenn danach gefragt wird"),
        }
        # What is only perhaps needed must not hide what is.
        folded = {"weighed", "if_asked"} | ({"open"} if "met" in found or len(found.get("open", ())) > _LONG else set())
        return tuple(
            PaperGroup(key, title, tuple(found[key]), key in folded and not any(line.form for line in found[key]))
            for key, title in titles.items()
            if key in found
        )

    def _group(self, line: PaperLine) -> str:
        if line.item is None or line.is_noted:
            return "noted"
        if line.item.weight is not Weight.REQUIRED:
            return "weighed" if line.item.weight is Weight.WEIGHED else "if_asked"
        return "met" if self._met.intersection(line.item.pathways) else "open"

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

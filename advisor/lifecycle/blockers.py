"""What keeps a case from being deleted: deadlines that may still be ahead, open questions, papers still handed out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.html import format_html
from django.utils.translation import gettext as _

from advisor.cases.dates import agenda_of, coming
from advisor.cases.models import Case
from advisor.lifecycle.deadlines import pending_deadlines
from advisor.lifecycle.handed_out import open_question_days, released_until
from advisor.lifecycle.models import Ending
from advisor.vault.faults import KeyMissing, Tampered
from advisor.vault.services import unlock
from advisor.web.wording import day_words

SETTLED = "lifecycle/settled"  # the place in the case's safe


class Cause(StrEnum):
    """What kind of thing is still open."""

    DEADLINE = "deadline"
    UNDATED = "undated"
    QUESTION = "question"
    RELEASED = "released"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something still open. ``id`` and ``title`` say which and are only for who may open the case.

    ``day``: the last day of a deadline or of a release, the day of a question.
    """

    cause: Cause
    day: date | None = None
    id: str = ""
    title: str = ""

    @property
    def words(self) -> str:
        """What is open, without saying what it is about."""
        match self.cause:
            case Cause.DEADLINE:
                return _("Eine Frist kann noch bis zum {day} laufen.").format(day=day_words(self.day))
            case Cause.UNDATED:
                return _("Ein dringender Punkt ohne berechenbares Datum ist noch nicht als erledigt bestätigt.")
            case Cause.QUESTION:
                return _("Eine Vorlage vom {day} ist noch nicht beantwortet.").format(day=day_words(self.day))
            case Cause.RELEASED:
                return _("Ein Memo ist bis zum {day} zum Drucken freigegeben.").format(day=day_words(self.day))
            case Cause.UNREADABLE:
                return _("Der Fall lässt sich nicht entschlüsseln. Ob Fristen laufen, ist nicht bekannt.")

    @property
    def words_inside(self) -> str:
        """The same for somebody who may open the case, ready for a page: the title is the law's and stays German."""
        title = format_html('<span lang="de">{}</span>', self.title)
        match self.cause:
            case Cause.DEADLINE:
                told = _("Frist „{title}“: kann noch bis zum {day} laufen.")
                return format_html(told, title=title, day=day_words(self.day))
            case Cause.UNDATED:
                return format_html(_("„{title}“: Es gibt kein Datum, nach dem das vorbei wäre."), title=title)
            case _:
                return self.words


def blockers_of(case: Case, today: date) -> tuple[Blocker, ...]:
    """All that is still open in a case on that day, deadlines first; a case that cannot be read is itself open."""
    try:
        found = list(_deadlines(case, today))
    except (Tampered, KeyMissing):
        found = [Blocker(Cause.UNREADABLE)]
    found += [Blocker(Cause.QUESTION, day) for day in open_question_days(case)]
    found += [Blocker(Cause.RELEASED, day) for day in released_until(case, today)]
    return tuple(found)


def _deadlines(case: Case, today: date) -> Iterator[Blocker]:
    unlock(case.key)  # nothing may be in it yet that has to be opened; without its key nobody can tell
    done = settled_ids(case)
    for pending in pending_deadlines(case, today):
        if pending.last is not None:
            yield Blocker(Cause.DEADLINE, pending.last, pending.id, pending.title)
        elif pending.id not in done:
            yield Blocker(Cause.UNDATED, None, pending.id, pending.title)
    for own in coming(agenda_of(case).dates):
        if own.day >= today:
            yield Blocker(Cause.DEADLINE, own.day, own.id, own.words)


def settled_ids(case: Case) -> frozenset[str]:
    """The deadlines without a day that the team has called settled."""
    ending = Ending.objects.filter(case=case).first()
    sealed = bytes(ending.settled) if ending else b""
    return frozenset(json.loads(case.safe.open_text(SETTLED, sealed))) if sealed else frozenset()


def settle(case: Case, ids: Iterable[str]) -> None:
    """Call these deadlines without a day settled, besides those that are; inside the transaction of the change."""
    every = settled_ids(case).union(ids)
    sealed = case.safe.seal_text(SETTLED, json.dumps(sorted(every)))
    Ending.objects.update_or_create(case=case, defaults={"settled": sealed})


def unsettle(case: Case) -> None:
    """Forget what was called settled: with the case open again it may no longer be."""
    Ending.objects.filter(case=case).update(settled=b"")

"""Verdicts that another day or another version of the law has moved: told until somebody of the team has looked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from advisor.cases.fetch import OpenCase
from advisor.cases.models import Case
from advisor.cases.outlook import Moved, change, whole_outlook
from pathways.content.words import VERDICTS, Label
from pathways.engine.assess import Verdict
from pathways.law import LAW

_TITLES = {pathway.id: pathway for pathway in LAW.pathways}


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A verdict that has moved, in words: which pathway, from what to what, since when and why."""

    person: UUID
    pathway: str
    before: Label
    now: Label
    since: date
    why: str


def seen(opened: OpenCase) -> tuple[MovedLine, ...]:
    """What has moved for the person of a page; once somebody who works on the case has seen it, it is told no more.

    One query where there is something. Where somebody else writes at this moment, it is told once more.
    """
    case, person = opened.case, opened.person.uuid
    if case.moved_on is None:
        return ()
    before = whole_outlook(case)
    shown = [moved for moved in before.moved if moved.person == person]
    if shown and opened.may_write:
        left = tuple(moved for moved in before.moved if moved.person != person)
        columns = change(case, before, replace(before, moved=left)).columns
        Case.objects.filter(pk=case.pk, version=case.version).update(**columns)
    return moved_lines(shown)


def moved_lines(moved: Iterable[Moved]) -> tuple[MovedLine, ...]:
    """In words; a pathway or a verdict that the law of today does not know is left out."""
    return tuple(
        MovedLine(
            each.person,
            _TITLES[each.pathway].title,
            VERDICTS[Verdict(each.before)],
            VERDICTS[Verdict(each.now)],
            each.since,
            _why(each.why),
        )
        for each in moved
        if each.pathway in _TITLES and {each.before, each.now} <= set(Verdict)
    )


def _why(why: str) -> str:
    words = {
        "law": _("weil sich das Recht geändert hat"),
        "time": _("durch Zeitablauf"),
        "both": _("durch Zeitablauf und weil sich das Recht geändert hat"),
    }
    return words[why]

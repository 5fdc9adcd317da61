"""Whose memos would read differently with other texts: composed with both, compared, and only counted."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import InterfaceError, OperationalError

from advisor.accounts.models import Office
from advisor.cases.answers import answers_of_everybody
from advisor.cases.models import Case, CaseQuerySet, CaseState, Person
from advisor.cases.services import assessment_of
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length, Memo
from advisor.texts.library import Library
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers

_logger = logging.getLogger(__name__)
# Which texts a memo was made from is noted in it; that a note differs is no difference to a reader.
_NOTED = ("checksum", "texts", "texts_note")


@dataclass(slots=True)
class Counted:
    """Cases: how many were looked at, could not be opened, and have a memo that would read differently."""

    total: int = 0
    broken: int = 0
    short: int = 0
    full: int = 0
    either: int = 0


def running_cases(office: Office) -> CaseQuerySet:
    """The open and waiting cases of an office, whoever may see them: only numbers leave this module."""
    running = Case.objects.filter(office=office, closed_on=None, destroy_on=None)
    return running.filter(state__in=(CaseState.OPEN, CaseState.WAITING)).select_related("key").order_by("pk")


def persons_in(office: Office) -> int:
    """How many persons the running cases of an office are about."""
    return Person.objects.filter(case__in=running_cases(office)).count()


def count(cases: Iterable[Case], before: Library, after: Library) -> Counted:
    """Count over these cases; one that cannot be opened counts as broken, and as no difference."""
    counted = Counted()
    for case in cases:
        counted.total += 1
        try:
            short, full = _differs(case, before, after)
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            # Its message may hold words of the case.
            _logger.error("case %s: %s", case.uuid, type(error).__name__)
            counted.broken += 1
            continue
        counted.short += short
        counted.full += full
        counted.either += short or full
    return counted


def _differs(case: Case, before: Library, after: Library) -> tuple[bool, bool]:
    """Whether a short and a full memo about somebody in the case would read differently."""
    short = full = False
    for person, answers in answers_of_everybody(case).items():
        person.case = case
        assessment = assessment_of(person, answers)
        short = short or _reads_differently(assessment, answers, Length.SHORT, before, after)
        full = full or _reads_differently(assessment, answers, Length.FULL, before, after)
    return short, full


def _reads_differently(
    assessment: Assessment, answers: Answers, length: Length, before: Library, after: Library
) -> bool:
    memos = (memo_of(assessment, answers, length=length, library=library) for library in (before, after))
    one, other = (_as_read(memo) for memo in memos)
    return one != other


def _as_read(memo: Memo) -> str:
    content = asdict(memo)
    for name in _NOTED:
        content.pop(name, None)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)

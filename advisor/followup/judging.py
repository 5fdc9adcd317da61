"""Judging running cases anew where another day has come or the law has changed, so that lists and start page are true.

Answers are never touched. Each case in a transaction of its own: a run that is broken off is simply started again, and
a second run on the same day finds nothing to do.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from advisor.cases.answers import answers_of_everybody
from advisor.cases.dates import agenda_of
from advisor.cases.marks import rewrite_marks
from advisor.cases.models import Case, CaseQuerySet
from advisor.cases.outlook import Moved, Outlook, PersonOutlook, change, outlook_of, whole_outlook
from advisor.cases.standing import Standing
from advisor.lifecycle.daily import StepDone
from advisor.logbook.models import Action
from advisor.logbook.record import record
from pathways.engine.facts import Answers
from pathways.engine.fingerprint import law_version
from pathways.law import LAW

_WORDS = "Neu beurteilt"

logger = logging.getLogger(__name__)


def outdated(today: date) -> tuple[CaseQuerySet, ...]:
    """The running cases that were judged by another law, or before ``today`` although time can move them.

    A case with a day of its own is judged on that day for ever, so that only the law can move it. In parts: no
    database answers "other than" from an index.
    """
    law = law_version(LAW)
    # Running is what has not been closed; the index knows the one, not the other.
    running = Case.objects.filter(closed_on=None, destroy_on=None)
    return (
        running.filter(judged_by__lt=law),
        running.filter(judged_by__gt=law),
        running.filter(judged_by=law, judged_on__lt=today, as_of=None),
    )


def judge_running(now: datetime, *, dry_run: bool) -> StepDone:
    """A step of the daily run: judge all that is outdated; a broken case is named and stops no other."""
    today = timezone.localdate(now)
    done = StepDone(_WORDS)
    waiting = [found for part in outdated(today) for found in part.order_by().values_list("pk", "uuid")]
    for pk, uuid in waiting:
        if dry_run:
            done.count += 1
            continue
        try:
            done.count += judge(pk, today)
        except (OperationalError, InterfaceError):
            raise  # the database is gone, not the case broken
        except Exception as error:
            logger.error("case %s: %s", uuid, type(error).__name__)
            done.broken.append(uuid)
    return done


def judge(pk: int, today: date) -> bool:
    """Judge one case anew and note which verdicts have moved; False where it no longer is outdated.

    Raises as opening answers does: Tampered, KeyMissing.
    """
    with transaction.atomic():
        # The row is held from here on; whoever saves an answer at this moment judges it anew themselves.
        held = Case.objects.select_for_update(of=("self",)).select_related("key")
        case = held.filter(pk=pk, closed_on=None, destroy_on=None).first()
        if case is None or not _is_outdated(case, today):
            return False
        before = whole_outlook(case)
        answers = {person.uuid: given for person, given in answers_of_everybody(case).items()}
        now = {who: outlook_of(Standing(given, case.as_of or today), today) for who, given in answers.items()}
        moved = tuple(_moved(case, before, now, answers, today))
        after = Outlook(now, agenda_of(case), _together(before.moved, moved))
        changed = change(case, before, after)
        Case.objects.filter(pk=case.pk).update(**changed.columns)
        rewrite_marks(case, changed.marks_after)
        if moved:
            subject = f"{len(moved)} Wege"
            record(Action.JUDGED_ANEW, by=None, office_id=case.office_id, case=case.uuid, subject=subject)
    return True


def _is_outdated(case: Case, today: date) -> bool:
    if case.judged_by != law_version(LAW) or case.judged_on is None:
        return True
    return case.as_of is None and case.judged_on < today


def _moved(
    case: Case, before: Outlook, now: Mapping[UUID, PersonOutlook], given: Mapping[UUID, Answers], today: date
) -> Iterator[Moved]:
    for who, each in now.items():
        old = before.persons.get(who)
        if old is None or not old.law:
            continue  # never judged so that it can be compared
        other = {key: verdict for key, verdict in old.verdicts.items() if each.verdicts.get(key, verdict) != verdict}
        if not other:
            continue
        then = case.as_of or old.day or today
        by_law = outlook_of(Standing(given[who], then)).verdicts if old.law != each.law else old.verdicts
        for key, was in other.items():
            why = "time" if by_law.get(key, was) == was else "law" if by_law[key] == each.verdicts[key] else "both"
            yield Moved(who, key, was, each.verdicts[key], today, why)


def _together(before: Iterable[Moved], moved: Iterable[Moved]) -> tuple[Moved, ...]:
    """What nobody has seen yet, with what has moved now; what has moved back is nothing any more."""
    found = {(old.person, old.pathway): old for old in before}
    for new in moved:
        key = (new.person, new.pathway)
        old = found.get(key)
        if old is None:
            found[key] = new
        elif old.before == new.now:
            del found[key]
        else:
            found[key] = old._replace(now=new.now, why=old.why if old.why == new.why else "both")
    return tuple(found.values())

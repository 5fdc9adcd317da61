"""Events as the pages of the log show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from advisor.logbook.models import Event
from advisor.policies import listed_cases
from advisor.vault.faults import VaultFault

if TYPE_CHECKING:
    from advisor.accounts.models import User

PAGE_SIZE = 50
Reader = Callable[[Event], str]


@dataclass(frozen=True, slots=True)
class Line:
    """An event to show. ``case_name``: the office's key where there is one, otherwise the beginning of the id."""

    event: Event
    who: str
    case_name: str
    details: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of lines, newest first. ``before``: the number the next page begins under, 0 on the last."""

    lines: list[Line]
    before: int


def events_of(office_id: int, case: UUID | None = None) -> QuerySet[Event]:
    """The events of an office, or those of one of its cases; newest first."""
    of_the_case = Q(case=case) if case else Q()
    return Event.objects.filter(of_the_case, office_id=office_id).select_related("actor").order_by("-number")


def sheet(events: QuerySet[Event], user: User, under: int | None, read: Reader | None = None) -> Sheet:
    """A page of these events, those with a number below ``under``; ``read`` opens their sealed details."""
    # By number, not by page: the log grows while somebody turns pages.
    found = list((events.filter(number__lt=under) if under else events)[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    return Sheet(list(_lines(shown, user, read)), shown[-1].number if len(found) > PAGE_SIZE else 0)


def case_names(user: User, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The keys of those of these cases that lists show this person."""
    cases = apps.get_model("cases", "Case")  # of a higher layer: the log knows its columns only
    return dict(cases._default_manager.filter(listed_cases(user), uuid__in=set(ids)).values_list("uuid", "reference"))


def short(case: UUID) -> str:
    """What a case is called that has no key any more."""
    return _("Fall {id}").format(id=str(case)[:8])


def _lines(events: list[Event], user: User, read: Reader | None) -> Iterator[Line]:
    names = case_names(user, (event.case for event in events if event.case))
    for event in events:
        name = names.get(event.case, short(event.case)) if event.case else ""
        yield Line(event, str(event.actor or "–"), name, _opened(event, read))


def _opened(event: Event, read: Reader | None) -> str:
    if read is None or event.details is None:
        return ""
    try:
        return read(event)
    except VaultFault:  # the key is gone or the text was tampered with; the line itself still counts
        return _("nicht lesbar")

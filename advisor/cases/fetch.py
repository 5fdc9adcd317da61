"""The one way from an address to a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest

from advisor.accounts.models import User
from advisor.cases.models import Case, Person


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case somebody has opened, with the person it is about."""

    case: Case
    person: Person
    user: User


def open_case(request: HttpRequest, uuid: UUID) -> OpenCase:
    """The case with that id; Http404 where there is none or the person logged in may not see it.

    One query.
    """
    user = cast(User, request.user)
    visible = Case.objects.visible_to(user).filter(uuid=uuid)
    person = Person.objects.select_related("case__lead", "case__office").filter(case__in=visible).first()
    if person is None:
        raise Http404
    return OpenCase(person.case, person, user)

"""How a page comes by a person of a case: case, key and whether it may be changed with it, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.db.models import AutoField, Count, Exists, Model, OuterRef, QuerySet, Subquery, UUIDField

from advisor.accounts.models import Role, User
from advisor.cases.marks import marks_key_id
from advisor.cases.models import Case, Person
from advisor.logbook.models import Chain
from advisor.logbook.record import ChainEnd
from advisor.policies import writable_cases
from advisor.texts.library import library_at
from advisor.texts.models import ReleasedText
from advisor.vault.models import DataKey
from advisor.web.prepared import Prepared, Slot


@dataclass(frozen=True, slots=True)
class Found:
    """A person with their case; ``is_writable``: whether the policies let whoever asks change the case.

    ``persons``: how many the case is about.
    """

    person: Person
    is_writable: bool
    persons: int


@dataclass(frozen=True, slots=True)
class _Asker:
    """Whoever asks, as far as the policies tell people apart: what differs within a role is a slot."""

    roles: frozenset[Role]
    is_active: bool
    office_id: Slot | None
    pk: Slot


def find_person(user: User, uuid: UUID, about: UUID | None) -> Found | None:
    """A person of a case this user may open: ``about``, or the first; None where there is none. One query."""
    query = _query(user.roles, user.is_active, user.office_id is not None, about is not None)
    marks = marks_key_id(user.office_id) if user.office_id else None
    row = next(query.rows(user=user.pk, office=user.office_id, uuid=uuid, about=about, marks=marks), None)
    if row is None:
        return None
    is_writable, persons, wrapped, master, length, head, release, *values = row
    person, case, key = (_take(model, values) for model in (Person, Case, DataKey))
    case.key, person.case = key, case
    case.marks_key = DataKey(id=marks, wrapped=wrapped, master=master) if wrapped else None
    case.log_end = None if length is None else ChainEnd(length, bytes(head))
    case.texts = library_at(case.office_id, release)
    return Found(person, is_writable, persons)


@cache
def _query(roles: frozenset[Role], is_active: bool, has_office: bool, has_about: bool) -> Prepared:
    """The query for everybody with these roles."""
    office = Slot("office", AutoField()) if has_office else None
    asker = cast(User, _Asker(roles, is_active, office, Slot("user", AutoField())))

    def build() -> QuerySet[Any, Any]:
        cases = Case.objects.visible_to(asker).filter(uuid=Slot("uuid", UUIDField()))
        found = Person.objects.filter(case__in=cases)
        if has_about:
            found = found.filter(uuid=Slot("about", UUIDField()))
        writable = Exists(Case.objects.filter(writable_cases(asker), pk=OuterRef("case")))
        together = (
            Person.objects.filter(case=OuterRef("case")).order_by().values("case").annotate(n=Count("pk")).values("n")
        )
        marks = DataKey.objects.filter(pk=Slot("marks", UUIDField()))
        chain = Chain.objects.filter(pk=OuterRef("case__office"))
        texts = ReleasedText.objects.filter(office=OuterRef("case__office")).order_by("-pk")
        columns = (*_columns(Person), *_columns(Case, "case__"), *_columns(DataKey, "case__key__"))
        named = found.annotate(
            is_writable=writable,
            persons=Subquery(together),
            marks_wrapped=Subquery(marks.values("wrapped")),
            marks_master=Subquery(marks.values("master")),
            log_length=Subquery(chain.values("length")),
            log_head=Subquery(chain.values("head")),
            text_release=Subquery(texts.values("release__uuid")[:1]),
        )
        first = ("is_writable", "persons", "marks_wrapped", "marks_master", "log_length", "log_head", "text_release")
        return named.order_by("position").values_list(*first, *columns)[:1]

    return Prepared(build)


def _columns(model: type[Model], path: str = "") -> list[str]:
    return [f"{path}{field.attname}" for field in model._meta.concrete_fields]


def _take(model: type[Model], values: list[Any]) -> Any:
    """An object of the next values, which are taken away."""
    names = _columns(model)
    own = values[: len(names)]
    del values[: len(names)]
    return model.from_db("default", names, own)

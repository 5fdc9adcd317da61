"""What every page about one person of a case shows around its content: which case, who, and the ways from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from advisor.cases.fetch import OpenCase
from advisor.cases.models import Case, Person
from advisor.cases.sealing import label_of


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a case of several: their id, the name they go by, and whether the page is about them.

    ``at``: the page of the same kind about them.
    """

    uuid: UUID
    name: str
    shown: bool
    at: str


# The page about a person that each tab leads to.
_OF_TAB = {
    "questions": "cases:person_questionnaire",
    "result": "cases:person_result",
    "papers": "followup:case",
    "memo": "memo:person_preview",
    "sheet": "sheet:preview",
    "dossier": "dossier:overview",
}


def name_of(case: Case, person: Person) -> str:
    """The name a person of a case goes by; their number where nobody has given one."""
    return label_of(case, person) or _("Person {number}").format(number=person.position + 1)


def frame(opened: OpenCase, tab: str) -> dict[str, Any]:
    """The context of the frame of a page about one person; one query where the case is about several."""
    case, person = opened.case, opened.person
    several = opened.persons > 1
    where = (case.uuid, person.uuid)
    return {
        "case": case,
        "person": person,
        "person_name": name_of(case, person) if several else label_of(case, person),
        "family": _family(opened, tab) if several else (),
        "may_write": opened.may_write,
        "tab": tab,
        # Written once here instead of reversed for every link.
        "questions_at": reverse("cases:person_questionnaire", args=where),
        "result_at": reverse("cases:person_result", args=where),
    }


def _family(opened: OpenCase, tab: str) -> tuple[Member, ...]:
    case, about = opened.case, opened.person
    view = _OF_TAB.get(tab, "cases:person_result")
    return tuple(
        Member(each.uuid, name_of(case, each), each.pk == about.pk, reverse(view, args=(case.uuid, each.uuid)))
        for each in case.persons.all()
    )

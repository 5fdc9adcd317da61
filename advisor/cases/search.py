"""What somebody asks a list of cases for, as a form or an address says it, and the cases that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.accounts.models import Role, User
from advisor.cases.filters import DUE, PATHWAYS, RUNNING, MarkFilter, due_filters
from advisor.cases.models import Case, CaseQuerySet, CaseState
from advisor.policies import Permission, may
from advisor.web import wording
from pathways.content.words import VERDICTS
from pathways.law.facts import FEDERAL_STATE

_LONGEST_ID = 18  # digits
_ORDERS: dict[str, tuple[Promise, tuple[Any, ...]]] = {
    "geaendert": (gettext_lazy("zuletzt geändert"), ("-changed", "-pk")),
    "zeichen": (gettext_lazy("Aktenzeichen"), ("reference",)),
    "frist": (gettext_lazy("nächste Frist"), (F("next_due").asc(nulls_last=True), "pk")),
}
_LONGEST_SEARCH = 100  # characters, as long as a key
_STATES = {
    "laufend": (gettext_lazy("laufende"), RUNNING),
    "abgeschlossen": (gettext_lazy("abgeschlossene"), (CaseState.CLOSED,)),
    "archiviert": (gettext_lazy("archivierte"), (CaseState.ARCHIVED,)),
    "alle": (gettext_lazy("alle"), tuple(CaseState)),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above the list. ``of_the_law``: its name is German in every language."""

    value: str
    name: str | Promise
    chosen: bool
    of_the_law: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the filter."""

    name: str
    label: str
    options: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see, with everything left out that they may not ask for or that there is not."""

    search: str
    scope: str
    state: str
    order: str
    due: str
    lead: str
    marks: MarkFilter
    page: str

    @property
    def hidden(self) -> dict[str, str]:
        """What a search and the way to the next page take along."""
        return {"stand": self.state, "wessen": self.scope, **self.narrowed}

    @property
    def narrowed(self) -> dict[str, str]:
        """What is asked for besides state and whose cases; empty values left out."""
        order = "" if self.order == "geaendert" else self.order
        wanted = {"ergebnis": self.marks.verdict, "weg": self.marks.pathway, "land": self.marks.land}
        wanted |= {"frist": self.due, "zustaendig": self.lead, "sortierung": order}
        return {name: value for name, value in wanted.items() if value}

    @property
    def more(self) -> str:
        """The same as the rest of an address."""
        return f"&{urlencode(self.narrowed)}" if self.narrowed else ""


def asked_of(user: User, request: HttpRequest) -> Asked:
    """What a form or an address asks for. A key is looked for by a form only: in an address it would be written down
    by every server and browser on the way."""
    sent = request.POST if request.method == "POST" else request.GET
    state, order, due = (sent.get(name, "") for name in ("stand", "sortierung", "frist"))
    scope = _scope(user, sent.get("wessen", ""))
    # What was answered is for those who may open the case: in the list of the office nothing is found by it.
    inside = scope == "meine"
    lead = sent.get("zustaendig", "")
    return Asked(
        search=request.POST.get("suche", "").strip()[:_LONGEST_SEARCH].replace("\x00", ""),
        scope=scope,
        state=state if state in _STATES else "laufend",
        order=order if order in _ORDERS and (inside or order != "frist") else "geaendert",
        due=due if due in DUE and inside else "",
        lead=lead if lead == "ich" or (lead.isascii() and lead.isdigit() and len(lead) < _LONGEST_ID) else "",
        marks=MarkFilter.of(sent) if inside else MarkFilter(),
        page=sent.get("seite", ""),
    )


def cases_for(user: User, asked: Asked) -> CaseQuerySet:
    """The cases; one query for the key of the office where marks are asked for."""
    cases = Case.objects.visible_to(user) if asked.scope == "meine" else Case.objects.listed_for(user)
    cases = cases.filter(state__in=_STATES[asked.state][1])
    if asked.search:
        cases = cases.filter(reference__icontains=asked.search)
    if asked.due:
        cases = cases.filter(due_filters(timezone.localdate())[asked.due])
    if asked.lead:
        cases = cases.filter(lead=user.pk if asked.lead == "ich" else int(asked.lead))
    if asked.marks.marks and user.office_id is not None:
        cases = cases.filter(asked.marks.cases(user.office_id))
    return cases.order_by(*_ORDERS[asked.order][1])


def _scope(user: User, asked: str) -> str:
    """Whose cases are shown: ``meine`` or ``stelle``; who can open none of their own sees those of the office."""
    if not may(user, Permission.LIST_CASES):
        return "meine"
    if not may(user, Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS):
        return "stelle"
    return "stelle" if asked == "stelle" else "meine"


def states(asked: Asked) -> list[Filter]:
    """The states cases can be in."""
    return [Filter(key, name, key == asked.state) for key, (name, _states) in _STATES.items()]


def scopes(user: User, scope: str) -> list[Filter]:
    """Whose cases somebody can choose between."""
    if not (may(user, Permission.LIST_CASES) and may(user, Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)):
        return []
    names = {"meine": _("meine Fälle"), "stelle": _("alle Fälle der Stelle")}
    return [Filter(key, name, key == scope) for key, name in names.items()]


def choices(user: User, asked: Asked) -> tuple[Choice, ...]:
    """The fields of the filter; one query."""
    assert user.office_id is not None
    colleagues = User.objects.filter(office_id=user.office_id, role_grants__role=Role.COUNSELLOR).distinct()
    leads = [("ich", _("ich")), *((str(each.pk), str(each)) for each in colleagues if each != user)]
    found: list[tuple[str, str, str, list[tuple[str, Any]]]] = [
        (
            "ergebnis",
            _("Ergebnis"),
            asked.marks.verdict,
            [(key.value, _(label.word)) for key, label in VERDICTS.items()],
        ),
        ("weg", _("für den Weg"), asked.marks.pathway, list(PATHWAYS.items())),
        (
            "land",
            _("Bundesland"),
            asked.marks.land,
            [(choice.id, wording.label(choice)) for choice in FEDERAL_STATE.choices],
        ),
        ("frist", _("Frist oder Termin"), asked.due, list(DUE.items())),
    ]
    fields = found if asked.scope == "meine" else []
    fields.append(("zustaendig", _("Zuständig"), asked.lead, leads))
    orders = [(key, name) for key, (name, _by) in _ORDERS.items() if key != "frist" or asked.scope == "meine"]
    return (
        *(
            Choice(
                name,
                label,
                (Filter("", _("egal"), not chosen), *(Filter(k, n, k == chosen, name == "weg") for k, n in options)),
            )
            for name, label, chosen, options in fields
        ),
        Choice("sortierung", _("Sortiert nach"), tuple(Filter(k, n, k == asked.order) for k, n in orders)),
    )

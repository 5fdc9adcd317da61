"""The one way from an address to a case; whoever comes by it is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.finding import find_person
from advisor.cases.models import AccessKind, Case, CaseAccess, Person
from advisor.cases.services import log
from advisor.logbook.models import Action, Event
from advisor.policies import Permission, may

# What a page is called in the log; the rest go by the name of their address.
_PAGES = {
    "cases:questionnaire": "Fragebogen",
    "cases:section": "Fragebogen",
    "cases:next": "Fragebogen",
    "cases:one_by_one": "Fragebogen",
    "cases:all": "Fragebogen",
    "cases:result": "Ergebnis",
    "cases:person_questionnaire": "Fragebogen",
    "cases:person_result": "Ergebnis",
    "cases:pathway": "Ergebnis: ein Weg",
    "cases:keep_result": "Stand festhalten",
    "cases:scenario": "Was wäre, wenn",
    "cases:edit": "Angaben zum Fall",
    "cases:persons": "Personen",
    "cases:person_new": "Personen: hinzufügen",
    "cases:person_edit": "Personen: Angaben",
    "cases:person_remove": "Personen: entfernen",
    "cases:export": "Falldatei",
    "memo:preview": "Memo",
    "memo:person_preview": "Memo",
    "sheet:preview": "Merkblatt",
    "memo:kept": "Aufbewahrte Papiere",
    "memo:changed": "Was sich geändert hat",
    "memo:release": "Freigabe eines Papiers",
    "guidance:consult": "Vorlegen",
    "followup:case": "Unterlagen und Fristen",
    "followup:of_case": "Unterlagen und Fristen",
    "followup:paper": "Unterlagen und Fristen",
    "followup:date": "Unterlagen und Fristen",
    "followup:case_calendar": "Kalenderdatei",
    "lifecycle:state": "Stand",
    "lifecycle:delete": "Löschen",
    "disclosure:bundle": "Auskunft",
    "guidance:reply": "Vorlage",
    "blank:entry": "Nach Nummer eingeben",
    "dossier:overview": "Unterlagen für die Härtefallkommission",
    "dossier:section": "Unterlagen für die Härtefallkommission",
    "dossier:pdf": "Unterlagen für die Härtefallkommission",
    "dossier:word": "Unterlagen für die Härtefallkommission",
    "rescreen:change": "Geänderte Ergebnisse",
    "rescreen:seen": "Geänderte Ergebnisse",
    "rescreen:keep": "Musterfall aufnehmen",
}
# Within this time the parts of a page are fetched that was opened with the first of them.
_ONE_LOOK = timedelta(minutes=5)
_SAFE = ("GET", "HEAD", "OPTIONS")
# What a form is answered with where its page comes back.
_SHOWING = (200, 409, 422)


class NeedsReason(PermissionDenied):
    """A case of the own office, led by somebody else and not shared: a reason opens it."""

    def __init__(self, case: Case) -> None:
        super().__init__("outside the team")
        self.case = case


class NotWritable(PermissionDenied):
    """A case that may be read but not changed: closed, archived, or only put before this person."""

    def __init__(self, case: Case) -> None:
        super().__init__("not writable")
        self.case = case


class PersonGone(LookupError):
    """Nobody of that id is in the case a form was sent into, any more or at all."""

    def __init__(self, case: Case) -> None:
        super().__init__("no such person")
        self.case = case


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case somebody has opened, with the person it is about.

    ``may_write``: whether whoever opened it may change it now. ``persons``: how many the case is about.
    """

    case: Case
    person: Person
    user: User
    may_write: bool
    persons: int = 1

    @property
    def adviser(self) -> User:
        """In whose name a paper is shown: whoever may only read sees it as the person in charge would make it."""
        return self.user if self.may_write else self.case.lead


@dataclass(frozen=True, slots=True)
class SentInto:
    """A case that a form was sent into, with the version it had then."""

    case: Case
    version: int
    user: User
    page: str


def record_what_was_shown(request: HttpRequest, response: HttpResponseBase) -> None:
    """Put on record that a form which changed nothing, because of a fault in it for instance, has shown its case."""
    sent: SentInto | None = getattr(request, "sent_into", None)
    is_page = response.status_code in _SHOWING and response.headers.get("Content-Type", "").startswith("text/html")
    if sent is None or not is_page:
        return
    if response.status_code != 200 or sent.case.version == sent.version:
        with transaction.atomic():
            log(Action.CASE_VIEWED, sent.case, sent.user, subject=sent.page)


def open_case(
    request: HttpRequest,
    uuid: UUID,
    about: UUID | None = None,
    action: Action = Action.CASE_VIEWED,
    *,
    even_closed: bool = False,
    only_looks: bool = False,
    goes_on: bool = False,
) -> OpenCase:
    """The case with that id, for the person logged in, with one of its persons: ``about``, or the first.

    Http404 where there is none in their office, or nobody of that id in it; NeedsReason where it is not theirs to open
    as it is; NotWritable where they send a form and may only read, or the case is closed (unless ``even_closed``);
    PersonGone where a form is about somebody who is not in the case any more.
    What is only looked at is put on record here as ``action``; what is changed is recorded by what changes it.
    ``only_looks``: a form sent here changes nothing either, so whoever may read the case may send it.
    ``goes_on``: this fetches more of a page, which is on record once if it was just opened.
    """
    user = cast(User, request.user)
    found = find_person(user, uuid, about)
    if found is None:
        if may(user, Permission.WORK_ON_CASES) and (other := _closed_to(user, uuid)):
            raise NeedsReason(other)
        if about is not None and request.method not in _SAFE and (case := _visible(user, uuid)):
            raise PersonGone(case)
        raise Http404
    case, may_change = found.person.case, found.is_writable
    view = request.resolver_match.view_name if request.resolver_match else ""
    page = _PAGES.get(view, view)
    if request.method not in _SAFE and not only_looks:
        if not (may_change and (case.is_running or even_closed)):
            raise NotWritable(case)
        request.sent_into = SentInto(case, case.version, user, page)  # type: ignore[attr-defined]
    elif not (goes_on and _is_on_record(action, case, user, page)):
        with transaction.atomic():
            log(action, case, user, subject=page)
    return OpenCase(case, found.person, user, may_change and case.is_running, found.persons)


def _is_on_record(action: Action, case: Case, user: User, page: str) -> bool:
    """Whether this person opened the same page of the case within the last minutes."""
    since = timezone.now() - _ONE_LOOK
    return Event.objects.filter(case=case.uuid, actor=user, action=action, subject=page, at__gte=since).exists()


def _visible(user: User, uuid: UUID) -> Case | None:
    return Case.objects.visible_to(user).filter(uuid=uuid).first()


def _closed_to(user: User, uuid: UUID) -> Case | None:
    """The case of the office with that id that this person would have to give a reason for."""
    listed = Case.objects.listed_for(user).filter(uuid=uuid)
    return listed.exclude(pk__in=Case.objects.visible_to(user).values("pk")).first()


def listed_case(request: HttpRequest, uuid: UUID) -> Case:
    """The case with that id for a page that shows no more of it than lists do; Http404."""
    try:
        return Case.objects.select_related("lead").listed_for(cast(User, request.user)).get(uuid=uuid)
    except Case.DoesNotExist:
        raise Http404 from None


def may_write(user: User, case: Case) -> bool:
    """Whether this person may change the case, as far as people go: who was only asked about it may not."""
    if not may(user, Permission.WORK_ON_CASES):
        return False
    return in_team(user, case) or _has_access(user, case, AccessKind.OUTSIDE)


def in_team(user: User, case: Case) -> bool:
    """Whether this person may say who else opens the case: not with a reason, which holds for a working day only."""
    if not may(user, Permission.WORK_ON_CASES):
        return False
    return case.lead_id == user.pk or case.office_wide or _has_access(user, case, AccessKind.MEMBER)


def _has_access(user: User, case: Case, kind: AccessKind) -> bool:
    return CaseAccess.objects.open_now().filter(case=case, user=user, kind=kind).exists()

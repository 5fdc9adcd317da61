"""Pages of an office admin about the people of the own office; nobody else's are ever found."""

from __future__ import annotations

from typing import cast

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts import changes
from advisor.accounts.changes import LastAdmin
from advisor.accounts.models import Invitation, User
from advisor.accounts.second_factor import OWN_KINDS
from advisor.cases.models import Case
from advisor.people.confirmed import confirmed
from advisor.people.forms import RolesForm
from advisor.policies import Permission, needs

LAST_ADMIN = gettext_lazy("Das geht nicht: Ihre Stelle hätte dann niemanden mehr, der sie verwaltet.")


@needs(Permission.MANAGE_PEOPLE)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody of the office, and the invitations nobody has accepted yet."""
    user = cast(User, request.user)
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=OWN_KINDS)
    found = User.objects.filter(office=user.office).prefetch_related("role_grants").annotate(has_factor=Exists(factor))
    context = {
        "area": "people",
        "people": found.order_by("-is_active", "last_name", "username"),
        "invitations": Invitation.objects.open().filter(office=user.office),
    }
    return render(request, "accounts/people.html", context)


@needs(Permission.MANAGE_PEOPLE)
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: roles, second factor, sessions, and the cases they lead."""
    return _page(request, "accounts/person.html", person=_of_office(request, pk))


@needs(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def roles(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the roles of somebody; they hold from their next click."""
    found, status = _of_office(request, pk), 200
    form = RolesForm(request.POST if request.method == "POST" else None, initial={"roles": sorted(found.roles)})
    if request.method == "POST":
        if form.is_valid():
            try:
                changes.change_roles(found, form.cleaned_data["roles"], by=cast(User, request.user))
            except LastAdmin:
                form.add_error("roles", LAST_ADMIN)
            else:
                messages.success(request, _("Die Rollen von {person} sind gespeichert.").format(person=found))
                return _back(found) if found != request.user else redirect("start")
        status = 422
    return _page(request, "accounts/roles.html", person=found, form=form, status=status)


@needs(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch an account off: nothing of it is deleted, its sessions end at once."""
    found, fault = _of_office(request, pk), ""
    if request.method == "POST":
        try:
            changes.deactivate(found, by=cast(User, request.user))
        except LastAdmin:
            fault = str(LAST_ADMIN)
        else:
            messages.success(request, _("Das Konto von {person} ist stillgelegt.").format(person=found))
            return _back(found)
    return _page(request, "accounts/deactivate.html", person=found, fault=fault, status=422 if fault else 200)


@needs(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch an account on again."""
    found = _of_office(request, pk)
    if request.method != "POST":
        return _page(request, "accounts/reactivate.html", person=found)
    changes.reactivate(found, by=cast(User, request.user))
    messages.success(request, _("{person} kann sich wieder anmelden.").format(person=found))
    return _back(found)


@needs(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def reset_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget the second factor of somebody else who has lost it."""
    found = _of_office(request, pk)
    if found == request.user:
        # Who is here has it still; a password alone must not be a way around it.
        return redirect("mfa_index")
    if request.method != "POST":
        return _page(request, "accounts/reset_second_factor.html", person=found)
    changes.reset_second_factor(found, by=cast(User, request.user))
    messages.success(request, _("Der zweite Faktor von {person} ist zurückgesetzt.").format(person=found))
    return _back(found)


@needs(Permission.MANAGE_PEOPLE)
@require_POST
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """End all sessions of somebody, except the one this is asked from."""
    found = _of_office(request, pk)
    changes.end_sessions_of(found, by=cast(User, request.user), except_key=request.session.session_key)
    messages.success(request, _("Die Sitzungen von {person} sind beendet.").format(person=found))
    return _back(found)


def _of_office(request: HttpRequest, pk: int) -> User:
    """A person of the own office; else 404, which is what there is to know about other offices."""
    return get_object_or_404(User, pk=pk, office_id=cast(User, request.user).office_id)


def _back(person: User) -> HttpResponse:
    return redirect("people:person", person.pk)


def _page(
    request: HttpRequest,
    template: str,
    *,
    person: User,
    form: RolesForm | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "area": "people",
        "person": person,
        "form": form,
        "fault": fault,
        "roles": sorted(str(role.label) for role in person.roles),
        "has_second_factor": Authenticator.objects.filter(user=person, type__in=OWN_KINDS).exists(),
        "sessions": len(UserSession.objects.purge_and_list(person)),
        "led": Case.objects.listed_for(cast(User, request.user)).filter(lead=person),
    }
    return render(request, template, context, status=status)

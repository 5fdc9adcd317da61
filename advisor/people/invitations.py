"""Pages of an office admin about invitations."""

from __future__ import annotations

from typing import cast

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from advisor.accounts.invitations import invite, withdraw
from advisor.accounts.limits import limited
from advisor.accounts.models import Invitation, Office, User
from advisor.people.confirmed import confirmed
from advisor.people.forms import InvitationForm
from advisor.policies import Permission, needs


@needs(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
@limited("invite", "60/h/user")
def new(request: HttpRequest) -> HttpResponse:
    """Make an invitation; its link is shown this once."""
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {"area": "people", "form": form, "days": settings.INVITATION_DAYS}
        return render(request, "accounts/invite.html", context, status=422 if form.errors else 200)
    user = cast(User, request.user)
    data = form.cleaned_data
    invitation, token = invite(
        cast(Office, user.office), data["roles"], by=user, note=data["note"], email=data["email"]
    )
    link = request.build_absolute_uri(reverse("accounts:invitation", args=(token,)))
    if invitation.email:
        mail = {"office": user.office, "link": link, "days": settings.INVITATION_DAYS}
        get_adapter(request).send_mail("accounts/email/invitation", invitation.email, mail)
    context = {"area": "people", "invitation": invitation, "link": link, "mailed": settings.MAIL_CONFIGURED}
    return render(request, "accounts/invited.html", context)


@needs(Permission.MANAGE_PEOPLE)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the link of an invitation worthless."""
    user = cast(User, request.user)
    withdraw(get_object_or_404(Invitation, pk=pk, office_id=user.office_id), by=user)
    messages.success(request, _("Die Einladung gilt nicht mehr."))
    return redirect("people:list")

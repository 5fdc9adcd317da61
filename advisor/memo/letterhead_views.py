"""The page on which an office sets the letterhead of its papers."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from advisor.accounts.limits import limited
from advisor.accounts.models import Office, User
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.memo.letterhead import data_address, printed
from advisor.memo.letterhead_forms import LetterheadForm
from advisor.memo.models import OfficeLetterhead
from advisor.policies import Permission, needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_LETTERHEAD)
@limited("letterhead", "30/10m/user")
def letterhead(request: HttpRequest) -> HttpResponse:
    """Address, foot line and logo of the office, with how they look on paper."""
    user = cast(User, request.user)
    assert user.office is not None
    own = OfficeLetterhead.objects.filter(office=user.office).first() or OfficeLetterhead(office=user.office)
    sent = request.method == "POST"
    form = LetterheadForm(request.POST if sent else None, request.FILES if sent else None, own)
    if sent and form.is_valid():
        changed = set_letterhead(user.office, user, form.wanted)
        messages.success(request, _("Gespeichert.") if changed else _("Es war schon so gespeichert."))
        return redirect("memo:letterhead")
    context = {
        "area": "letterhead",
        "form": form,
        "printed": printed(own),
        "logo": data_address(bytes(own.logo)),
    }
    return render(request, "memo/letterhead.html", context, status=422 if form.errors else 200)


def set_letterhead(office: Office, by: User, wanted: dict[str, Any]) -> bool:
    """Keep a letterhead; whether anything is different now. The log says which parts, not what they say."""
    with transaction.atomic():
        Office.objects.select_for_update().get(pk=office.pk)
        row = OfficeLetterhead.objects.filter(office=office).first() or OfficeLetterhead(office=office)
        changed = sorted(name for name, value in wanted.items() if _plain(getattr(row, name)) != value)
        if not changed:
            return False
        for name in changed:
            setattr(row, name, wanted[name])
        row.save()
        record(Action.LETTERHEAD_CHANGED, by=by, office_id=office.pk, subject=", ".join(changed))
    return True


def _plain(value: Any) -> Any:
    """PostgreSQL gives bytes back as a view of memory."""
    return bytes(value) if isinstance(value, memoryview) else value

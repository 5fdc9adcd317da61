"""The pages of a volunteer who prints: what is released to them, a code they were told, and the stamped file."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import User
from advisor.memo.keeping import file_of
from advisor.memo.models import Release
from advisor.memo.print_code import redeem
from advisor.memo.print_log import log_print
from advisor.memo.release_forms import CodeForm
from advisor.memo.stamp import stamp_words, stamped
from advisor.memo.views import pdf_response
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

# Ten tries find one of eleven thousand million codes by chance as good as never.
CODES = "10/10m/user,50/d/user"
_NOT_RELEASED = gettext_lazy(
    "Dieses Papier ist nicht oder nicht mehr für Sie freigegeben: Der letzte Tag ist vorbei, oder die Beratung hat die "
    "Freigabe beendet. Fragen Sie die Beratung, die es gemacht hat."
)


@require_safe
@needs(Permission.PRINT_RELEASED)
def released(request: HttpRequest) -> HttpResponse:
    """What somebody may print now: kind, number, purpose, last day and the office's key, which tells for whom it is."""
    return _page(request, CodeForm())


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.PRINT_RELEASED)
@limited("print-code", CODES)
def by_code(request: HttpRequest) -> HttpResponse:
    """On to the paper a code stands for; every code that opens nothing is answered alike."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, form)
    row = redeem(cast(User, request.user), form.cleaned_data["code"])
    if row is None:
        form.add_error("code", _("Mit diesem Druckcode können Sie kein Papier öffnen. Bitte noch einmal genau prüfen."))
        return _page(request, form)
    return redirect(f"{reverse('memo:print', args=(row.memo.uuid,))}?zweck={row.purpose}")


@require_GET
@needs(Permission.PRINT_RELEASED)
def print_released(request: HttpRequest, memo: UUID) -> HttpResponse:
    """A released paper to look at and print, each page stamped; each time is on record. `?zweck=` which release."""
    user, today = cast(User, request.user), timezone.localdate()
    rows = Release.objects.to_print(user, today).filter(memo__uuid=memo)
    if purpose := request.GET.get("zweck"):
        rows = rows.filter(purpose=purpose)
    row = rows.select_related("memo__case__key", "memo__record").order_by("-at").first()
    if row is None:
        return trouble(request, 404, str(_NOT_RELEASED))
    content = stamped(file_of(row.memo), stamp_words(today, row.purpose, row.until))
    with transaction.atomic():
        log_print(row, row.memo.record, user)
    return pdf_response(content, row.memo.file_stem, shown=True)


def _page(request: HttpRequest, form: CodeForm) -> HttpResponse:
    rows = Release.objects.to_print(cast(User, request.user), timezone.localdate())
    rows = rows.select_related("memo__case", "memo__record", "by").defer("memo__sealed", "memo__sealed_content")
    context = {"area": "released", "rows": rows, "form": form}
    return render(request, "memo/released.html", context, status=422 if form.errors else 200)

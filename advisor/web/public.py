"""Pages without login: who runs this, what is kept, how accessible it is, whom to tell of a hole, does it run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from advisor.web.operator import Operator

ASSESSED = date(2026, 11, 22)  # the day somebody last went through the statement of accessibility
_PLAIN = "text/plain; charset=utf-8"
_DAYS_VALID = 180  # of security.txt, counted anew at every request: the contact is as current as the server


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie and what it is for."""

    name: str
    meaning: str


@login_not_required
@require_safe
def imprint(request: HttpRequest) -> HttpResponse:
    """Who runs this installation."""
    return _page(request, "web/imprint.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about whom, for how long, and which rights there are."""
    return _page(request, "web/privacy.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What is accessible, what is not yet, and whom to tell."""
    return _page(request, "web/accessibility.html")


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a security hole, as RFC 9116 has it; 404 where nobody is named."""
    contact = Operator.from_settings().security
    if not contact:
        raise Http404
    expires = timezone.now() + timedelta(days=_DAYS_VALID)
    lines = (f"Contact: {contact}", f"Expires: {expires:%Y-%m-%dT00:00:00Z}", "Preferred-Languages: de, en")
    return HttpResponse("\n".join(lines) + "\n", content_type=_PLAIN)


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 where a row can be read from the database, otherwise 503; nothing else is told."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations")
            cursor.fetchone()
    except Error:
        return HttpResponse("unavailable\n", status=503, content_type=_PLAIN)
    return HttpResponse("ok\n", content_type=_PLAIN)


@login_not_required
@require_safe
def form_token(request: HttpRequest) -> HttpResponse:
    """The seal a form needs now; only a page of ours can read it, because no other origin may."""
    return HttpResponse(get_token(request), content_type=_PLAIN)


def _page(request: HttpRequest, template: str) -> HttpResponse:
    operator = Operator.from_settings()
    return render(
        request, template, {"operator": operator, "demo": settings.DEMO, "cookies": _cookies(), "assessed": ASSESSED}
    )


def _cookies() -> tuple[Cookie, ...]:
    return (
        Cookie(settings.SESSION_COOKIE_NAME, _("erkennt Ihre Anmeldung wieder und endet mit ihr.")),
        Cookie(settings.CSRF_COOKIE_NAME, _("sichert, dass ein Formular wirklich von dieser Seite kommt.")),
        Cookie(
            settings.LANGUAGE_COOKIE_NAME,
            _("merkt sich die Sprache der Seiten, ein Jahr lang. Es wird erst gesetzt, wenn Sie eine wählen."),
        ),
    )

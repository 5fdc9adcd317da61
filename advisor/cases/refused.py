"""Pages for a case that somebody may not open or change as it is: why, and what to do instead."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from advisor.cases.fetch import NeedsReason, NotWritable, PersonGone, record_what_was_shown
from advisor.cases.models import Case
from advisor.cases.services import Stale
from advisor.vault.faults import VaultFault
from advisor.web.resend import resend
from advisor.web.troubles import Trouble, trouble

_OUTSIDE = Trouble(
    _("Diesen Fall führt jemand anderes"),
    _(
        "Nichts wurde gespeichert. Lassen Sie den Fall mit sich teilen, oder öffnen Sie ihn in einem neuen Fenster mit "
        "einer Begründung. Dann senden Sie hier noch einmal."
    ),
)
_CLOSED = Trouble(
    _("Dieser Fall ist abgeschlossen"),
    _("Nichts wurde gespeichert. Öffnen Sie den Fall in einem neuen Fenster wieder. Dann senden Sie hier noch einmal."),
)
_ONLY_ASKED = Trouble(
    _("Sie können diesen Fall lesen, nicht ändern"),
    _("Er wurde Ihnen zur Prüfung vorgelegt. Nichts wurde gespeichert."),
)
_GONE = Trouble(
    _("Diese Person gehört nicht mehr zum Fall"),
    _(
        "Jemand hat sie inzwischen aus dem Fall entfernt. Nichts wurde gespeichert; was Sie eingegeben haben, steht "
        "noch hier. Öffnen Sie den Fall in einem neuen Fenster, wenn es zu jemand anderem gehört."
    ),
)
_OVERTAKEN = Trouble(
    _("Hier wird gerade viel geändert"),
    _("Jemand anderes hat im selben Augenblick gespeichert. Von Ihnen ist nichts gespeichert. Senden Sie noch einmal."),
)

_UNREADABLE = _(
    "Dieser Fall lässt sich nicht öffnen: Was gespeichert ist, passt nicht zu seinem Schlüssel, oder der Schlüssel "
    "fehlt. Es wird nichts angezeigt und nichts verändert. Sagen Sie dem Betrieb Bescheid; eine Sicherung kann helfen."
)

logger = logging.getLogger(__name__)


class CaseRefusalMiddleware:
    """Answer a case that may not be opened or changed with a page of its own, which keeps what was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view, once it is on record that it shows a case."""
        response = self.get_response(request)
        record_what_was_shown(request, response)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; None for every other exception."""
        match exception:
            case NeedsReason():
                request.refused_case = exception.case.uuid  # type: ignore[attr-defined]  # of the own office: on record
                if request.method == "POST":
                    return resend(request, 403, page=_OUTSIDE)
                return render(request, "cases/outside.html", {"case": exception.case}, status=403)
            case NotWritable():
                return _not_writable(request, exception.case)
            case PersonGone():
                request.sent_into = None  # type: ignore[attr-defined]  # the page shows only what was typed
                return resend(request, 409, page=_GONE)
            case Stale():
                request.sent_into = None  # type: ignore[attr-defined]  # the page shows only what was typed
                return resend(request, 409, page=_OVERTAKEN, again=True)
            case VaultFault():
                logger.error("A case could not be unsealed: %s", type(exception).__name__)
                return trouble(request, 500, gettext(_UNREADABLE))
        return None


def _not_writable(request: HttpRequest, case: Case) -> HttpResponse:
    if case.is_running:
        return resend(request, 403, page=_ONLY_ASKED)
    return resend(request, 409, page=_CLOSED, again=True)

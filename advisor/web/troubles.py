"""What each refusal means, in words: what happened and what can be done; never what was entered."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error page: its heading, what it means and what to do; in German, the page translates it."""

    title: str
    text: str


TROUBLES = {
    400: Trouble(
        _("Diese Anfrage ist nicht zu verstehen"),
        _(
            "Ihr Browser hat etwas geschickt, das hier nicht vorgesehen ist. "
            "Gehen Sie zurück und versuchen Sie es erneut."
        ),
    ),
    401: Trouble(
        _("Sie sind abgemeldet"),
        _("Melden Sie sich in einem neuen Fenster an. Kommen Sie dann hierher zurück und senden Sie noch einmal."),
    ),
    403: Trouble(
        _("Das ist hier nicht erlaubt"),
        _(
            "Vielleicht gehört diese Seite zu einer Rolle, die Sie nicht haben. "
            "Rollen vergibt die Verwaltung der Stelle. "
            "Haben Sie ein Formular gesendet, laden Sie die Seite davor neu und senden Sie es noch einmal."
        ),
    ),
    404: Trouble(
        _("Diese Seite gibt es nicht"),
        _("Der Fall gehört vielleicht zu einer anderen Stelle, wurde gelöscht, oder die Adresse ist unvollständig."),
    ),
    405: Trouble(
        _("So lässt sich diese Seite nicht aufrufen"),
        _("Diese Adresse nimmt nur Formulare an. Gehen Sie über die Liste der Fälle."),
    ),
    409: Trouble(
        _("Hier wurde inzwischen etwas geändert"),
        _(
            "Dieselben Angaben wurden in einem anderen Fenster gespeichert. "
            "Laden Sie die Seite neu und vergleichen Sie."
        ),
    ),
    413: Trouble(
        _("Das ist zu groß"),
        _("Eine Falldatei darf höchstens 1 MiB groß sein, ein Formular höchstens 2 MiB."),
    ),
    429: Trouble(
        _("Das war zu oft hintereinander"),
        _(
            "Zum Schutz vor Missbrauch ist die Zahl der Anfragen begrenzt. "
            "Warten Sie etwas und versuchen Sie es erneut."
        ),
    ),
    500: Trouble(
        _("Da ist bei uns etwas schiefgegangen"),
        _("Was Sie zuletzt gespeichert haben, ist noch da. Versuchen Sie es gleich noch einmal."),
    ),
    503: Trouble(
        _("Wegweiser kann gerade nicht speichern"),
        _(
            "Was bestätigt wurde, ist noch da. Diese Anfrage gilt als nicht ausgeführt: "
            "Warten Sie eine Minute und versuchen Sie es noch einmal. Hält das an, sagen Sie dem Betrieb Bescheid."
        ),
    ),
}

# A seal of the form that has expired, of somebody who sent it from our own page.
STALE_FORM = Trouble(
    _("Bitte senden Sie noch einmal"),
    _(
        "Die Seite war lange offen, oder Sie haben sich inzwischen neu angemeldet. "
        "Es ist noch nichts gespeichert; was Sie eingegeben haben, steht noch hier."
    ),
)


def trouble(request: HttpRequest, status: int, detail: str = "", *, retry_after: int = 0) -> HttpResponse:
    """The error page for an HTTP status.

    ``detail``: one more sentence, written by the program; ``retry_after``: seconds after which it may work again.
    The page for 503 asks neither session nor database, because they may be the reason.
    """
    context = {"status": status, "page": TROUBLES[status], "detail": detail}
    if status == 503:
        response = HttpResponse(render_to_string("error.html", context | {"layout": "web/bare.html"}), status=status)
    else:
        response = render(request, "error.html", context | {"layout": "base.html"}, status=status)
    return with_hints(response, retry_after)


def with_hints(response: HttpResponse, retry_after: int = 0) -> HttpResponse:
    """The response with the headers that its status asks for."""
    if response.status_code == 401:
        response.headers["WWW-Authenticate"] = "Form"
    if retry_after > 0:
        response.headers["Retry-After"] = str(retry_after)
    return response

"""Error pages in words: what happened and what can be done; never what was entered."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error page: its heading, what it means and what to do."""

    title: str
    text: str


TROUBLES = {
    400: Trouble(
        "Diese Anfrage ist nicht zu verstehen",
        "Ihr Browser hat etwas geschickt, das hier nicht vorgesehen ist. Gehen Sie zurück und versuchen Sie es erneut.",
    ),
    403: Trouble(
        "Das ist hier nicht erlaubt",
        "Vielleicht war die Seite lange offen. Laden Sie die vorige Seite neu und senden Sie das Formular noch einmal.",
    ),
    404: Trouble(
        "Diese Seite gibt es nicht",
        "Der Fall gehört vielleicht zu einer anderen Stelle, wurde gelöscht, oder die Adresse ist unvollständig.",
    ),
    405: Trouble(
        "So lässt sich diese Seite nicht aufrufen",
        "Diese Adresse nimmt nur Formulare an. Gehen Sie über die Liste der Fälle.",
    ),
    409: Trouble(
        "Hier wurde inzwischen etwas geändert",
        "Dieselben Angaben wurden in einem anderen Fenster gespeichert. Laden Sie die Seite neu und vergleichen Sie.",
    ),
    413: Trouble(
        "Das ist zu groß",
        "Eine Falldatei darf höchstens 1 MiB groß sein, ein Formular höchstens 2 MiB.",
    ),
    500: Trouble(
        "Da ist bei uns etwas schiefgegangen",
        "Was Sie zuletzt gespeichert haben, ist noch da. Versuchen Sie es gleich noch einmal.",
    ),
}


def trouble(request: HttpRequest, status: int, detail: str = "") -> HttpResponse:
    """The error page for an HTTP status; ``detail``: one more sentence, written by the program."""
    page = TROUBLES[status]
    return render(request, "error.html", {"status": status, "page": page, "detail": detail}, status=status)


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 where the reason is the size."""
    if isinstance(exception, TooManyFilesSent):
        return trouble(request, 400, "Bitte nur eine Datei auf einmal.")
    return trouble(request, 413 if isinstance(exception, RequestDataTooBig | TooManyFieldsSent) else 400)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return trouble(request, 403)


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return trouble(request, 404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500; without the session, the database or a context processor, because any of them may be the reason."""
    return HttpResponse(render_to_string("500.html", {"page": TROUBLES[500]}), status=500)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where a form was not ours or too old."""
    return trouble(request, 403)

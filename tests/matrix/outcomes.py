"""What comes of one request, as the letter that `tests.matrix.expected` has for it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

REACHED = frozenset({200, 302, 400, 422})
REFUSED = {403: "-", 404: "0", 405: "m", 409: "k"}


def outcome(response: HttpResponse) -> str:
    """The letter; a word for what no request may ever come to, so that it matches nothing."""
    status = response.status_code
    if status in (301, 302):
        target = response.headers["Location"]
        if target.startswith(reverse("account_login")):
            return "L"
        if target == reverse("mfa_index"):
            return "2"
    if status == 403 and "cases/outside.html" in {template.name for template in response.templates}:
        return "r"
    return REFUSED.get(status) or ("+" if status in REACHED else f"status {status}")

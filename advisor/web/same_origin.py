"""Whether a request comes from one of our own pages, by what the browser says and no page can forge."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


def sent_by_us(request: HttpRequest) -> bool:
    """Whether a request that wants to change something was surely sent by a page of ours.

    Only then may what it holds be offered to be sent again: whatever another site sends would otherwise become ours
    with one press of a button.
    """
    if request.method not in UNSAFE:
        return False
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    try:
        return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return False

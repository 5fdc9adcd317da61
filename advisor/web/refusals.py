"""What is refused before any page looks at it because no browser sends it, and our page where a method does not fit."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from advisor.web.errors import trouble

_LONGEST_LENGTH = 20  # digits; Python reads no number of thousands of them
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class RefusalMiddleware:
    """Refuse what would otherwise be half understood, and give each 405 a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page of the refusal, or the response."""
        # No session has such a key, and PostgreSQL fails where it is asked for one.
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\x00" not in value}
        if status := refusal(request):
            return trouble(request, status)
        response = self.get_response(request)
        if response.status_code != 405:
            return response
        page = trouble(request, 405)
        page.headers["Allow"] = response.headers.get("Allow", "")
        return page


def refusal(request: HttpRequest) -> int:
    """The status a request is refused with because of its form alone; 0 where it may pass.

    RequestDataTooBig, before anything is read or written to disk, where the body is larger than the settings allow.
    """
    # Other encodings hide halves of characters, which no database keeps, or are no encodings of text at all.
    if (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        return 400
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit() and len(length) < _LONGEST_LENGTH):
        return 400
    if request.method != "POST" or length == "0":
        return 0
    # Read as a form, any other body is one without fields, and its sender would be told that it was saved.
    if request.content_type not in _FORMS:
        return 400
    # What broke off on the way would be kept as far as it came.
    return 0 if len(request.body) == int(length) else 400

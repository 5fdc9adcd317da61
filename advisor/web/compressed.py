"""Compresses large pages on their way to a browser that one of our own pages sent there."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_PAGES = frozenset({"cases:section", "cases:answer", "cases:all", "cases:next", "cases:person_result"})


class CompressedMiddleware(GZipMiddleware):
    """Compress pages that are large and asked for again and again.

    Whoever sees how long a compressed page is and can have something of theirs written into it finds out piece by
    piece what else it says (BREACH); ours repeat their own address. So nothing is compressed that another site, a
    typed address or a link elsewhere asks for: only what the browser says comes from a page of ours, which no page
    can forge.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The response, smaller where its page may be and the browser takes it."""
        found = request.resolver_match
        named = found is not None and found.view_name in _PAGES
        if not named or request.headers.get("Sec-Fetch-Site") != "same-origin":
            return response
        return super().process_response(request, response)

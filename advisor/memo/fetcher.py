"""The only way the PDF writer comes by a file: data inside the document and fonts registered here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "app:///"


class LockedFetcher(URLFetcher):
    """Serves `data:` and registered files; anything else stops the rendering, so that nothing is missing unseen."""

    def __init__(self, registered: Mapping[str, Path]) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self._registered = dict(registered)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The content behind an address; FatalURLFetchingError where it is not ours."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = self._registered.get(url)
        if path is None:
            raise FatalURLFetchingError(f"not an address of this application: {url[:80]}")
        return URLFetcherResponse(url, path.read_bytes())

"""Headers of every answer: nothing kept in a cache, no use of devices, and nothing left behind after the logout."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# Security keys need `publickey-credentials-*`, which are ours alone unless a policy says otherwise.
_NO_DEVICES = ", ".join(
    f"{device}=()"
    for device in (
        "accelerometer",
        "autoplay",
        "bluetooth",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)


class BrowserRulesMiddleware:
    """Tell browsers what no answer of ours may be used for, the static files included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response with the rules; whoever has just logged out leaves nothing behind in the browser's cache."""
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = _NO_DEVICES
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        if _ends_session(response):
            response.headers["Clear-Site-Data"] = '"cache"'
        return response


def _ends_session(response: HttpResponseBase) -> bool:
    cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
    return cookie is not None and cookie["max-age"] == 0


class NoStoreMiddleware:
    """Forbid browsers and proxies to keep any page; static files are answered before this."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response, with `Cache-Control: no-store`."""
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        return response

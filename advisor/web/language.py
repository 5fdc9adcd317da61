"""In which language a page speaks: German, unless somebody has chosen another one here.

What a browser asks for of itself is not looked at: German advice centres work in German.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

_in_both: ContextVar[bool] = ContextVar("questions in both languages", default=False)


class LanguageMiddleware:
    """Let a page speak the language this browser has chosen; for whoever is logged in, their account says more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response; the language before is back afterwards, whatever the view has set."""
        with translation.override(known(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)) or settings.LANGUAGE_CODE):
            return self.get_response(request)


def known(code: str | None) -> str:
    """The code of a language there is; empty for every other."""
    return code if code is not None and code in dict(settings.LANGUAGES) else ""


def remember(response: HttpResponseBase, language: str) -> None:
    """Keep the choice in this browser, where nobody is logged in yet or any more."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


def in_german() -> bool:
    """Whether the page speaks German."""
    return translation.get_language() in (settings.LANGUAGE_CODE, None)


def in_both() -> bool:
    """Whether a German page says its questions in English as well, for somebody who interprets."""
    return in_german() and _in_both.get()


@contextmanager
def questions_in_both(wanted: bool) -> Iterator[None]:
    """Let the questions be said in both languages, or not, as long as this lasts."""
    before = _in_both.set(wanted)
    try:
        yield
    finally:
        _in_both.reset(before)


def translations_compiled(app_configs: Any = None, **_: Any) -> Sequence[CheckMessage]:
    """A warning for every language whose words are not compiled: its pages would stay German."""
    return [
        Warning(
            f"The interface in {name} is not compiled.",
            hint="Run ./wegweiser setup, or manage.py compilemessages with gettext installed.",
            id="web.W002",
        )
        for code, name in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE and not _compiled(code)
    ]


def _compiled(code: str) -> bool:
    return any((Path(folder) / code / "LC_MESSAGES" / "django.mo").is_file() for folder in settings.LOCALE_PATHS)

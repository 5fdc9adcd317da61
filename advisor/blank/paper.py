"""The blank questionnaire as PDF, written once a process and language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.blank.sheet import sheet
from advisor.memo import render

LANGUAGES = ("de", "en")


def blank_html(language: str) -> str:
    """The paper as a document of its own, in one of the languages."""
    style = Path(str(finders.find("blank-paper.css"))).read_text(encoding="utf-8")
    with override(language):
        return render_to_string("blank/paper.html", {"sheet": sheet(), "style": style})


def blank_pdf(language: str) -> bytes:
    """The paper as PDF; it holds nothing of anybody, so everybody gets the same bytes."""
    return _written(language, render.write_pdf)


@cache
def _written(language: str, write: Callable[[str, str], bytes]) -> bytes:
    html = blank_html(language)
    return write(html, sha256(html.encode()).hexdigest()[:32])

"""A pathway beside the questions; most are the same after an answer as before it, so what was written is kept."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from advisor.cases.panel import Row

KEPT = 1024  # pathways of about a hundred open cases; some 700 bytes each

register = template.Library()


@register.simple_tag
def way(row: Row, questions_at: str, result_at: str) -> SafeString:
    """The item of a list for a pathway; the addresses are those of the person's questions and result."""
    return _written(row, questions_at, result_at, get_language())


@lru_cache(KEPT)
def _written(row: Row, questions_at: str, result_at: str, language: str) -> SafeString:
    # The language is part of what is asked for because the template speaks it.
    context = {"row": row, "questions_at": questions_at, "result_at": result_at}
    return cast(SafeString, get_template("cases/_way.html").render(context))

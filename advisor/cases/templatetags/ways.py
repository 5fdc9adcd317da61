"""What stands around the questions: most of it is the same after an answer as before, so what was written is kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from advisor.cases.panel import Row
from advisor.cases.sections import Progress, Section

KEPT = 2048  # of about a hundred open cases; some 700 bytes each

register = template.Library()


@register.simple_tag
def way(row: Row, questions_at: str, result_at: str) -> SafeString:
    """The item of a list for a pathway; the addresses are those of the person's questions and result."""
    return _written("cases/_way.html", get_language(), row=row, questions_at=questions_at, result_at=result_at)


@register.simple_tag
def section_link(entry: Progress, way: str, section: Section | None, questions_at: str) -> SafeString:
    """The item of a list for a section; ``way``: through the questions, all of them are on one page or not."""
    slug = entry.section.slug
    current = way == "talk" and section is not None and section.id == entry.section.id
    address = f"#{slug}" if way == "all" else f"{questions_at}{slug}/"
    return _written("cases/_section_link.html", get_language(), entry=entry, current=current, address=address)


@lru_cache(KEPT)
def _written(template: str, language: str, **context: Any) -> SafeString:
    # The language is part of what is asked for because the template speaks it.
    return cast(SafeString, get_template(template).render(context))

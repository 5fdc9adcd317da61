"""Template tags for what is said in the language of the page, and the mark of what stays German."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from advisor.web import wording
from advisor.web.language import in_both, in_german

register = template.Library()
register.filter("ask", wording.ask)
register.filter("label", wording.label)
register.filter("hint", wording.hint)
register.filter("section_title", wording.section_title)
register.filter("day", wording.day_words)


@register.simple_tag
def questions_in_both() -> bool:
    """Whether the page says its questions in English as well."""
    return in_both()


@register.simple_tag
def german() -> SafeString:
    """The attribute of an element whose text stays German; nothing on a German page.

    For what the law says and what people have entered: `<li {% german %}>{{ criterion.says }}</li>`.
    """
    return mark_safe("" if in_german() else 'lang="de"')


@register.simple_tag
def spoken() -> SafeString:
    """The attribute of what the page itself says inside an element that stays German; nothing on a German page."""
    return mark_safe("" if in_german() else f'lang="{get_language()}"')

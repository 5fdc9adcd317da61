"""Template filters for a case in words, where the page may speak another language than the paper."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.cases.scenario import Proposal
from advisor.cases.scenario_form import fields_of
from advisor.web.wording import answer_words, partial_day_words
from pathways.content.reading import AnswerLine
from pathways.engine.days import Period
from pathways.engine.facts import Answer, Fact

register = template.Library()
register.filter("partial_day", partial_day_words)


@register.filter
def said(line: AnswerLine) -> str:
    """The answer of a line."""
    return answer_words(line.fact, line.answer)


@register.filter
def answered(fact: Fact, answer: Answer | None) -> str:
    """An answer to a question."""
    return answer_words(fact, answer)


@register.filter
def form_fields(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """The fields that play a proposal through."""
    return tuple(fields_of(proposal))


@register.filter
def duration(period: Period) -> str:
    """A length of time without its direction, such as „1 Jahr“ or „3 Monate und 1 Tag“; empty for none."""
    months, days = abs(period.months), abs(period.days)
    parts = []
    if months and months % 12 == 0:
        parts.append(ngettext("{n} Jahr", "{n} Jahre", months // 12).format(n=months // 12))
    elif months:
        parts.append(ngettext("{n} Monat", "{n} Monate", months).format(n=months))
    if days and days % 7 == 0:
        parts.append(ngettext("{n} Woche", "{n} Wochen", days // 7).format(n=days // 7))
    elif days:
        parts.append(ngettext("{n} Tag", "{n} Tage", days).format(n=days))
    return _("{one} und {other}").format(one=parts[0], other=parts[1]) if len(parts) > 1 else "".join(parts)

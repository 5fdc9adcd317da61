"""The words of questions and answers in the language of the page; what the law itself says stays German.

The vocabulary has every question, label and choice in both languages. Words of the interface that stand in data, such
as „kommt in Betracht“, go through gettext: `gettext(VERDICTS[verdict].word)`, in a template `{% translate x.word %}`.
"""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from advisor.web.language import in_both, in_german
from pathways.content import words
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Choice, Fact, Gap, OneOf, SomeOf, Value
from pathways.law.facts import SECTIONS


def ask(fact: Fact) -> str:
    """The question."""
    return fact.ask if in_german() else fact.ask_en


def label(named: Fact | Choice) -> str:
    """What a question is about, or one of its answers, in a few words."""
    return named.label if in_german() else named.label_en


def hint(fact: Fact) -> str:
    """What helps to answer the question; empty where there is nothing to say."""
    return fact.note_de if in_german() else fact.note_en


def also_ask(fact: Fact) -> str:
    """The question in English, where the page says it in both languages; otherwise empty."""
    return fact.ask_en if in_both() else ""


def also_label(named: Fact | Choice) -> str:
    """The same of a label."""
    return named.label_en if in_both() else ""


def also_hint(fact: Fact) -> str:
    """The same of a hint."""
    return fact.note_en if in_both() else ""


def section_title(section: str) -> str:
    """The title of a section, by its letter."""
    return SECTIONS[section].title if in_german() else SECTIONS[section].title_en


def answer_words(fact: Fact, answer: Answer | None) -> str:
    """An answer, or why there is none."""
    if in_german():
        return words.answer_words(fact, answer)
    value = Gap.NOT_ASKED if answer is None else answer.value
    return gettext(words.GAPS[value]) if isinstance(value, Gap) else value_words(fact, value)


def value_words(fact: Fact, value: Value) -> str:
    """The value of an answer; several values in the order of the fact's choices."""
    if in_german() or not isinstance(value, bool | PartialDay | str | frozenset):
        return words.value_words(fact, value)
    if isinstance(value, bool):
        return gettext(words.YES if value else words.NO)
    if isinstance(value, PartialDay):
        return partial_day_words(value)
    if not isinstance(fact, OneOf | SomeOf):
        return str(value)
    chosen = {value} if isinstance(value, str) else value
    return ", ".join(choice.label_en for choice in fact.choices if choice.id in chosen)


def day_words(day: date | None) -> str:
    """A day with digits in German, with the month as a word in English; „sofort“ where there is none."""
    return gettext(words.NO_DAY) if day is None else date_format(day, "SHORT_DATE_FORMAT")


def partial_day_words(day: PartialDay) -> str:
    """A day of which perhaps only month or year is known."""
    if in_german():
        return words.partial_day_words(day)
    if day.is_exact:
        return day_words(day.earliest)
    return date_format(day.earliest, "M Y" if day.earliest.month == day.latest.month else "Y", use_l10n=False)

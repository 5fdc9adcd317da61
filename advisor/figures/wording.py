"""How a statistic is said in the language of the page: its number, its day, its measures."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.web.wording import partial_day_words
from pathways.engine.days import PartialDay
from pathways.law.figures import Figure, Rounding

_ROUNDED: Mapping[Rounding, str | Promise] = {
    Rounding.ABOUT: gettext_lazy("rund %(number)s"),
    Rounding.MORE_THAN: gettext_lazy("mehr als %(number)s"),
    Rounding.AT_LEAST: gettext_lazy("mindestens %(number)s"),
    Rounding.UP_TO: gettext_lazy("bis zu %(number)s"),
}
_PLACE = re.compile(r"(§|Abs\.|S\.) (?=\d)")
# What a hardship commission counts, in the order of its procedure.
MEASURES: Mapping[str, str | Promise] = {
    "petitions": gettext_lazy("Eingaben"),
    "considered": gettext_lazy("beraten"),
    "requests": gettext_lazy("Ersuchen"),
    "granted": gettext_lazy("Titel angeordnet"),
}


def number_words(number: int) -> str:
    """A number with the separators of the language."""
    return str(number_format(number, force_grouping=True))


def figure_words(figure: Figure) -> str:
    """A number as exact as its source says it is."""
    number = number_words(figure.value)
    rounded = _ROUNDED.get(figure.rounding)
    return number if rounded is None else str(rounded) % {"number": number}


def as_of_words(cut_off: PartialDay | None) -> str:
    """Until when was counted; "" where the source does not say."""
    if cut_off is None:
        return ""
    words = _("Stichtag %(day)s") if cut_off.is_exact else _("Stand %(day)s")
    return words % {"day": partial_day_words(cut_off)}


def unbroken(text: str) -> str:
    """German words in which no line ends within a place in the law."""
    return _PLACE.sub("\\1\u00a0", text)

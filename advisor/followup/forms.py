"""What the forms for papers and dates take."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.cases import dates, papers
from advisor.cases.forms import DayField
from advisor.cases.papers import Progress

_DAY_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")
_DAY_ERROR = _("Bitte ein ganzes Datum, das es gibt: Tag.Monat.Jahr, z. B. 31.12.2026.")


def _text(longest: int, required: Any = "") -> forms.CharField:
    errors = {"max_length": _("Bitte höchstens %(limit_value)d Zeichen.")}
    if required:
        errors["required"] = required
    return forms.CharField(max_length=longest, required=bool(required), error_messages=errors)


def _day(required: Any = "") -> DayField:
    errors = {"invalid": _DAY_ERROR}
    if required:
        errors["required"] = required
    return DayField(input_formats=_DAY_FORMATS, required=bool(required), error_messages=errors)


class PaperForm(forms.Form):
    """How far a paper is."""

    progress = forms.ChoiceField(choices=[("", ""), *((each.value, each.value) for each in Progress)], required=False)
    note = _text(papers.LONGEST_NOTE)
    asked_on = _day()
    was = forms.CharField(max_length=64, required=False)


class NewPaperForm(forms.Form):
    """A paper that no criterion names."""

    words = _text(papers.LONGEST_NAME, _("Bitte sagen, welche Unterlage."))


class DateForm(forms.Form):
    """A note on a deadline."""

    note = _text(dates.LONGEST_NOTE)


class NewDateForm(forms.Form):
    """A date of one's own."""

    words = _text(dates.LONGEST_WORDS, _("Bitte sagen, was an dem Tag ist."))
    day = _day(_("Bitte den Tag angeben."))

"""What the log is searched by."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.logbook.models import Action

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_FIRST, _LAST = date(2000, 1, 1), date(2999, 12, 31)
_LARGEST = 2**63 - 1  # as far as a database counts


class _Day(forms.DateField):
    """A day in this millennium; databases stumble over the years 1 and 9999 once time zones come in."""

    def __init__(self, label: StrOrPromise) -> None:
        bounds = [
            MinValueValidator(_FIRST, _("Bitte ein Tag ab dem 01.01.2000.")),
            MaxValueValidator(_LAST, _("Bitte ein Tag bis zum 31.12.2999.")),
        ]
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"})
        super().__init__(label=label, required=False, validators=bounds, widget=widget)


class LogFilter(forms.Form):
    """Person, action and period; all may be empty."""

    error_css_class = "invalid"

    person = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Person"),
        required=False,
        empty_label=_("alle"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    vorgang = forms.ChoiceField(
        label=_("Vorgang"),
        required=False,
        choices=[("", _("alle")), *Action.choices],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    von = _Day(_("von"))
    bis = _Day(_("bis"))
    vor = forms.IntegerField(required=False, min_value=1, max_value=_LARGEST, widget=forms.HiddenInput)

    def __init__(self, sent: Any, *, office_id: int) -> None:
        super().__init__(sent, auto_id="log-%s")
        people = User.objects.filter(office_id=office_id).order_by("last_name", "first_name", "username")
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The period must not end before it begins."""
        cleaned: dict[str, Any] = super().clean() or {}
        begin, end = cleaned.get("von"), cleaned.get("bis")
        if begin and end and begin > end:
            self.add_error("bis", _("Der Zeitraum endet, bevor er beginnt."))
        return cleaned

    def wanted(self) -> Q:
        """The filter for what was chosen, without the place in the list."""
        chosen, wanted = self.cleaned_data, Q()
        if chosen["person"]:
            wanted &= Q(actor=chosen["person"])
        if chosen["vorgang"]:
            wanted &= Q(action=chosen["vorgang"])
        if chosen["von"]:
            wanted &= Q(at__gte=timezone.make_aware(datetime.combine(chosen["von"], time.min)))
        if chosen["bis"]:
            wanted &= Q(at__lte=timezone.make_aware(datetime.combine(chosen["bis"], time.max)))
        return wanted

    def in_words(self) -> str:
        """What was chosen, for the log itself: numbers and names of actions."""
        chosen = self.cleaned_data
        parts = (
            chosen["person"] and f"Person {chosen['person'].pk}",
            chosen["vorgang"] and f"Vorgang {chosen['vorgang']}",
            chosen["von"] and f"von {chosen['von']}",
            chosen["bis"] and f"bis {chosen['bis']}",
        )
        return ", ".join(part for part in parts if part)

    def as_sent(self) -> dict[str, str]:
        """What was chosen as it stands in an address; without the place in the list."""
        return {name: self.data[name] for name in self.fields if name != "vor" and self.data.get(name)}

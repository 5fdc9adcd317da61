"""The forms by which a paper is released for printing, and by which a volunteer gets one with a code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.cases.forms import helper
from advisor.guidance.forms import day_field
from advisor.memo.models import Purpose
from advisor.memo.release import LONGEST_TIME, USUAL_TIME, Terms


class ReleaseForm(forms.Form):
    """What a paper may be printed for, by whom and how long; where guidance is over or missing, that this is meant."""

    purpose = forms.ChoiceField(
        label=_("Wofür?"),
        choices=Purpose,
        widget=forms.RadioSelect,
        help_text=_("Steht auf jeder gedruckten Seite."),
        error_messages={
            "required": _("Bitte wählen, wofür das Papier gedruckt wird."),
            "invalid_choice": _("Bitte nur einen der angebotenen Zwecke wählen."),
        },
    )
    to = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Für wen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("Bitte nur die angebotenen Personen wählen."),
            "invalid_pk_value": _("Bitte nur die angebotenen Personen wählen."),
        },
    )
    anyone = forms.BooleanField(
        label=_("Auch, wer aus dem Ehrenamt der Stelle den Druckcode hat"),
        required=False,
        help_text=_("Sagen Sie ihn nur denen, die dieses Papier drucken sollen."),
    )
    until = day_field(
        _("Bis wann?"), format_lazy(_("Der letzte Tag, höchstens {days} Tage von heute."), days=LONGEST_TIME.days)
    )
    all_the_same = forms.BooleanField(
        label=_("Trotzdem freigeben"),
        required=False,
        help_text=_("Ohne gültige Anleitung. Das steht im Protokoll."),
    )

    def __init__(self, sent: QueryDict | None, people: QuerySet[User], today: date, *, guided: bool) -> None:
        super().__init__(sent, initial={"until": today + USUAL_TIME})
        self.today, self.guided = today, guided
        to: Any = self.fields["to"]
        to.queryset = people
        if guided:
            del self.fields["all_the_same"]
        self.helper = helper(gettext("Zum Drucken freigeben"))

    def terms(self) -> Terms:
        """What was filled in, once it is valid."""
        wanted = self.cleaned_data
        return Terms(
            until=wanted["until"],
            purpose=Purpose(wanted["purpose"]),
            to=wanted["to"],
            anyone=wanted["anyone"],
            all_the_same=wanted.get("all_the_same", False),
        )

    def clean(self) -> dict[str, Any]:
        """Somebody has to be chosen: by name, or by the code."""
        cleaned = super().clean() or self.cleaned_data
        if "to" in cleaned and not cleaned["to"] and not cleaned.get("anyone"):
            self.add_error("to", gettext("Bitte mindestens eine Person wählen oder den Druckcode gelten lassen."))
        return cleaned

    def clean_until(self) -> date:
        """A day from today on, not too far away."""
        until: date = self.cleaned_data["until"]
        if until < self.today:
            raise forms.ValidationError(gettext("Dieser Tag ist vorbei."))
        if until - self.today > timedelta(days=LONGEST_TIME.days):
            raise forms.ValidationError(gettext("Bitte höchstens {days} Tage.").format(days=LONGEST_TIME.days))
        return until

    def clean_all_the_same(self) -> bool:
        """Only asked where guidance is over or missing."""
        if not self.cleaned_data["all_the_same"]:
            raise forms.ValidationError(
                gettext("Bitte ankreuzen, wenn Sie das Papier ohne gültige Anleitung freigeben wollen.")
            )
        return True


class CodeForm(forms.Form):
    """The print code somebody was told."""

    code = forms.CharField(
        label=_("Druckcode"),
        max_length=40,
        help_text=_("Acht Buchstaben, die Ihnen die Beratung gesagt hat. Groß oder klein ist gleich."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Bitte den Druckcode eingeben.")},
    )

"""The form by which a memo is released for printing."""

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
from advisor.memo.release import LONGEST_TIME, USUAL_TIME


class ReleaseForm(forms.Form):
    """Who may print the memo and how long; where guidance is over or missing, also that this is meant."""

    to = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Für wen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Bitte mindestens eine Person wählen."),
            "invalid_choice": _("Bitte nur die angebotenen Personen wählen."),
            "invalid_pk_value": _("Bitte nur die angebotenen Personen wählen."),
        },
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
                gettext("Bitte ankreuzen, wenn Sie das Memo ohne gültige Anleitung freigeben wollen.")
            )
        return True

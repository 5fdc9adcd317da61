"""Forms about the end of cases: how long they are kept, and deleting one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.cases.forms import helper
from advisor.cases.models import Case, CaseKind
from advisor.lifecycle.models import LONGEST_PERIOD
from advisor.lifecycle.retention import SUGGESTED

_NUMBER = {
    "invalid": _("Bitte eine ganze Zahl von Monaten angeben oder das Feld leer lassen."),
    "min_value": _("Mindestens 1 Monat."),
    "max_value": _("Höchstens %(limit_value)s Monate."),
}


class RetentionForm(forms.Form):
    """For each type of case the months it is kept once it is closed; empty: nothing is deleted by itself."""

    def __init__(self, sent: QueryDict | None, rules: Mapping[CaseKind, int]) -> None:
        super().__init__(sent, initial={kind.value: count for kind, count in rules.items()})
        for kind in CaseKind:
            self.fields[kind.value] = forms.IntegerField(
                label=gettext("{kind}: Monate").format(kind=kind.label),
                required=False,
                min_value=1,
                max_value=LONGEST_PERIOD,
                error_messages=_NUMBER,
                help_text=gettext("Anhaltspunkt: {months}. Leer: wird nicht von selbst gelöscht.").format(
                    months=SUGGESTED[kind]
                ),
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )
        self.helper = helper(gettext("Fristen speichern"))
        self.helper.form_tag = False
        self.helper.inputs = []

    @property
    def wanted(self) -> dict[CaseKind, int | None]:
        """What was decided, once the form is valid."""
        return {kind: self.cleaned_data[kind.value] for kind in CaseKind}


class DeleteForm(forms.Form):
    """Delete a case: its key typed once more, and where it cannot be read, that somebody knows."""

    reference = forms.CharField(
        label=_("Aktenzeichen zur Bestätigung"),
        max_length=200,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Bitte das Aktenzeichen des Falls eingeben.")},
    )
    unread = forms.BooleanField(
        label=_("Ich weiß, dass niemand prüfen kann, ob noch Fristen laufen. Der Fall soll trotzdem gelöscht werden."),
        required=False,
    )

    def __init__(self, sent: QueryDict | None, case: Case, *, unreadable: bool) -> None:
        super().__init__(sent)
        self.case = case
        if not unreadable:
            del self.fields["unread"]
        self.helper = helper(gettext("In den Papierkorb legen"))

    def clean_reference(self) -> str:
        """The key exactly as the case has it."""
        typed: str = self.cleaned_data["reference"]
        if typed != self.case.reference:
            raise forms.ValidationError(
                gettext("Das ist nicht das Aktenzeichen dieses Falls. Es wurde nichts gelöscht.")
            )
        return typed

    def clean(self) -> dict[str, Any]:
        """Where the case cannot be read, nobody deletes it without knowing that."""
        data = super().clean() or self.cleaned_data
        if "unread" in self.fields and not data.get("unread"):
            self.add_error("unread", gettext("Bitte bestätigen."))
        return data

    @property
    def knows_unread(self) -> bool:
        """Whether somebody deletes a case that cannot be read and knows it."""
        return bool(self.cleaned_data.get("unread"))

"""Forms about golden cases: keeping one, and retiring one."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.cases.forms import helper

LONGEST_REASON = 1000  # characters


class KeepForm(forms.Form):
    """That nobody can be recognised, and that the result is right; ``shown``: the digest of what the page showed."""

    anonymous = forms.BooleanField(
        label=_("Ich habe alles auf dieser Seite gelesen. Niemand ist daran zu erkennen."),
        error_messages={"required": _("Bitte bestätigen. Ohne das wird nichts aufgenommen.")},
    )
    right = forms.BooleanField(
        label=_("So muss es ausgehen: Die Ergebnisse oben sind fachlich richtig."),
        error_messages={"required": _("Bitte bestätigen. Ohne das wird nichts aufgenommen.")},
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, sent: QueryDict | None, shown: str) -> None:
        super().__init__(sent, initial={"shown": shown})
        self.helper = helper(gettext("Als Musterfall aufnehmen"))


class RetireForm(forms.Form):
    """Why a golden case holds no longer."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ohne Angaben zu Personen. Der Grund bleibt in der Liste stehen."),
        error_messages={
            "required": _("Bitte sagen, warum der Musterfall nicht mehr gelten soll."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
    )

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        self.helper = helper(gettext("Musterfall zurückziehen"))
        self.helper.form_tag = False

"""Forms for putting a case to a releaser and for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.cases.forms import helper

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_TEXT = 5000  # characters


def _text_field(label: StrOrPromise, help_text: StrOrPromise) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=help_text,
        error_messages={
            "required": _("Bitte ausfüllen."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
    )


class QuestionForm(forms.Form):
    """A question to one releaser or to all."""

    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("An wen?"),
        required=False,
        empty_label=_("an alle, die in der Stelle freigeben"),
        error_messages={"invalid_choice": _("Bitte eine der angebotenen Personen wählen.")},
    )
    question = _text_field(_("Ihre Frage"), _("Wer die Frage bekommt, kann den ganzen Fall lesen, aber nicht ändern."))

    def __init__(self, sent: QueryDict | None, people: QuerySet[User]) -> None:
        super().__init__(sent)
        self.fields["to"].queryset = people  # type: ignore[attr-defined]
        self.helper = helper(gettext("Fall vorlegen"))


class AnswerForm(forms.Form):
    """The answer of a releaser."""

    answer = _text_field(_("Ihre Antwort"), _("Sie bleibt im Fall. Danach können Sie den Fall nicht mehr öffnen."))

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        self.helper = helper(gettext("Antwort in den Fall geben"))

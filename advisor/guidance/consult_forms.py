"""Forms for putting a case to a releaser and for the answer."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from advisor.accounts.models import User
from advisor.cases.forms import helper

LONGEST_TEXT = 5000  # characters


def _text_field(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=help_text,
        error_messages={
            "required": "Bitte ausfüllen.",
            "max_length": f"Bitte in höchstens {LONGEST_TEXT} Zeichen.",
        },
    )


class QuestionForm(forms.Form):
    """A question to one releaser or to all."""

    to = forms.ModelChoiceField(
        User.objects.none(),
        label="An wen?",
        required=False,
        empty_label="an alle, die in der Stelle freigeben",
        error_messages={"invalid_choice": "Bitte eine der angebotenen Personen wählen."},
    )
    question = _text_field("Ihre Frage", "Wer die Frage bekommt, kann den ganzen Fall lesen, aber nicht ändern.")

    def __init__(self, sent: QueryDict | None, people: QuerySet[User]) -> None:
        super().__init__(sent)
        self.fields["to"].queryset = people  # type: ignore[attr-defined]
        self.helper = helper("Fall vorlegen")


class AnswerForm(forms.Form):
    """The answer of a releaser."""

    answer = _text_field("Ihre Antwort", "Sie bleibt im Fall. Danach können Sie den Fall nicht mehr öffnen.")

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        self.helper = helper("Antwort in den Fall geben")

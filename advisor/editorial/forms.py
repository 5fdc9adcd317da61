"""Forms of the editors' pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.cases.forms import helper
from advisor.texts.models import NOTE_LENGTH

LONGEST_TEXT = 20000  # characters, citations included
LONGEST_REMARK = 2000


class DraftForm(forms.Form):
    """A text as it is written. ``grundlage``: the number of the revision it began with, 0 for the built-in text."""

    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        strip=False,
        error_messages={
            "required": _("Bitte schreiben Sie einen Text."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
    )
    notiz = forms.CharField(
        label=_("Was haben Sie geändert, und warum?"),
        max_length=300,
        required=False,
        error_messages={"max_length": _("Bitte in höchstens %(limit_value)d Zeichen.")},
    )
    grundlage = forms.IntegerField(
        label=_("Grundlage"),
        min_value=0,
        max_value=2**31 - 1,
        error_messages={
            "required": _("Bitte laden Sie die Seite neu."),
            "invalid": _("Bitte laden Sie die Seite neu."),
            "min_value": _("Bitte laden Sie die Seite neu."),
            "max_value": _("Bitte laden Sie die Seite neu."),
        },
    )

    def clean_text(self) -> str:
        """The text with line ends as they are kept."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


class ReviewForm(forms.Form):
    """That a text was read and left as it is."""

    naechste = forms.DateField(
        label=_("Nächste Prüfung am"),
        error_messages={"required": _("Bitte einen Tag angeben."), "invalid": _("Bitte einen Tag angeben.")},
    )
    notiz = forms.CharField(
        label=_("Womit verglichen?"),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Bitte in höchstens %(limit_value)d Zeichen.")},
    )

    def __init__(self, sent: QueryDict | None, today: date, latest: date) -> None:
        super().__init__(sent)
        self.today, self.latest = today, latest

    def clean_naechste(self) -> date:
        """A day to come, at most a year and a bit away: texts that nobody reads grow old."""
        day: date = self.cleaned_data["naechste"]
        if not self.today < day <= self.latest:
            words = gettext("Bitte einen Tag nach heute, spätestens den {latest}.")
            raise forms.ValidationError(words.format(latest=self.latest.strftime("%d.%m.%Y")))
        return day


class ReportForm(forms.Form):
    """What somebody thinks is wrong with a text."""

    message = forms.CharField(
        label=_("Was stimmt nicht?"),
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Lesen können es in Ihrer Stelle alle mit den Rollen „Redaktion“ und „Freigabe“."),
        error_messages={
            "required": _("Bitte ausfüllen."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
    )

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        self.helper = helper(gettext("Melden"))


class ReleaseForm(forms.Form):
    """Why texts are released; ``explanation``: why golden cases may come out differently, needed where some do."""

    note = forms.CharField(
        label=_("Was ändert diese Freigabe, und warum?"),
        max_length=NOTE_LENGTH,
        error_messages={
            "required": _("Bitte ausfüllen."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
    )
    explanation = forms.CharField(
        label=_("Warum ist das richtig?"),
        max_length=LONGEST_REMARK,
        required=False,
        error_messages={"max_length": _("Bitte in höchstens %(limit_value)d Zeichen.")},
    )

    def __init__(self, sent: QueryDict | None, flipped: bool, initial: dict[str, Any] | None = None) -> None:
        super().__init__(sent, initial=initial)
        self.flipped = flipped

    def clean(self) -> dict[str, Any]:
        """The fields; where golden cases come out differently, with an explanation."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.flipped and not str(cleaned.get("explanation") or "").strip():
            self.add_error("explanation", gettext("Bitte sagen Sie, warum die Musterfälle so richtig ausgehen."))
        return cleaned


class RemarkForm(forms.Form):
    """What is said about a version; whether it may be empty depends on what is done with it."""

    kommentar = forms.CharField(
        label=_("Bemerkung"),
        max_length=LONGEST_REMARK,
        required=False,
        error_messages={"max_length": _("Bitte in höchstens %(limit_value)d Zeichen.")},
    )

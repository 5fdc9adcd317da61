"""The form in which an office sets its letterhead."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.cases.forms import helper
from advisor.guidance.forms import text_field
from advisor.memo.logo import BadLogo, clean_logo
from advisor.memo.models import OfficeLetterhead

TEXTS = ("address", "phone", "mail", "web", "foot", "logo_text")
_MOST_LINES = 5


class LetterheadForm(forms.Form):
    """Everything of a letterhead but the name of the office; what was typed stays where something is wrong."""

    address = forms.CharField(
        label=_("Anschrift"),
        max_length=400,
        required=False,
        help_text=_("Höchstens fünf Zeilen."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"max_length": _("Bitte in höchstens %(limit_value)d Zeichen.")},
    )
    phone = text_field(_("Telefon"), 60, required=False)
    mail = forms.EmailField(
        label=_("E-Mail"),
        max_length=120,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("Das ist keine E-Mail-Adresse. Beispiel: beratung@stelle.example")},
    )
    web = text_field(_("Internet"), 120, _("So, wie die Adresse gedruckt werden soll."), required=False)
    foot = text_field(
        _("Fußzeile"), 300, _("Steht am Ende jedes Papiers, zum Beispiel Träger und Vereinsregister."), required=False
    )
    logo = forms.FileField(
        label=_("Neues Logo"),
        required=False,
        help_text=_("PNG oder JPEG, höchstens 1 MiB. Gespeichert wird nur das Bild selbst, ohne Angaben zur Aufnahme."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        error_messages={"empty": _("Die Datei ist leer.")},
    )
    logo_text = text_field(
        _("Was auf dem Logo zu sehen ist"),
        150,
        _("Für alle, die es nicht sehen können; wird vorgelesen. Zum Beispiel: Logo, zwei Hände."),
        required=False,
    )
    no_logo = forms.BooleanField(label=_("Logo entfernen"), required=False)

    def __init__(self, sent: Any, files: Any, letterhead: OfficeLetterhead) -> None:
        super().__init__(sent, files, initial={name: getattr(letterhead, name) for name in TEXTS})
        self.before = bytes(letterhead.logo)
        if not self.before:
            del self.fields["no_logo"]
        self.helper = helper(gettext("Briefkopf speichern"))
        self.uploaded = b""

    def clean_address(self) -> str:
        """The lines that have something in them."""
        lines = [line.strip() for line in self.cleaned_data["address"].splitlines() if line.strip()]
        if len(lines) > _MOST_LINES:
            raise forms.ValidationError(gettext("Bitte höchstens fünf Zeilen."))
        return "\n".join(lines)

    def clean_logo(self) -> UploadedFile | None:
        """The file, once its picture could be drawn anew."""
        upload: UploadedFile | None = self.cleaned_data["logo"]
        if upload:
            try:
                self.uploaded = clean_logo(upload.read())
            except BadLogo as error:
                raise forms.ValidationError(str(error)) from error
        return upload

    def clean(self) -> dict[str, Any]:
        """A logo needs words."""
        data = super().clean() or self.cleaned_data
        if self.logo_after and "logo_text" in data and not data["logo_text"]:
            self.add_error("logo_text", gettext("Zu einem Logo gehört eine Beschreibung."))
        return data

    @property
    def logo_after(self) -> bytes:
        """The logo there would be: the uploaded one, else the one before unless that is to go."""
        return self.uploaded or (b"" if self.cleaned_data.get("no_logo") else self.before)

    @property
    def logo_is_lost(self) -> bool:
        """Whether a good picture has to be chosen once more, for browsers do not keep files."""
        return bool(self.uploaded and self.errors)

    @property
    def wanted(self) -> dict[str, Any]:
        """All values of the letterhead, once the form is valid; no words without a picture."""
        logo = self.logo_after
        texts = {name: self.cleaned_data[name] for name in TEXTS}
        return {**texts, "logo": logo, "logo_text": texts["logo_text"] if logo else ""}

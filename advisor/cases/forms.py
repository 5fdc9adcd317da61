"""Forms around a case: a new one, its key and day, and a case file to read in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.typed import LONGEST_NOTE
from pathways.engine.casefile import LARGEST_FILE, CaseFile, CaseFileFaults, read_case
from pathways.engine.faults import Fault
from pathways.law.facts import FACTS_BY_ID

_DAY_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A fault of a file on the page: its place, the question it is about where there is one, and what is wrong."""

    path: str
    question: str
    text: str

    @classmethod
    def of(cls, fault: Fault) -> FaultLine:
        """The fault in German."""
        _, _, rest = fault.path.partition(".")
        fact = FACTS_BY_ID.get(rest.partition(".")[0])
        return cls(fault.path, fact.label if fact else "", fault.message_de)


class ReferenceField(forms.CharField):
    """The office's own key."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Aktenzeichen Ihrer Stelle")
        kwargs.setdefault("help_text", "Bitte keinen Namen. 1 bis 100 Zeichen, in Ihrer Stelle nur einmal.")
        super().__init__(max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value: Any) -> str:
        """The key without what cannot be seen: line breaks would split it, marks of direction disguise it."""
        plain = _plain(super().clean(value))
        if self.required and not plain:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return plain


class DayField(forms.DateField):
    """A full day in the digits of the questionnaire; Python would take those of some other scripts as well."""

    def to_python(self, value: Any) -> date | None:
        """The day; ValidationError."""
        if isinstance(value, str) and not value.strip().isascii():
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        day: date | None = super().to_python(value)
        return day


class CaseForm(forms.ModelForm):
    """The office key and, where wanted, the day whose law applies."""

    reference = ReferenceField()
    as_of = DayField(
        label="Stichtag",
        required=False,
        input_formats=_DAY_FORMATS,
        widget=forms.DateInput(format="%d.%m.%Y", attrs={"autocomplete": "off"}),
        help_text="Der Tag, dessen Recht gilt, z. B. 31.12.2026. Leer lassen für den heutigen Tag.",
        error_messages={"invalid": "Bitte ein ganzes Datum, das es gibt: Tag.Monat.Jahr, z. B. 31.12.2026."},
    )

    class Meta:
        model = Case
        fields = ("reference", "as_of")

    def __init__(self, *args: Any, user: User, submit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.instance.office_id = user.office_id
            self.instance.lead = user
            self.fields["reference"].widget.attrs["autofocus"] = not self.is_bound  # faults get the focus otherwise
        self.helper = helper(submit)

    def clean_reference(self) -> str:
        """The key, where no other case of the office has it."""
        reference: str = self.cleaned_data["reference"]
        others = Case.objects.filter(office_id=self.instance.office_id, reference=reference)
        if others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Dieses Aktenzeichen gibt es in Ihrer Stelle schon.")
        return reference


class ImportForm(forms.Form):
    """A case file, read whole; its faults are reported all at once in `faults`."""

    file = forms.FileField(
        label="Falldatei",
        help_text="JSON im Format wegweiser-case/1, höchstens 1 MiB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": "Bitte eine Datei auswählen.", "empty": "Die Datei ist leer."},
    )
    reference = ReferenceField(
        required=False,
        label="Anderes Aktenzeichen",
        help_text="Nur wenn das in der Datei fehlt oder schon vergeben ist.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Einlesen und anlegen")
        self.faults: tuple[FaultLine, ...] = ()
        self.case_file = CaseFile({})

    def clean_file(self) -> UploadedFile:
        """The file, once it can be read as a case."""
        upload: UploadedFile = self.cleaned_data["file"]
        if (upload.size or 0) > LARGEST_FILE:
            raise forms.ValidationError("Die Datei ist größer als 1 MiB.")
        try:
            self.case_file = read_case(upload.read(), FACTS_BY_ID)
            self.faults = _long_notes(self.case_file)
        except CaseFileFaults as error:
            self.faults = tuple(map(FaultLine.of, error.faults))
        if self.faults:
            raise forms.ValidationError("Die Datei lässt sich nicht einlesen; siehe oben.")
        return upload

    def clean(self) -> dict[str, Any]:
        """A case needs a key, from the file or from here."""
        data = super().clean() or self.cleaned_data
        if not self.faults and not data.get("reference") and not _plain(self.case_file.reference) and data.get("file"):
            self.add_error("reference", "In der Datei steht kein Aktenzeichen; bitte eines angeben.")
        return data

    @property
    def chosen_reference(self) -> str:
        """The key given here, otherwise that of the file."""
        return self.cleaned_data["reference"] or _plain(self.case_file.reference)


def _long_notes(case_file: CaseFile) -> tuple[FaultLine, ...]:
    """The notes nobody could change on the page again; one of a whole megabyte is a minute of work for the PDF."""
    return tuple(
        FaultLine(
            f"details.{fact_id}.note",
            FACTS_BY_ID[fact_id].label,
            f"hat {len(answer.note)} Zeichen; höchstens {LONGEST_NOTE} sind möglich",
        )
        for fact_id, answer in case_file.answers.items()
        if len(answer.note) > LONGEST_NOTE
    )


def _plain(reference: str | None) -> str:
    """A key without what cannot be seen or kept."""
    return "".join(character for character in reference or "" if character.isprintable()).strip()


def helper(submit: str) -> FormHelper:
    """How our forms are laid out: one column, one button, checked by us and not by the browser."""
    layout = FormHelper()
    layout.attrs = {"novalidate": "novalidate"}
    layout.add_input(Submit("save", submit))
    return layout

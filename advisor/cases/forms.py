"""Forms around a case: a new one, its key and day, and a case file to read in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2s
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.cases.models import REFERENCE_TAKEN, Case, CaseKind
from advisor.cases.typed import LONGEST_NOTE
from advisor.web.language import in_german
from advisor.web.wording import label
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
        """The fault in the language of the page."""
        _, _, rest = fault.path.partition(".")
        fact = FACTS_BY_ID.get(rest.partition(".")[0])
        words = fault.message_de if in_german() else fault.message
        return cls(fault.path, label(fact) if fact else "", words)


class ReferenceField(forms.CharField):
    """The office's own key."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Aktenzeichen Ihrer Stelle"))
        kwargs.setdefault("help_text", _("Bitte keinen Namen. 1 bis 100 Zeichen, in Ihrer Stelle nur einmal."))
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


class CaseForm(forms.Form):
    """The office key, the type of the case and, where wanted, the day whose law applies."""

    reference = ReferenceField()
    as_of = DayField(
        label=_("Stichtag"),
        required=False,
        input_formats=_DAY_FORMATS,
        widget=forms.DateInput(format="%d.%m.%Y", attrs={"autocomplete": "off"}),
        help_text=_("Der Tag, dessen Recht gilt, z. B. 31.12.2026. Leer lassen für den heutigen Tag."),
        error_messages={"invalid": _("Bitte ein ganzes Datum, das es gibt: Tag.Monat.Jahr, z. B. 31.12.2026.")},
    )
    kind = forms.ChoiceField(
        label=_("Art des Falls"),
        choices=CaseKind.choices,
        required=False,  # a form without it means the usual one
        help_text=_("Danach richtet sich, wie lange ein abgeschlossener Fall aufbewahrt wird."),
    )
    was = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def __init__(self, sent: QueryDict | None, *, user: User, submit: str, case: Case | None = None) -> None:
        shown = {"kind": CaseKind.ADVICE} if case is None else {**values_of(case), "was": fingerprint_of(case)}
        super().__init__(sent, initial=shown)
        self.case, self.user = case, user
        if case is None:
            self.fields["reference"].widget.attrs["autofocus"] = not self.is_bound  # faults get the focus otherwise
        self.helper = helper(submit)

    def clean_reference(self) -> str:
        """The key, where no other case of the office has it."""
        reference: str = self.cleaned_data["reference"]
        others = Case.objects.filter(office=self.user.office, reference=reference)
        if (others.exclude(pk=self.case.pk) if self.case else others).exists():
            raise forms.ValidationError(gettext(REFERENCE_TAKEN))
        return reference

    def clean_kind(self) -> str:
        """The type; that of the case, or the usual one, where the form does not say."""
        return self.cleaned_data["kind"] or (self.case.kind if self.case else CaseKind.ADVICE.value)

    @property
    def values(self) -> dict[str, Any]:
        """What is to be kept, by the name of the column."""
        return {name: self.cleaned_data[name] for name in ("reference", "as_of", "kind")}

    def show_again(self) -> None:
        """Keep what was typed, and take note of what is kept now: sent once more, the form is up to date."""
        if self.case is not None:
            self.data = {**{name: self.data.get(name, "") for name in self.fields}, "was": fingerprint_of(self.case)}

    def is_outdated(self) -> bool:
        """Whether the form has shown something else than what is kept now, and wants something else too."""
        if self.case is None or not (was := self.cleaned_data["was"]):
            return False
        return was != fingerprint_of(self.case) and self.values != values_of(self.case)


def values_of(case: Case) -> dict[str, Any]:
    """What the form about a case can change."""
    return {"reference": case.reference, "as_of": case.as_of, "kind": case.kind}


def fingerprint_of(case: Case) -> str:
    """The same wherever the form would show the same."""
    return blake2s(ascii(sorted(values_of(case).items())).encode(), digest_size=8).hexdigest()


class ImportForm(forms.Form):
    """A case file, read whole; its faults are reported all at once in `faults`."""

    file = forms.FileField(
        label=_("Falldatei"),
        help_text=_("JSON im Format wegweiser-case/1, höchstens 1 MiB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": _("Bitte eine Datei auswählen."), "empty": _("Die Datei ist leer.")},
    )
    reference = ReferenceField(
        required=False,
        label=_("Anderes Aktenzeichen"),
        help_text=_("Nur wenn das in der Datei fehlt oder schon vergeben ist."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(gettext("Einlesen und anlegen"))
        self.faults: tuple[FaultLine, ...] = ()
        self.case_file = CaseFile({})

    def clean_file(self) -> UploadedFile:
        """The file, once it can be read as a case."""
        upload: UploadedFile = self.cleaned_data["file"]
        if (upload.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(_("Die Datei ist größer als 1 MiB."))
        try:
            self.case_file = read_case(upload.read(), FACTS_BY_ID)
            self.faults = _long_notes(self.case_file)
        except CaseFileFaults as error:
            self.faults = tuple(map(FaultLine.of, error.faults))
        if self.faults:
            raise forms.ValidationError(_("Die Datei lässt sich nicht einlesen; siehe oben."))
        return upload

    def clean(self) -> dict[str, Any]:
        """A case needs a key, from the file or from here."""
        data = super().clean() or self.cleaned_data
        if not self.faults and not data.get("reference") and not _plain(self.case_file.reference) and data.get("file"):
            self.add_error("reference", _("In der Datei steht kein Aktenzeichen; bitte eines angeben."))
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
            label(FACTS_BY_ID[fact_id]),
            gettext("hat {number} Zeichen; höchstens {most} sind möglich").format(
                number=len(answer.note), most=LONGEST_NOTE
            ),
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
    # Some pages have two forms.
    layout.add_input(Submit("save", submit, css_id=f"save-{slugify(submit)}"))
    return layout

"""Forms of an office admin on guidance: an agreement, an own qualification, a training."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict

from advisor.accounts.models import User
from advisor.cases.forms import DayField, helper
from advisor.guidance.models import Basis, Ground

_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")
_NO_DAY = "Bitte ein ganzes Datum, das es gibt: Tag.Monat.Jahr, z. B. 31.12.2026."
EARLIEST = date(1950, 1, 1)


def day_field(label: str, help_text: str = "") -> DayField:
    """A required day."""
    return DayField(
        label=label,
        help_text=help_text or "Tag.Monat.Jahr",
        input_formats=_FORMATS,
        widget=forms.DateInput(format="%d.%m.%Y", attrs={"autocomplete": "off"}),
        error_messages={"invalid": _NO_DAY, "required": _NO_DAY},
    )


def text_field(label: str, longest: int, help_text: str = "", *, required: bool = True) -> forms.CharField:
    """A line of text."""
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Bitte ausfüllen.", "max_length": f"Bitte in höchstens {longest} Zeichen."},
    )


class _OfficeForm(forms.Form):
    """A form on the page of a person; `?tun=` tells it from the others there."""

    action = ""
    submit = ""

    def __init__(self, sent: QueryDict | None, person: User, today: date) -> None:
        super().__init__(sent, auto_id=f"{self.action}-%s")
        self.person, self.today = person, today
        self.helper = helper(self.submit)
        self.helper.form_action = f"?tun={self.action}"

    def _not_before(self, name: str) -> date:
        day: date = self.cleaned_data[name]
        if day < EARLIEST:
            raise forms.ValidationError(f"Bitte ein Datum ab {EARLIEST:%d.%m.%Y}.")
        return day

    def _past(self, name: str) -> date:
        day = self._not_before(name)
        if day > self.today:
            raise forms.ValidationError("Dieses Datum liegt in der Zukunft.")
        return day


class GuidanceForm(_OfficeForm):
    """An agreement on guidance."""

    action, submit = "guidance", "Anleitung eintragen"

    guide = forms.ModelChoiceField(
        User.objects.none(),
        label="Anleitende Person aus Ihrer Stelle",
        required=False,
        empty_label="jemand von außerhalb",
        error_messages={"invalid_choice": "Bitte eine der angebotenen Personen wählen."},
    )
    guide_name = text_field("Name, wenn von außerhalb", 150, "Vor- und Nachname", required=False)
    ground = forms.ChoiceField(label="Warum darf diese Person anleiten?", choices=Ground.choices)
    qualification = text_field("Bezeichnung", 100, "So steht es auf dem Memo, z. B. Volljuristin oder Rechtsanwalt.")
    basis = forms.ChoiceField(
        label="Rechtsgrundlage",
        choices=(
            (Basis.FREE, "§ 6 Abs. 2 RDG: unentgeltliche Beratung"),
            (Basis.MEMBERS, "§ 7 Abs. 2 RDG: Vereinigung berät ihre Mitglieder"),
            (Basis.WELFARE, "§ 8 Abs. 2, § 7 Abs. 2 RDG: Verband der freien Wohlfahrtspflege und andere Stellen"),
        ),
    )
    agreed_on = day_field("Vereinbart am", "Ab diesem Tag gilt die Anleitung.")
    valid_until = day_field("Gültig bis", "Der letzte Tag. Danach steht auf neuen Memos keine Anleitung mehr.")
    document = text_field("Wo liegt die Vereinbarung?", 200, "Zum Beispiel: Ordner Personal, Fach 3.", required=False)

    def __init__(self, sent: QueryDict | None, person: User, today: date) -> None:
        super().__init__(sent, person, today)
        colleagues = User.objects.filter(office=person.office, is_active=True).exclude(pk=person.pk)
        guide: Any = self.fields["guide"]
        guide.queryset = colleagues.order_by("last_name", "first_name", "username")

    def clean_agreed_on(self) -> date:
        """A day that is none by mistake."""
        return self._not_before("agreed_on")

    def clean(self) -> dict[str, Any]:
        """One guide, and an end that is not before the beginning."""
        data = super().clean() or self.cleaned_data
        name = data.get("guide_name", "")
        if "guide" in data and bool(data["guide"]) == bool(name) and "guide_name" in data:
            both = "Bitte nur eines von beiden: eine Person der Stelle oder einen Namen von außerhalb."
            self.add_error("guide_name", both if name else "Bitte den Namen eintragen oder oben jemanden wählen.")
        begins, ends = data.get("agreed_on"), data.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", "Dieser Tag liegt vor dem Beginn.")
        elif begins and ends and ends > begins + timedelta(days=20 * 366):
            self.add_error("valid_until", "Dieser Tag liegt mehr als 20 Jahre nach dem Beginn. Bitte prüfen.")
        return data


class QualificationForm(_OfficeForm):
    """Somebody who may advise without guidance."""

    action, submit = "qualification", "Befähigung eintragen"

    ground = forms.ChoiceField(label="Grund", choices=Ground.choices)
    title = text_field("Bezeichnung", 100, "So steht es auf dem Memo, z. B. Volljuristin.")
    since = day_field("Seit")

    def clean_since(self) -> date:
        """Not in the future."""
        return self._past("since")


class TrainingForm(_OfficeForm):
    """An instruction or training."""

    action, submit = "training", "Fortbildung eintragen"

    title = text_field("Thema", 200)
    day = day_field("Tag")
    hours = forms.DecimalField(
        label="Stunden",
        max_digits=4,
        decimal_places=1,
        localize=True,
        validators=[MinValueValidator(0), MaxValueValidator(200)],
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "decimal"}),
        help_text="Zum Beispiel 3 oder 1,5.",
        error_messages={
            "required": "Bitte eine Zahl eintragen.",
            "invalid": "Bitte eine Zahl, z. B. 3 oder 1,5.",
            "max_digits": "Bitte höchstens 200 Stunden.",
            "max_whole_digits": "Bitte höchstens 200 Stunden.",
            "max_decimal_places": "Bitte höchstens eine Stelle nach dem Komma.",
        },
    )

    def clean_day(self) -> date:
        """Not in the future."""
        return self._past("day")

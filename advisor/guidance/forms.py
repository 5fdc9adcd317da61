"""Forms of an office admin on guidance: an agreement, an own qualification, a training."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.cases.forms import DayField, helper
from advisor.guidance.models import Basis, Ground
from advisor.web.wording import day_words

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")
_NO_DAY = _("Bitte ein ganzes Datum, das es gibt: Tag.Monat.Jahr, z. B. 31.12.2026.")
EARLIEST = date(1950, 1, 1)


def day_field(label: StrOrPromise, help_text: StrOrPromise = "") -> DayField:
    """A required day."""
    return DayField(
        label=label,
        help_text=help_text or _("Tag.Monat.Jahr"),
        input_formats=_FORMATS,
        widget=forms.DateInput(format="%d.%m.%Y", attrs={"autocomplete": "off"}),
        error_messages={"invalid": _NO_DAY, "required": _NO_DAY},
    )


def text_field(
    label: StrOrPromise, longest: int, help_text: StrOrPromise = "", *, required: bool = True
) -> forms.CharField:
    """A line of text."""
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Bitte ausfüllen."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
    )


class _OfficeForm(forms.Form):
    """A form on the page of a person; `?tun=` tells it from the others there."""

    action = ""
    submit: StrOrPromise = ""

    def __init__(self, sent: QueryDict | None, person: User, today: date) -> None:
        super().__init__(sent, auto_id=f"{self.action}-%s")
        self.person, self.today = person, today
        self.helper = helper(str(self.submit))
        self.helper.form_action = f"?tun={self.action}"

    def _not_before(self, name: str) -> date:
        day: date = self.cleaned_data[name]
        if day < EARLIEST:
            raise forms.ValidationError(gettext("Bitte ein Datum ab {day}.").format(day=day_words(EARLIEST)))
        return day

    def _past(self, name: str) -> date:
        day = self._not_before(name)
        if day > self.today:
            raise forms.ValidationError(gettext("Dieses Datum liegt in der Zukunft."))
        return day


class GuidanceForm(_OfficeForm):
    """An agreement on guidance."""

    action, submit = "guidance", _("Anleitung eintragen")

    guide = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Anleitende Person aus Ihrer Stelle"),
        required=False,
        empty_label=_("jemand von außerhalb"),
        error_messages={"invalid_choice": _("Bitte eine der angebotenen Personen wählen.")},
    )
    guide_name = text_field(_("Name, wenn von außerhalb"), 150, _("Vor- und Nachname"), required=False)
    ground = forms.ChoiceField(label=_("Warum darf diese Person anleiten?"), choices=Ground.choices)
    qualification = text_field(
        _("Bezeichnung"), 100, _("So steht es auf dem Memo, z. B. Volljuristin oder Rechtsanwalt.")
    )
    basis = forms.ChoiceField(
        label=_("Rechtsgrundlage"),
        choices=(
            (Basis.FREE, _("§ 6 Abs. 2 RDG: unentgeltliche Beratung")),
            (Basis.MEMBERS, _("§ 7 Abs. 2 RDG: Vereinigung berät ihre Mitglieder")),
            (
                Basis.WELFARE,
                _("§ 8 Abs. 2, § 7 Abs. 2 RDG: Verband der freien Wohlfahrtspflege und andere Stellen"),
            ),
        ),
    )
    agreed_on = day_field(_("Vereinbart am"), _("Ab diesem Tag gilt die Anleitung."))
    valid_until = day_field(_("Gültig bis"), _("Der letzte Tag. Danach steht auf neuen Memos keine Anleitung mehr."))
    document = text_field(
        _("Wo liegt die Vereinbarung?"), 200, _("Zum Beispiel: Ordner Personal, Fach 3."), required=False
    )

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
            both = gettext("Bitte nur eines von beiden: eine Person der Stelle oder einen Namen von außerhalb.")
            none = gettext("Bitte den Namen eintragen oder oben jemanden wählen.")
            self.add_error("guide_name", both if name else none)
        begins, ends = data.get("agreed_on"), data.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", gettext("Dieser Tag liegt vor dem Beginn."))
        elif begins and ends and ends > begins + timedelta(days=20 * 366):
            self.add_error("valid_until", gettext("Dieser Tag liegt mehr als 20 Jahre nach dem Beginn. Bitte prüfen."))
        return data


class QualificationForm(_OfficeForm):
    """Somebody who may advise without guidance."""

    action, submit = "qualification", _("Befähigung eintragen")

    ground = forms.ChoiceField(label=_("Grund"), choices=Ground.choices)
    title = text_field(_("Bezeichnung"), 100, _("So steht es auf dem Memo, z. B. Volljuristin."))
    since = day_field(_("Seit"))

    def clean_since(self) -> date:
        """Not in the future."""
        return self._past("since")


class TrainingForm(_OfficeForm):
    """An instruction or training."""

    action, submit = "training", _("Fortbildung eintragen")

    title = text_field(_("Thema"), 200)
    day = day_field(_("Tag"))
    hours = forms.DecimalField(
        label=_("Stunden"),
        max_digits=4,
        decimal_places=1,
        localize=True,
        validators=[MinValueValidator(0), MaxValueValidator(200)],
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "decimal"}),
        help_text=_("Zum Beispiel 3 oder 1,5."),
        error_messages={
            "required": _("Bitte eine Zahl eintragen."),
            "invalid": _("Bitte eine Zahl, z. B. 3 oder 1,5."),
            "max_digits": _("Bitte höchstens 200 Stunden."),
            "max_whole_digits": _("Bitte höchstens 200 Stunden."),
            "max_decimal_places": _("Bitte höchstens eine Stelle nach dem Komma."),
        },
    )

    def clean_day(self) -> date:
        """Not in the future."""
        return self._past("day")

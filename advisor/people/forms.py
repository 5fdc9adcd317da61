"""Forms about the people of an office: an invitation, and the roles of somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Role

WHAT_ROLES_DO = {
    Role.COUNSELLOR: _("legt Fälle an, berät und erstellt Memos"),
    Role.VOLUNTEER: _("druckt freigegebene Memos, sieht keine Antworten"),
    Role.EDITOR: _("soll Texte pflegen; dafür gibt es noch keine Seiten. Sieht keine Fälle"),
    Role.RELEASER: _("sieht Fälle, die zur Prüfung vorgelegt werden, und beantwortet sie"),
    Role.OFFICE_ADMIN: _("verwaltet Personen, Aufbewahrung und Protokoll, sieht keine Antworten"),
}


def _roles() -> list[tuple[str, str]]:
    return [(role.value, f"{role.label}: {text}") for role, text in WHAT_ROLES_DO.items()]


class RolesField(forms.TypedMultipleChoiceField):
    """One or several roles, each with what it may do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Rollen"),
            choices=_roles,
            coerce=Role,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Bitte wählen Sie mindestens eine Rolle.")},
            **kwargs,
        )


class InvitationForm(forms.Form):
    """Whom an invitation is for, and what they will be."""

    roles = RolesField()
    note = forms.CharField(
        label=_("Für wen"),
        max_length=100,
        help_text=_("Damit Sie die Einladung wiedererkennen. Wird gelöscht, sobald sie angenommen ist."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        help_text=_("Freiwillig: Dann geht der Link auch dorthin, wenn hier ein Mailserver eingerichtet ist."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class RolesForm(forms.Form):
    """The roles of somebody."""

    roles = RolesField()

"""Forms about the people of an office: an invitation, and the roles of somebody."""

from __future__ import annotations

from typing import Any

from django import forms

from advisor.accounts.models import Role

WHAT_ROLES_DO = {
    Role.COUNSELLOR: "legt Fälle an, berät und erstellt Memos",
    Role.VOLUNTEER: "druckt freigegebene Memos, sieht keine Antworten",
    Role.EDITOR: "soll Texte pflegen; dafür gibt es noch keine Seiten. Sieht keine Fälle",
    Role.RELEASER: "sieht Fälle, die zur Prüfung vorgelegt werden, und beantwortet sie",
    Role.OFFICE_ADMIN: "verwaltet Personen, Aufbewahrung und Protokoll, sieht keine Antworten",
}


class RolesField(forms.TypedMultipleChoiceField):
    """One or several roles, each with what it may do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Rollen",
            choices=[(role.value, f"{role.label}: {text}") for role, text in WHAT_ROLES_DO.items()],
            coerce=Role,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Bitte wählen Sie mindestens eine Rolle."},
            **kwargs,
        )


class InvitationForm(forms.Form):
    """Whom an invitation is for, and what they will be."""

    roles = RolesField()
    note = forms.CharField(
        label="Für wen",
        max_length=100,
        help_text="Damit Sie die Einladung wiedererkennen. Wird gelöscht, sobald sie angenommen ist.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="E-Mail-Adresse",
        required=False,
        help_text="Freiwillig: Dann geht der Link auch dorthin, wenn hier ein Mailserver eingerichtet ist.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class RolesForm(forms.Form):
    """The roles of somebody."""

    roles = RolesField()

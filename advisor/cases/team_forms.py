"""Forms for who may open a case: the team, a hand-over, and the reason of somebody outside the team."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Role, User
from advisor.cases.forms import helper
from advisor.cases.models import Case

LONGEST_REASON = 500  # characters
SHORTEST_REASON = 10


def counsellors(case: Case) -> QuerySet[User]:
    """Everybody who could work on a case: the active counsellors of its office."""
    people = User.objects.filter(office_id=case.office_id, is_active=True, role_grants__role=Role.COUNSELLOR)
    return people.order_by("last_name", "first_name", "username")


class _ColleagueForm(forms.Form):
    """One colleague to choose; somebody of another office is no choice."""

    user = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Person"),
        empty_label=_("bitte wählen"),
        error_messages={
            "required": _("Bitte eine Person wählen."),
            "invalid_choice": _("Bitte eine der angebotenen Personen wählen."),
        },
    )

    def __init__(self, sent: QueryDict | None, *, people: QuerySet[User], submit: str, action: str) -> None:
        super().__init__(sent, auto_id=f"{action}-%s")
        self.fields["user"].queryset = people  # type: ignore[attr-defined]
        self.helper = helper(submit)
        self.helper.form_action = f"?tun={action}"


class ShareForm(_ColleagueForm):
    """Share a case with a colleague."""


class HandOverForm(_ColleagueForm):
    """Hand a case over to a colleague."""

    stay = forms.BooleanField(label=_("Die bisher zuständige Person bleibt im Team"), required=False, initial=True)


class ReasonForm(forms.Form):
    """Why somebody outside the team opens a case."""

    reason = forms.CharField(
        label=_("Warum müssen Sie diesen Fall öffnen?"),
        min_length=SHORTEST_REASON,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zum Beispiel: Vertretung während des Urlaubs, dringender Anruf. Bitte nichts aus dem Fall."),
        error_messages={
            "required": _("Bitte einen Grund angeben."),
            "min_length": _("Bitte in mindestens %(limit_value)s Zeichen."),
            "max_length": _("Bitte in höchstens %(limit_value)s Zeichen."),
        },
    )

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        self.helper = helper(gettext("Fall öffnen"))

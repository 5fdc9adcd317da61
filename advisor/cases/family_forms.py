"""Forms about the persons of a case: a further one, what one is called, and taking one out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import Any, cast

from crispy_forms.layout import Submit as Button
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.cases.choices import Relation
from advisor.cases.family import LONGEST_LABEL
from advisor.cases.forms import helper
from advisor.web.wording import answer_words, label
from pathways.engine.facts import Answers, Fact
from pathways.law.facts.together import PRESUPPOSED


def digest(*shown: object) -> str:
    """The same wherever a page would show the same; a form carries it to tell what it has shown."""
    return blake2s(ascii(shown).encode(), digest_size=8).hexdigest()


class PersonForm(forms.Form):
    """What somebody is called and how they belong to the first person; for a new one also what is shared.

    ``others``: the names that are taken in the case. ``main``: the name of the first person, None where the form is
    about that one. ``shown``: the digest of what the page shows. ``second``: the words of the button `first`.
    """

    label = forms.CharField(
        label=_("Name oder Bezeichnung"),
        max_length=LONGEST_LABEL,
        help_text=_("Es genügt, wie Sie die Person nennen, zum Beispiel Initialen. Wird verschlüsselt gespeichert."),
        error_messages={
            "required": _("Bitte eine Bezeichnung angeben, zum Beispiel Initialen."),
            "max_length": _("Bitte in höchstens %(limit_value)d Zeichen."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    relation = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": _("Bitte eine der angebotenen Beziehungen wählen.")}
    )
    was = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def __init__(
        self,
        sent: QueryDict | None,
        *,
        submit: str,
        others: Iterable[str],
        main: str | None,
        shown: str,
        initial: Mapping[str, Any] | None = None,
        second: str = "",
    ) -> None:
        super().__init__(sent, initial={**(initial or {}), "was": shown})
        self._taken = {_alike(name) for name in others}
        self._shown = shown
        if main is None:
            del self.fields["relation"]
        else:
            relation = self.fields["relation"]
            relation.label = gettext("Für {name} ist diese Person").format(name=main)
            relation.choices = [("", gettext("noch nicht angegeben")), *Relation.choices]  # type: ignore[attr-defined]
        self.helper = helper(submit)
        if second:
            self.helper.add_input(Button("first", second, css_class="btn-quiet"))

    def clean_label(self) -> str:
        """The name without what cannot be seen, where nobody else in the case has it."""
        name = "".join(each for each in self.cleaned_data["label"] if each.isprintable()).strip()
        if not name:
            raise forms.ValidationError(self.fields["label"].error_messages["required"], code="required")
        if _alike(name) in self._taken:
            raise forms.ValidationError(gettext("So heißt in diesem Fall schon jemand. Bitte anders nennen."))
        return name

    @property
    def belongs(self) -> Relation | None:
        """How the person belongs to the first one, where that was said."""
        chosen = self.cleaned_data.get("relation")
        return Relation(chosen) if chosen else None

    @property
    def is_outdated(self) -> bool:
        """Whether the form has shown something else than what is kept now; one that does not tell is believed."""
        was = self.cleaned_data.get("was")
        return bool(was) and was != self._shown

    def show_again(self) -> None:
        """Keep what was typed, and take note of what is kept now: sent once more, the form is up to date."""
        sent = cast(QueryDict, self.data).copy()
        sent["was"] = self._shown
        self.data = sent


class NewPersonForm(PersonForm):
    """A further person, with the answers that are to hold for this one too."""

    shared = forms.MultipleChoiceField(
        label=_("Diese Antworten gelten für alle Personen im Fall"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wer eine eigene Antwort hat, behält sie. Nachweis und Notiz gelten mit."),
        error_messages={"invalid_choice": _("Bitte nur angebotene Antworten wählen.")},
    )
    field_order = ("label", "relation", "shared")

    def __init__(
        self, sent: QueryDict | None, *, offered: Iterable[Fact], own: Answers, alone: bool, **rest: Any
    ) -> None:
        facts = tuple(offered)
        chosen = [fact.id for fact in facts if fact in PRESUPPOSED] if alone else []
        super().__init__(sent, initial={"shared": chosen}, **rest)
        if facts:
            choices = [(fact.id, f"{label(fact)}: {answer_words(fact, own[fact.id])}") for fact in facts]
            self.fields["shared"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["shared"]


def _alike(name: str) -> str:
    return name.strip().casefold()

"""A question as the page shows it: its fields, what the program proposes, and what speaks for and against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from advisor.cases.reasons import explained_html, reasons_html
from advisor.cases.sections import NUMBERS
from advisor.cases.typed import Typed
from advisor.texts.shown import Explained
from advisor.web import wording
from advisor.web.language import in_both
from pathways.content.words import PROOFS, is_reversed
from pathways.engine.agenda import uses
from pathways.engine.citations import Citation
from pathways.engine.facts import Choice, Day, Fact, Gap, OneOf, SomeOf
from pathways.engine.pathway import Indication, Side
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from pathways.law import LAW

if TYPE_CHECKING:
    from advisor.cases.sharing import Scope

_MOST_BOXES = 16  # a longer list of choices becomes a select
_MOST_NORMS = 100  # a longer list is one of states
_FEWEST_SELECTS = 3
_SHORT = 12  # characters of a label
_NOTHING = Typed()
_LIKE_BASE_LETTERS = str.maketrans("ÄÖÜäöüéç", "AOUaouec")
_GAPS = (
    Choice(Gap.NOT_KNOWN.value, gettext_noop("weiß nicht"), "don’t know"),
    Choice(Gap.DECLINED.value, gettext_noop("möchte nicht sagen"), "prefer not to say"),
)
_YES_NO = (Choice("yes", gettext_noop("ja"), "yes"), Choice("no", gettext_noop("nein"), "no"))


@dataclass(frozen=True, slots=True)
class Option:
    """A box or a circle to tick."""

    value: str
    label: str
    chosen: bool
    alone: bool = False  # ticking it unticks the others
    also: str = ""  # the same in English, beside German


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes or circles that stand together: the name of their field, their type and how they are laid out."""

    name: str
    type: str
    layout: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the program proposes for a derived fact, and how that relates to the answer.

    ``words``: empty where it cannot propose anything yet; the reason then says what is missing.
    """

    words: str
    reason: str
    cite: tuple[Citation, ...]
    agrees: bool = False
    contradicted: bool = False


@dataclass(frozen=True)
class Question:
    """A question in a case. Two of them are equal where the page would look the same.

    ``typed``: what stands in the fields; ``kept``: what would stand there for the answer that is kept.
    ``contested``: the two differ because another answer was saved while this one was given.
    ``shared``: for whom the answer holds, where it can hold for everybody in a case of several.
    ``explained``: what the editors say about it.
    """

    fact: Fact
    asked: bool
    typed: Typed = _NOTHING
    kept: Typed = _NOTHING
    error: str = ""
    contested: bool = False
    suggestion: Suggestion | None = None
    speaks_for: tuple[Indication, ...] = ()
    speaks_against: tuple[Indication, ...] = ()
    shared: Scope | None = None
    explained: tuple[Explained, ...] = ()

    @property
    def id(self) -> str:
        """The id of the fact, which also names the fields."""
        return self.fact.id

    @property
    def slug(self) -> str:
        """Its section in an address."""
        return self.fact.section.lower()

    @property
    def is_reversed(self) -> bool:
        """Whether it asks for the opposite of what speaks for the title: "no" is then the answer that helps."""
        return is_reversed(self.fact)

    @property
    def ask(self) -> str:
        """The question in the language of the page."""
        return wording.ask(self.fact)

    @property
    def label(self) -> str:
        """What it is about, in the language of the page."""
        return wording.label(self.fact)

    @property
    def hint(self) -> str:
        """What helps to answer it, in the language of the page."""
        return wording.hint(self.fact)

    @property
    def also_ask(self) -> str:
        """The question in English, where the page says it in both languages."""
        return wording.also_ask(self.fact)

    @property
    def also_hint(self) -> str:
        """The hint in English, where the page says it in both languages."""
        return wording.also_hint(self.fact)

    @property
    def number(self) -> str:
        """The number of the question, the same on screen and on paper."""
        return NUMBERS[self.fact.id]

    @property
    def why(self) -> SafeString:
        """Why it is asked."""
        return reasons_html(self.fact)

    @property
    def meaning(self) -> SafeString:
        """What the editors say about it; empty where they say nothing."""
        return explained_html(self.explained, get_language()) if self.explained else SafeString("")

    @cached_property
    def widget(self) -> str:
        """Which fields it has: day, select, selects, radios or checks."""
        match self.fact:
            case Day():
                return "day"
            case OneOf() if len(self.fact.choices) >= _MOST_BOXES:
                return "select"
            case SomeOf() if len(self.fact.choices) > _MOST_BOXES:
                return "selects"
            case SomeOf():
                return "checks"
        return "radios"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers there are."""
        return self.fact.choices if isinstance(self.fact, OneOf | SomeOf) else _YES_NO

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The boxes or circles: those of the answers, then those for no answer; none where there are selects."""
        if self.widget in ("select", "selects"):
            return ()
        if self.widget == "day":
            return (Group(f"{self.id}.gap", "checkbox", "choices-gap", self._gap_options()),)
        kind = "checkbox" if self.widget == "checks" else "radio"
        return (
            Group(self.id, kind, self._layout(), self._options()),
            Group(self.id, kind, "choices-gap", self._gap_options()),
        )

    def _options(self) -> tuple[Option, ...]:
        options = [
            Option(
                choice.id,
                wording.label(choice),
                choice.id in self.typed.values,
                choice.id == "none",
                wording.also_label(choice),
            )
            for choice in self.choices
        ]
        # "None of these" is read last, whenever it came into the vocabulary.
        return tuple(sorted(options, key=lambda option: option.alone)) if self.widget == "checks" else tuple(options)

    def _layout(self) -> str:
        number = len(self.choices)
        # Beside these stand "not known" and "declined", which a long label would push off the card.
        is_short = number < 3 and all(len(wording.label(choice)) <= _SHORT for choice in self.choices)
        return "choices-few" if is_short else "choices-many" if number > 8 else ""

    def _gap_options(self) -> tuple[Option, ...]:
        return tuple(
            Option(gap.id, _(gap.label), gap.id in self.typed.values, True, wording.also_label(gap)) for gap in _GAPS
        )

    @cached_property
    def selects(self) -> tuple[SafeString, ...]:
        """The lists of options of the selects, with what is chosen in each; empty where there is none."""
        if self.widget not in ("select", "selects"):
            return ()
        chosen = list(self.typed.values)
        if self.widget == "selects":
            chosen += [""] * max(_FEWEST_SELECTS - len(chosen), 1 if chosen else 0)
        return tuple(_options_html(self.fact, value) for value in chosen or [""])

    @cached_property
    def proofs(self) -> tuple[Option, ...]:
        """How well the answer is supported."""
        return tuple(Option(proof.value, words, proof.value == self.typed.proof) for proof, words in PROOFS.items())

    @property
    def detail_words(self) -> str:
        """What proof and note hold, for the closed fold."""
        proof = next((_(option.label) for option in self.proofs if option.chosen), "")
        return ", ".join(part for part in (proof, _("Notiz") if self.typed.note else "") if part)

    @property
    def was(self) -> str:
        """What the form brings back to tell which answer it has shown."""
        return self.kept.fingerprint


@cache
def _blank_options(fact: Fact, language: str | None, both: bool) -> str:
    if not isinstance(fact, OneOf | SomeOf):
        raise TypeError(f"{fact.id} has no choices")
    rows = format_html_join("", '<option value="{}">{}</option>', ((c.id, _both(c)) for c in _in_order(fact.choices)))
    gaps = format_html_join("", '<option value="{}">{}</option>', ((gap.id, _(gap.label)) for gap in _GAPS))
    return format_html(
        '<option value="">{}</option>{}<optgroup label="{}">{}</optgroup>',
        _("bitte wählen"),
        rows,
        _("keine Antwort"),
        gaps,
    )


def _both(choice: Choice) -> str:
    words, also = wording.label(choice), wording.also_label(choice)
    return f"{words} · {also}" if also and also != words else words


def _in_order(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Norms stay in the order of the law; states are looked up by name, after what is no state."""
    if len(choices) <= _MOST_NORMS:
        return choices
    return tuple(
        sorted(choices, key=lambda choice: (len(choice.id) == 2, wording.label(choice).translate(_LIKE_BASE_LETTERS)))
    )


def _options_html(fact: Fact, chosen: str) -> SafeString:
    # Hundreds of options through a template for every select would cost more than the rest of the page.
    marked = f'<option value="{chosen}"'
    blank = _blank_options(fact, get_language(), in_both())
    return mark_safe(blank.replace(marked, f"{marked} selected", 1) if marked in blank else blank)


def points(fact: Fact, view: CaseView) -> Iterator[Indication]:
    """What speaks for and against an open legal concept in this case, each point once."""
    seen: set[tuple[str | None, str]] = set()
    for use in uses(LAW)[fact.id]:
        for point in use.criterion.speaks if use.decides else ():
            if (point.id, point.text) not in seen and point.when.evaluate(view) is Truth.YES:
                seen.add((point.id, point.text))
                yield point


def build(fact: Fact, asked: bool, typed: Typed, view: CaseView, suggestion: Suggestion | None) -> Question:
    """The question as it stands in a case; what is not asked is empty, so that nothing of it shows."""
    if not asked:
        return Question(fact, asked=False)
    found = tuple(points(fact, view)) if fact.judgement else ()
    return Question(
        fact,
        asked=True,
        typed=typed,
        kept=typed,
        suggestion=suggestion,
        speaks_for=tuple(point for point in found if point.side is Side.FOR),
        speaks_against=tuple(point for point in found if point.side is Side.AGAINST),
    )

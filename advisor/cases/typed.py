"""What stands in the fields of a question, and the way from there to an answer and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2s

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.web import wording
from pathways.content.words import is_reversed, partial_day_words
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Day, Fact, Gap, OneOf, Proof, SomeOf, Value, YesNo
from pathways.engine.values import GAPS

ALL, OWN = SCOPES = ("all", "own")  # for everybody in the case who has no answer of their own, or for one person
LONGEST_NOTE = 4000  # characters
_GERMAN_DAY = re.compile(r"(?:(?:(\d{1,2})(?:\.\s*|\s+))?(\d{1,2})(?:\.\s*|\s+))?(\d{4})", re.ASCII)
# Without 19 or 20 in place of the year, 20120312 would be a day in the year 312.
_DIGITS = re.compile(r"(\d\d)(\d\d)((?:19|20)\d\d)", re.ASCII)
_HOW_DAYS_LOOK = gettext_lazy("Bitte so: 12.03.2024, 03.2024 oder 2024.")


class Refused(ValueError):
    """What was entered is no answer to the question; the message is for who entered it, in their language."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The raw content of the fields of one question."""

    values: tuple[str, ...] = ()
    text: str = ""
    proof: str = ""
    note: str = ""
    scope: str = ""  # for whom the answer holds (`advisor.cases.sharing`); empty where the form does not ask

    @classmethod
    def from_form(cls, fact: Fact, data: QueryDict) -> Typed:
        """What a form sent for this question."""
        name = fact.id
        is_day = isinstance(fact, Day)
        return cls(
            values=tuple(value for value in data.getlist(f"{name}.gap" if is_day else name) if value),
            text=data.get(name, "").strip() if is_day else "",
            proof=data.get(f"{name}.proof", ""),
            note=data.get(f"{name}.note", "").replace("\r\n", "\n").strip(),
            scope=scope if (scope := data.get(f"{name}.for", "")) in SCOPES else "",
        )

    @classmethod
    def from_answer(cls, fact: Fact, answer: Answer | None, scope: str = "") -> Typed:
        """The fields as they are filled for an answer that is kept."""
        if answer is None:
            return cls(scope=scope)
        proof = answer.proof.value if answer.proof else ""
        day = partial_day_words(answer.value) if isinstance(answer.value, PartialDay) else ""
        return cls(_shown_values(fact, answer.value), day, proof, answer.note, scope)

    @property
    def fingerprint(self) -> str:
        """The same wherever the fields hold the same; a form carries it to tell what it has shown."""
        note = "\n".join(self.note.splitlines()).strip()
        scope = (self.scope,) if self.scope else ()
        content = ascii((sorted(set(self.values)), self.text, self.proof, note, *scope))
        return blake2s(content.encode(), digest_size=8).hexdigest()


def _shown_values(fact: Fact, value: Value | Gap) -> tuple[str, ...]:
    match value:
        case Gap():
            return () if value is Gap.NOT_ASKED else (value.value,)
        case bool():
            return ("yes" if value is not is_reversed(fact) else "no",)
        case str():
            return (value,)
        case frozenset():
            return tuple(sorted(value))
    return ()


def shown_words(fact: Fact, answer: Answer | None) -> str:
    """An answer in the words of the page, where a question may be put the other way round."""
    if answer is not None and isinstance(answer.value, bool) and is_reversed(fact):
        return wording.answer_words(fact, Answer(not answer.value))
    return wording.answer_words(fact, answer)


def read(fact: Fact, typed: Typed) -> Answer:
    """The answer; Refused with a sentence where the fields hold none."""
    return Answer(_value(fact, typed), _proof(typed.proof), _note(typed.note))


def _value(fact: Fact, typed: Typed) -> Value | Gap:
    gaps = [value for value in typed.values if value in GAPS]
    given = len(set(typed.values)) + bool(typed.text)
    if gaps:
        if given > 1:
            raise Refused(_("Entweder eine Antwort oder „weiß nicht“ oder „möchte nicht sagen“, nicht beides."))
        return GAPS[gaps[0]]
    if not given:
        return Gap.NOT_ASKED
    match fact:
        case Day():
            if typed.values:
                raise Refused(str(_HOW_DAYS_LOOK))
            return read_day(typed.text)
        case YesNo():
            if typed.values not in (("yes",), ("no",)):
                raise Refused(_("Bitte „ja“ oder „nein“ wählen."))
            return (typed.values == ("yes",)) is not is_reversed(fact)
        case OneOf():
            if len(typed.values) != 1 or typed.values[0] not in fact.by_id:
                raise Refused(_("Bitte eine der angebotenen Antworten wählen."))
            return typed.values[0]
        case SomeOf():
            return _several(fact, typed.values)
    raise TypeError(f"no fields for {fact.kind}")


def _several(fact: SomeOf, values: tuple[str, ...]) -> frozenset[str]:
    chosen = frozenset(values)
    if not chosen <= fact.by_id.keys():
        raise Refused(_("Bitte nur angebotene Antworten wählen."))
    if "none" in chosen and len(chosen) > 1:
        none = wording.label(fact.by_id["none"])
        raise Refused(_("„{none}“ passt nicht zu einer anderen Antwort.").format(none=none))
    return chosen


def read_day(text: str) -> PartialDay:
    """A day as people write it: 12.03.2024, 12 3 2024, 12032024, 3.2024, 2024 or as in a case file; Refused."""
    iso = text
    if match := _GERMAN_DAY.fullmatch(text) or _DIGITS.fullmatch(text):
        day, month, year = match.groups()
        iso = "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
    try:
        return PartialDay.parse(iso)
    except ValueError:
        wrong = _("Diesen Tag gibt es nicht oder er ist anders geschrieben.")
        raise Refused(f"{wrong} {_HOW_DAYS_LOOK}") from None


def _proof(text: str) -> Proof | None:
    if not text:
        return None
    try:
        return Proof(text)
    except ValueError:
        raise Refused(_("Bitte einen der angebotenen Nachweise wählen.")) from None


def _note(text: str) -> str:
    if len(text) > LONGEST_NOTE:
        told = _("Die Notiz hat {n} Zeichen; höchstens {most} sind möglich.")
        raise Refused(told.format(n=len(text), most=LONGEST_NOTE))
    if "\x00" in text:
        raise Refused(_("Die Notiz enthält ein Zeichen, das nicht gespeichert werden kann."))
    return text

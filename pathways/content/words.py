"""The German words for everything the engine names: verdicts, kinds, states, answers, days and periods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pathways.engine.assess import Verdict
from pathways.engine.citations import Citation
from pathways.engine.consultation import Urgency
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Fact, Gap, OneOf, Proof, SomeOf, Value, YesNo
from pathways.engine.pathway import Cure, Grant, Kind, Manner, Mode
from pathways.engine.truth import Truth


@dataclass(frozen=True, slots=True)
class Label:
    """How a value is shown: its stable key (for styles), its word and a symbol, never colour alone."""

    key: str
    word: str
    symbol: str

    def __str__(self) -> str:
        return self.word


VERDICTS: Mapping[Verdict, Label] = MappingProxyType(
    {
        Verdict.MET: Label("met", "kommt in Betracht", "✓"),
        Verdict.OPEN: Label("open", "noch offen", "○"),
        Verdict.EXCEPTION: Label("exception", "nur als begründete Ausnahme", "△"),
        Verdict.EXCLUDED: Label("excluded", "scheidet derzeit aus", "✕"),
        Verdict.NOT_IN_FORCE: Label("not_in_force", "nicht in Kraft", "–"),
    }
)

STATES: Mapping[Truth, Label] = MappingProxyType(
    {
        Truth.YES: Label("yes", "erfüllt", "✓"),
        Truth.OPEN: Label("open", "offen", "○"),
        Truth.NO: Label("no", "nicht erfüllt", "✕"),
    }
)

DONE = Label("yes", "erledigt", "✓")
TO_DO = Label("open", "noch zu tun", "○")
WEIGHED = Label("weighed", "abzuwägen", "◇")
NOTED = Label("noted", "zu beachten", "→")

KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MANDATORY: "zwingende Voraussetzung",
        Kind.WAIVABLE: "allgemeine Voraussetzung (§ 5 AufenthG)",
        Kind.RULE: "Regelausschluss",
        Kind.LAND: "Landesrecht",
        Kind.FACTOR: "Abwägung",
        Kind.FORMAL: "Verfahren und Form",
        Kind.BAR: "Sperre",
        Kind.EXTENSION: "Voraussetzung der Verlängerung",
        Kind.INFO: "Hinweis",
    }
)

MODES: Mapping[Mode, str] = MappingProxyType(
    {Mode.FIRST_GRANT: "Ersterteilung", Mode.EXTENSION: "Verlängerung desselben Titels"}
)

GRANTS: Mapping[Grant, str] = MappingProxyType(
    {
        Grant.SHALL: "ist zu erteilen",
        Grant.SHOULD: "soll erteilt werden",
        Grant.MAY: "kann erteilt werden",
        Grant.MAY_ORDER: "kann angeordnet werden",
    }
)

PROOFS: Mapping[Proof, str] = MappingProxyType(
    {
        Proof.TOLD: "mündlich berichtet",
        Proof.DOCUMENT_SEEN: "Nachweis gesehen",
        Proof.DOCUMENT_MISSING: "Nachweis fehlt",
    }
)

GAPS: Mapping[Gap, str] = MappingProxyType(
    {Gap.NOT_ASKED: "nicht beantwortet", Gap.NOT_KNOWN: "nicht bekannt", Gap.DECLINED: "möchte nicht sagen"}
)

URGENCIES: Mapping[Urgency, Label] = MappingProxyType(
    {
        Urgency.HIGH: Label("high", "dringend", "!!"),
        Urgency.MEDIUM: Label("medium", "bald", "!"),
        Urgency.LOW: Label("low", "vormerken", "·"),
    }
)

MANNERS: Mapping[Manner, str] = MappingProxyType(
    {Manner.MUST: "davon ist abzusehen", Manner.MAY: "davon kann abgesehen werden"}
)

CURES: Mapping[Cure, str] = MappingProxyType(
    {Cure.TIME: "durch Zeitablauf", Cure.ACTION: "durch eigenes Tun", Cure.FIXED: "nicht zu ändern"}
)

NO_DAY = "sofort"
UNVERIFIED = "ungeprüft"
_MARK = re.compile(r"\[([^\[\]]*)UNVERIFIED\]")


def criterion_state(kind: Kind, state: Truth, *, has_rule: bool) -> Label:
    """How the state of a criterion is shown: a factor is weighed, a note is noted, a step of form is done or to do."""
    if kind is Kind.INFO:
        return NOTED
    if kind is Kind.FORMAL:
        return DONE if state is Truth.YES else TO_DO
    if kind is Kind.FACTOR or not has_rule:
        return WEIGHED
    return STATES[state]


def day_words(day: date | None) -> str:
    """A day as it is written in German: ``03.12.2026``; ``sofort`` where there is none."""
    return NO_DAY if day is None else f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def partial_day_words(day: PartialDay) -> str:
    """A day of which perhaps only month or year is known: ``03.12.2026``, ``12.2026`` or ``2026``."""
    if day.is_exact:
        return day_words(day.earliest)
    if day.earliest.month == day.latest.month:
        return f"{day.earliest.month:02d}.{day.earliest.year:04d}"
    return f"{day.earliest.year:04d}"


def value_words(fact: Fact, value: Value) -> str:
    """The value of an answer in words; several values in the order of the fact's choices."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, PartialDay):
        return partial_day_words(value)
    if isinstance(fact, OneOf | SomeOf):
        chosen = {value} if isinstance(value, str) else value
        return ", ".join(choice.label for choice in fact.choices if choice.id in chosen)
    return str(value)


def short_cite(cite: Citation) -> str:
    """A place in the AufenthG without naming the act, where nothing else is meant: „§ 23a Abs. 1 S. 1“."""
    return cite.text.removesuffix(" AufenthG")


def answer_words(fact: Fact, answer: Answer | None) -> str:
    """An answer in words, or why there is none: nicht beantwortet, nicht bekannt, möchte nicht sagen."""
    if answer is None:
        return GAPS[Gap.NOT_ASKED]
    return GAPS[answer.value] if isinstance(answer.value, Gap) else value_words(fact, answer.value)


def statement(fact: Fact, value: Value) -> str:
    """A fact with a value as one line: „Duldung seit: 03.2024“."""
    return f"{fact.label}: {value_words(fact, value)}"


def marked(text: str) -> str:
    """A text of the law or an editor with its mark for what nobody has checked in words: „(ungeprüft)“."""
    return _MARK.sub(rf"(\1{UNVERIFIED})", text) if "UNVERIFIED" in text else text


def is_reversed(fact: Fact) -> bool:
    """Whether the question asks for the opposite of what is stored, so that the page turns the answer round."""
    return isinstance(fact, YesNo) and fact.asked_in_reverse

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


def gettext_noop(word: str) -> str:
    """The word itself; marks it as one that a screen in another language translates. Paper says it as it is."""
    return word


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
        Verdict.MET: Label("met", gettext_noop("kommt in Betracht"), "✓"),
        Verdict.OPEN: Label("open", gettext_noop("noch offen"), "○"),
        Verdict.EXCEPTION: Label("exception", gettext_noop("nur als begründete Ausnahme"), "△"),
        Verdict.EXCLUDED: Label("excluded", gettext_noop("scheidet derzeit aus"), "✕"),
        Verdict.NOT_IN_FORCE: Label("not_in_force", gettext_noop("nicht in Kraft"), "–"),
    }
)

STATES: Mapping[Truth, Label] = MappingProxyType(
    {
        Truth.YES: Label("yes", gettext_noop("erfüllt"), "✓"),
        Truth.OPEN: Label("open", gettext_noop("offen"), "○"),
        Truth.NO: Label("no", gettext_noop("nicht erfüllt"), "✕"),
    }
)

DONE = Label("yes", gettext_noop("erledigt"), "✓")
TO_DO = Label("open", gettext_noop("noch zu tun"), "○")
WEIGHED = Label("weighed", gettext_noop("abzuwägen"), "◇")
NOTED = Label("noted", gettext_noop("zu beachten"), "→")

KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MANDATORY: gettext_noop("zwingende Voraussetzung"),
        Kind.WAIVABLE: gettext_noop("allgemeine Voraussetzung (§ 5 AufenthG)"),
        Kind.RULE: gettext_noop("Regelausschluss"),
        Kind.LAND: gettext_noop("Landesrecht"),
        Kind.FACTOR: gettext_noop("Abwägung"),
        Kind.FORMAL: gettext_noop("Verfahren und Form"),
        Kind.BAR: gettext_noop("Sperre"),
        Kind.EXTENSION: gettext_noop("Voraussetzung der Verlängerung"),
        Kind.INFO: gettext_noop("Hinweis"),
    }
)

MODES: Mapping[Mode, str] = MappingProxyType(
    {Mode.FIRST_GRANT: gettext_noop("Ersterteilung"), Mode.EXTENSION: gettext_noop("Verlängerung desselben Titels")}
)

GRANTS: Mapping[Grant, str] = MappingProxyType(
    {
        Grant.SHALL: gettext_noop("ist zu erteilen"),
        Grant.SHOULD: gettext_noop("soll erteilt werden"),
        Grant.MAY: gettext_noop("kann erteilt werden"),
        Grant.MAY_ORDER: gettext_noop("kann angeordnet werden"),
    }
)

PROOFS: Mapping[Proof, str] = MappingProxyType(
    {
        Proof.TOLD: gettext_noop("mündlich berichtet"),
        Proof.DOCUMENT_SEEN: gettext_noop("Nachweis gesehen"),
        Proof.DOCUMENT_MISSING: gettext_noop("Nachweis fehlt"),
    }
)

GAPS: Mapping[Gap, str] = MappingProxyType(
    {
        Gap.NOT_ASKED: gettext_noop("nicht beantwortet"),
        Gap.NOT_KNOWN: gettext_noop("nicht bekannt"),
        Gap.DECLINED: gettext_noop("möchte nicht sagen"),
    }
)

URGENCIES: Mapping[Urgency, Label] = MappingProxyType(
    {
        Urgency.HIGH: Label("high", gettext_noop("dringend"), "!!"),
        Urgency.MEDIUM: Label("medium", gettext_noop("bald"), "!"),
        Urgency.LOW: Label("low", gettext_noop("vormerken"), "·"),
    }
)

MANNERS: Mapping[Manner, str] = MappingProxyType(
    {Manner.MUST: gettext_noop("davon ist abzusehen"), Manner.MAY: gettext_noop("davon kann abgesehen werden")}
)

CURES: Mapping[Cure, str] = MappingProxyType(
    {
        Cure.TIME: gettext_noop("durch Zeitablauf"),
        Cure.ACTION: gettext_noop("durch eigenes Tun"),
        Cure.FIXED: gettext_noop("nicht zu ändern"),
    }
)

YES = gettext_noop("ja")
NO = gettext_noop("nein")
NO_DAY = gettext_noop("sofort")
UNVERIFIED = gettext_noop("ungeprüft")
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
        return YES if value else NO
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

"""What an editor can put right about a Land: one value of its profile, with source and day. Rules never read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pathways.content import words
from pathways.content.checks import Fault, Trouble
from pathways.content.markup import Unreadable
from pathways.content.slots import SLOTS, Shape, Slot, Subject, slot_id
from pathways.engine.days import PartialDay
from pathways.engine.fingerprint import joint_fingerprint
from pathways.law.laender.claims import Claim
from pathways.law.laender.profile import profile, profiles

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "commission": "Kommission",
        "seat": "Sitz der Geschäftsstelle",
        "legal_basis": "Rechtsgrundlage",
        "submission": "Wer kann den Fall einbringen?",
        "suspension": "Abschiebung während des Verfahrens",
        "majority": "Mehrheit für ein Ersuchen",
        "decision": "Wer entscheidet?",
        "website": "Seite der Kommission",
        "exception": "Ausnahme von den Ausschlussgründen",
    }
)
_LONGEST = 1200
_LONGEST_SOURCE = 300
_BODY = re.compile(r"(?P<text>.+?)\n+Quelle: (?P<source>[^\n]+)\nStand: (?P<day>[^\n]+)", re.DOTALL)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class LandValue:
    """One value of a Land as an office has released it."""

    text: str
    source: str
    day: PartialDay


def _slots() -> Iterator[Slot]:
    for each in profiles():
        for name, label in LABELS.items():
            yield Slot(
                id=slot_id(Subject.LAND, each.land, name),
                subject_kind=Subject.LAND,
                subject_id=each.land,
                name=name,
                label=label,
                shape=Shape.PROSE,
                needs_cite=False,
                longest=_LONGEST,
                languages=("de",),
                required=False,
            )


LAND_SLOTS: Mapping[str, Slot] = MappingProxyType({slot.id: slot for slot in _slots()})
ALL_SLOTS: Mapping[str, Slot] = MappingProxyType({**SLOTS, **LAND_SLOTS})


def land_body(text: str, source: str, day: PartialDay) -> str:
    """A value as it is kept: its words, then a line for the source and one for its day."""
    return f"{text.strip()}\nQuelle: {' '.join(source.split())}\nStand: {day}"


def read_land(body: str) -> LandValue:
    """The value that is kept like this; Unreadable for anything else."""
    match = _BODY.fullmatch(body.strip())
    if match is None:
        raise Unreadable(1, "Nach dem Text stehen eine Zeile „Quelle: …“ und eine Zeile „Stand: JJJJ-MM-TT“.")
    text, source = " ".join(match["text"].split()), match["source"].strip()
    if not text or not source or _UNSEEN.search(text + source):
        raise Unreadable(1, "Text und Quelle dürfen nicht leer sein.")
    try:
        day = PartialDay.parse(match["day"].strip())
    except ValueError:
        line = body.strip().count("\n") + 1
        raise Unreadable(line, "Der Stand ist ein Tag, Monat oder Jahr: 2026-11-23, 2026-11 oder 2026.") from None
    return LandValue(text, source, day)


def land_faults(body: str) -> tuple[Fault, ...]:
    """What keeps a value from being released."""
    try:
        value = read_land(body)
    except Unreadable as trouble:
        return (Fault(Trouble.MARKUP, trouble.place, trouble.what),)
    if len(value.text) > _LONGEST or len(value.source) > _LONGEST_SOURCE:
        return (Fault(Trouble.TOO_LONG, 0, f"Platz ist für {_LONGEST} Zeichen und {_LONGEST_SOURCE} für die Quelle."),)
    return ()


def claim_of(slot: Slot) -> Claim:
    """What the program itself knows there."""
    claim = getattr(profile(slot.subject_id), slot.name)
    if not isinstance(claim, Claim):
        raise TypeError(f"{slot.id} is no single statement")
    return claim


def land_fingerprint(slot: Slot) -> str:
    """The digest of what the program knows; once it has read something newer, an office's value is behind."""
    claim = claim_of(slot)
    return joint_fingerprint((claim.text, claim.source, words.partial_day_words(claim.date) if claim.date else ""))

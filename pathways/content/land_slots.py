"""What an editor can put right about a Land: one value of its profile, with source and day. Rules never read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten
from types import MappingProxyType

from pathways.content import words
from pathways.content.checks import Fault, Trouble
from pathways.content.markup import Unreadable
from pathways.content.slots import Shape, Slot, Subject, slot_id
from pathways.engine.days import PartialDay
from pathways.engine.fingerprint import joint_fingerprint
from pathways.law.laender.claims import (
    UNKNOWN,
    Claim,
    Confidence,
    Counselling,
    Exclusion,
    Members,
    Part,
    Programme,
)
from pathways.law.laender.profile import Profile, profile, profiles

Listed = Exclusion | Part | Programme | Counselling

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "commission": "Kommission",
        "seat": "Sitz der Geschäftsstelle",
        "members": "Mitglieder",
        "legal_basis": "Rechtsgrundlage",
        "submission": "Wer kann den Fall einbringen?",
        "suspension": "Abschiebung während des Verfahrens",
        "majority": "Mehrheit für ein Ersuchen",
        "decision": "Wer entscheidet?",
        "website": "Seite der Kommission",
        "exception": "Ausnahme von den Ausschlussgründen",
    }
)
# The lists of a profile: what one entry is called, and what an office adds to it.
LISTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "exclusions": ("Grund", "Weiterer Grund"),
        "parts": ("Teil der Eingabe", "Weiterer Teil der Eingabe"),
        "programmes": ("Programm", "Weiteres Programm"),
        "counselling": ("Fachberatung", "Weitere Fachberatung"),
    }
)
MORE = "more"
_LABEL_LENGTH = 60
_LONGEST = 1200
_LONGEST_SOURCE = 300
_BODY = re.compile(
    r"(?P<text>.+?)\n+Quelle: (?P<source>[^\n]+)\nStand: (?P<day>[^\n]+?)(?:\nGeprüft: (?P<checked>ja|nein))?",
    re.DOTALL,
)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class LandValue:
    """One value of a Land as an office has released it. ``is_unverified``: nobody has read it in its source."""

    text: str
    source: str
    day: PartialDay
    is_unverified: bool = False


def _slots() -> Iterator[Slot]:
    for each in profiles():
        for name, label in (*LABELS.items(), *_in_lists(each)):
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


def _in_lists(of: Profile) -> Iterator[tuple[str, str]]:
    for name, (one, more) in LISTS.items():
        for number, entry in enumerate(entries_of(of, name), 1):
            said = shorten(entry.claim.text, _LABEL_LENGTH, placeholder=" …")
            yield entry_name(name, number), f"{one} {number}: {said}"
        yield entry_name(name, MORE), more


def entry_name(name: str, place: int | str) -> str:
    """What the slot of an entry of a list is called; ``place``: its number from 1, or `MORE`."""
    return f"{name}_{place}"


def entries_of(of: Profile, name: str) -> tuple[Listed, ...]:
    """One of the lists of a profile."""
    found: tuple[Listed, ...] = getattr(of, name)
    return found


LAND_SLOTS: Mapping[str, Slot] = MappingProxyType({slot.id: slot for slot in _slots()})
NAMES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {each.land: tuple(s.name for s in LAND_SLOTS.values() if s.subject_id == each.land) for each in profiles()}
)


def land_body(text: str, source: str, day: PartialDay, *, is_unverified: bool = False) -> str:
    """A value as it is kept: its words, a line for the source, one for its day, and one where it is not checked."""
    checked = "\nGeprüft: nein" if is_unverified else ""
    return f"{text.strip()}\nQuelle: {' '.join(source.split())}\nStand: {day}{checked}"


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
        line = body[: body.index("Stand: " + match["day"])].count("\n") + 1
        raise Unreadable(line, "Der Stand ist ein Tag, Monat oder Jahr: 2026-11-23, 2026-11 oder 2026.") from None
    return LandValue(text, source, day, match["checked"] == "nein")


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
    entry = _entry(slot)
    if entry is None:
        return Claim(UNKNOWN, "", None, Confidence.UNVERIFIED)
    return entry if isinstance(entry, Claim) else entry.claim


def words_of(slot: Slot) -> str:
    """All that the program says there, in one line: an office's own words take the place of all of it."""
    entry, claim = _entry(slot), claim_of(slot)
    match entry:
        case Members() if entry.seats:
            term = f" Amtszeit: {entry.term}." if entry.term else ""
            return f"{claim.text} Dort sitzen: {'; '.join(entry.seats)}.{term}"
        case Exclusion():
            return f"{claim.text} ({entry.rigidity})"
        case Programme():
            said = (("Grundlage", entry.basis), ("angeordnet", entry.ordered), ("läuft bis", entry.ends))
            details = [f"{label}: {text}" for label, text in said if text]
            details += [f"Bedingung: {text}" for text in entry.conditions]
            return f"{claim.text} – {entry.state} ({'; '.join(details)})"
        case Counselling() if entry.town:
            return f"{claim.text}, {entry.town}"
    return claim.text


def land_fingerprint(slot: Slot) -> str:
    """The digest of what the program knows; once it has read something newer, an office's value is behind."""
    entry = _entry(slot)
    if entry is None:  # what is added to a list hangs on all of it
        listed = entries_of(profile(slot.subject_id), slot.name.rpartition("_")[0])
        return joint_fingerprint(tuple(said for each in listed for said in _said(each)))
    return joint_fingerprint(_said(entry))


def _entry(slot: Slot) -> Claim | Members | Listed | None:
    """The statement of the program that a slot is about; None where something is added to a list."""
    found = profile(slot.subject_id)
    name, _, place = slot.name.rpartition("_")
    if name not in LISTS:
        single: Claim | Members = getattr(found, slot.name)
        return single
    return None if place == MORE else entries_of(found, name)[int(place) - 1]


def _said(entry: Claim | Members | Listed) -> tuple[str, ...]:
    claim = entry if isinstance(entry, Claim) else entry.claim
    said = (claim.text, claim.source, words.partial_day_words(claim.date) if claim.date else "")
    match entry:
        case Members():
            return (*said, *entry.seats, entry.term)
        case Exclusion():
            return (*said, entry.rigidity, entry.answer, entry.question, str(entry.min_stay_months))
        case Programme():
            return (*said, entry.state, entry.basis, entry.ordered, entry.ends, *entry.conditions)
        case Counselling():
            return (*said, entry.town)
    return said

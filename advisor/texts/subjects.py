"""What a text hangs on: its slot, the languages it exists in, and the law it was written against."""

from __future__ import annotations

from hashlib import sha256

from pathways.content.checks import Fault, faults
from pathways.content.markup import read
from pathways.content.slots import Slot, subject_fingerprint
from pathways.content.value_slots import ALL_SLOTS, is_value, value_faults, value_fingerprint
from pathways.engine.citations import Citation
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW


def slot_of(slot_id: str) -> Slot:
    """The slot with that id; KeyError where the law has no such subject any more."""
    return ALL_SLOTS[slot_id]


def cited_in(body: str) -> tuple[Citation, ...]:
    """The citations of a text that can be read."""
    statements, _troubles = read(body)
    return tuple(dict.fromkeys(cite for statement in statements for cite in statement.cites))


def fingerprint_of(slot_id: str, body: str, lawbook: Lawbook = LAW) -> str:
    """The digest of the law a text hangs on; "" for a slot that is gone."""
    slot = ALL_SLOTS.get(slot_id)
    if slot and is_value(slot):
        return value_fingerprint(slot)
    return subject_fingerprint(slot, cited_in(body), lawbook) if slot else ""


def german_digest(body: str) -> str:
    """By what a translation knows the German text it was made from."""
    return sha256(body.encode()).hexdigest()[:16]


def faults_of(slot_id: str, language: str, body: str, others: frozenset[str], before: str = "") -> tuple[Fault, ...]:
    """The faults of a text; ``others``: the languages the slot has, ``before``: the text that counts now."""
    slot = slot_of(slot_id)
    if is_value(slot):
        return value_faults(slot, body)
    cited_before = {cite.text for cite in cited_in(before)}
    return faults(slot, language, body, others=others, cited_before=cited_before)

"""All slots, and what is different about those that hold a value with its source: of a Land, or a table of figures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pathways.content.checks import Fault
from pathways.content.figure_slots import FIGURE_SLOTS, table_faults, table_fingerprint
from pathways.content.land_slots import LAND_SLOTS, land_faults, land_fingerprint
from pathways.content.slots import SLOTS, Slot, Subject

ALL_SLOTS: Mapping[str, Slot] = MappingProxyType({**SLOTS, **LAND_SLOTS, **FIGURE_SLOTS})


def is_value(slot: Slot) -> bool:
    """Whether it holds a value with source and day in place of sentences with citations."""
    return slot.subject_kind in (Subject.LAND, Subject.FIGURES)


def value_faults(slot: Slot, body: str) -> tuple[Fault, ...]:
    """What keeps a value from being released, or should be known before."""
    return land_faults(body) if slot.subject_kind is Subject.LAND else table_faults(body)


def value_fingerprint(slot: Slot) -> str:
    """The digest of what the program says there."""
    return land_fingerprint(slot) if slot.subject_kind is Subject.LAND else table_fingerprint(slot)

"""The sections of the fact vocabulary and their titles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Section(NamedTuple):
    """The title of a section in German and English."""

    title: str
    title_en: str


SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "A": Section("Person und Ort", "Person and place"),
        "B": Section("Aufenthaltsstatus und Verfahren", "Residence status and procedure"),
        "C": Section("Asyl und Schutz", "Asylum and protection"),
        "D": Section("Identität, Unterhalt, Sicherheit", "Identity, livelihood, security"),
        "E": Section("Gründe des Einzelfalls", "Grounds of the individual case"),
        "F": Section("Arbeit, Schule, Sprache", "Work, school, language"),
        "G": Section("Aufnahme aus dem Ausland, Landesprogramme", "Admission from abroad, state programmes"),
        "H": Section("Härtefallkommission", "Hardship commission"),
        "I": Section("Menschenhandel, Ausbeutung", "Human trafficking, exploitation"),
    }
)
"""Section id (A to I) to its titles, in the order of the vocabulary."""

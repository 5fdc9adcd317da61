"""Whom to turn to: specialised advice by occasion."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.engine.citations import Citation
from pathways.law.sources import aufenthg


@dataclass(frozen=True, slots=True)
class Contact:
    """An occasion and who has to be brought in then."""

    occasion: str
    whom: str
    cite: tuple[Citation, ...] = ()


CONTACTS: tuple[Contact, ...] = (
    Contact("Menschenhandel, Ausbeutung", "spezialisierte Fachberatungsstelle (Mitglied im KOK)"),
    Contact("häusliche Gewalt", "Frauenhaus, Interventionsstelle"),
    Contact("Minderjährige", "Jugendamt, Vormund"),
    Contact("Krankheit, Trauma", "psychosoziales Zentrum"),
    Contact(
        "Abschiebungshaft",
        "sofort anwaltliche Hilfe; eine Anwältin oder ein Anwalt wird nicht mehr von Amts wegen bestellt",
        (aufenthg("62d", former="a.F."),),
    ),
    Contact("LSBTIQ", "queere Fachberatung"),
    Contact("§ 23a", "Mitglied oder Geschäftsstelle der Härtefallkommission des Landes", (aufenthg("23a", 2),)),
    Contact("§ 22 S. 2", "Organisationen mit Kontakt zum Auswärtigen Amt oder Bundesinnenministerium"),
    Contact(
        "Afghanistan",
        "nach früheren Aufnahmezusagen fragen (Ortskräfte, § 22 S. 2, § 23 Abs. 2) und anwaltliche Hilfe",
        (aufenthg("22", satz=2), aufenthg("23", 2)),
    ),
)

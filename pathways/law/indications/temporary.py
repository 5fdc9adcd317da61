"""G: „vorübergehend“ (§ 25 Abs. 4 S. 1 AufenthG)."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import months
from pathways.law.facts import (
    CURRENT_TITLE_NORM,
    GROUND_END_DATE,
    GROUND_IS_TEMPORARY,
    GROUND_TYPES,
    LAWFUL_STAY_SINCE,
    PERMANENT_INTENT,
)
from pathways.law.indications.point import contra, pro
from pathways.law.sources import aufenthg, avwv, decision, nds_old
from pathways.law.sources import decisions as d

_TREATMENT = GROUND_TYPES.among("medical_treatment")

TEMPORARY = (
    pro(
        "G1",
        "Ende datiert und nahe",
        GROUND_END_DATE.by(AS_OF + months(6)),
        aufenthg("26", 1, 1),
        avwv("25.4.1.1"),
    ),
    pro(
        "G2",
        "Auch mehr als sechs Monate sind unschädlich, wenn absehbar",
        GROUND_END_DATE.after(AS_OF + months(6)),
        decision(d.VG_BRAUNSCHWEIG_SCHOOL, "LS 1"),
    ),
    pro(
        "G3",
        "Der Grund endet seiner Natur nach",
        GROUND_TYPES.among(
            "finish_school_or_training",
            "birth_or_maternity_protection",
            "court_or_authority_case",
            "dying_or_death_of_relative",
        ),
        aufenthg("25", 4, 1, quote="solange"),
    ),
    pro("G4", "Begrenzte Behandlung", _TREATMENT & GROUND_END_DATE.known, nds_old("25.4.1.2.1")),
    pro(
        "G5",
        "Ein Bleibewunsch schadet nicht, wenn daneben ein vorübergehender Grund besteht",
        PERMANENT_INTENT.yes & GROUND_IS_TEMPORARY.yes,
        decision(d.OVG_NDS_TEMPORARY, "red. LS 4"),
    ),
    pro("G6", "Rückkehrbereitschaft glaubhaft", PERMANENT_INTENT.no, avwv("25.4.1.2")),
    contra(
        "G1",
        "Kein Ende absehbar",
        GROUND_END_DATE.missing & ~GROUND_IS_TEMPORARY.yes,
        decision(d.VG_BRAUNSCHWEIG_INDEPENDENT, "LS 1"),
    ),
    contra(
        "G2",
        "Angestrebt ist ein Daueraufenthalt",
        GROUND_TYPES.within("long_integration", "family_unity"),
        avwv("25.4.1.1"),
        decision(d.OVG_NDS_TEMPORARY, "red. LS 4"),
    ),
    # Whether an illness is chronic is only noted; treatment without an end in sight is what the facts show.
    contra(
        "G3",
        "Behandlung ohne absehbares Ende: eine Dauerbehandlung weist eher auf § 25 Abs. 3, 5 oder § 60 Abs. 7",
        _TREATMENT & GROUND_END_DATE.missing,
        avwv("25.4.1.1"),
    ),
    contra(
        "G4",
        "Pflege auf unbestimmte Zeit",
        GROUND_TYPES.among("care_of_relative") & GROUND_END_DATE.missing,
        avwv("25.4.1.1"),
    ),
    contra(
        "G5",
        "Schon mehrfach verlängert: Zweck wird zum Dauerzweck – Satz 2 prüfen",
        CURRENT_TITLE_NORM.among("25_4_1") & LAWFUL_STAY_SINCE.lasted(months(18)),
        aufenthg("26", 1, 1),
        aufenthg("25", 4, 2),
    ),
)

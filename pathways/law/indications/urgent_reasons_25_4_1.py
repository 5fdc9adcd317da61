"""B: „dringende humanitäre oder persönliche Gründe“, „erhebliche öffentliche Interessen“ (§ 25 Abs. 4 S. 1)."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import months, years
from pathways.law.facts import (
    BURDEN_IS_GENERAL,
    CARE_DEPENDENCY,
    EMPLOYMENT,
    FEARED_HARM,
    GROUND_END_DATE,
    GROUND_TYPES,
    LAWFUL_STAY_SINCE,
    MEDICAL_EVIDENCE,
    ONLY_ACHIEVABLE_IN_GERMANY,
    PUBLIC_INTEREST_STATEMENT,
    TREATMENT_ELSEWHERE,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.sources import aufenthg, avwv, decision, nds_old, rule, wd_fn
from pathways.law.sources import decisions as d
from pathways.law.sources.rules import VISA_EXTENSION_PRACTICE

_TREATMENT = GROUND_TYPES.among("medical_treatment")
_SCHOOL = GROUND_TYPES.among("finish_school_or_training")

URGENT_REASONS_25_4_1 = (
    pro(
        "B1",
        "Operation oder Abschluss einer Behandlung, die zu Hause nicht ausreichend gesichert ist",
        _TREATMENT & TREATMENT_ELSEWHERE.among("not_available", "available_not_reachable"),
        wd_fn(24),
        nds_old("25.4.1.2.1"),
    ),
    pro(
        "B2",
        "Pflege schwer kranker Angehöriger, niemand sonst kann sie übernehmen; Hilfe wird tatsächlich geleistet",
        GROUND_TYPES.among("care_of_relative")
        & CARE_DEPENDENCY.among("relative_here_needs_person")
        & CARE_DEPENDENCY.not_among("others_can_take_over"),
        wd_fn(24),
        orientation(decision(d.OVG_NDS_CARE), "zu § 25 Abs. 5"),
    ),
    pro(
        "B3",
        "Schul- oder Ausbildungsabschluss steht kurz bevor (letztes Jahr als Faustregel)",
        _SCHOOL & GROUND_END_DATE.by(AS_OF + months(12)),
        wd_fn(24),
        decision(d.OVG_BREMEN_SCHOOL),
    ),
    pro(
        "B4",
        "Auch ein längerer Zeitraum kann genügen, wenn das Ende überschaubar ist",
        _SCHOOL & GROUND_END_DATE.after(AS_OF + months(12)),
        decision(d.OVG_BREMEN_SCHOOL),
        decision(d.VG_BRAUNSCHWEIG_SCHOOL, "LS 1"),
    ),
    pro(
        "B5",
        "Todesfall, Geburt, Termin bei Gericht oder Behörde",
        GROUND_TYPES.among("dying_or_death_of_relative", "birth_or_maternity_protection", "court_or_authority_case")
        & GROUND_END_DATE.known,
        aufenthg("25", 4, 1, quote="persönliche Gründe"),
        orientation(rule(VISA_EXTENSION_PRACTICE)),
    ),
    pro(
        "B6",
        "Behörde, Staatsanwaltschaft oder Gericht braucht die Person hier (zweite Alternative)",
        PUBLIC_INTEREST_STATEMENT.among("authority_requests_presence"),
        aufenthg("25", 4, 1),
        avwv("25.4.1.1"),
    ),
    pro(
        "B7",
        "Das Ziel ist zumutbar weder im noch vom Ausland aus erreichbar",
        ONLY_ACHIEVABLE_IN_GERMANY.yes,
        nds_old("25.4.1.2"),
    ),
    pro(
        "B8",
        "Bisherige rechtmäßige Aufenthalte zählen im Ermessen",
        LAWFUL_STAY_SINCE.lasted(years(2)),
        avwv("25.4.1.2"),
    ),
    contra(
        "B1",
        "Es bleiben nur Gefahren im Herkunftsland: die gehören zum BAMF",
        FEARED_HARM.some & GROUND_TYPES.within("other", "none"),
        aufenthg("72", 2),
        nds_old("25.4.1.2"),
        decision(d.OVG_SAARLAND_HOME_DANGERS),
    ),
    contra(
        "B2",
        "Behandlung ist zu Hause möglich und erreichbar",
        _TREATMENT & TREATMENT_ELSEWHERE.among("available"),
        nds_old("25.4.1.2"),
    ),
    contra(
        "B3",
        "Andere können die Pflege übernehmen",
        CARE_DEPENDENCY.among("others_can_take_over"),
        orientation(decision(d.OVG_NDS_CARE), "zu § 25 Abs. 5"),
    ),
    contra(
        "B4",
        "Abschluss liegt noch weit in der Zukunft",
        _SCHOOL & GROUND_END_DATE.after(AS_OF + months(24)),
        decision(d.OVG_BREMEN_SCHOOL),
    ),
    contra(
        "B5",
        "Verwurzelung allein will einen Daueraufenthalt; den gibt Satz 1 nicht",
        GROUND_TYPES.only("long_integration"),
        avwv("25.4.1.1"),
    ),
    contra(
        "B6",
        "Fehlende Arbeit oder Ausbildung im Ausland zählt nicht",
        GROUND_TYPES.only("other") & EMPLOYMENT.among("permitted_job", "job_offer"),
        nds_old("25.4.1.2"),
    ),
    contra(
        "B7",
        "Ohne aussagekräftigen Befund fehlt der Beleg",
        _TREATMENT & MEDICAL_EVIDENCE.among("none", "simple"),
        aufenthg("82", 1),
        orientation(aufenthg("60a", "2c")),
    ),
    contra(
        "B8",
        "Die Lage unterscheidet sich nicht von der anderer (Maßstab alter Weisungen, nicht des Gesetzes)",
        BURDEN_IS_GENERAL.yes,
        nds_old("25.4.1.2"),
    ),
)

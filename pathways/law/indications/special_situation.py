"""C: „Sondersituation“ (§ 22 S. 1, auch Maßstab bei § 25 Abs. 4 S. 2 AufenthG)."""

from __future__ import annotations

from pathways.law.facts import (
    ACUTE_DANGER_ABROAD,
    BURDEN_IS_GENERAL,
    CARE_DEPENDENCY,
    CHILD_ALONE_ABROAD,
    CURRENT_TITLE_NORM,
    FAMILY_IN_GERMANY,
    GERMANY_LINK,
    GROUND_TYPES,
    LOCATION,
    MEDICAL_EVIDENCE,
    PERMIT_HISTORY,
    POLITICAL_PROFILE,
    PROTECTION_IN_OTHER_STATE,
    REFERENCE_PERSON_HARM,
    SEPARATION_SELF_CAUSED,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.sources import aufenthg, avwv, bt, decision, rule, wd_fn
from pathways.law.sources import decisions as d
from pathways.law.sources.rules import AA_INSTRUCTION

SPECIAL_SITUATION = (
    pro(
        "C1",
        "Schwere, akute Gefährdung eines Kindes in Deutschland durch die Trennung",
        REFERENCE_PERSON_HARM.yes,
        decision(d.VG_BERLIN_CHILD_ILL, "LS 3"),
    ),
    pro(
        "C2",
        "Die Person wird gerade wegen ihrer Tätigkeit gesucht",
        ACUTE_DANGER_ABROAD.yes & POLITICAL_PROFILE.some,
        wd_fn(5),
        bt("21/1353", "Antwort zu 7, 11–13"),
    ),
    pro(
        "C3",
        "Krankheit oder Behinderung mit Angewiesensein auf bestimmte Personen hier",
        MEDICAL_EVIDENCE.not_among("none") & CARE_DEPENDENCY.among("person_needs_care_here"),
        orientation(decision(d.OVG_BB_HARDSHIP_36_2), "zu § 36 Abs. 2"),
    ),
    pro(
        "C4",
        "Ein Kind ist im Ausland ohne Eltern (die Weisung des Auswärtigen Amts hält das allein nicht für genug – "
        "Besonderheiten darlegen)",
        CHILD_ALONE_ABROAD.yes,
        rule(AA_INSTRUCTION),
        orientation(aufenthg("36a", 2, 3)),
    ),
    pro(
        "C5",
        "Gefahr wegen der Arbeit für deutsche Stellen",
        GERMANY_LINK.among("work_for_german_institution") & ACUTE_DANGER_ABROAD.yes,
        wd_fn(6),
        avwv("22.1.1.2"),
    ),
    pro(
        "C6",
        "Individuelle Verfolgung durch Familie oder Partner, kein staatlicher Schutz",
        GROUND_TYPES.among("domestic_violence_or_forced_marriage") & ACUTE_DANGER_ABROAD.yes,
        wd_fn(5),
    ),
    pro(
        "C7",
        "Bei § 25 Abs. 4 S. 2: Die Lage weicht deutlich von der anderer in gleicher Lage ab",
        (CURRENT_TITLE_NORM.known | PERMIT_HISTORY.not_among("never_held")) & BURDEN_IS_GENERAL.no,
        decision(d.M7830_EXCEPTIONAL_HARDSHIP),
    ),
    contra(
        "C1",
        "Allgemeine Lage (Krieg, Armut, Lager, Wartezeit) trifft alle",
        BURDEN_IS_GENERAL.yes,
        wd_fn(5),
        decision(d.M7830_EXCEPTIONAL_HARDSHIP),
    ),
    contra(
        "C2",
        "Trennung ist die gewollte Folge der Aussetzung, keine Besonderheit",
        FAMILY_IN_GERMANY.among("subsidiary")
        & ACUTE_DANGER_ABROAD.no
        & REFERENCE_PERSON_HARM.no
        & MEDICAL_EVIDENCE.among("none"),
        decision(d.BVERWG_SUBSIDIARY_FAMILY, "LS 2"),
        aufenthg("104", 14),
    ),
    contra(
        "C3",
        "Sicherer Aufenthalt in einem anderen Staat",
        LOCATION.among("abroad_third_country") & PROTECTION_IN_OTHER_STATE.among("eu_state", "non_eu_state"),
        rule(AA_INSTRUCTION),
    ),
    contra("C4", "Selbst geschaffene Lage", SEPARATION_SELF_CAUSED.yes, rule(AA_INSTRUCTION)),
    contra(
        "C5",
        "Behauptet, aber nicht belegt",
        MEDICAL_EVIDENCE.among("none") & GROUND_TYPES.among("medical_treatment"),
        aufenthg("82", 1),
    ),
)

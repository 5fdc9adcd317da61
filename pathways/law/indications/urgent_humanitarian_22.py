"""A: „dringende humanitäre Gründe“ (§ 22 S. 1 AufenthG)."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import years
from pathways.law.facts import (
    ACUTE_DANGER_ABROAD,
    ALTERNATIVE_ADMISSION_STATE,
    BIRTH_DATE,
    BURDEN_IS_GENERAL,
    CHILD_AFFECTED,
    CRIMINAL_RECORD,
    FAMILY_IN_GERMANY,
    FAMILY_RELATION,
    FAMILY_SEPARATION_SINCE,
    GERMANY_LINK,
    GROUND_TYPES,
    LIVELIHOOD_SECURED,
    MEDICAL_EVIDENCE,
    OTHER_ENTRY_ROUTE,
    PROMPT_ADMISSION_NEEDED,
    REFERENCE_PERSON_BIRTH_DATE,
    REFERENCE_PERSON_HARM,
    SEPARATION_SELF_CAUSED,
    SPONSOR_DECLARATION,
    TREATMENT_ELSEWHERE,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.sources import aufenthg, avwv, decision, paper, rule, wd_fn
from pathways.law.sources import decisions as d
from pathways.law.sources.papers import FAMILY_ASYL_NET
from pathways.law.sources.rules import AA_INSTRUCTION

_SUBSIDIARY = FAMILY_IN_GERMANY.among("subsidiary")
# The list speaks of a child up to three without naming a fact: either side of the separated family may be the child.
_CHILD_UP_TO_3 = BIRTH_DATE.after(AS_OF - years(3)) | REFERENCE_PERSON_BIRTH_DATE.after(AS_OF - years(3))

URGENT_HUMANITARIAN_22 = (
    pro(
        "A1",
        "Konkrete Gefahr für Leib oder Leben gerade dieser Person",
        ACUTE_DANGER_ABROAD.yes,
        avwv("22.1.1.2"),
        paper(FAMILY_ASYL_NET),
        rule(AA_INSTRUCTION),
        orientation(aufenthg("36a", 2, 1, nr=3)),
    ),
    pro(
        "A2",
        "Die Lage der Bezugsperson in Deutschland zählt mit, nicht nur die Lage im Ausland",
        REFERENCE_PERSON_HARM.yes,
        decision(d.VG_BERLIN_CHILD_ILL, "LS 3 (Rn. 41)"),
    ),
    pro(
        "A3",
        "Ein minderjähriges Kind ist betroffen; das Kindeswohl hat besonderes Gewicht",
        CHILD_AFFECTED.yes & FAMILY_RELATION.among("minor_child", "parent_of_minor"),
        decision(d.VG_BERLIN_CHILD_ILL),
        orientation(aufenthg("36a", 2, 1, nr=2)),
        orientation(aufenthg("36a", 2, 3)),
    ),
    pro(
        "A4",
        "Schwere Krankheit, nur in Deutschland behandelbar, ärztlich belegt",
        GROUND_TYPES.among("medical_treatment")
        & TREATMENT_ELSEWHERE.among("not_available")
        & MEDICAL_EVIDENCE.not_among("none"),
        rule(AA_INSTRUCTION),
        orientation(aufenthg("36a", 2, 1, nr=4)),
    ),
    pro(
        "A5",
        "Jemand aus der nahen Familie wird bald sterben",
        GROUND_TYPES.among("dying_or_death_of_relative"),
        rule(AA_INSTRUCTION),
    ),
    pro(
        "A6",
        "Die Trennung dauert so lange, dass die Verwaltung selbst einen Härtefall annimmt: zehn Jahre, mit einem Kind "
        "bis drei Jahre fünf (mit Drittstaatsbezug 12,5 oder 7,5 Jahre)",
        _SUBSIDIARY
        & (FAMILY_SEPARATION_SINCE.lasted(years(10)) | (_CHILD_UP_TO_3 & FAMILY_SEPARATION_SINCE.lasted(years(5)))),
        rule(AA_INSTRUCTION),
    ),
    pro(
        "A7",
        "Nach rund zwei Jahren verlangt Art. 8 EMRK eine Prüfung des Einzelfalls",
        _SUBSIDIARY & FAMILY_SEPARATION_SINCE.lasted(years(2)),
        decision(d.EGMR_MA_DENMARK),
    ),
    pro(
        "A8",
        "Besondere Beziehung zu Deutschland oder Angewiesensein gerade auf Deutschland",
        FAMILY_IN_GERMANY.some | GERMANY_LINK.among("work_for_german_institution", "former_stay"),
        wd_fn(6),
        avwv("22.1.1.2"),
    ),
    pro(
        "A9",
        "Kein anderer Staat und kein anderes Visum hilft",
        ALTERNATIVE_ADMISSION_STATE.no & OTHER_ENTRY_ROUTE.among("none_seen"),
        avwv("22.1.1"),
        rule(AA_INSTRUCTION),
    ),
    contra(
        "A1",
        "Die Notlage trifft viele Menschen in gleicher Lage ebenso",
        BURDEN_IS_GENERAL.yes,
        wd_fn(5),
        decision(d.OVG_BB_SPECIAL_SITUATION, "Rn. 4"),
    ),
    contra(
        "A2",
        "Ein anderes Visum steht offen; § 22 ist keine Auffangnorm",
        OTHER_ENTRY_ROUTE.among("open_and_reasonable"),
        avwv("22.0.1.2"),
        avwv("22.1.1"),
    ),
    contra(
        "A3",
        "Die Familie kann in einem anderen Staat zusammenleben oder ist dort sicher",
        ALTERNATIVE_ADMISSION_STATE.yes,
        rule(AA_INSTRUCTION),
    ),
    contra(
        "A4",
        "Kein Bezug gerade zu Deutschland erkennbar",
        GERMANY_LINK.only("none") & FAMILY_IN_GERMANY.only("none"),
        wd_fn(6),
    ),
    contra("A5", "Die Aufnahme muss nicht bald geschehen", PROMPT_ADMISSION_NEEDED.no, wd_fn(7)),
    contra(
        "A6",
        "Allein die Trennung während der Aussetzung: kein unbedingter Anspruch auf sofortigen Nachzug",
        _SUBSIDIARY & ACUTE_DANGER_ABROAD.no & REFERENCE_PERSON_HARM.no & ~FAMILY_SEPARATION_SINCE.lasted(years(5)),
        decision(d.BVERWG_SUBSIDIARY_FAMILY, "LS 2"),
        avwv("22.0.1.2"),
    ),
    contra(
        "A7",
        "Die Trennung wurde bewusst herbeigeführt oder die Mitwirkung verzögert",
        SEPARATION_SELF_CAUSED.yes,
        rule(AA_INSTRUCTION),
    ),
    contra(
        "A8",
        "Ausweisungsinteresse oder ungesicherter Unterhalt wird im Ermessen entgegengehalten (Absehen möglich)",
        CRIMINAL_RECORD.not_among("none", "minor_fine")
        | (LIVELIHOOD_SECURED.among("no") & SPONSOR_DECLARATION.among("none")),
        rule(AA_INSTRUCTION),
        aufenthg("5", 1, nr="1, 2"),
        aufenthg("5", 3, 2),
    ),
)

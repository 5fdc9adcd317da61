"""F: „dringende humanitäre oder persönliche Gründe“ (§ 23a Abs. 2 S. 4 AufenthG); die Kommission entscheidet."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import months, years
from pathways.law.facts import (
    BIRTH_DATE,
    CARE_DEPENDENCY,
    CHILD_AFFECTED,
    CONTINUOUS_STAY_SINCE,
    CURRENT_STATUS,
    DECEPTION_OR_REFUSAL_TO_COOPERATE,
    EMPLOYMENT,
    EXPLOITATION_FORM,
    FAMILY_IN_GERMANY,
    FEARED_HARM,
    FEDERAL_STATE,
    GERMAN_LEVEL,
    GROUND_TYPES,
    HFK_EARLIER_RESULT,
    HFK_NEW_FACTS,
    HFK_STAGE,
    HFK_STATE_EXCLUSION,
    IDENTITY_CLARIFIED,
    IDENTITY_EFFORTS_DOCUMENTED,
    LIVELIHOOD_SECURED,
    OFFENCE_WEIGHT,
    REMOVAL_STAGE,
    SCHOOL_OR_TRAINING,
    SPONSOR_DECLARATION,
    TRANSFER_TO_OTHER_STATE,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.laender.profile import laender_with, min_stay_months
from pathways.law.sources import aufenthg, avwv, bayhfkomv, hfkvo_nrw, nhaertekvo, paper, rule, wd, wd_fn
from pathways.law.sources.papers import ASYL_NET_HARDSHIP, EVANGELISCHE_ZEITUNG, LT_MV_7_3745, TAZ_2026
from pathways.law.sources.rules import HFK_HE, HFK_NI_DRAFT, HFK_RP, HFK_SH, HFK_SL, SH_PROCEDURE

# What a Land asks for stands in its profile alone.
_STAY_NI = min_stay_months("NI")
_TOLERATED = CURRENT_STATUS.among("duldung")
# The list says "knapp" without a measure; a year is the threshold of display, not a rule.
_A_YEAR_SHORT_OF_25A = (
    _TOLERATED
    & SCHOOL_OR_TRAINING.not_among("none")
    & (
        (
            BIRTH_DATE.after(AS_OF - years(27))
            & CONTINUOUS_STAY_SINCE.lasted(years(2))
            & ~CONTINUOUS_STAY_SINCE.lasted(years(3))
        )
        | (
            BIRTH_DATE.after(AS_OF - years(28))
            & BIRTH_DATE.by(AS_OF - years(27))
            & CONTINUOUS_STAY_SINCE.lasted(years(3))
        )
    )
)
_A_YEAR_SHORT_OF_25B = (
    _TOLERATED
    & CONTINUOUS_STAY_SINCE.lasted(years(5))
    & ~CONTINUOUS_STAY_SINCE.lasted(years(6))
    & LIVELIHOOD_SECURED.among("yes", "partly")
    & GERMAN_LEVEL.not_among("none", "a1")
)

URGENT_REASONS_23A = (
    pro("F1", "Langer Aufenthalt", CONTINUOUS_STAY_SINCE.lasted(years(5)), wd_fn(16)),
    pro(
        "F2",
        "Wirtschaftliche Integration, Unterhalt gesichert oder greifbar",
        EMPLOYMENT.among("permitted_job", "job_offer", "training_contract") | LIVELIHOOD_SECURED.among("yes", "partly"),
        wd_fn(16),
        aufenthg("23a", 1, 2),
    ),
    pro(
        "F3",
        "Sprache, Schule, Ausbildung",
        GERMAN_LEVEL.among("a2", "b1", "b2_plus") | SCHOOL_OR_TRAINING.not_among("none"),
        wd_fn(16),
        rule(SH_PROCEDURE, "1.1"),
    ),
    pro(
        "F4",
        "Hier geborene oder zur Schule gehende Kinder",
        CHILD_AFFECTED.yes,
        wd_fn(16),
        paper(ASYL_NET_HARDSHIP),
    ),
    pro(
        "F5",
        "Häusliche Gewalt, Zwangsheirat, Traumatisierung",
        GROUND_TYPES.among("domestic_violence_or_forced_marriage", "stabilisation_after_violence_or_exploitation")
        | EXPLOITATION_FORM.some,
        avwv("23a.0.1"),
    ),
    pro(
        "F6",
        "Krankheit, Pflege",
        GROUND_TYPES.among("medical_treatment") | CARE_DEPENDENCY.some,
        rule(SH_PROCEDURE, "1.1"),
        paper(EVANGELISCHE_ZEITUNG),
    ),
    pro("F7", "Enge Familie mit Aufenthaltsrecht", FAMILY_IN_GERMANY.some, rule(SH_PROCEDURE, "1.1")),
    pro(
        "F8",
        "Verpflichtungserklärung kann berücksichtigt werden",
        SPONSOR_DECLARATION.among("offered", "signed"),
        aufenthg("23a", 1, 2),
    ),
    pro(
        "F9",
        "Mitwirkung bei Pass und Identität",
        IDENTITY_CLARIFIED.yes | IDENTITY_EFFORTS_DOCUMENTED.yes,
        rule(SH_PROCEDURE, "1.1"),
        orientation(aufenthg("60b", 3)),
    ),
    pro(
        "F10",
        "Das Bleiberecht (§§ 25a, 25b) scheitert nur knapp",
        _A_YEAR_SHORT_OF_25A | _A_YEAR_SHORT_OF_25B,
        wd(1),
    ),
    contra(
        "F1",
        "In der Regel kein Härtefall: Straftaten von erheblichem Gewicht – Ausnahme begründen",
        OFFENCE_WEIGHT.among("considerable"),
        aufenthg("23a", 1, 3, alt=1),
    ),
    contra(
        "F2",
        "In der Regel kein Härtefall: Rückführungstermin steht fest – sofort handeln",
        REMOVAL_STAGE.among("date_fixed"),
        aufenthg("23a", 1, 3, alt=2),
    ),
    contra(
        "F3",
        "Täuschung oder fehlende Mitwirkung",
        DECEPTION_OR_REFUSAL_TO_COOPERATE.yes,
        bayhfkomv("5"),
        rule(HFK_NI_DRAFT),
    ),
    contra(
        "F4",
        "Gründe, die nur das BAMF prüft",
        FEARED_HARM.some & GROUND_TYPES.within("none", "danger_to_life_abroad"),
        bayhfkomv("5"),
        rule(HFK_SL),
        rule(HFK_RP),
    ),
    contra(
        "F5",
        "Keine Aussicht auf eigenen Unterhalt",
        LIVELIHOOD_SECURED.among("no") & EMPLOYMENT.among("none") & SPONSOR_DECLARATION.among("none"),
        bayhfkomv("5"),
        paper(LT_MV_7_3745),
    ),
    contra(
        "F6",
        "Ein anderer Titel ist noch erreichbar",
        HFK_STATE_EXCLUSION.among("other_title_reachable"),
        hfkvo_nrw("5", 2),
        rule(HFK_SL),
        rule(HFK_SH),
        rule(HFK_HE),
    ),
    contra(
        "F7",
        "Keine ladungsfähige Anschrift, Fahndung",
        HFK_STATE_EXCLUSION.among("not_registered_or_hiding"),
        hfkvo_nrw("5", 2),
        paper(TAZ_2026, "zu Niedersachsen"),
    ),
    contra(
        "F8",
        "Schon entschieden, nichts Neues",
        (
            HFK_STAGE.among("rejected_by_hfk", "order_refused")
            | HFK_EARLIER_RESULT.among("not_accepted", "rejected_by_hfk", "order_refused")
        )
        & HFK_NEW_FACTS.no,
        rule(HFK_SL),
        rule(HFK_SH),
        bayhfkomv("5"),
    ),
    contra(
        "F9",
        f"Mindestaufenthalt {_STAY_NI} Monate in Niedersachsen (Ausnahme durch den Vorsitz; Stand 2015/16)",
        ~CONTINUOUS_STAY_SINCE.lasted(months(_STAY_NI)) & FEDERAL_STATE.among("NI"),
        nhaertekvo("5", 1, nr=7, unverified=True),
        nhaertekvo("5", 2, 2, unverified=True),
    ),
    contra(
        "F10",
        "Dublin-Fälle werden in Schleswig-Holstein nicht behandelt",
        TRANSFER_TO_OTHER_STATE.yes & FEDERAL_STATE.among(*laender_with(TRANSFER_TO_OTHER_STATE.id)),
        rule(HFK_SH),
    ),
)

"""E: „außergewöhnliche Härte“ (§ 25 Abs. 4 S. 2 AufenthG)."""

from __future__ import annotations

from pathways.engine.days import days, years
from pathways.law.facts import (
    BIRTH_DATE,
    BURDEN_IS_GENERAL,
    CARE_DEPENDENCY,
    CHILD_AFFECTED,
    CONTINUOUS_STAY_SINCE,
    CRIMINAL_CASE_STAGE,
    CRIMINAL_RECORD,
    CURRENT_TITLE_NORM,
    DECEPTION_OR_REFUSAL_TO_COOPERATE,
    ENTRY_MODE,
    GERMANY_LINK,
    GROUND_TYPES,
    INDIVIDUAL_SPECIAL_SITUATION,
    LAWFUL_STAY_SINCE,
    LIVELIHOOD_SECURED,
    MARITAL_COHABITATION_UNTIL,
    MEDICAL_EVIDENCE,
    ROOTS_IN_GERMANY,
    TIES_HOME_COUNTRY,
    TREATMENT_ELSEWHERE,
)
from pathways.law.indications.point import contra, orientation, pro
from pathways.law.sources import aufenthg, avwv, decision, gg, nds_old
from pathways.law.sources import decisions as d

_ALONE_WITH_CARE = CARE_DEPENDENCY.not_among("others_can_take_over")
_VIOLENCE = GROUND_TYPES.among("domestic_violence_or_forced_marriage")
_SPOUSE_TITLE = CURRENT_TITLE_NORM.among("28", "30", "31")
_CAME_AS_CHILD = CONTINUOUS_STAY_SINCE.by(BIRTH_DATE + years(18) - days(1))
# The routes for a "besondere Härte" that facts point to: § 31 and § 37 Abs. 2 (for § 32 Abs. 4 nothing is asked).
_OWN_HARDSHIP_NORM = (_SPOUSE_TITLE & (MARITAL_COHABITATION_UNTIL.known | _VIOLENCE)) | (
    _VIOLENCE & GERMANY_LINK.among("former_stay")
)

EXTRAORDINARY_HARDSHIP = (
    pro(
        "E1",
        "Ausreise würde zu unerträglichen gesundheitlichen Belastungen führen",
        GROUND_TYPES.among("medical_treatment")
        & TREATMENT_ELSEWHERE.among("not_available", "available_not_reachable")
        & MEDICAL_EVIDENCE.among("qualified_60a_2c"),
        decision(d.M7830_EXCEPTIONAL_HARDSHIP),
    ),
    pro(
        "E2",
        "Angewiesen auf vertraute Angehörige hier",
        CARE_DEPENDENCY.among("person_needs_care_here") & _ALONE_WITH_CARE,
        orientation(decision(d.OVG_BB_HARDSHIP_36_2), "gleicher Begriff in § 36 Abs. 2"),
    ),
    pro(
        "E3",
        "Angehörige hier verlören ihre einzige Hilfe",
        CARE_DEPENDENCY.among("relative_here_needs_person") & _ALONE_WITH_CARE,
        orientation(decision(d.OVG_NDS_CARE), "zu § 25 Abs. 5"),
    ),
    pro(
        "E4",
        "„Faktischer Inländer“: Ein Leben im Herkunftsstaat ist nicht mehr zumutbar (acht Jahre sind nur eine "
        "Anzeigeschwelle)",
        ROOTS_IN_GERMANY.among("strong") & TIES_HOME_COUNTRY.among("none", "weak") & LAWFUL_STAY_SINCE.lasted(years(8)),
        decision(d.VGH_MUENCHEN_ROOTS, "red. LS 3"),
    ),
    pro(
        "E5",
        "Hier geboren oder aufgewachsen",
        ENTRY_MODE.among("born_in_germany") | _CAME_AS_CHILD,
        orientation(aufenthg("55", 1, nr=2)),
        orientation(aufenthg("37")),
    ),
    pro(
        "E6",
        "Das Wohl eines hier verwurzelten Kindes",
        CHILD_AFFECTED.yes,
        gg("6"),
        orientation(aufenthg("31", 2, 3)),
    ),
    pro(
        "E7",
        "Opfer häuslicher Gewalt, das dem Eherecht nichts mehr entnehmen kann",
        _VIOLENCE & ~_SPOUSE_TITLE,
        avwv("23a.0.1"),
        orientation(aufenthg("31", 2, 2)),
    ),
    pro(
        "E8",
        "Zeugenschutz: Verlängerung nach Satz 2 wird ausdrücklich für möglich gehalten",
        GROUND_TYPES.among("witness") & CRIMINAL_CASE_STAGE.not_among("none"),
        nds_old("25.4.1.2.4"),
    ),
    pro(
        "E9",
        "Besondere Umstände gerade dieses Falls",
        INDIVIDUAL_SPECIAL_SITUATION.judged,
        aufenthg("25", 4, 2),
        decision(d.M7830_EXCEPTIONAL_HARDSHIP),
    ),
    contra(
        "E1",
        "Allgemeine Verhältnisse im Herkunftsland treffen alle, die zurückkehren",
        BURDEN_IS_GENERAL.yes,
        decision(d.VGH_BW_PERMIT_TO_EXTEND),
    ),
    contra(
        "E2",
        "Für eine „besondere“ Härte gibt es eigene Normen; hier wird mehr verlangt",
        _OWN_HARDSHIP_NORM,
        decision(d.M7830_EXCEPTIONAL_HARDSHIP),
    ),
    contra(
        "E3",
        "Behandlung zu Hause gesichert",
        TREATMENT_ELSEWHERE.among("available"),
        orientation(aufenthg("60", 7, "4, 5")),
    ),
    contra(
        "E4",
        "Pflege kann anders gesichert werden",
        CARE_DEPENDENCY.among("others_can_take_over"),
        orientation(decision(d.OVG_BB_HARDSHIP_36_2), "gleicher Begriff in § 36 Abs. 2"),
    ),
    contra(
        "E5",
        "Gute Integration allein macht die Härte nicht außergewöhnlich",
        ROOTS_IN_GERMANY.among("weak", "medium"),
        decision(d.VGH_MUENCHEN_ROOTS, "red. LS 3"),
    ),
    contra(
        "E6",
        "Tragfähige Familie, Sprache, Wohnung im Herkunftsland",
        TIES_HOME_COUNTRY.among("strong"),
        decision(d.VGH_MUENCHEN_ROOTS, "red. LS 3"),
    ),
    contra(
        "E7",
        "Kurzer rechtmäßiger Aufenthalt zählt im Ermessen",
        ~LAWFUL_STAY_SINCE.lasted(years(3)),
        orientation(aufenthg("53", 2)),
    ),
    contra(
        "E8",
        "Straftaten oder Täuschung im Ermessen",
        CRIMINAL_RECORD.not_among("none", "minor_fine") | DECEPTION_OR_REFUSAL_TO_COOPERATE.yes,
        orientation(aufenthg("53", 2)),
        orientation(aufenthg("54")),
    ),
    contra(
        "E9",
        "Ob § 5 Abs. 1 Nr. 1 hier gilt, ist streitig; jedenfalls zählt der Unterhalt im Ermessen",
        LIVELIHOOD_SECURED.among("no"),
        aufenthg("5", 3, 2),
    ),
)

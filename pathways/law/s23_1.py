"""§ 23 Abs. 1 AufenthG: orders of a Land for groups, and the permits that rest on them."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import NEVER, any_of, never_no
from pathways.engine.criteria import NOT_ASKED, extension, factor, information, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Cure, Disputed, Grant, Pathway, Remedy, Rule
from pathways.law import facts as f
from pathways.law.bars import (
    NO_BAN,
    NO_PENDING_ASYLUM,
    QUALIFIED_REJECTION,
    SCOPE,
    SECTION_5_ONLY,
    SECURITY,
    asylum_pending,
)
from pathways.law.disputes import LAPSED_STATE_ORDERS
from pathways.law.modes import mode_rows
from pathways.law.points import contra
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    GROUND_PERSISTS_OR_OPEN,
    LAPSE_BY_ASYLUM,
    MAY_WAIVE,
    PENDING_PROCEEDINGS,
    section_5,
)
from pathways.law.situations import ALL_CONDITIONS_OF_THE_ORDER, ORDER_ENDED
from pathways.law.sources import aufenthg, decision, gg, paper, rule, wd, wd_fn
from pathways.law.sources.decisions import BVERWG_EQUAL_TREATMENT, BVERWG_FEDERAL_CONSENT
from pathways.law.sources.papers import HAILBRONNER, KOCH, RESETTLEMENT_PORTAL
from pathways.law.sources.rules import LAND_OLD

NORM = aufenthg("23", 1, 1)

ORDER_STANDS = any_of(
    f.STATE_ORDER_MATCH.among(
        "all_conditions", "order_exists_conditions_open", "order_exists_condition_failed", "federal_consent_refused"
    ),
    ORDER_ENDED & f.ORDER_APPLIED_IN_TIME.yes,
)
TOO_LATE_FOR_THE_ORDER = ORDER_ENDED & f.ORDER_APPLIED_IN_TIME.no
NO_ORDER = f.STATE_ORDER_MATCH.among("no_order")

READ_THE_ORDER = Remedy(
    "Text der Anordnung beschaffen und Bedingung für Bedingung abgleichen.",
    (NORM,),
    ~ALL_CONDITIONS_OF_THE_ORDER,
)
EQUAL_TREATMENT = Remedy(
    "Gleichbehandlung nach der tatsächlichen Anwendung der Anordnung geltend machen; Vergleichsfälle sammeln.",
    (gg("3", 1), decision(BVERWG_EQUAL_TREATMENT)),
    f.STATE_ORDER_MATCH.among("order_exists_condition_failed", "order_expired", "order_closed_for_new_cases"),
)

PATHWAY = Pathway(
    id="p23_1",
    title="Aufenthaltsgewährung durch Anordnung der obersten Landesbehörde",
    cite=NORM,
    grant=Dated((Edition(Grant.MAY_ORDER, Span(date(2005, 1, 1))),)),
    consequence="Die Anordnung ist eine politische Entscheidung; aus ihr folgt nur ein Recht auf Gleichbehandlung.",
    modes=mode_rows("23_1", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        mandatory(
            "p23_1_order_exists",
            "Für die Gruppe besteht eine gültige Landesanordnung.",
            cite=NORM,
            holds=ORDER_STANDS,
            fails_on=NO_ORDER | TOO_LATE_FOR_THE_ORDER,
            in_extension=NOT_ASKED,
            remedies=(
                Remedy("Beim Land nach Anordnung und Stichtag fragen.", (NORM,), ORDER_ENDED),
                Remedy("Eine Anordnung kann niemand verlangen.", (NORM,), NO_ORDER, Cure.FIXED),
            ),
            proof=("Rundschreiben des Ministeriums",),
            sources=(wd(3), paper(RESETTLEMENT_PORTAL)),
        ),
        mandatory(
            "p23_1_bmi_consent",
            "Das Bundesministerium des Innern hat das Einvernehmen erteilt.",
            cite=aufenthg("23", 1, 3),
            holds=f.ORDER_BMI_CONSENT.yes,
            fails_on=f.STATE_ORDER_MATCH.among("federal_consent_refused"),
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Prüfen, ob die Anordnung das Einvernehmen nennt; es gibt Anordnungen und Beschlüsse ohne.",
                    (aufenthg("23", 1, 3),),
                    f.ORDER_BMI_CONSENT.no,
                ),
            ),
            proof=("Text der Anordnung",),
            sources=(decision(BVERWG_FEDERAL_CONSENT),),
        ),
        mandatory(
            "p23_1_group",
            "Die Person erfüllt die persönlichen Bedingungen der Anordnung (Gruppe, Angehörige, Wohnsitz).",
            cite=NORM,
            holds=ALL_CONDITIONS_OF_THE_ORDER,
            fails_on=f.STATE_ORDER_MATCH.among("order_exists_condition_failed"),
            in_extension=Rule(ALL_CONDITIONS_OF_THE_ORDER, NEVER),
            considers=(f.NATIONALITY, f.FAMILY_IN_GERMANY, f.FEDERAL_STATE),
            remedies=(READ_THE_ORDER, EQUAL_TREATMENT),
            proof=("Nachweise der Staatsangehörigkeit und Verwandtschaft",),
            sources=(wd_fn(12),),
        ),
        mandatory(
            "p23_1_ground",
            "Völkerrechtlicher oder humanitärer Grund oder politisches Interesse – auf der Ebene der Anordnung.",
            cite=NORM,
            holds=never_no(ORDER_STANDS),
            remedies=(READ_THE_ORDER,),
            hint="Nicht im Einzelfall zu prüfen; anders als § 22 S. 1 ohne „dringend“, auch politisches Interesse.",
        ),
        mandatory(
            "p23_1_place",
            "Die Person ist im Ausland oder schon im Inland, je nach Anordnung.",
            cite=NORM,
            holds=never_no(ALL_CONDITIONS_OF_THE_ORDER),
            in_extension=NOT_ASKED,
            considers=(f.LOCATION,),
            remedies=(READ_THE_ORDER,),
            sources=(wd_fn(13), paper(KOCH, "Rn. 781"), paper(HAILBRONNER, "§ 23 Rn. 3"), rule(LAND_OLD, "23.0")),
        ),
        mandatory(
            "p23_1_sponsor",
            "Eine Verpflichtungserklärung liegt vor, wenn die Anordnung sie verlangt.",
            cite=(aufenthg("23", 1, 2), aufenthg("68", 1, "1, 4"), aufenthg("68", 2)),
            holds=never_no(f.SPONSOR_DECLARATION.among("signed") | ALL_CONDITIONS_OF_THE_ORDER),
            in_extension=NOT_ASKED,
            considers=(f.SPONSOR_MEANS,),
            remedies=(
                Remedy(
                    "Eine Erklärung kann noch abgegeben werden; vorher über fünf Jahre Haftung aufklären, auch nach "
                    "späterem Schutz.",
                    (aufenthg("68", 1, "1, 4"),),
                ),
            ),
            proof=("Formular", "Einkommensnachweise"),
        ),
        mandatory(
            "p23_1_deadline",
            "Antrags- und Einreisefristen der Anordnung sind gewahrt.",
            cite=NORM,
            holds=ORDER_STANDS,
            fails_on=TOO_LATE_FOR_THE_ORDER,
            in_extension=NOT_ASKED,
            considers=(f.LAST_ENTRY_DATE,),
            remedies=(READ_THE_ORDER, EQUAL_TREATMENT),
            sources=(paper(RESETTLEMENT_PORTAL),),
            unverified="ob einzelne Programme über 2024 hinaus verlängert wurden",
        ),
        mandatory(
            "p23_1_exclusions",
            "Kein Ausschluss der Anordnung greift (Straftaten, auch von Angehörigen; Gefährder; Schutz anderswo).",
            cite=NORM,
            holds=never_no(ALL_CONDITIONS_OF_THE_ORDER),
            in_extension=Rule(never_no(ALL_CONDITIONS_OF_THE_ORDER)),
            considers=(
                f.CRIMINAL_RECORD,
                f.RELATIVE_CONVICTED,
                f.SECURITY_GROUND,
                f.PROTECTION_IN_OTHER_STATE,
            ),
            remedies=(READ_THE_ORDER,),
            speaks=(
                contra(
                    "Verurteilung: mit den Ausschlüssen der Anordnung abgleichen; Geldstrafe schließt nicht immer aus.",
                    f.CRIMINAL_RECORD.not_among("none"),
                    NORM,
                ),
                contra(
                    "Angehörige verurteilt: mit den Ausschlüssen der Anordnung abgleichen.",
                    f.RELATIVE_CONVICTED.yes,
                    NORM,
                ),
                contra(
                    "Schutz oder Titel in einem anderen Staat: mit den Ausschlüssen der Anordnung abgleichen.",
                    f.PROTECTION_IN_OTHER_STATE.some,
                    NORM,
                ),
            ),
        ),
        factor(
            "p23_1_equal_treatment",
            "Recht auf Gleichbehandlung nach der tatsächlichen Anwendungspraxis.",
            cite=gg("3", 1),
            disputed=(Disputed(LAPSED_STATE_ORDERS, ORDER_ENDED),),
            proof=("Rundschreiben", "vergleichbare Entscheidungen"),
            sources=(decision(BVERWG_EQUAL_TREATMENT),),
        ),
        information(
            "p23_1_s24_rules",
            "Die Anordnung kann § 24 (Verteilung, Wohnsitz) für entsprechend anwendbar erklären.",
            cite=aufenthg("23", 3),
        ),
        extension(
            "p23_1_ext",
            "Verlängerung nach der Anordnung; die Gründe bestehen fort.",
            cite=(aufenthg("8", 1), aufenthg("26", 2)),
            holds=never_no(f.ORDER_EXTENSION_CLAUSE.yes & f.TITLE_REASONS_PERSIST.judged),
            considers=(f.ORDER_WAR_REASON,),
            remedies=(
                Remedy(
                    "Regelt die Anordnung die Verlängerung nicht, gelten § 8 Abs. 1 und § 26 Abs. 2; ein ausgelaufenes "
                    "Programm beendet alte Titel nicht.",
                    (aufenthg("8", 1), aufenthg("26", 2)),
                ),
            ),
        ),
        CAPACITY,
        APPLICATION,
        *section_5(MAY_WAIVE),
        SECURITY,
        NO_BAN,
        asylum_pending(never_no(NO_PENDING_ASYLUM)),
        SECTION_5_ONLY,
        QUALIFIED_REJECTION,
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
        GROUND_PERSISTS_OR_OPEN,
    ),
)

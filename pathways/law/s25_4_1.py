"""§ 25 Abs. 4 S. 1 AufenthG: a temporary stay on urgent grounds, for people not yet required to leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pathways.engine.conditions import any_of
from pathways.engine.criteria import extension, factor, formal, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Disputed, Grant, Pathway, Remedy, Rule
from pathways.law import facts as f
from pathways.law.bars import (
    CONSENT,
    NO_BAN,
    NO_PENDING_ASYLUM,
    QUALIFIED_REJECTION,
    SCOPE,
    SECTION_5_ONLY,
    SECURITY,
    asylum_pending,
)
from pathways.law.disputes import EXTENDABLE_AFTER_REFUSAL, LIMITS_OF_CHANGE, ROOTS_FOR_25_4_1
from pathways.law.indications import SPECIAL_SITUATION, TEMPORARY, URGENT_REASONS_25_4_1
from pathways.law.modes import mode_rows
from pathways.law.points import CHANGE_LIMITED, chosen, contra
from pathways.law.presence import present_in_germany
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    GROUND_PERSISTS,
    LAPSE_BY_ASYLUM,
    MAY_WAIVE,
    PENDING_PROCEEDINGS,
    section_5,
)
from pathways.law.situations import (
    ABROAD,
    APPLIED_IN_TIME,
    ASYLUM_PENDING,
    CONSENT_NOT_GIVEN,
    END_CONTESTED,
    SCHOOL_OR_EXCHANGE_TITLE,
)
from pathways.law.sources import aufenthg, avwv, decision, nds_old, wd_fn
from pathways.law.sources.decisions import (
    M7805_TEMPORARY,
    OVG_BREMEN_SCHOOL,
    OVG_NDS_TEMPORARY,
    VG_BRAUNSCHWEIG_INDEPENDENT,
    VG_BRAUNSCHWEIG_SCHOOL,
)

NORM = aufenthg("25", 4, 1)

AUTHORITY_NEEDS_THE_PERSON = f.PUBLIC_INTEREST_STATEMENT.among("authority_requests_presence")
# Private reasons are no "wichtige Interessen der Bundesrepublik": no consent can be had for them, § 10 Abs. 1.
PRIVATE_REASONS_ONLY = f.PUBLIC_INTEREST_STATEMENT.among("none") & CONSENT_NOT_GIVEN
TEMPORARY_GROUND = f.GROUND_IS_TEMPORARY.judged

OTHER_ROUTES = Remedy(
    "Nicht über diesen Titel: Ermessensduldung aus dringenden Gründen, § 25 Abs. 5 oder Härtefallkommission prüfen.",
    (aufenthg("60a", 2, 3), aufenthg("25", 5), aufenthg("23a")),
    f.ENFORCEABLY_REQUIRED_TO_LEAVE.yes,
)
RESTORE_LAWFUL_STAY = Remedy(
    "Eilantrag prüfen: Ordnet das Gericht die aufschiebende Wirkung an, entfällt die Vollziehbarkeit.",
    (aufenthg("58", 2, 2), aufenthg("84", 1, nr=1)),
    f.ENFORCEABLY_REQUIRED_TO_LEAVE.yes & f.DECISION_KIND.some,
)

PATHWAY = Pathway(
    id="p25_4_1",
    title="Vorübergehender Aufenthalt aus dringenden humanitären oder persönlichen Gründen",
    cite=NORM,
    grant=Dated((Edition(Grant.MAY, Span(date(2005, 1, 1))),)),
    consequence="Die Erteilung steht im pflichtgemäßen Ermessen der Ausländerbehörde.",
    modes=mode_rows("25_4_1", "25_unspecified", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        present_in_germany(
            "p25_4_1_in_germany",
            "Die Person ist bereits im Bundesgebiet.",
            norm=NORM,
            cite=aufenthg("25", 4, 1, quote="weitere Anwesenheit"),
            sources=(wd_fn(23), avwv("25.4.1.1")),
        ),
        mandatory(
            "p25_4_1_not_enforceable",
            "Die Person ist nicht vollziehbar ausreisepflichtig.",
            cite=(NORM, aufenthg("58", 2)),
            holds=f.ENFORCEABLY_REQUIRED_TO_LEAVE.no,
            in_extension=Rule(
                holds=any_of(
                    f.PERMIT_HISTORY.among("valid_or_continuing"),
                    ~END_CONTESTED & f.ENFORCEABLY_REQUIRED_TO_LEAVE.no,
                ),
                fails_on=~END_CONTESTED
                & f.PERMIT_HISTORY.not_among("valid_or_continuing")
                & f.ENFORCEABLY_REQUIRED_TO_LEAVE.yes,
            ),
            disputed=(Disputed(EXTENDABLE_AFTER_REFUSAL, END_CONTESTED & f.CURRENT_TITLE_NORM.among("25_4_1")),),
            remedies=(OTHER_ROUTES, RESTORE_LAWFUL_STAY),
            proof=("Aufenthaltstitel", "Fiktionsbescheinigung"),
            sources=(avwv("25.4.1.1"), decision(OVG_NDS_TEMPORARY), decision(M7805_TEMPORARY)),
            hint="Rechtsprechung vor dem 28.8.2007 wendete Satz 1 auch auf Ausreisepflichtige an; überholt.",
            span=Span(date(2007, 8, 28), unverified=True),
            unverified="Tag, an dem die Worte eingefügt wurden (28.8.2007)",
        ),
        mandatory(
            "p25_4_1_temporary",
            "Der Aufenthalt ist nur vorübergehend nötig; das Ende des Grundes ist absehbar.",
            cite=NORM,
            holds=TEMPORARY_GROUND,
            disputed=(Disputed(ROOTS_FOR_25_4_1, f.GROUND_TYPES.among("long_integration")),),
            speaks=(
                *TEMPORARY,
                contra(
                    "Die Person möchte auf Dauer bleiben; unschädlich nur neben einem Grund, der endet.",
                    f.PERMANENT_INTENT.yes,
                    decision(OVG_NDS_TEMPORARY, "LS 4"),
                    decision(VG_BRAUNSCHWEIG_INDEPENDENT, "LS 1"),
                ),
            ),
            considers=(f.GROUND_END_DATE, f.PERMANENT_INTENT),
            remedies=(
                Remedy(
                    "Bei dauerhaftem Grund Satz 2, §§ 25a, 25b oder 25 Abs. 5 prüfen.",
                    (aufenthg("25", 4, 2), aufenthg("25", 5)),
                    f.GROUND_IS_TEMPORARY.no,
                ),
            ),
            proof=("Behandlungsplan", "Prüfungstermin", "Gerichtstermin"),
            sources=(
                avwv("25.4.1.1"),
                decision(OVG_NDS_TEMPORARY),
                decision(VG_BRAUNSCHWEIG_INDEPENDENT, "LS 1"),
                decision(VG_BRAUNSCHWEIG_SCHOOL),
            ),
            hint="Beurteilt wird der Grund, nicht der Wunsch.",
        ),
        mandatory(
            "p25_4_1_reason",
            "Dringende humanitäre oder persönliche Gründe oder erhebliche öffentliche Interessen liegen vor.",
            cite=aufenthg("25", 4, 1, quote="oder"),
            holds=f.URGENT_REASONS_25_4_1.judged | AUTHORITY_NEEDS_THE_PERSON,
            disputed=(Disputed(ROOTS_FOR_25_4_1, f.GROUND_TYPES.among("long_integration")),),
            speaks=URGENT_REASONS_25_4_1,
            proof=("ärztliche Belege", "Schulbescheinigung", "Schreiben von Gericht, Staatsanwaltschaft oder Behörde"),
            sources=(wd_fn(24), decision(OVG_BREMEN_SCHOOL)),
            unverified="Einzelnummern der AVwV zu Zeuginnen und Zeugen",
        ),
        mandatory(
            "p25_4_1_necessary",
            "Die Anwesenheit ist erforderlich: Das Ziel ist nicht zumutbar im oder vom Ausland erreichbar.",
            cite=aufenthg("25", 4, 1, quote="erfordern"),
            holds=f.ONLY_ACHIEVABLE_IN_GERMANY.judged | AUTHORITY_NEEDS_THE_PERSON,
            speaks=chosen(URGENT_REASONS_25_4_1, "B+1", "B+7", "B-2", "B-7"),
            considers=(f.ILL_PERSON, f.MEDICAL_EVIDENCE),
            proof=("fachärztliche Stellungnahme", "Prüfungsordnung"),
            sources=(nds_old("25.4.1.2"),),
        ),
        factor(
            "p25_4_1_individual",
            "Auf die Person bezogene besondere Umstände.",
            cite=aufenthg("25", 4, 1, quote="dringend"),
            considers=(f.INDIVIDUAL_SPECIAL_SITUATION, f.BURDEN_IS_GENERAL),
            speaks=chosen(SPECIAL_SITUATION, "C+7", "C-1"),
            sources=(nds_old("25.4.1.2"),),
            hint="„Sondersituation“ stammt aus alten Landesweisungen, nicht aus dem Gesetz.",
        ),
        factor(
            "p25_4_1_discretion",
            "Ermessen: Zweck, Dauer, bisherige rechtmäßige Aufenthalte, öffentliche Interessen, Rückkehrbereitschaft.",
            cite=NORM,
            considers=(
                f.LAWFUL_STAY_SINCE,
                f.LAST_ENTRY_DATE,
                f.CURRENT_TITLE_NORM,
                f.GROUND_END_DATE,
                f.LIVELIHOOD_SECURED,
            ),
            disputed=(Disputed(LIMITS_OF_CHANGE, SCHOOL_OR_EXCHANGE_TITLE),),
            speaks=(
                *chosen(URGENT_REASONS_25_4_1, "B+8"),
                CHANGE_LIMITED,
            ),
            sources=(avwv("25.4.1.2"),),
        ),
        formal(
            "p25_4_1_in_time",
            "Der Antrag ist vor Ablauf des Titels oder des erlaubten Aufenthalts gestellt.",
            cite=aufenthg("81", "3, 4"),
            holds=APPLIED_IN_TIME | f.CURRENT_STATUS.among("fiction_81_3", "fiction_81_4", "fiction_ordered_81_4_3"),
            considers=(f.APPLICATION_PURPOSES,),
            remedies=(
                Remedy(
                    "Verspäteter Antrag: keine Fiktion, nur die Abschiebung ist ausgesetzt.",
                    (aufenthg("81", 3, 2),),
                    f.CURRENT_STATUS.among("late_application_81_3_s2"),
                ),
                Remedy(
                    "Satz 1 und jeden weiteren Zweck im Antrag nennen.",
                    (aufenthg("81", 4),),
                    f.APPLICATION_PURPOSES.not_among("25_4_1"),
                ),
            ),
            proof=("Eingangsbestätigung",),
            sources=(aufenthg("104c", 2, 3),),
            hint="Ein Titel nach § 104c schließt nicht aus; der Antrag lässt ihn aber nicht fortgelten.",
        ),
        extension(
            "p25_4_1_ext",
            "Die Gründe bestehen fort und sind weiter vorübergehend; sonst Satz 2 prüfen.",
            cite=(aufenthg("25", 4, 1, quote="solange"), aufenthg("26", 2)),
            holds=f.TITLE_REASONS_PERSIST.judged & TEMPORARY_GROUND,
            considers=(f.LAWFUL_STAY_SINCE,),
            remedies=(
                Remedy(
                    "Grund entfallen oder nicht mehr vorübergehend: sofort § 25 Abs. 4 S. 2 prüfen.",
                    (aufenthg("25", 4, 2),),
                    f.TITLE_REASONS_PERSIST.no | f.GROUND_IS_TEMPORARY.no,
                ),
            ),
            sources=(aufenthg("26", 1, 1),),
        ),
        CAPACITY,
        APPLICATION,
        *section_5(MAY_WAIVE),
        SECURITY,
        NO_BAN,
        asylum_pending(NO_PENDING_ASYLUM, ~ABROAD & ASYLUM_PENDING & PRIVATE_REASONS_ONLY).but(
            remedies=(
                replace(CONSENT, when=ASYLUM_PENDING & AUTHORITY_NEEDS_THE_PERSON),
                Remedy(
                    "Erst nach Rücknahme des Asylantrags möglich (§ 10 Abs. 3 S. 1) – nie ohne vorherige Beratung.",
                    (aufenthg("10", 3, 1),),
                    ASYLUM_PENDING & f.PUBLIC_INTEREST_STATEMENT.among("none"),
                ),
                Remedy("Klären, ob eine Behörde die Anwesenheit braucht.", (aufenthg("10", 1),), ASYLUM_PENDING),
            )
        ),
        SECTION_5_ONLY,
        QUALIFIED_REJECTION,
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
        GROUND_PERSISTS,
    ),
)

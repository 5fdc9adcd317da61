"""§ 22 S. 1 AufenthG: admission from abroad on grounds of international law or urgent humanitarian grounds."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import NEVER, never_no
from pathways.engine.criteria import NOT_ASKED, bar, extension, factor, formal, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Cure, Disputed, Grant, Pathway, Remedy
from pathways.law import facts as f
from pathways.law.bars import (
    NO_BAN,
    NO_PENDING_ASYLUM,
    NO_SECURITY_GROUND,
    QUALIFIED_REJECTION,
    SCOPE,
    SECTION_5_ONLY,
    SECURITY,
    SECURITY_REMEDIES,
    asylum_pending,
)
from pathways.law.disputes import FAMILY_HARDSHIP_FOR_22_1, SUSPENSION_AND_NEW_SUBSIDIARY_TITLES
from pathways.law.indications import COMPELLING_HUMANITY, SPECIAL_SITUATION, URGENT_HUMANITARIAN_22
from pathways.law.modes import mode_rows
from pathways.law.points import chosen, contra
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
from pathways.law.situations import ABROAD, AT_THE_BORDER, IN_GERMANY, VISA_APPLIED_FOR
from pathways.law.sources import aufenthg, aufenthv, avwv, decision, rule, wd, wd_fn
from pathways.law.sources.decisions import (
    EGMR_MA_DENMARK,
    M30396_FORMAL_APPLICATION,
    OVG_BB_SPECIAL_SITUATION,
    OVG_BB_SPECIAL_SITUATION_2020,
    OVG_BB_SPECIAL_SITUATION_2022,
    OVG_NRW_HUMANITY,
    VG_BERLIN_CHILD_ILL,
)
from pathways.law.sources.rules import AA_INSTRUCTION, LAND_OLD

NORM = aufenthg("22", satz=1)

# Two alternatives: reasons of international law, or urgent humanitarian reasons with their four marks.
INTERNATIONAL_LAW = f.INTERNATIONAL_LAW_GROUND_22.judged
SPECIAL = INTERNATIONAL_LAW | f.INDIVIDUAL_SPECIAL_SITUATION.judged
COMPELLING = INTERNATIONAL_LAW | f.COMPELLING_HUMANITY_22.judged
PROMPT = INTERNATIONAL_LAW | f.PROMPT_ADMISSION_NEEDED.judged
LINK = INTERNATIONAL_LAW | f.GERMANY_LINK.some | f.FAMILY_IN_GERMANY.some | f.ONLY_ACHIEVABLE_IN_GERMANY.judged
DEPENDENT_ON_GERMANY = never_no(LINK)

SUBSIDIARY_FAMILY = f.FAMILY_IN_GERMANY.among("subsidiary")
CLOSE_FAMILY = f.FAMILY_RELATION.among("spouse", "minor_child", "parent_of_minor")

PATHWAY = Pathway(
    id="p22_1",
    title="Aufnahme aus dem Ausland aus völkerrechtlichen oder dringenden humanitären Gründen",
    cite=NORM,
    grant=Dated((Edition(Grant.MAY, Span(date(2005, 1, 1))),)),
    consequence="Die Aufnahme steht im Ermessen; ein Anspruch besteht nicht.",
    modes=mode_rows("22_1", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        mandatory(
            "p22_1_abroad",
            "Die Person befindet sich bei der Erstentscheidung noch im Ausland.",
            cite=NORM,
            holds=ABROAD,
            fails_on=IN_GERMANY,
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Einreise noch nicht beendet: Ausnahmevisum an der Grenze prüfen.",
                    (aufenthg("14", 2),),
                    AT_THE_BORDER,
                ),
                Remedy(
                    "Wer schon hier ist, kann nicht mehr aus dem Ausland aufgenommen werden.",
                    (NORM,),
                    IN_GERMANY,
                    Cure.FIXED,
                ),
            ),
            proof=("Meldebestätigung im Ausland", "Visum", "Erklärung zum Aufenthalt"),
            sources=(wd_fn(2), avwv("22.1.1")),
        ),
        mandatory(
            "p22_1_no_other_entry_right",
            "Kein anderer Einreise- oder Aufenthaltszweck steht offen (Subsidiarität).",
            cite=(NORM, aufenthg("36a", 1, 4), aufenthg("104", 14, 2)),
            holds=f.OTHER_ENTRY_ROUTE.among("none_seen"),
            fails_on=f.OTHER_ENTRY_ROUTE.among("open_and_reasonable"),
            in_extension=NOT_ASKED,
            disputed=(
                Disputed(
                    SUSPENSION_AND_NEW_SUBSIDIARY_TITLES, SUBSIDIARY_FAMILY, Span(date(2026, 6, 12), date(2027, 7, 23))
                ),
            ),
            remedies=(
                Remedy(
                    "Anderes Visum zuerst klären; ein ausgesetzter oder verschlossener Weg steht nicht offen.",
                    (aufenthg("104", 14, 2), avwv("22.0.1.2")),
                ),
            ),
            proof=("Ablehnungen", "Belege der Versuche"),
            sources=(wd(1), avwv("22.1.1"), avwv("22.0.1.2")),
        ),
        mandatory(
            "p22_1_ground",
            "Es liegen völkerrechtliche oder dringende humanitäre Gründe vor.",
            cite=NORM,
            holds=INTERNATIONAL_LAW | (SPECIAL & COMPELLING & PROMPT & DEPENDENT_ON_GERMANY),
            in_extension=NOT_ASKED,
            speaks=URGENT_HUMANITARIAN_22,
            proof=("Länderberichte", "UNHCR-Schreiben", "ärztliche Berichte", "Drohungen"),
            sources=(avwv("22.1.1.2"), rule(LAND_OLD, "22.0.2")),
            unverified="Nummer der AVwV zu „völkerrechtliche Gründe“",
        ),
        mandatory(
            "p22_1_special_situation",
            "Die Person ist in einer Sondersituation, die sie von vergleichbar Betroffenen klar unterscheidet.",
            cite=NORM,
            holds=SPECIAL,
            in_extension=NOT_ASKED,
            speaks=SPECIAL_SITUATION,
            proof=("persönlicher Bericht mit den Besonderheiten des Einzelfalls",),
            sources=(
                decision(OVG_BB_SPECIAL_SITUATION, "Rn. 4"),
                wd_fn(5),
                decision(OVG_BB_SPECIAL_SITUATION_2020),
                decision(OVG_BB_SPECIAL_SITUATION_2022),
            ),
        ),
        mandatory(
            "p22_1_compelling_humanity",
            "Das Eingreifen ist ein unabweisbares Gebot der Menschlichkeit.",
            cite=NORM,
            holds=COMPELLING,
            in_extension=NOT_ASKED,
            speaks=COMPELLING_HUMANITY,
            considers=(f.ILL_PERSON,),
            proof=("ärztliche Berichte", "Belege der Gefahr", "Belege zur Lage der Bezugsperson"),
            sources=(
                decision(OVG_NRW_HUMANITY, "Rn. 52"),
                wd_fn(3),
                wd_fn(4),
                avwv("22.1.1.2"),
                decision(VG_BERLIN_CHILD_ILL, "LS 2, 3"),
            ),
            hint="Im Ausland genügt jeder aussagekräftige ärztliche Bericht; § 60a Abs. 2c gilt dort nicht.",
        ),
        mandatory(
            "p22_1_dependence_on_germany",
            "Die Person ist gerade auf Deutschland angewiesen oder hat eine besondere Beziehung zu Deutschland.",
            cite=NORM,
            holds=DEPENDENT_ON_GERMANY,
            in_extension=NOT_ASKED,
            remedies=(Remedy("Beziehung zu Deutschland suchen und belegen.", (avwv("22.1.1.2"),)),),
            speaks=(
                *chosen(URGENT_HUMANITARIAN_22, "A+8"),
                contra("Keine Beziehung gerade zu Deutschland erkennbar.", ~LINK, wd_fn(6)),
            ),
            proof=("Familienurkunden", "frühere Aufenthalte", "Schreiben des Arbeitgebers"),
            sources=(wd_fn(6), avwv("22.1.1.2")),
        ),
        mandatory(
            "p22_1_prompt",
            "Eine baldige Aufnahme ist unerlässlich.",
            cite=aufenthg("22", satz=1, quote="dringend"),
            holds=PROMPT,
            in_extension=NOT_ASKED,
            speaks=(
                *chosen(URGENT_HUMANITARIAN_22, "A+1", "A+5", "A-5"),
                *chosen(COMPELLING_HUMANITY, "D+5"),
            ),
            considers=(f.GROUND_END_DATE, f.BIRTH_DATE, f.REFERENCE_PERSON_BIRTH_DATE),
            proof=("datierte ärztliche Belege", "datierte Belege der Gefahr"),
            sources=(wd_fn(7),),
        ),
        factor(
            "p22_1_alternative_state",
            "Kein anderer Staat liegt näher; keine zumutbare Alternative im Drittstaat.",
            cite=NORM,
            speaks=(
                contra(
                    "Ein anderer Staat könnte eher aufnehmen.", f.ALTERNATIVE_ADMISSION_STATE.yes, rule(AA_INSTRUCTION)
                ),
                contra(
                    "Sicherer Aufenthalt in einem Drittstaat.",
                    f.LOCATION.among("abroad_third_country")
                    & f.PROTECTION_IN_OTHER_STATE.among("eu_state", "non_eu_state"),
                    avwv("22.1.1.2"),
                ),
            ),
            proof=("Aufenthaltspapiere des Drittstaats",),
            sources=(avwv("22.1.1.2"),),
        ),
        factor(
            "p22_1_family_hardship_subsidiary",
            "Familie einer subsidiär schutzberechtigten Person: Härte trotz Aussetzung des § 36a.",
            cite=(aufenthg("104", 14, 2), aufenthg("36a", 1, 4), aufenthg("36a", 2)),
            disputed=(Disputed(FAMILY_HARDSHIP_FOR_22_1, SUBSIDIARY_FAMILY & CLOSE_FAMILY),),
            speaks=chosen(URGENT_HUMANITARIAN_22, "A+6", "A+7", "A-6", "A-7"),
            considers=(f.FAMILY_IN_GERMANY, f.FAMILY_RELATION),
            proof=("Heirats- und Geburtsurkunden", "Belege der Trennung", "ärztliche Belege"),
            sources=(rule(AA_INSTRUCTION), decision(EGMR_MA_DENMARK), decision(VG_BERLIN_CHILD_ILL)),
            hint="Punkte der internen Weisung, nicht des Gesetzes; nach rund zwei Jahren ist der Einzelfall zu prüfen.",
        ),
        formal(
            "p22_1_formal_application",
            "Förmlicher Visumantrag (D-Visum) mit persönlicher Vorsprache.",
            cite=(aufenthg("6", 3), aufenthg("81", 1)),
            holds=VISA_APPLIED_FOR,
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Kein Termin zu bekommen: jeden Versuch belegen und schriftlich beantragen.",
                    (aufenthg("81", 1),),
                    f.VISA_PROCEDURE.among("no_appointment_available"),
                ),
                Remedy(
                    "Die Härtefallanzeige ist noch kein Antrag.",
                    (decision(M30396_FORMAL_APPLICATION),),
                    f.VISA_PROCEDURE.among("hardship_notice_sent"),
                ),
            ),
            proof=("VIDEX-Formular", "Terminbestätigung"),
            sources=(wd_fn(9), decision(M30396_FORMAL_APPLICATION)),
        ),
        formal(
            "p22_1_abh_consent",
            "Die Ausländerbehörde am Zuzugsort (oder die oberste Landesbehörde) stimmt zu.",
            cite=(aufenthv("31", 1, 1, nr=1), aufenthv("31", 3), aufenthv("32")),
            holds=f.ABH_CONSENT.among("given"),
            in_extension=NOT_ASKED,
            considers=(f.FEDERAL_STATE,),
            remedies=(
                Remedy(
                    "Die oberste Landesbehörde kann die Zustimmung ersetzen.",
                    (aufenthv("32"),),
                    f.ABH_CONSENT.among("refused"),
                ),
            ),
            proof=("Adresse", "Erklärung der aufnehmenden Person"),
            sources=(wd(2),),
        ),
        factor(
            "p22_1_subsistence",
            "Lebensunterhalt oder Verpflichtungserklärung als Gesichtspunkt der Abwägung.",
            cite=(aufenthg("5", 1, nr=1), aufenthg("5", 3, 2), aufenthg("68")),
            considers=(f.LIVELIHOOD_SECURED, f.SPONSOR_DECLARATION, f.SPONSOR_MEANS),
            speaks=chosen(URGENT_HUMANITARIAN_22, "A-8"),
            proof=("Verpflichtungserklärung (fünf Jahre Haftung)",),
            sources=(aufenthg("68", 1, "1, 4"),),
        ),
        bar(
            "p22_1_security",
            "Keine Sicherheitsbedenken, die zwingend zur Versagung führen.",
            cite=(aufenthg("5", 4), aufenthg("73", "1, 5–7")),
            holds=NO_SECURITY_GROUND.holds,
            fails_on=NO_SECURITY_GROUND.fails_on,
            remedies=SECURITY_REMEDIES,
            sources=(aufenthg("73", 7),),
            hint="Die Sicherheitsabfrage nach § 73 steht noch bevor.",
        ),
        extension(
            "p22_1_ext",
            "Die Aufnahmegründe bestehen fort.",
            cite=(aufenthg("8", 1), aufenthg("26", 2)),
            holds=f.TITLE_REASONS_PERSIST.judged,
            proof=("aktuelle Belege",),
            sources=(wd_fn(8),),
        ),
        CAPACITY,
        APPLICATION,
        *section_5(MAY_WAIVE),
        SECURITY,
        NO_BAN,
        asylum_pending(never_no(NO_PENDING_ASYLUM), NEVER),
        SECTION_5_ONLY,
        QUALIFIED_REJECTION,
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
        GROUND_PERSISTS,
    ),
)

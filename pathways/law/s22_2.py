"""§ 22 S. 2 AufenthG: admission declared by the Federal Ministry of the Interior to protect political interests."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import NEVER, never_no, unless_known
from pathways.engine.criteria import NOT_ASKED, bar, extension, factor, formal, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Disputed, Grant, Pathway, Remedy, Rule
from pathways.law import facts as f
from pathways.law.bars import (
    NO_BAN,
    NO_PENDING_ASYLUM,
    NO_QUALIFIED_REJECTION,
    NO_SECURITY_GROUND,
    QUALIFIED_REJECTION,
    QUALIFIED_REJECTION_BARS,
    SCOPE,
    SECTION_5_ONLY,
    SECURITY,
    SECURITY_REMEDIES,
    asylum_pending,
)
from pathways.law.disputes import DECLARATION_JUSTICIABLE, STRICT_CLAIM_FOR_22_2
from pathways.law.indications import POLITICAL_INTEREST
from pathways.law.modes import mode_rows
from pathways.law.points import chosen
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    GROUND_PERSISTS_OR_OPEN,
    LAPSE_BY_ASYLUM,
    MAY_WAIVE,
    NO_OTHER_INTEREST,
    PENDING_PROCEEDINGS,
    STRICT_CLAIM,
    section_5,
)
from pathways.law.situations import (
    ABROAD,
    ASYLUM_PENDING,
    AT_THE_BORDER,
    DECLARATION_WITHDRAWN,
    IN_GERMANY,
    VISA_APPLIED_FOR,
)
from pathways.law.sources import aufenthg, bt, decision, paper
from pathways.law.sources.decisions import (
    OVG_BB_DECLARATION,
    OVG_BB_LOCAL_STAFF,
    OVG_BREMEN_RELIANCE,
)
from pathways.law.sources.papers import PRESS_2022

NORM = aufenthg("22", satz=2)

NO_PUBLIC_ROLE = f.POLITICAL_PROFILE.only("none")

PATHWAY = Pathway(
    id="p22_2",
    title="Aufnahme zur Wahrung politischer Interessen der Bundesrepublik",
    cite=NORM,
    grant=Dated((Edition(Grant.SHALL, Span(date(2005, 1, 1))),)),
    consequence="Ist die Aufnahme erklärt, ist der Titel zu erteilen; auf die Erklärung selbst besteht kein Anspruch.",
    modes=mode_rows("22_2", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        mandatory(
            "p22_2_declaration",
            "Das Bundesministerium des Innern oder die bestimmte Stelle hat die Aufnahme erklärt.",
            cite=NORM,
            holds=f.BMI_DECLARATION.among("declared", "visa_issued"),
            # There is no application procedure; without a public role nobody will propose the person.
            fails_on=f.BMI_DECLARATION.among("refused") | (f.BMI_DECLARATION.among("none") & NO_PUBLIC_ROLE),
            in_extension=Rule(never_no(unless_known(f.BMI_DECLARATION, ~DECLARATION_WITHDRAWN))),
            disputed=(Disputed(DECLARATION_JUSTICIABLE, DECLARATION_WITHDRAWN),),
            remedies=(
                Remedy(
                    "Kein Antrag möglich; Vorschlag über einen Kontakt zum Auswärtigen Amt oder zum "
                    "Bundesinnenministerium.",
                    (bt("21/1353", "Antwort zu 1"),),
                    f.BMI_DECLARATION.among("none", "contact_initiated"),
                ),
                Remedy(
                    "Zurückgenommen, ausgesetzt oder abgelaufen: sofort anwaltlich, Eilantrag beim VG Berlin prüfen.",
                    (decision(OVG_BB_DECLARATION), decision(OVG_BREMEN_RELIANCE)),
                    DECLARATION_WITHDRAWN,
                ),
            ),
            proof=("E-Mail oder Schreiben der Behörde", "Vermerk im Visum"),
            sources=(
                bt("21/1353", "Antworten zu 1, 2"),
                decision(OVG_BB_LOCAL_STAFF),
                decision(OVG_BB_DECLARATION),
                decision(OVG_BREMEN_RELIANCE),
            ),
        ),
        factor(
            "p22_2_political_interest",
            "Wahrung politischer Interessen der Bundesrepublik – allein von der Bundesregierung zu beurteilen.",
            cite=NORM,
            considers=(f.POLITICAL_PROFILE, f.GERMAN_INTEREST),
            speaks=POLITICAL_INTEREST,
            proof=("Lebenslauf", "Veröffentlichungen", "Preise", "Empfehlungsschreiben"),
            sources=(bt("21/1353", "Antwort zu 7, 11–13"),),
        ),
        factor(
            "p22_2_individual_danger",
            "Die Person ist wegen dieses Engagements individuell und besonders gefährdet.",
            cite=bt("21/1353", "Antwort zu 7, 11–13"),
            considers=(f.ACUTE_DANGER_ABROAD, f.POLITICAL_PROFILE),
            speaks=chosen(POLITICAL_INTEREST, "H+2"),
            proof=("Ladungen", "Durchsuchungen", "Strafakten", "Drohungen"),
            sources=(paper(PRESS_2022),),
        ),
        mandatory(
            "p22_2_from_abroad",
            "Die Aufnahme geschieht aus dem Ausland.",
            cite=(NORM,),
            holds=never_no(ABROAD),
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Person ist schon hier: anwaltlich klären; eine Praxis dafür ist nicht bestätigt [UNVERIFIED].",
                    (NORM,),
                    IN_GERMANY,
                ),
                Remedy("Einreise noch nicht beendet: sofort anwaltlich klären.", (NORM,), AT_THE_BORDER),
            ),
            unverified="Praxis für Personen, die schon in Deutschland sind",
        ),
        mandatory(
            "p22_2_family_covered",
            "Wer als Angehörige kommt, ist in der Erklärung genannt; Hauptpersonen werden nicht geprüft.",
            cite=(NORM, aufenthg("29", 3, 1)),
            holds=never_no(f.DECLARATION_ROLE.among("main_person", "relative_named")),
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Um Aufnahme in die Erklärung bitten; sonst Familiennachzug prüfen.",
                    (aufenthg("29", 3, 1), aufenthg("36", 2)),
                    f.DECLARATION_ROLE.among("relative_not_named"),
                ),
            ),
            proof=("Aufnahmeerklärung",),
            sources=(bt("20/5676"),),
        ),
        bar(
            "p22_2_identity_security",
            "Keine Sicherheitsbedenken, die zwingend zur Versagung führen; die Identität wird gesondert geprüft.",
            cite=(aufenthg("5", 1, nr="1a"), aufenthg("5", 4), aufenthg("73")),
            holds=NO_SECURITY_GROUND.holds,
            fails_on=NO_SECURITY_GROUND.fails_on,
            remedies=SECURITY_REMEDIES,
            considers=(f.IDENTITY_CLARIFIED,),
            proof=("Pass", "biometrische Daten"),
        ),
        formal(
            "p22_2_visa",
            "Das Visum ist bei der Auslandsvertretung beantragt.",
            cite=(aufenthg("6", 3), aufenthg("81", 1)),
            holds=VISA_APPLIED_FOR,
            in_extension=NOT_ASKED,
        ),
        extension(
            "p22_2_ext",
            "Die Gründe der Aufnahme bestehen fort; eine neue Erklärung ist nicht nötig.",
            cite=(aufenthg("8", 1), aufenthg("26", 2)),
            holds=never_no(f.TITLE_REASONS_PERSIST.judged),
            remedies=(
                Remedy(
                    "Nach der Einreise schuldet die Ausländerbehörde den Titel, auch wenn das Ministerium sein "
                    "Interesse ohne Begründung fallen lässt; anwaltlich vertreten lassen.",
                    (decision(OVG_BREMEN_RELIANCE),),
                    f.TITLE_REASONS_PERSIST.no,
                ),
            ),
            sources=(decision(OVG_BREMEN_RELIANCE),),
            unverified="ob ein neues Votum des Ministeriums eingeholt wird",
        ),
        CAPACITY,
        APPLICATION,
        *(criterion for criterion in section_5(MAY_WAIVE) if criterion.id != NO_OTHER_INTEREST.id),
        SECURITY,
        NO_BAN,
        asylum_pending(
            never_no(NO_PENDING_ASYLUM | STRICT_CLAIM),
            NEVER,
            Disputed(STRICT_CLAIM_FOR_22_2, ASYLUM_PENDING),
        ),
        SECTION_5_ONLY,
        # § 10 Abs. 3 S. 3: no bar where the person has a strict claim; whether a waiver leaves one is disputed.
        QUALIFIED_REJECTION.but(
            rule=Rule(NO_QUALIFIED_REJECTION.holds | STRICT_CLAIM, NEVER),
            disputed=(
                *QUALIFIED_REJECTION.disputed,
                Disputed(STRICT_CLAIM_FOR_22_2, QUALIFIED_REJECTION_BARS),
            ),
        ),
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
        GROUND_PERSISTS_OR_OPEN,
    ),
)

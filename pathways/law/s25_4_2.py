"""§ 25 Abs. 4 S. 2 AufenthG: extension of a residence permit because leaving would be an extraordinary hardship."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import AS_OF, NEVER, all_of, any_of, never_no, once_known, unless_known
from pathways.engine.criteria import NOT_ASKED, extension, factor, formal, information, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.days import days, years
from pathways.engine.pathway import Cure, Disputed, Grant, Pathway, Remedy, Rule
from pathways.law import facts as f
from pathways.law.bars import (
    NO_BAN,
    NO_PENDING_ASYLUM,
    NO_QUALIFIED_REJECTION,
    QUALIFIED_REJECTION,
    SCOPE,
    SECTION_5_ONLY,
    SECURITY,
    asylum_pending,
)
from pathways.law.disputes import (
    ANY_PERMIT_FOR_25_4_2,
    EXTENDABLE_AFTER_REFUSAL,
    LIMITS_OF_CHANGE,
    SECTION_5_FOR_25_4_2,
)
from pathways.law.indications import EXTRAORDINARY_HARDSHIP, SPECIAL_SITUATION
from pathways.law.modes import mode_rows
from pathways.law.points import CHANGE_LIMITED, chosen
from pathways.law.presence import present_in_germany
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    LAPSE_BY_ASYLUM,
    PENDING_PROCEEDINGS,
    disputed_section_5,
)
from pathways.law.situations import (
    APPLIED_IN_TIME,
    END_CONTESTED,
    PERMIT_SURELY_OVER,
    SCHOOL_OR_EXCHANGE_TITLE,
    TITLE_RUNS,
    TITLE_SURVIVES_ASYLUM,
)
from pathways.law.sources import aufenthg, avwv, decision, paper
from pathways.law.sources.decisions import (
    M7830_EXCEPTIONAL_HARDSHIP,
    OVG_NDS_HARDSHIP,
    OVG_SAARLAND_EXTENSION,
    VG_BRAUNSCHWEIG_INDEPENDENT,
    VGH_BW_PERMIT_TO_EXTEND,
)
from pathways.law.sources.papers import BT_15_420

NORM = aufenthg("25", 4, 2)

# § 104c Abs. 1, 2: such a title can only be "extended" as one of §§ 25a, 25b.
FORMER_CHANCE_PERMIT = f.CURRENT_TITLE_NORM.among("104c")
HUMANITARIAN_TEMPORARY = f.CURRENT_TITLE_NORM.among("25_4_1", "25_4_2")
# Titles that are only ever granted in Germany: a fiction cannot be the continuation of a mere visa.
NEVER_A_VISA = f.CURRENT_TITLE_NORM.among(
    "23a", "25_1", "25_2", "25_3", "25_4_1", "25_4_2", "25_4a_1", "25_4a_3", "25_4b", "25_5", "25a", "25b", "31"
)
FICTION = f.CURRENT_STATUS.among("fiction_81_4", "fiction_ordered_81_4_3")

PERMIT_BY_THE_PAPER = all_of(
    any_of(f.CURRENT_STATUS.among("residence_permit"), FICTION & NEVER_A_VISA),
    any_of(TITLE_RUNS, APPLIED_IN_TIME),
)
EXPIRED_WITHOUT_APPLICATION = f.PERMIT_HISTORY.among("expired_without_application")
# § 85 bridges gaps of up to a year; § 81 Abs. 4 S. 3 itself knows no limit in time (catalogue, section 7 no. 1).
LONG_AGO = f.TITLE_VALID_UNTIL.by(AS_OF - years(1) - days(1))

PERHAPS_CONTESTED = unless_known(f.PERMIT_HISTORY, END_CONTESTED | f.PERMIT_HISTORY.among("valid_or_continuing"))

LATE_APPLICATION = Remedy(
    "Sofort beantragen und unbillige Härte darlegen; eine Unterbrechung bis zu einem Jahr kann unbeachtlich bleiben.",
    (aufenthg("81", 4, 3), aufenthg("85")),
    f.PERMIT_HISTORY.among("expired_late_application", "expired_without_application"),
    span=Span(date(2012, 8, 1), unverified=True),
)
LATE_BEFORE_2012 = Remedy(
    "Vor dem 1.8.2012 ließ ein verspäteter Antrag die Verlängerung wohl nicht wieder aufleben; anwaltlich prüfen.",
    (aufenthg("85"), aufenthg("81", 4, former="in der Fassung bis 31.7.2012", unverified=True)),
    LATE_APPLICATION.when,
    span=Span(None, date(2012, 7, 31), unverified=True),
)
HISTORY_FIRST = Remedy(
    "Klären, ob es je eine Aufenthaltserlaubnis gab und was aus ihr wurde; Duldung oder fehlendes Papier sagen nichts.",
    (NORM, aufenthg("81", 4, 1)),
    f.CURRENT_STATUS.known,
)

PATHWAY = Pathway(
    id="p25_4_2",
    title="Verlängerung wegen außergewöhnlicher Härte",
    cite=NORM,
    grant=Dated((Edition(Grant.MAY, Span(date(2005, 1, 1))),)),
    consequence="Eigener Verlängerungsgrund, abweichend von § 8 Abs. 1 und 2; die Verlängerung steht im Ermessen.",
    modes=mode_rows("25_4_2", "25_unspecified", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        present_in_germany(
            "p25_4_2_in_germany",
            "Die Person ist im Bundesgebiet.",
            norm=NORM,
            cite=aufenthg("25", 4, 2, quote="Verlassen des Bundesgebiets"),
            hint="Eine kurze Reise mit gültigem Titel zählt nicht als Ausland.",
        ),
        mandatory(
            "p25_4_2_existing_permit",
            "Es gibt eine Aufenthaltserlaubnis, die verlängert werden kann (gültig oder kraft Gesetzes fortgeltend).",
            cite=(NORM, aufenthg("81", 4, "1, 3"), aufenthg("4", 1, "2, 3"), aufenthg("85"), aufenthg("104c", 2)),
            holds=f.PERMIT_HISTORY.among("valid_or_continuing") | (PERMIT_BY_THE_PAPER & f.PERMIT_HISTORY.missing),
            fails_on=once_known(f.CURRENT_TITLE_NORM, FORMER_CHANCE_PERMIT)
            | once_known(f.PERMIT_HISTORY, PERMIT_SURELY_OVER | (EXPIRED_WITHOUT_APPLICATION & LONG_AGO)),
            disputed=(
                Disputed(
                    EXTENDABLE_AFTER_REFUSAL,
                    f.PERMIT_HISTORY.among("extension_refused_contested", "shortened_contested"),
                ),
            ),
            remedies=(
                LATE_APPLICATION,
                LATE_BEFORE_2012,
                HISTORY_FIRST,
                Remedy(
                    "Nur als Titel nach § 25a oder § 25b möglich.",
                    (aufenthg("104c", "1, 2"),),
                    FORMER_CHANCE_PERMIT,
                    Cure.FIXED,
                ),
                Remedy(
                    "Ohne Aufenthaltserlaubnis: § 25 Abs. 5, § 23a oder Ermessensduldung prüfen.",
                    (aufenthg("25", 5), aufenthg("23a"), aufenthg("60a", 2, 3)),
                    PERMIT_SURELY_OVER,
                ),
            ),
            proof=("elektronischer Aufenthaltstitel", "Fiktionsbescheinigung", "Antragsbestätigung"),
            sources=(
                decision(VGH_BW_PERMIT_TO_EXTEND),
                decision(M7830_EXCEPTIONAL_HARDSHIP),
                paper(BT_15_420, "S. 80"),
                decision(OVG_SAARLAND_EXTENSION),
            ),
            unverified="die Grenze von einem Jahr nach Ablauf; § 81 Abs. 4 S. 3 nennt keine",
        ),
        mandatory(
            "p25_4_2_any_title",
            "Auch eine Aufenthaltserlaubnis aus einem anderen Abschnitt (Studium, Familie, Arbeit) genügt.",
            cite=aufenthg("25", 4, 2, quote="eine Aufenthaltserlaubnis"),
            holds=never_no(HUMANITARIAN_TEMPORARY),
            in_extension=NOT_ASKED,
            disputed=(
                Disputed(ANY_PERMIT_FOR_25_4_2, f.CURRENT_TITLE_NORM.known & ~HUMANITARIAN_TEMPORARY),
                Disputed(LIMITS_OF_CHANGE, SCHOOL_OR_EXCHANGE_TITLE),
            ),
            speaks=(CHANGE_LIMITED,),
            sources=(paper(BT_15_420, "S. 80"),),
        ),
        mandatory(
            "p25_4_2_extraordinary_hardship",
            "Das Verlassen des Bundesgebiets wäre eine außergewöhnliche Härte (mehr als eine besondere Härte).",
            cite=NORM,
            holds=f.EXCEPTIONAL_HARDSHIP_IF_LEAVING.judged,
            speaks=EXTRAORDINARY_HARDSHIP,
            proof=("ärztliche Berichte", "Schule", "Familie", "Verwurzelung", "Belege erlittener Gewalt"),
            sources=(
                decision(M7830_EXCEPTIONAL_HARDSHIP),
                decision(OVG_NDS_HARDSHIP, "LS 6"),
                avwv("25.4.2", unverified=True),
            ),
        ),
        mandatory(
            "p25_4_2_special_circumstances",
            "Besondere Umstände des Einzelfalls tragen die Härte.",
            cite=NORM,
            holds=f.INDIVIDUAL_SPECIAL_SITUATION.judged,
            speaks=SPECIAL_SITUATION,
            sources=(decision(M7830_EXCEPTIONAL_HARDSHIP),),
        ),
        mandatory(
            "p25_4_2_no_enforceable_bar",
            "Kein Ausschluss allein deshalb, weil erst die Ablehnung die Person ausreisepflichtig gemacht hat.",
            cite=(NORM, aufenthg("84", 1, nr=1)),
            holds=never_no(f.ENFORCEABLY_REQUIRED_TO_LEAVE.no),
            disputed=(Disputed(EXTENDABLE_AFTER_REFUSAL, f.ENFORCEABLY_REQUIRED_TO_LEAVE.yes & PERHAPS_CONTESTED),),
            remedies=(
                Remedy(
                    "Klären, was aus der Aufenthaltserlaubnis geworden ist; ohne sie ist nichts zu verlängern.",
                    (NORM, aufenthg("81", 4, 1)),
                    f.ENFORCEABLY_REQUIRED_TO_LEAVE.yes,
                ),
            ),
            hint="Entscheidend ist der Antrag während der Geltung.",
        ),
        information(
            "p25_4_2_derogation",
            "Der Vermerk „Verlängerung ausgeschlossen“ und der Wegfall des alten Zwecks schaden hier nicht.",
            cite=NORM,
            trigger=f.EXTENSION_EXCLUDED_NOTE.yes,
            proof=("Vermerk im Titel",),
            sources=(aufenthg("8", "1, 2"),),
        ),
        extension(
            "p25_4_2_hard_limit",
            "Die Härtegründe bestehen fort.",
            cite=aufenthg("26", 2),
            holds=f.EXCEPTIONAL_HARDSHIP_IF_LEAVING.judged,
        ),
        factor(
            "p25_4_2_discretion",
            "Ermessen: Dauer und Art des Aufenthalts, Verwurzelung, Kinder, Unterhalt, Straftaten, Mitwirkung.",
            cite=NORM,
            considers=(
                f.CONTINUOUS_STAY_SINCE,
                f.LAWFUL_STAY_SINCE,
                f.FAMILY_IN_GERMANY,
                f.CHILD_AFFECTED,
                f.LIVELIHOOD_SECURED,
                f.CRIMINAL_RECORD,
                f.GERMAN_LEVEL,
                f.EMPLOYMENT,
                f.DECEPTION_OR_REFUSAL_TO_COOPERATE,
            ),
            speaks=chosen(EXTRAORDINARY_HARDSHIP, "E-7", "E-8", "E-9"),
        ),
        formal(
            "p25_4_2_in_time",
            "Der Antrag ist vor Ablauf gestellt und nennt Satz 2.",
            cite=aufenthg("81", 4, "1, 3"),
            holds=APPLIED_IN_TIME | FICTION | f.CURRENT_STATUS.among("residence_permit"),
            considers=(f.APPLICATION_PURPOSES,),
            remedies=(
                LATE_APPLICATION,
                Remedy(
                    "Satz 2 und jeden weiteren Zweck im Antrag nennen.",
                    (aufenthg("81", 4),),
                    f.APPLICATION_PURPOSES.not_among("25_4_2"),
                ),
            ),
            proof=("Eingangsbestätigung",),
            sources=(decision(VG_BRAUNSCHWEIG_INDEPENDENT, "LS 5"),),
        ),
        CAPACITY,
        APPLICATION,
        *disputed_section_5(SECTION_5_FOR_25_4_2),
        SECURITY,
        NO_BAN,
        asylum_pending(never_no(NO_PENDING_ASYLUM | TITLE_SURVIVES_ASYLUM)),
        SECTION_5_ONLY,
        # Matrix 1.0.2: Satz 2 extends a permit; whether the bar of § 10 Abs. 3 S. 2 reaches an extension is open.
        QUALIFIED_REJECTION.but(rule=Rule(NO_QUALIFIED_REJECTION.holds, NEVER), in_extension=None),
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
    ),
)

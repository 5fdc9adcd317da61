"""§ 25 Abs. 4a S. 3 AufenthG: victims of human trafficking after the criminal proceedings."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import any_of, never_no, unless_known
from pathways.engine.criteria import NOT_ASKED, extension, factor, mandatory
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Cure, Disputed, Grant, Pathway, Remedy
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
from pathways.law.disputes import ASYLUM_BARS_FOR_VICTIMS, DISCONTINUED_CASE_FOR_4A3, VICTIM_TEST_FOR_4A3
from pathways.law.indications import REASONS_4A3
from pathways.law.modes import mode_rows
from pathways.law.points import contra
from pathways.law.presence import present_in_germany
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    LAPSE_BY_ASYLUM,
    MUST_WAIVE,
    PENDING_PROCEEDINGS,
    section_5,
)
from pathways.law.situations import (
    CASE_PERHAPS_IN_GERMANY,
    CRIMINAL_CASE_RUNS,
    ENDED_BY_JUDGMENT,
    ILLEGIBLE_NORMS,
    TITLE_SURVIVES_ASYLUM,
)
from pathways.law.sources import aufenthg, decision, paper, rule, wd_fn
from pathways.law.sources.decisions import OVG_BREMEN_VICTIM_PROVEN
from pathways.law.sources.papers import BT_18_4097, KOK
from pathways.law.sources.rules import HAMBURG_VICTIMS

NORM = aufenthg("25", "4a", 3)

VICTIM_PERMIT = f.CURRENT_TITLE_NORM.among("25_4a_1", "25_4a_3")
OTHER_PERMIT = f.CURRENT_TITLE_NORM.not_among("25_4a_1", "25_4a_3", *ILLEGIBLE_NORMS)
PERMIT_ENDED_OR_CONTESTED = f.PERMIT_HISTORY.among(
    "extension_refused_contested",
    "extension_refused_final",
    "shortened_contested",
    "expired_late_application",
    "expired_without_application",
    "lapsed_or_revoked",
)
# A fiction ordered after a late application (§ 81 Abs. 4 S. 3) continues the permit; any other paper may outlive it.
PERMIT_CONTINUES = any_of(
    f.PERMIT_HISTORY.among("valid_or_continuing"),
    f.CURRENT_STATUS.among("fiction_ordered_81_4_3"),
    f.CURRENT_STATUS.among("residence_permit", "fiction_81_4")
    & unless_known(f.PERMIT_HISTORY, ~PERMIT_ENDED_OR_CONTESTED),
)
APPLIED_FOR_SENTENCE_1 = f.APPLICATION_PURPOSES.among("25_4a_1")

ENDED_OTHERWISE = f.CRIMINAL_CASE_STAGE.among("ended_discontinued", "ended_no_suspicion", "prosecution_impossible")
VICTIM_ESTABLISHED = any_of(
    f.VICTIM_EVIDENCE.among("judgment"),
    f.VICTIM_EVIDENCE.among("police_or_prosecutor_assumes_victim") & f.CRIMINAL_CASE_STAGE.among("ended_conviction"),
)

PATHWAY = Pathway(
    id="p25_4a_3",
    title="Opfer von Menschenhandel nach dem Strafverfahren",
    cite=NORM,
    grant=Dated((Edition(Grant.SHOULD, Span(date(2015, 8, 1))),)),
    consequence="Die Aufenthaltserlaubnis soll verlängert werden.",
    modes=mode_rows("25_4a_3", "25_unspecified", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        present_in_germany(
            "p25_4a_3_in_germany",
            "Die Person ist im Bundesgebiet.",
            norm=NORM,
            cite=aufenthg("25", "4a", 3, quote="weitere Anwesenheit"),
        ),
        mandatory(
            "p25_4a_3_previous_title",
            "Es liegt oder lag zuletzt eine Aufenthaltserlaubnis nach Satz 1 oder 3 vor, die verlängert wird.",
            cite=NORM,
            holds=VICTIM_PERMIT & PERMIT_CONTINUES,
            fails_on=any_of(
                f.PERMIT_HISTORY.among("never_held") & unless_known(f.CURRENT_TITLE_NORM, ~VICTIM_PERMIT),
                OTHER_PERMIT,
            )
            & unless_known(f.APPLICATION_PURPOSES, ~APPLIED_FOR_SENTENCE_1),
            remedies=(
                Remedy(
                    "Zuerst die Erlaubnis nach Satz 1; über den Antrag ist noch nicht entschieden.",
                    (aufenthg("25", "4a", 1),),
                    APPLIED_FOR_SENTENCE_1,
                ),
                Remedy(
                    "Sofort beantragen oder Rechtsmittel prüfen; verspätete Anträge mit unbilliger Härte begründen.",
                    (aufenthg("81", 4, 3), aufenthg("84", 1, nr=1)),
                    VICTIM_PERMIT & PERMIT_ENDED_OR_CONTESTED,
                ),
                Remedy(
                    "Paragraf auf Karte und Zusatzblatt lesen; Akteneinsicht nehmen.",
                    (NORM,),
                    f.CURRENT_TITLE_NORM.among(*ILLEGIBLE_NORMS),
                ),
                Remedy(
                    "Karte, Fiktionsbescheinigung und Antrag beschaffen: Was ist aus der Erlaubnis geworden?",
                    (aufenthg("81", 4, 1),),
                    VICTIM_PERMIT,
                ),
            ),
            proof=("elektronischer Aufenthaltstitel",),
            sources=(decision(OVG_BREMEN_VICTIM_PROVEN), paper(BT_18_4097, "S. 41")),
        ),
        mandatory(
            "p25_4a_3_proceedings_ended",
            "Das Strafverfahren ist beendet.",
            cite=NORM,
            holds=never_no(ENDED_BY_JUDGMENT & CASE_PERHAPS_IN_GERMANY),
            in_extension=NOT_ASKED,
            disputed=(Disputed(DISCONTINUED_CASE_FOR_4A3, ENDED_OTHERWISE),),
            remedies=(
                Remedy(
                    "Läuft das Verfahren noch, gilt Satz 1 bis zu seinem Ende.", (NORM,), CRIMINAL_CASE_RUNS, Cure.TIME
                ),
                Remedy(
                    "Stand bei Staatsanwaltschaft und Polizei erfragen.",
                    (NORM,),
                    ~CRIMINAL_CASE_RUNS & ~ENDED_BY_JUDGMENT,
                ),
                Remedy(
                    "Verfahren nur im Ausland: klären, ob ein deutsches läuft oder lief.",
                    (NORM,),
                    ~CASE_PERHAPS_IN_GERMANY,
                ),
            ),
            proof=("Schreiben der Staatsanwaltschaft", "Urteil"),
            sources=(rule(HAMBURG_VICTIMS), paper(KOK)),
        ),
        mandatory(
            "p25_4a_3_reasons",
            "Humanitäre oder persönliche Gründe oder öffentliche Interessen erfordern die weitere Anwesenheit.",
            cite=NORM,
            holds=f.REASONS_REQUIRE_STAY_4A3.judged,
            in_extension=NOT_ASKED,
            speaks=REASONS_4A3,
            considers=(f.STAY_REASONS_AFTER_CASE, f.TESTIMONY_GIVEN, f.TIES_HOME_COUNTRY),
            proof=("Bericht der Fachberatung", "Therapiebericht", "Gefährdungseinschätzung", "Schule", "Arbeit"),
            sources=(wd_fn(28),),
            hint="Die Gründe müssen nicht dringend sein.",
        ),
        mandatory(
            "p25_4a_3_victim_proven",
            "Die Opfereigenschaft ist erwiesen (strenger als in Satz 1).",
            cite=NORM,
            holds=never_no(VICTIM_ESTABLISHED),
            in_extension=NOT_ASKED,
            disputed=(Disputed(VICTIM_TEST_FOR_4A3, f.VICTIM_EVIDENCE.known & ~VICTIM_ESTABLISHED),),
            remedies=(
                Remedy(
                    "Behörde und Gericht stellen die Tatsache selbst fest; Fachberatung und Akten dazu vorlegen.",
                    (decision(OVG_BREMEN_VICTIM_PROVEN),),
                ),
            ),
            proof=("Urteil", "Entscheidung der Staatsanwaltschaft"),
            sources=(decision(OVG_BREMEN_VICTIM_PROVEN),),
        ),
        factor(
            "p25_4a_3_conditions_kept",
            "Der Kontakt bleibt abgebrochen, die Aussage ist gemacht.",
            cite=(aufenthg("25", "4a", 2), aufenthg("52", 5)),
            considers=(f.PERPETRATOR_CONTACT, f.PERPETRATOR_CONTACT_ENDED, f.WILLING_TO_TESTIFY),
            speaks=(
                contra(
                    "Freiwillig erneuerter Kontakt wird auch bei Satz 3 entgegengehalten.",
                    f.PERPETRATOR_CONTACT.among("ongoing_voluntary"),
                    decision(OVG_BREMEN_VICTIM_PROVEN),
                ),
            ),
            sources=(decision(OVG_BREMEN_VICTIM_PROVEN),),
            hint="§ 52 Abs. 5 nennt nur Titel nach Satz 1.",
        ),
        extension(
            "p25_4a_3_ext",
            "Die Gründe bestehen fort oder erfordern weiter die Anwesenheit.",
            cite=(aufenthg("26", 1, 4), aufenthg("26", 2)),
            holds=f.TITLE_REASONS_PERSIST.judged | f.REASONS_REQUIRE_STAY_4A3.judged,
        ),
        CAPACITY,
        APPLICATION,
        *section_5(MUST_WAIVE, visa=MUST_WAIVE),
        SECURITY,
        NO_BAN,
        asylum_pending(never_no(NO_PENDING_ASYLUM | TITLE_SURVIVES_ASYLUM)),
        SECTION_5_ONLY,
        QUALIFIED_REJECTION.but(contested=ASYLUM_BARS_FOR_VICTIMS),
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
    ),
)

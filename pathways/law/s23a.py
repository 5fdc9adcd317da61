"""§ 23a AufenthG: residence in cases of hardship, at the request of the Land's commission."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pathways.engine.conditions import never_no, once_known, unless_known
from pathways.engine.criteria import (
    NOT_ASKED,
    as_a_rule,
    extension,
    factor,
    mandatory,
    step,
)
from pathways.engine.dated import Dated, Edition, Span
from pathways.engine.pathway import Disputed, Grant, Pathway, Remedy
from pathways.law import facts as f
from pathways.law.bars import NO_BAN, QUALIFIED_REJECTION, SCOPE, SECTION_5_ONLY, SECURITY, asylum_pending, derogated
from pathways.law.disputes import FREE_MOVEMENT_AND_TITLES, SECURITY_BAR_FOR_23A
from pathways.law.indications import URGENT_REASONS_23A
from pathways.law.modes import mode_rows
from pathways.law.points import chosen, contra
from pathways.law.presence import present_in_germany
from pathways.law.requirements import (
    APPLICATION,
    BIOMETRICS,
    CAPACITY,
    GROUND_PERSISTS,
    LAPSE_BY_ASYLUM,
    PENDING_PROCEEDINGS,
)
from pathways.law.s23a_land import GROUNDS_OF_LAND_LAW, NEW_FACTS, NO_OTHER_ROUTE
from pathways.law.situations import COMMISSION_REQUESTED, IN_GERMANY, PERHAPS_FREE_MOVEMENT
from pathways.law.sources import aufenthg, avwv, decision, hfkvo_nrw, nhaertekvo, paper, wd_fn
from pathways.law.sources.decisions import OVG_NRW_OFFENCES, VGH_BW_HARDSHIP_EXTENSION
from pathways.law.sources.papers import WD_2015

NORM = aufenthg("23a", 1, 1)
URGENT = aufenthg("23a", 2, 4)
REQUEST = aufenthg("23a", 2)

PATHWAY = Pathway(
    id="p23a",
    title="Aufenthaltsgewährung in Härtefällen",
    cite=NORM,
    grant=Dated((Edition(Grant.MAY_ORDER, Span(date(2005, 1, 1))),)),
    consequence="Gnadenakt allein im öffentlichen Interesse; eigene Rechte der Person begründet er nicht.",
    modes=mode_rows("23a", "old_law"),
    title_norm=f.CURRENT_TITLE_NORM,
    criteria=(
        SCOPE,
        present_in_germany(
            "p23a_in_germany",
            "Die Person ist im Bundesgebiet.",
            norm=NORM,
            cite=(NORM, aufenthg("23a", 2, 4, quote="weitere Anwesenheit")),
            sources=(avwv("23a.0.1"),),
        ),
        mandatory(
            "p23a_enforceable",
            "Die Person ist vollziehbar ausreisepflichtig.",
            cite=(NORM, aufenthg("58", 2)),
            holds=f.ENFORCEABLY_REQUIRED_TO_LEAVE.yes,
            fails_on=f.ENFORCEABLY_REQUIRED_TO_LEAVE.no & ~PERHAPS_FREE_MOVEMENT,
            in_extension=NOT_ASKED,
            disputed=(Disputed(FREE_MOVEMENT_AND_TITLES, f.ENFORCEABLY_REQUIRED_TO_LEAVE.no & PERHAPS_FREE_MOVEMENT),),
            remedies=(
                Remedy(
                    "Erst wenn ein Titel oder eine Gestattung endet, kommt die Kommission in Betracht.",
                    (aufenthg("58", 2),),
                    f.ENFORCEABLY_REQUIRED_TO_LEAVE.no,
                ),
            ),
            proof=("Duldung", "Grenzübertrittsbescheinigung", "Bescheide"),
            sources=(avwv("23a.0.1"), aufenthg("60a", 3)),
            hint="Eine Duldung genügt; sie beseitigt die Ausreisepflicht nicht.",
        ),
        NO_OTHER_ROUTE,
        mandatory(
            "p23a_urgent_reasons",
            "Dringende humanitäre oder persönliche Gründe rechtfertigen die weitere Anwesenheit.",
            cite=URGENT,
            holds=never_no(COMMISSION_REQUESTED | f.URGENT_REASONS_23A.judged),
            in_extension=NOT_ASKED,
            speaks=(
                *URGENT_REASONS_23A,
                contra(
                    "Die beratende Person verneint dringende Gründe; festzustellen hat sie die Kommission.",
                    f.URGENT_REASONS_23A.no & unless_known(f.HFK_STAGE, ~COMMISSION_REQUESTED),
                    URGENT,
                ),
            ),
            remedies=(
                Remedy(
                    "Ob dringende Gründe vorliegen, stellt die Kommission fest; Eingabe bleibt möglich.",
                    (URGENT,),
                    f.URGENT_REASONS_23A.no,
                ),
            ),
            considers=(f.ROOTS_IN_GERMANY, f.TIES_HOME_COUNTRY),
            proof=("Lebenslauf", "Schule", "Arbeit", "Unterstützungsschreiben", "ärztliche Berichte"),
            sources=(wd_fn(16), avwv("23a.0.1")),
            hint="Weder eine Sondersituation (§ 22) noch außergewöhnliche Härte (§ 25 Abs. 4 S. 2) wird verlangt.",
        ),
        step(
            "p23a_request",
            "Die Härtefallkommission ersucht um den Aufenthalt.",
            cite=(NORM, REQUEST),
            done=COMMISSION_REQUESTED,
            fails_on=f.HFK_STAGE.among("rejected_by_hfk") & f.HFK_NEW_FACTS.no,
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Eingabe vorbereiten und vor einem Rückführungstermin einreichen; eine gut vorbereitete genügt.",
                    (REQUEST,),
                    f.HFK_STAGE.not_among("request_made", "order_issued", "order_refused", "rejected_by_hfk"),
                ),
                replace(NEW_FACTS, when=f.HFK_STAGE.among("rejected_by_hfk", "not_accepted")),
            ),
            proof=("Schreiben der Kommission",),
            sources=(wd_fn(17),),
            hint="Das Ersuchen ist ein eigener Akt der Kommission; wer sich an sie wenden darf, regelt das Land.",
        ),
        step(
            "p23a_order",
            "Die oberste Landesbehörde oder die beauftragte Stelle ordnet den Aufenthalt an.",
            cite=(NORM, aufenthg("23a", 2, 1)),
            done=f.HFK_STAGE.among("order_issued"),
            fails_on=f.HFK_STAGE.among("order_refused", "rejected_by_hfk") & f.HFK_NEW_FACTS.no,
            in_extension=NOT_ASKED,
            remedies=(
                Remedy(
                    "Die Anordnung folgt dem Ersuchen; sie kann nicht eingeklagt werden.",
                    (aufenthg("23a", 1, 4),),
                    f.HFK_STAGE.not_among("order_issued"),
                ),
            ),
            proof=("Anordnung",),
            sources=(wd_fn(18),),
        ),
        as_a_rule(
            "p23a_serious_crime",
            "In der Regel ausgeschlossen bei Straftaten von erheblichem Gewicht.",
            cite=aufenthg("23a", 1, 3, alt=1),
            no_hit=f.OFFENCE_WEIGHT.among("not_considerable")
            | f.CRIMINAL_RECORD.among("none", "minor_fine", "youth_measure"),
            hit=once_known(f.OFFENCE_WEIGHT, f.OFFENCE_WEIGHT.among("considerable")),
            in_extension=NOT_ASKED,
            speaks=chosen(URGENT_REASONS_23A, "F-1"),
            remedies=(
                Remedy(
                    "Ausnahme von der Regel begründen (Zeitablauf, Prognose, Therapie).",
                    (aufenthg("23a", 1, 3, alt=1),),
                    f.OFFENCE_WEIGHT.among("considerable"),
                ),
            ),
            proof=("Registerauszug", "Prognose", "Therapiebericht"),
            sources=(hfkvo_nrw("5", 2), decision(OVG_NRW_OFFENCES)),
        ),
        as_a_rule(
            "p23a_date_fixed",
            "In der Regel ausgeschlossen, wenn ein Rückführungstermin konkret feststeht.",
            cite=aufenthg("23a", 1, 3, alt=2),
            no_hit=f.REMOVAL_STAGE.among("none", "threat_only", "preparation"),
            hit=f.REMOVAL_STAGE.among("date_fixed"),
            in_extension=NOT_ASKED,
            speaks=chosen(URGENT_REASONS_23A, "F-2"),
            remedies=(
                Remedy(
                    "Sofort handeln und eine Ausnahme von der Regel begründen.",
                    (aufenthg("23a", 1, 3, alt=2),),
                    f.REMOVAL_STAGE.among("date_fixed"),
                ),
                Remedy(
                    "In Haft: Der Termin wird nicht angekündigt; sofort anwaltlich.",
                    (aufenthg("59", 1, 8),),
                    f.REMOVAL_STAGE.among("detention"),
                ),
            ),
            proof=("Flugbuchung", "Haftbeschluss"),
            sources=(paper(WD_2015), nhaertekvo("5")),
            span=Span(date(2015, 10, 24)),
        ),
        factor(
            "p23a_subsistence",
            "Lebensunterhalt oder Verpflichtungserklärung können bei der Anordnung berücksichtigt werden.",
            cite=(aufenthg("23a", 1, 2), aufenthg("23a", 2, 1)),
            considers=(f.LIVELIHOOD_SECURED, f.SPONSOR_DECLARATION, f.EMPLOYMENT),
            speaks=chosen(URGENT_REASONS_23A, "F+8", "F-5"),
            proof=("Arbeitsvertrag", "Stellenangebot"),
        ),
        factor(
            "p23a_integration",
            "Integrationsleistungen als Gesichtspunkt der Gewichtung.",
            cite=URGENT,
            considers=(f.CONTINUOUS_STAY_SINCE, f.GERMAN_LEVEL, f.EMPLOYMENT, f.SCHOOL_OR_TRAINING),
            speaks=chosen(URGENT_REASONS_23A, "F+1", "F+2", "F+3"),
            proof=("Zertifikate", "Zeugnisse"),
            sources=(wd_fn(16),),
        ),
        *GROUNDS_OF_LAND_LAW,
        extension(
            "p23a_ext",
            "Die Gründe bestehen fort; auch die Verlängerung liegt allein im öffentlichen Interesse.",
            cite=(aufenthg("23a", 1, 4), aufenthg("26", 2)),
            holds=f.TITLE_REASONS_PERSIST.judged,
            proof=("Arbeitsvertrag", "Belege, dass die Auflagen der Anordnung eingehalten sind"),
            sources=(decision(VGH_BW_HARDSHIP_EXTENSION),),
        ),
        CAPACITY,
        APPLICATION,
        SECURITY.but(contested=SECURITY_BAR_FOR_23A),
        derogated(NO_BAN),
        derogated(asylum_pending(IN_GERMANY)),
        SECTION_5_ONLY,
        derogated(QUALIFIED_REJECTION),
        PENDING_PROCEEDINGS,
        BIOMETRICS,
        LAPSE_BY_ASYLUM,
        GROUND_PERSISTS,
    ),
)

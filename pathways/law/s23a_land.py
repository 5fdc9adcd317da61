"""Grounds of Land law against dealing with a hardship case under § 23a AufenthG; they never exclude."""

from __future__ import annotations

from pathways.engine.conditions import unless_known
from pathways.engine.criteria import NOT_ASKED, land_ground
from pathways.engine.pathway import Remedy
from pathways.law import facts as f
from pathways.law.indications import URGENT_REASONS_23A
from pathways.law.laender.profile import laender_with
from pathways.law.points import chosen, contra
from pathways.law.sources import aufenthg, hfkvo_nrw, rule, wd
from pathways.law.sources.rules import HFK_NI_DRAFT, HFK_SH, HFK_SL

# The commission has taken the case up: grounds of Land law against dealing with it are behind us.
TAKEN_UP = f.HFK_STAGE.among("request_made", "order_issued")
FAILED_BEFORE = (
    f.HFK_EARLIER_RESULT.among("not_accepted", "rejected_by_hfk", "order_refused")
    | f.HFK_STAGE.among("rejected_by_hfk", "order_refused")
    | f.HFK_STATE_EXCLUSION.among("previous_case")
)
OTHER_GROUND = f.HFK_STATE_EXCLUSION.among(
    "min_stay_not_met", "removal_date_fixed", "time_limit_missed", "date_passed", "other"
)
# Which Länder leave cases of a transfer to another state alone is said in their profiles.
TRANSFER_IN_SUCH_A_LAND = f.TRANSFER_TO_OTHER_STATE.yes & f.FEDERAL_STATE.among(
    *laender_with(f.TRANSFER_TO_OTHER_STATE.id)
)

NEW_FACTS = Remedy(
    "Erneute Befassung nur mit neuen Tatsachen; auch ein anderes Mitglied kann den Fall aufgreifen (Landesrecht).",
    (hfkvo_nrw("5", 4),),
)

NO_OTHER_ROUTE = land_ground(
    "p23a_no_other_route",
    "Kein anderer Titel ist erreichbar (Ultima Ratio; teils Landesrecht).",
    cite=(aufenthg("23a", 2, 1), hfkvo_nrw("5", 2)),
    no_hit=f.HFK_STATE_EXCLUSION.not_among("other_title_reachable") | TAKEN_UP,
    in_extension=NOT_ASKED,
    speaks=chosen(URGENT_REASONS_23A, "F-6"),
    remedies=(
        Remedy(
            "Den anderen Titel zuerst beantragen oder darlegen, warum er nicht reicht.",
            (hfkvo_nrw("5", 2),),
            f.HFK_STATE_EXCLUSION.among("other_title_reachable"),
        ),
    ),
    sources=(wd(1),),
)

GROUNDS_OF_LAND_LAW = (
    land_ground(
        "p23a_cooperation",
        "Mitwirkung an der Klärung der Identität (Landesrecht und Praxis).",
        cite=aufenthg("60b", 3),
        no_hit=(f.DECEPTION_OR_REFUSAL_TO_COOPERATE.no & f.HFK_STATE_EXCLUSION.not_among("noncooperation_identity"))
        | TAKEN_UP,
        in_extension=NOT_ASKED,
        speaks=(
            *chosen(URGENT_REASONS_23A, "F-3"),
            contra(
                "Das Land nimmt den Fall wegen fehlender Mitwirkung an der Identitätsklärung nicht an.",
                f.HFK_STATE_EXCLUSION.among("noncooperation_identity"),
                rule(HFK_NI_DRAFT),
            ),
        ),
        remedies=(Remedy("Mitwirkung nachholen und jeden Schritt belegen.", (aufenthg("60b", 3),)),),
        proof=("Belege der Bemühungen",),
        sources=(rule(HFK_NI_DRAFT),),
    ),
    land_ground(
        "p23a_address",
        "Die Person ist erreichbar, nicht untergetaucht und nicht zur Fahndung ausgeschrieben.",
        cite=hfkvo_nrw("5", 2),
        no_hit=f.HFK_STATE_EXCLUSION.not_among("not_registered_or_hiding") | TAKEN_UP,
        in_extension=NOT_ASKED,
        speaks=chosen(URGENT_REASONS_23A, "F-7"),
        remedies=(
            Remedy(
                "Anmeldung und Erreichbarkeit herstellen.",
                (hfkvo_nrw("5", 2),),
                f.HFK_STATE_EXCLUSION.among("not_registered_or_hiding"),
            ),
        ),
        proof=("Meldebescheinigung",),
    ),
    land_ground(
        "p23a_previous",
        "Keine frühere erfolglose Eingabe, oder es gibt neue Tatsachen.",
        cite=hfkvo_nrw("5", 4),
        no_hit=~(FAILED_BEFORE & ~f.HFK_NEW_FACTS.yes) | TAKEN_UP,
        in_extension=NOT_ASKED,
        speaks=(
            contra(
                "Schon einmal erfolglos und nichts Neues.",
                FAILED_BEFORE & unless_known(f.HFK_NEW_FACTS, f.HFK_NEW_FACTS.no),
                hfkvo_nrw("5", 4),
                rule(HFK_SL),
            ),
        ),
        remedies=(NEW_FACTS,),
        sources=(rule(HFK_SL), rule(HFK_SH)),
    ),
    land_ground(
        "p23a_state_exclusion",
        "Kein weiterer Nichtannahmegrund des Landesrechts greift.",
        cite=aufenthg("23a", 2, 1),
        no_hit=~(OTHER_GROUND | TRANSFER_IN_SUCH_A_LAND) | TAKEN_UP,
        in_extension=NOT_ASKED,
        speaks=(
            *chosen(URGENT_REASONS_23A, "F-9", "F-10"),
            contra(
                "Ein Nichtannahmegrund des Landes greift; prüfen, ob er zwingend ist, nur „soll“ oder Praxis.",
                OTHER_GROUND,
                aufenthg("23a", 2, 1),
            ),
        ),
        remedies=(Remedy("Regeln des Landes und ihren Stand nachlesen; Ausnahme begründen.", (aufenthg("23a", 2),)),),
        sources=(rule(HFK_SH),),
    ),
)

"""Section H: the hardship commission (§ 23a AufenthG)."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, SomeOf, YesNo

HFK_STAGE = OneOf(
    id="hfk_stage",
    section="H",
    label="hfk_stage",
    label_en="hfk_stage",
    ask="Gibt es jetzt eine Eingabe bei der Härtefallkommission? In welchem Stadium?",
    ask_en="Is there a petition to the hardship commission now? At which stage?",
    burden=1,
    note=(
        "The present petition only; earlier ones: hfk_earlier_result. filed_not_accepted: filed, acceptance "
        "not yet decided; not_accepted: the commission declined to take it up. Old files may use "
        "filed_not_accepted for both."
    ),
    choices=(
        Choice("none", "none", "none"),
        Choice("planned", "planned", "planned"),
        Choice("filed_not_accepted", "filed_not_accepted", "filed_not_accepted"),
        Choice("accepted_pending", "accepted_pending", "accepted_pending"),
        Choice("request_made", "request_made", "request_made"),
        Choice("rejected_by_hfk", "rejected_by_hfk", "rejected_by_hfk"),
        Choice("order_refused", "order_refused", "order_refused"),
        Choice("order_issued", "order_issued", "order_issued"),
        Choice("not_accepted", "not_accepted", "not_accepted"),
    ),
)

HFK_EARLIER_RESULT = SomeOf(
    id="hfk_earlier_result",
    section="H",
    label="hfk_earlier_result",
    label_en="hfk_earlier_result",
    ask="Gab es früher schon eine Eingabe – und wie ging sie aus?",
    ask_en="Was there an earlier petition, and how did it end?",
    burden=2,
    choices=(
        Choice("none", "none", "none"),
        Choice("not_accepted", "not_accepted", "not_accepted"),
        Choice("rejected_by_hfk", "rejected_by_hfk", "rejected_by_hfk"),
        Choice("order_refused", "order_refused", "order_refused"),
    ),
)

HFK_NEW_FACTS = YesNo(
    id="hfk_new_facts",
    section="H",
    label="hfk_new_facts",
    label_en="hfk_new_facts",
    ask="Gibt es neue Tatsachen seit der letzten Ablehnung?",
    ask_en="Are there new facts since the last rejection?",
    burden=1,
)

HFK_STATE_EXCLUSION = SomeOf(
    id="hfk_state_exclusion",
    section="H",
    label="hfk_state_exclusion",
    label_en="hfk_state_exclusion",
    ask=(
        "Greift ein Ausschluss der Landesregelung (Mindestaufenthalt, Fahndung, anderer Titel erreichbar, "
        "keine Mitwirkung …)?"
    ),
    ask_en=(
        "Does a rule of the federal state stand against the petition (minimum stay, wanted, other permit "
        "reachable, no cooperation …)?"
    ),
    burden=1,
    note="date_passed: old value, accepted as “removal_date_fixed or time_limit_missed, not known which”.",
    choices=(
        Choice("none", "none", "none"),
        Choice("not_registered_or_hiding", "not_registered_or_hiding", "not_registered_or_hiding"),
        Choice("other_title_reachable", "other_title_reachable", "other_title_reachable"),
        Choice("min_stay_not_met", "min_stay_not_met", "min_stay_not_met"),
        Choice("noncooperation_identity", "noncooperation_identity", "noncooperation_identity"),
        Choice("previous_case", "previous_case", "previous_case"),
        Choice("date_passed", "date_passed", "date_passed"),
        Choice("other", "other", "other"),
        Choice("removal_date_fixed", "removal_date_fixed", "removal_date_fixed"),
        Choice("time_limit_missed", "time_limit_missed", "time_limit_missed"),
    ),
)

URGENT_REASONS_23A = YesNo(
    id="urgent_reasons_23a",
    section="H",
    label="urgent_reasons_23a",
    label_en="urgent_reasons_23a",
    ask="Sprechen dringende humanitäre oder persönliche Gründe für den weiteren Aufenthalt?",
    ask_en="Do urgent humanitarian or personal reasons speak for a further stay?",
    burden=1,
    judgement=True,
)

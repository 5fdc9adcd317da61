"""Section H: the hardship commission (§ 23a AufenthG)."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, SomeOf, YesNo

HFK_STAGE = OneOf(
    id="hfk_stage",
    section="H",
    label="Stand der Härtefalleingabe",
    label_en="Stage of the hardship petition",
    ask="Gibt es jetzt eine Eingabe bei der Härtefallkommission? In welchem Stadium?",
    ask_en="Is there a petition to the hardship commission now? At which stage?",
    burden=1,
    note=(
        "The present petition only; earlier ones: hfk_earlier_result. filed_not_accepted: filed, acceptance not yet "
        "decided; not_accepted: the commission declined to take it up. Old files may use filed_not_accepted for both."
    ),
    note_de="Nur die jetzige Eingabe; frühere werden eigens gefragt.",
    note_en="The present petition only; earlier ones are asked about separately.",
    choices=(
        Choice("none", "keine Eingabe", "no petition"),
        Choice("planned", "geplant", "planned"),
        Choice("filed_not_accepted", "eingereicht, Annahme noch offen", "filed, acceptance not yet decided"),
        Choice("accepted_pending", "angenommen, Beratung läuft", "accepted, under deliberation"),
        Choice("request_made", "Härtefallersuchen gestellt", "request made by the commission"),
        Choice("rejected_by_hfk", "von der Kommission abgelehnt", "rejected by the commission"),
        Choice("order_refused", "Ersuchen gestellt, Anordnung abgelehnt", "request made, order refused"),
        Choice("order_issued", "Anordnung ergangen", "order issued"),
        Choice("not_accepted", "nicht zur Beratung angenommen", "not taken up by the commission"),
    ),
)

HFK_EARLIER_RESULT = SomeOf(
    id="hfk_earlier_result",
    section="H",
    label="Ergebnis früherer Härtefalleingaben",
    label_en="Result of earlier hardship petitions",
    ask="Gab es früher schon eine Eingabe – und wie ging sie aus?",
    ask_en="Was there an earlier petition, and how did it end?",
    burden=2,
    choices=(
        Choice("none", "keine frühere Eingabe", "no earlier petition"),
        Choice("not_accepted", "nicht zur Beratung angenommen", "not taken up by the commission"),
        Choice("rejected_by_hfk", "von der Kommission abgelehnt", "rejected by the commission"),
        Choice("order_refused", "Anordnung abgelehnt", "order refused"),
    ),
)

HFK_NEW_FACTS = YesNo(
    id="hfk_new_facts",
    section="H",
    label="Neue Tatsachen seit der letzten Ablehnung",
    label_en="New facts since the last rejection",
    ask="Gibt es neue Tatsachen seit der letzten Ablehnung?",
    ask_en="Are there new facts since the last rejection?",
    burden=1,
)

HFK_STATE_EXCLUSION = SomeOf(
    id="hfk_state_exclusion",
    section="H",
    label="Hindernisse nach Landesrecht",
    label_en="Obstacles under the law of the federal state",
    ask=(
        "Greift ein Ausschluss der Landesregelung (Mindestaufenthalt, Fahndung, anderer Titel erreichbar, keine "
        "Mitwirkung …)?"
    ),
    ask_en=(
        "Does a rule of the federal state stand against the petition (minimum stay, wanted, other permit reachable, no "
        "cooperation …)?"
    ),
    burden=1,
    note="date_passed: old value, accepted as “removal_date_fixed or time_limit_missed, not known which”.",
    note_de="„Termin oder Frist“ ist eine ältere Angabe: welches von beiden, ist nicht bekannt.",
    note_en="“Date or time limit” is an older answer: which of the two is not known.",
    choices=(
        Choice("none", "keine", "none"),
        Choice(
            "not_registered_or_hiding", "nicht erreichbar oder zur Fahndung ausgeschrieben", "not reachable or wanted"
        ),
        Choice("other_title_reachable", "anderer Titel erreichbar", "another permit within reach"),
        Choice("min_stay_not_met", "Mindestaufenthalt nicht erfüllt", "minimum stay not met"),
        Choice("noncooperation_identity", "fehlende Mitwirkung an der Identitätsklärung", "no cooperation on identity"),
        Choice(
            "previous_case", "Fall war schon Gegenstand einer Eingabe", "case was already the subject of a petition"
        ),
        Choice("date_passed", "Termin oder Frist, welches ist nicht bekannt", "date or time limit, not known which"),
        Choice("other", "anderes Hindernis", "another obstacle"),
        Choice("removal_date_fixed", "Rückführungstermin steht fest", "removal date fixed"),
        Choice("time_limit_missed", "Frist der Landesregelung versäumt", "time limit of the state rules missed"),
    ),
)

URGENT_REASONS_23A = YesNo(
    id="urgent_reasons_23a",
    section="H",
    label="Dringende humanitäre oder persönliche Gründe (§ 23a)",
    label_en="Urgent humanitarian or personal reasons (§ 23a)",
    ask="Sprechen dringende humanitäre oder persönliche Gründe für den weiteren Aufenthalt?",
    ask_en="Do urgent humanitarian or personal reasons speak for a further stay?",
    burden=1,
    judgement=True,
)

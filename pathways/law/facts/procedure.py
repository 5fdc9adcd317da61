"""Section B, second part: decisions, remedies, removal and Duldung."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

DECISION_KIND = OneOf(
    id="decision_kind",
    section="B",
    label="decision_kind",
    label_en="decision_kind",
    ask="Welcher Bescheid ist zuletzt gekommen?",
    ask_en="Which decision came last?",
    burden=1,
    choices=(
        Choice("none", "none", "none"),
        Choice("abh_refusal_title", "abh_refusal_title", "abh_refusal_title"),
        Choice("abh_revocation_or_expulsion", "abh_revocation_or_expulsion", "abh_revocation_or_expulsion"),
        Choice("mission_visa_refusal", "mission_visa_refusal", "mission_visa_refusal"),
        Choice("bamf_simple", "bamf_simple", "bamf_simple"),
        Choice("bamf_o_u_or_inadmissible", "bamf_o_u_or_inadmissible", "bamf_o_u_or_inadmissible"),
        Choice("bamf_transfer", "bamf_transfer", "bamf_transfer"),
        Choice("removal_order_58a", "removal_order_58a", "removal_order_58a"),
        Choice("sponsor_recovery", "sponsor_recovery", "sponsor_recovery"),
        Choice("benefits", "benefits", "benefits"),
        Choice("hfk_or_ministry", "hfk_or_ministry", "hfk_or_ministry"),
    ),
)

DECISION_SERVED_ON = Day(
    id="decision_served_on",
    section="B",
    label="decision_served_on",
    label_en="decision_served_on",
    ask="Wann ist dieser Bescheid zugegangen (Umschlag aufheben)?",
    ask_en="When was this decision delivered (keep the envelope)?",
)

REMEDY_INSTRUCTION = OneOf(
    id="remedy_instruction",
    section="B",
    label="remedy_instruction",
    label_en="remedy_instruction",
    ask="Steht im Bescheid eine Rechtsbehelfsbelehrung, und stimmt sie?",
    ask_en="Does the decision contain instructions on legal remedies, and are they correct?",
    choices=(
        Choice("correct", "correct", "correct"),
        Choice("missing", "missing", "missing"),
        Choice("wrong", "wrong", "wrong"),
    ),
)

REMEDY_FILED = SomeOf(
    id="remedy_filed",
    section="B",
    label="remedy_filed",
    label_en="remedy_filed",
    ask="Was wurde schon eingelegt?",
    ask_en="Which remedy has been filed already?",
    choices=(
        Choice("none", "none", "none"),
        Choice("objection", "objection", "objection"),
        Choice("suit", "suit", "suit"),
        Choice("interim_80_5", "interim_80_5", "interim_80_5"),
        Choice("interim_123", "interim_123", "interim_123"),
    ),
)

COURT_PROTECTION = OneOf(
    id="court_protection",
    section="B",
    label="court_protection",
    label_en="court_protection",
    ask="Läuft ein Gerichtsverfahren? Gibt es einen Eilbeschluss oder hat die Klage aufschiebende Wirkung?",
    ask_en="Is there a court case? Any interim order, or does the suit suspend the decision?",
    note="interim_granted: coarse answer, kind of order not known; open for 1.0.4.",
    choices=(
        Choice("none", "none", "none"),
        Choice("suit_without_suspension", "suit_without_suspension", "suit_without_suspension"),
        Choice("interim_pending", "interim_pending", "interim_pending"),
        Choice("interim_granted", "interim_granted", "interim_granted"),
        Choice("suspensive_by_law", "suspensive_by_law", "suspensive_by_law"),
        Choice("interim_granted_80_5", "interim_granted_80_5", "interim_granted_80_5"),
        Choice("interim_granted_123", "interim_granted_123", "interim_granted_123"),
        Choice("hanging_order", "hanging_order", "hanging_order"),
    ),
)

DEPARTURE_DEADLINE = Day(
    id="departure_deadline",
    section="B",
    label="departure_deadline",
    label_en="departure_deadline",
    ask="Welche Frist zur Ausreise ist gesetzt?",
    ask_en="Which deadline for leaving has been set?",
    burden=1,
)

REMOVAL_STAGE = OneOf(
    id="removal_stage",
    section="B",
    label="removal_stage",
    label_en="removal_stage",
    ask=(
        "Wie weit ist eine Abschiebung – nur angedroht, vorbereitet (Untersuchung, Flug), fester Termin, "
        "Haft?"
    ),
    ask_en="How far is a removal: threatened, prepared, date fixed, detention?",
    burden=2,
    choices=(
        Choice("none", "none", "none"),
        Choice("threat_only", "threat_only", "threat_only"),
        Choice("preparation", "preparation", "preparation"),
        Choice("date_fixed", "date_fixed", "date_fixed"),
        Choice("detention", "detention", "detention"),
    ),
)

TRANSFER_TO_OTHER_STATE = YesNo(
    id="transfer_to_other_state",
    section="B",
    label="transfer_to_other_state",
    label_en="transfer_to_other_state",
    ask="Läuft ein Überstellungsverfahren in einen anderen EU-Staat?",
    ask_en="Is a transfer to another EU state under way?",
    burden=1,
)

DULDUNG_SINCE = Day(
    id="duldung_since",
    section="B",
    label="duldung_since",
    label_en="duldung_since",
    ask="Seit wann hat die Person (ununterbrochen) eine Duldung?",
    ask_en="Since when has the person had a Duldung (without a break)?",
)

DULDUNG_TYPE = OneOf(
    id="duldung_type",
    section="B",
    label="duldung_type",
    label_en="duldung_type",
    ask=(
        "Was steht auf der Duldung – „Identität ungeklärt“ (§ 60b), Ausbildung (§ 60c), Beschäftigung (§ "
        "60d), sonst?"
    ),
    ask_en="What is written on the Duldung: identity unclear (§ 60b), training, employment, other?",
    choices=(
        Choice("60a_impossible", "60a_impossible", "60a_impossible"),
        Choice("60a_discretionary", "60a_discretionary", "60a_discretionary"),
        Choice("60b", "60b", "60b"),
        Choice("60c", "60c", "60c"),
        Choice("60d", "60d", "60d"),
    ),
)

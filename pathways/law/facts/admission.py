"""Section G: admission from abroad and the orders of the federal states."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, SomeOf, YesNo

BMI_DECLARATION = OneOf(
    id="bmi_declaration",
    section="G",
    label="bmi_declaration",
    label_en="bmi_declaration",
    ask=(
        "Gibt es eine Aufnahmeerklärung des BMI? Wurde sie bestätigt, ausgesetzt, abgelehnt, zurückgenommen, "
        "ist sie abgelaufen?"
    ),
    ask_en=(
        "Is there a declaration of admission of the Federal Ministry of the Interior? Confirmed, withdrawn, "
        "expired?"
    ),
    burden=1,
    choices=(
        Choice("none", "none", "none"),
        Choice("contact_initiated", "contact_initiated", "contact_initiated"),
        Choice("declared", "declared", "declared"),
        Choice(
            "declared_lapsed_or_withdrawn", "declared_lapsed_or_withdrawn", "declared_lapsed_or_withdrawn"
        ),
        Choice("visa_issued", "visa_issued", "visa_issued"),
        Choice("suspended", "suspended", "suspended"),
        Choice("refused", "refused", "refused"),
    ),
)

DECLARATION_ROLE = OneOf(
    id="declaration_role",
    section="G",
    label="declaration_role",
    label_en="declaration_role",
    ask="Ist die Person selbst gemeint oder Angehörige – und nennt die Erklärung sie?",
    ask_en="Is the person meant personally, or as a relative – and does the declaration name the person?",
    choices=(
        Choice("main_person", "main_person", "main_person"),
        Choice("relative_named", "relative_named", "relative_named"),
        Choice("relative_not_named", "relative_not_named", "relative_not_named"),
    ),
)

POLITICAL_PROFILE = SomeOf(
    id="political_profile",
    section="G",
    label="political_profile",
    label_en="political_profile",
    ask="Ist die Person öffentlich in Erscheinung getreten (Menschenrechte, Opposition, Medien, NGO)?",
    ask_en="Has the person been publicly active (human rights, opposition, media, NGO)?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("human_rights_defender", "human_rights_defender", "human_rights_defender"),
        Choice("opposition", "opposition", "opposition"),
        Choice("journalist_media", "journalist_media", "journalist_media"),
        Choice("academic", "academic", "academic"),
        Choice("ngo", "ngo", "ngo"),
        Choice("culture", "culture", "culture"),
        Choice("former_local_staff", "former_local_staff", "former_local_staff"),
        Choice("lgbtiq_activist", "lgbtiq_activist", "lgbtiq_activist"),
        Choice("other_public_interest", "other_public_interest", "other_public_interest"),
        Choice("none", "none", "none"),
    ),
)

GERMAN_INTEREST = YesNo(
    id="german_interest",
    section="G",
    label="german_interest",
    label_en="german_interest",
    ask=(
        "Gibt es einen greifbaren Bezug zu deutschen politischen Interessen (Zusammenarbeit, Mandat, "
        "öffentliche Rolle)?"
    ),
    ask_en="Is there a tangible link to German political interests (cooperation, office, public role)?",
    judgement=True,
)

STATE_ORDER_MATCH = OneOf(
    id="state_order_match",
    section="G",
    label="state_order_match",
    label_en="state_order_match",
    ask="Gibt es in dem Bundesland eine Aufnahmeanordnung für diese Gruppe, und passen die Voraussetzungen?",
    ask_en="Is there an admission order of the federal state for this group, and are its conditions met?",
    choices=(
        Choice("no_order", "no_order", "no_order"),
        Choice("order_expired", "order_expired", "order_expired"),
        Choice(
            "order_exists_conditions_open", "order_exists_conditions_open", "order_exists_conditions_open"
        ),
        Choice("all_conditions", "all_conditions", "all_conditions"),
        Choice(
            "order_exists_condition_failed", "order_exists_condition_failed", "order_exists_condition_failed"
        ),
        Choice("federal_consent_refused", "federal_consent_refused", "federal_consent_refused"),
        Choice("order_closed_for_new_cases", "order_closed_for_new_cases", "order_closed_for_new_cases"),
    ),
)

ORDER_BMI_CONSENT = YesNo(
    id="order_bmi_consent",
    section="G",
    label="order_bmi_consent",
    label_en="order_bmi_consent",
    ask="Nennt die Anordnung das Einvernehmen des Bundesinnenministeriums?",
    ask_en="Does the order name the agreement of the Federal Ministry of the Interior?",
)

ORDER_APPLIED_IN_TIME = YesNo(
    id="order_applied_in_time",
    section="G",
    label="order_applied_in_time",
    label_en="order_applied_in_time",
    ask="Wurde der Antrag vor dem Stichtag der Anordnung gestellt?",
    ask_en="Was the application filed before the cut-off date of the order?",
)

ORDER_EXTENSION_CLAUSE = YesNo(
    id="order_extension_clause",
    section="G",
    label="order_extension_clause",
    label_en="order_extension_clause",
    ask="Regelt die Anordnung die Verlängerung?",
    ask_en="Does the order contain a rule on extension?",
)

ORDER_WAR_REASON = YesNo(
    id="order_war_reason",
    section="G",
    label="order_war_reason",
    label_en="order_war_reason",
    ask="Nennt der Titel oder die Anordnung den Krieg im Heimatland als Grund?",
    ask_en="Does the permit or the order name the war at home as the reason?",
)

VISA_PROCEDURE = OneOf(
    id="visa_procedure",
    section="G",
    label="visa_procedure",
    label_en="visa_procedure",
    ask="Wie weit ist das Visumverfahren? (Anzeige ist noch kein Antrag)",
    ask_en="How far is the visa procedure? (A notice is not yet an application.)",
    choices=(
        Choice("none", "none", "none"),
        Choice("hardship_notice_sent", "hardship_notice_sent", "hardship_notice_sent"),
        Choice("application_filed", "application_filed", "application_filed"),
        Choice("refused", "refused", "refused"),
        Choice("withdrawn", "withdrawn", "withdrawn"),
        Choice("granted", "granted", "granted"),
        Choice("no_appointment_available", "no_appointment_available", "no_appointment_available"),
    ),
)

ABH_CONSENT = OneOf(
    id="abh_consent",
    section="G",
    label="abh_consent",
    label_en="abh_consent",
    ask="Hat die Ausländerbehörde am Zuzugsort schon zugestimmt?",
    ask_en="Has the immigration authority at the future place of residence agreed?",
    choices=(
        Choice("not_asked", "not_asked", "not_asked"),
        Choice("given", "given", "given"),
        Choice("refused", "refused", "refused"),
    ),
)

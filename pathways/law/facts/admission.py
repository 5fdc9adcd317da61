"""Section G: admission from abroad and the orders of the federal states."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, SomeOf, YesNo

BMI_DECLARATION = OneOf(
    id="bmi_declaration",
    section="G",
    label="Aufnahmeerklärung des BMI (§ 22 S. 2)",
    label_en="Declaration of admission by the interior ministry (§ 22 S. 2)",
    ask=(
        "Gibt es eine Aufnahmeerklärung des BMI? Wurde sie bestätigt, ausgesetzt, abgelehnt, zurückgenommen, ist sie "
        "abgelaufen?"
    ),
    ask_en=(
        "Is there a declaration of admission of the Federal Ministry of the Interior? Confirmed, withdrawn, expired?"
    ),
    burden=1,
    note_de="Ein Antrag ist nicht möglich; die Aufnahme wird vorgeschlagen und vom BMI erklärt.",
    note_en="One cannot apply for it; admission is suggested and declared by the interior ministry (BMI).",
    choices=(
        Choice("none", "keine", "none"),
        Choice("contact_initiated", "Kontakt aufgenommen, noch nichts erklärt", "contact made, nothing declared yet"),
        Choice("declared", "erklärt", "declared"),
        Choice(
            "declared_lapsed_or_withdrawn",
            "erklärt, aber abgelaufen oder zurückgenommen",
            "declared, but expired or withdrawn",
        ),
        Choice("visa_issued", "erklärt, Visum erteilt", "declared, visa issued"),
        Choice("suspended", "ausgesetzt", "suspended"),
        Choice("refused", "abgelehnt", "refused"),
    ),
)

DECLARATION_ROLE = OneOf(
    id="declaration_role",
    section="G",
    label="Rolle in der Aufnahmeerklärung",
    label_en="Role in the declaration",
    ask="Ist die Person selbst gemeint oder Angehörige – und nennt die Erklärung sie?",
    ask_en="Is the person meant personally, or as a relative – and does the declaration name the person?",
    choices=(
        Choice("main_person", "Hauptperson", "main person"),
        Choice("relative_named", "Angehörige, in der Erklärung genannt", "relative, named in the declaration"),
        Choice("relative_not_named", "Angehörige, nicht genannt", "relative, not named"),
    ),
)

POLITICAL_PROFILE = SomeOf(
    id="political_profile",
    section="G",
    label="Öffentliches Engagement",
    label_en="Public engagement",
    ask="Ist die Person öffentlich in Erscheinung getreten (Menschenrechte, Opposition, Medien, NGO)?",
    ask_en="Has the person been publicly active (human rights, opposition, media, NGO)?",
    burden=3,
    sensitive=True,
    choices=(
        Choice("human_rights_defender", "Menschenrechtsarbeit", "human rights work"),
        Choice("opposition", "politische Opposition", "political opposition"),
        Choice("journalist_media", "Journalismus, Medien", "journalism, media"),
        Choice("academic", "Wissenschaft", "academia"),
        Choice("ngo", "Nichtregierungsorganisation", "non-governmental organisation"),
        Choice("culture", "Kunst und Kultur", "arts and culture"),
        Choice("former_local_staff", "frühere Ortskraft deutscher Stellen", "former local staff of German bodies"),
        Choice("lgbtiq_activist", "Einsatz für LSBTIQ-Rechte", "LGBTIQ activism"),
        Choice("other_public_interest", "anderes öffentliches Interesse", "other public interest"),
        Choice("none", "nicht öffentlich aktiv", "not publicly active"),
    ),
)

GERMAN_INTEREST = YesNo(
    id="german_interest",
    section="G",
    label="Bezug zu deutschen politischen Interessen",
    label_en="Link to German political interests",
    ask=(
        "Gibt es einen greifbaren Bezug zu deutschen politischen Interessen (Zusammenarbeit, Mandat, öffentliche "
        "Rolle)?"
    ),
    ask_en="Is there a tangible link to German political interests (cooperation, office, public role)?",
    judgement=True,
)

STATE_ORDER_MATCH = OneOf(
    id="state_order_match",
    section="G",
    label="Aufnahmeanordnung des Landes (§ 23 Abs. 1)",
    label_en="Admission order of the federal state (§ 23 Abs. 1)",
    ask="Gibt es in dem Bundesland eine Aufnahmeanordnung für diese Gruppe, und passen die Voraussetzungen?",
    ask_en="Is there an admission order of the federal state for this group, and are its conditions met?",
    choices=(
        Choice("no_order", "keine Anordnung für diese Gruppe", "no order for this group"),
        Choice("order_expired", "Anordnung ausgelaufen", "order expired"),
        Choice(
            "order_exists_conditions_open",
            "Anordnung gilt, Voraussetzungen noch offen",
            "order in force, conditions still open",
        ),
        Choice("all_conditions", "Anordnung gilt, alle Voraussetzungen erfüllt", "order in force, all conditions met"),
        Choice(
            "order_exists_condition_failed",
            "Anordnung gilt, eine Voraussetzung fehlt",
            "order in force, a condition is not met",
        ),
        Choice("federal_consent_refused", "Einvernehmen des BMI versagt", "consent of the interior ministry refused"),
        Choice("order_closed_for_new_cases", "Anordnung für neue Fälle geschlossen", "order closed for new cases"),
    ),
)

ORDER_BMI_CONSENT = YesNo(
    id="order_bmi_consent",
    section="G",
    label="Einvernehmen des BMI in der Anordnung genannt",
    label_en="Consent of the interior ministry named in the order",
    ask="Nennt die Anordnung das Einvernehmen des Bundesinnenministeriums?",
    ask_en="Does the order name the agreement of the Federal Ministry of the Interior?",
)

ORDER_APPLIED_IN_TIME = YesNo(
    id="order_applied_in_time",
    section="G",
    label="Antrag vor dem Stichtag der Anordnung",
    label_en="Applied before the cut-off date of the order",
    ask="Wurde der Antrag vor dem Stichtag der Anordnung gestellt?",
    ask_en="Was the application filed before the cut-off date of the order?",
)

ORDER_EXTENSION_CLAUSE = YesNo(
    id="order_extension_clause",
    section="G",
    label="Anordnung regelt die Verlängerung",
    label_en="Order provides for extension",
    ask="Regelt die Anordnung die Verlängerung?",
    ask_en="Does the order contain a rule on extension?",
)

ORDER_WAR_REASON = YesNo(
    id="order_war_reason",
    section="G",
    label="Krieg im Heimatland als Grund genannt",
    label_en="War at home named as the reason",
    ask="Nennt der Titel oder die Anordnung den Krieg im Heimatland als Grund?",
    ask_en="Does the permit or the order name the war at home as the reason?",
    note_de="Wichtig für die Leistungen: § 1 Abs. 1 Nr. 3 lit. a AsylbLG.",
    note_en="Important for benefits: § 1 Abs. 1 Nr. 3 lit. a AsylbLG.",
)

VISA_PROCEDURE = OneOf(
    id="visa_procedure",
    section="G",
    label="Stand des Visumverfahrens",
    label_en="Stage of the visa procedure",
    ask="Wie weit ist das Visumverfahren? (Anzeige ist noch kein Antrag)",
    ask_en="How far is the visa procedure? (A notice is not yet an application.)",
    choices=(
        Choice("none", "noch nichts unternommen", "nothing done yet"),
        Choice(
            "hardship_notice_sent",
            "Härtefallanzeige versandt (noch kein Antrag)",
            "hardship notice sent (not yet an application)",
        ),
        Choice("application_filed", "förmlicher Antrag gestellt", "formal application filed"),
        Choice("refused", "abgelehnt", "refused"),
        Choice("withdrawn", "zurückgenommen", "withdrawn"),
        Choice("granted", "Visum erteilt", "visa granted"),
        Choice("no_appointment_available", "kein Termin zu bekommen", "no appointment available"),
    ),
)

ABH_CONSENT = OneOf(
    id="abh_consent",
    section="G",
    label="Zustimmung der Ausländerbehörde am Zuzugsort",
    label_en="Consent of the immigration authority at the destination",
    ask="Hat die Ausländerbehörde am Zuzugsort schon zugestimmt?",
    ask_en="Has the immigration authority at the future place of residence agreed?",
    choices=(
        Choice("not_asked", "noch nicht beteiligt", "not asked yet"),
        Choice("given", "erteilt", "given"),
        Choice("refused", "abgelehnt", "refused"),
    ),
)

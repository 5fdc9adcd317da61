"""Section B, first part: the present stay, its title and the application."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo
from pathways.law.facts.title_norms import TITLE_NORMS

REQUEST_KIND = OneOf(
    id="request_kind",
    section="B",
    label="request_kind",
    label_en="request_kind",
    ask="Geht es um einen neuen Titel, um die Verlängerung desselben Titels oder um einen Wechsel?",
    ask_en="Is this about a first permit, the extension of the same permit, or a change to another one?",
    derived=True,
    note=(
        "Pre-filled: extension_same_title where the current or last title has the norm of the pathway. "
        "first_grant and change_of_title win over the derivation; extension_same_title needs the norm "
        "(rule_mode)."
    ),
    choices=(
        Choice("first_grant", "first_grant", "first_grant"),
        Choice("extension_same_title", "extension_same_title", "extension_same_title"),
        Choice("change_of_title", "change_of_title", "change_of_title"),
    ),
)

CURRENT_STATUS = OneOf(
    id="current_status",
    section="B",
    label="current_status",
    label_en="current_status",
    ask=(
        "Welches Papier hat die Person jetzt in der Hand? (Karte, Aufkleber, Fiktionsbescheinigung – welches "
        "Kästchen? –, Gestattung, Duldung, Grenzübertrittsbescheinigung, nichts) Oder ist ein Antrag "
        "gestellt und noch keine Bescheinigung da?"
    ),
    ask_en=(
        "Which paper does the person hold now? Or has an application been filed without a certificate yet?"
    ),
    choices=(
        Choice("residence_permit", "residence_permit", "residence_permit"),
        Choice("national_visa", "national_visa", "national_visa"),
        Choice("schengen_visa", "schengen_visa", "schengen_visa"),
        Choice("visa_free_stay", "visa_free_stay", "visa_free_stay"),
        Choice("fiction_81_3", "fiction_81_3", "fiction_81_3"),
        Choice("fiction_81_4", "fiction_81_4", "fiction_81_4"),
        Choice("late_application_81_3_s2", "late_application_81_3_s2", "late_application_81_3_s2"),
        Choice("asylum_gestattung", "asylum_gestattung", "asylum_gestattung"),
        Choice("duldung", "duldung", "duldung"),
        Choice("gueb", "gueb", "gueb"),
        Choice("no_document", "no_document", "no_document"),
        Choice("settlement_permit", "settlement_permit", "settlement_permit"),
        Choice(
            "application_pending_no_certificate",
            "application_pending_no_certificate",
            "application_pending_no_certificate",
        ),
        Choice("fiction_ordered_81_4_3", "fiction_ordered_81_4_3", "fiction_ordered_81_4_3"),
        Choice("title_other_schengen_state", "title_other_schengen_state", "title_other_schengen_state"),
    ),
)

PERMIT_HISTORY = OneOf(
    id="permit_history",
    section="B",
    label="permit_history",
    label_en="permit_history",
    ask="Hat oder hatte die Person eine Aufenthaltserlaubnis in Deutschland – und was ist aus ihr geworden?",
    ask_en="Did the person ever have a German residence permit, and what became of it?",
    burden=1,
    note=(
        "Blue Card EU and ICT card count as permits; a visa, Gestattung or Duldung does not. contested: a "
        "remedy is pending or its time limit still runs. shortened_contested covers shortening, revocation "
        "and expulsion. lapsed_or_revoked: final."
    ),
    choices=(
        Choice("never_held", "never_held", "never_held"),
        Choice("valid_or_continuing", "valid_or_continuing", "valid_or_continuing"),
        Choice("extension_refused_contested", "extension_refused_contested", "extension_refused_contested"),
        Choice("extension_refused_final", "extension_refused_final", "extension_refused_final"),
        Choice("shortened_contested", "shortened_contested", "shortened_contested"),
        Choice("expired_late_application", "expired_late_application", "expired_late_application"),
        Choice("expired_without_application", "expired_without_application", "expired_without_application"),
        Choice("lapsed_or_revoked", "lapsed_or_revoked", "lapsed_or_revoked"),
    ),
)

CURRENT_TITLE_NORM = OneOf(
    id="current_title_norm",
    section="B",
    label="current_title_norm",
    label_en="current_title_norm",
    ask="Welcher Paragraf steht auf der jetzigen oder letzten Karte bzw. auf dem Zusatzblatt?",
    ask_en="Which paragraph is printed on the current or last card or its supplement?",
    note=(
        "25_unspecified: § 25, paragraph or sentence not legible. old_law: title under the law before "
        "1.1.2005 (§ 101 AufenthG: treated as the corresponding new title; ask which)."
    ),
    choices=(
        *TITLE_NORMS,
        Choice("25_unspecified", "25_unspecified", "25_unspecified"),
        Choice("old_law", "old_law", "old_law"),
        Choice("other", "other", "other"),
    ),
)

TITLE_VALID_UNTIL = Day(
    id="title_valid_until",
    section="B",
    label="title_valid_until",
    label_en="title_valid_until",
    ask="Bis wann gilt oder galt der jetzige oder letzte Titel, das Visum oder der visumfreie Aufenthalt?",
    ask_en="Until when is (or was) the current or last permit, visa or visa-free stay valid?",
)

TITLE_REASONS_PERSIST = YesNo(
    id="title_reasons_persist",
    section="B",
    label="title_reasons_persist",
    label_en="title_reasons_persist",
    ask="Bestehen die Gründe, aus denen der Titel erteilt wurde, noch fort?",
    ask_en="Do the reasons for which the permit was granted still exist?",
    burden=1,
    judgement=True,
)

APPLICATION_FILED_ON = Day(
    id="application_filed_on",
    section="B",
    label="application_filed_on",
    label_en="application_filed_on",
    ask="Wann ging der letzte Antrag bei der Ausländerbehörde ein (auch online, Fax)?",
    ask_en="When did the last application reach the immigration authority (online or fax counts)?",
)

APPLICATION_PURPOSES = SomeOf(
    id="application_purposes",
    section="B",
    label="application_purposes",
    label_en="application_purposes",
    ask="Welche Paragrafen oder Zwecke nennt der Antrag?",
    ask_en="Which paragraphs or purposes does the application name?",
    choices=(
        *TITLE_NORMS,
        Choice("other", "other", "other"),
        Choice("unspecific", "unspecific", "unspecific"),
    ),
)

EXTENSION_EXCLUDED_NOTE = YesNo(
    id="extension_excluded_note",
    section="B",
    label="extension_excluded_note",
    label_en="extension_excluded_note",
    ask="Steht im Titel oder Bescheid, dass eine Verlängerung ausgeschlossen ist?",
    ask_en="Does the permit or a decision say that an extension is excluded?",
)

TITLE_TOTAL_OVER_6_MONTHS = YesNo(
    id="title_total_over_6_months",
    section="B",
    label="title_total_over_6_months",
    label_en="title_total_over_6_months",
    ask="War der letzte Titel insgesamt länger als sechs Monate gültig?",
    ask_en="Was the last permit valid for more than six months in total?",
)

ENFORCEABLY_REQUIRED_TO_LEAVE = YesNo(
    id="enforceably_required_to_leave",
    section="B",
    label="enforceably_required_to_leave",
    label_en="enforceably_required_to_leave",
    ask="Ist die Person vollziehbar ausreisepflichtig? (Vorschlag der App nach 1.0.4 – bitte prüfen)",
    ask_en="Is the person enforceably required to leave? (proposal of the program, please check)",
    burden=1,
    derived=True,
    note="Derived by 1.0.4; the row that decided is shown; always editable.",
)

"""Section B, first part: the present stay, its title and the application."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo
from pathways.law.facts.title_norms import TITLE_NORMS

REQUEST_KIND = OneOf(
    id="request_kind",
    section="B",
    label="Art des Anliegens",
    label_en="Kind of request",
    ask="Geht es um einen neuen Titel, um die Verlängerung desselben Titels oder um einen Wechsel?",
    ask_en="Is this about a first permit, the extension of the same permit, or a change to another one?",
    derived=True,
    note=(
        "Pre-filled: extension_same_title where the current or last title has the norm of the pathway. first_grant and "
        "change_of_title win over the derivation; extension_same_title needs the norm (rule_mode)."
    ),
    note_de=(
        "Vorschlag: Verlängerung, wenn der jetzige oder letzte Titel auf derselben Norm beruht. Ihre Angabe „neuer "
        "Titel“ oder „Wechsel“ geht vor."
    ),
    note_en=(
        "Proposed: extension where the present or last permit rests on the same norm. Your answer “first grant” or "
        "“change” takes precedence."
    ),
    choices=(
        Choice("first_grant", "erstmalige Erteilung", "first grant"),
        Choice("extension_same_title", "Verlängerung desselben Titels", "extension of the same permit"),
        Choice("change_of_title", "Wechsel in einen anderen Titel", "change to another permit"),
    ),
)

CURRENT_STATUS = OneOf(
    id="current_status",
    section="B",
    label="Jetziges Papier",
    label_en="Present document",
    ask=(
        "Welches Papier hat die Person jetzt in der Hand? (Karte, Aufkleber, Fiktionsbescheinigung – welches Kästchen? "
        "–, Gestattung, Duldung, Grenzübertrittsbescheinigung, nichts) Oder ist ein Antrag gestellt und noch keine "
        "Bescheinigung da?"
    ),
    ask_en="Which paper does the person hold now? Or has an application been filed without a certificate yet?",
    note_de="Bei der Fiktionsbescheinigung steht der Absatz beim angekreuzten Kästchen.",
    note_en="On a Fiktionsbescheinigung the paragraph stands beside the box that is ticked.",
    choices=(
        Choice(
            "residence_permit",
            "Aufenthaltserlaubnis (auch Blaue Karte EU, ICT-Karte)",
            "Aufenthaltserlaubnis (residence permit, also Blue Card EU, ICT card)",
        ),
        Choice("national_visa", "nationales Visum (D)", "national visa (D)"),
        Choice("schengen_visa", "Schengen-Visum (C)", "Schengen visa (C)"),
        Choice("visa_free_stay", "erlaubter Aufenthalt ohne Visum", "permitted stay without a visa"),
        Choice(
            "fiction_81_3",
            "Fiktionsbescheinigung § 81 Abs. 3 S. 1 (Aufenthalt gilt als erlaubt)",
            "Fiktionsbescheinigung § 81 Abs. 3 S. 1 (stay deemed permitted)",
        ),
        Choice(
            "fiction_81_4",
            "Fiktionsbescheinigung § 81 Abs. 4 (Titel gilt fort)",
            "Fiktionsbescheinigung § 81 Abs. 4 (permit continues to apply)",
        ),
        Choice(
            "late_application_81_3_s2",
            "Bescheinigung § 81 Abs. 3 S. 2 (verspäteter Antrag, Abschiebung gilt als ausgesetzt)",
            "certificate § 81 Abs. 3 S. 2 (late application, removal deemed suspended)",
        ),
        Choice(
            "asylum_gestattung",
            "Aufenthaltsgestattung (§ 55 AsylG)",
            "Aufenthaltsgestattung (permission to stay during the asylum procedure)",
        ),
        Choice("duldung", "Duldung (§ 60a)", "Duldung (toleration, suspension of removal)"),
        Choice(
            "gueb", "Grenzübertrittsbescheinigung (GÜB)", "Grenzübertrittsbescheinigung (border crossing certificate)"
        ),
        Choice("no_document", "kein Papier", "no document"),
        Choice(
            "settlement_permit",
            "Niederlassungserlaubnis oder Erlaubnis zum Daueraufenthalt-EU",
            "Niederlassungserlaubnis (settlement permit) or EU long-term residence permit",
        ),
        Choice(
            "application_pending_no_certificate",
            "Antrag gestellt, noch keine Bescheinigung",
            "application filed, no certificate yet",
        ),
        Choice(
            "fiction_ordered_81_4_3",
            "Fortgeltung nach verspätetem Antrag angeordnet (§ 81 Abs. 4 S. 3)",
            "continued validity ordered after a late application (§ 81 Abs. 4 S. 3)",
        ),
        Choice(
            "title_other_schengen_state",
            "Aufenthaltstitel eines anderen Schengen-Staates",
            "residence permit of another Schengen state",
        ),
    ),
)

PERMIT_HISTORY = OneOf(
    id="permit_history",
    section="B",
    label="Geschichte der Aufenthaltserlaubnis",
    label_en="History of the residence permit",
    ask="Hat oder hatte die Person eine Aufenthaltserlaubnis in Deutschland – und was ist aus ihr geworden?",
    ask_en="Did the person ever have a German residence permit, and what became of it?",
    burden=1,
    note=(
        "Blue Card EU and ICT card count as permits; a visa, Gestattung or Duldung does not. contested: a remedy is "
        "pending or its time limit still runs. shortened_contested covers shortening, revocation and expulsion. "
        "lapsed_or_revoked: final."
    ),
    note_de=(
        "Blaue Karte EU und ICT-Karte zählen mit; Visum, Gestattung und Duldung nicht. Angefochten: Rechtsbehelf läuft "
        "oder ist noch möglich."
    ),
    note_en=(
        "Blue Card EU and ICT card count as permits; visa, Gestattung and Duldung do not. Contested: a remedy is "
        "pending or still possible."
    ),
    choices=(
        Choice("never_held", "nie eine Aufenthaltserlaubnis", "never held a permit"),
        Choice(
            "valid_or_continuing", "gültig oder nach § 81 Abs. 4 fortgeltend", "valid or continuing under § 81 Abs. 4"
        ),
        Choice(
            "extension_refused_contested",
            "Verlängerung abgelehnt, angefochten oder anfechtbar",
            "extension refused, contested or contestable",
        ),
        Choice("extension_refused_final", "Verlängerung bestandskräftig abgelehnt", "extension finally refused"),
        Choice(
            "shortened_contested",
            "verkürzt, widerrufen oder ausgewiesen, angefochten oder anfechtbar",
            "shortened, revoked or ended by expulsion, contested or contestable",
        ),
        Choice("expired_late_application", "abgelaufen, Antrag zu spät", "expired, application late"),
        Choice("expired_without_application", "abgelaufen, kein Antrag", "expired, no application"),
        Choice("lapsed_or_revoked", "endgültig erloschen oder widerrufen", "lapsed or revoked for good"),
    ),
)

CURRENT_TITLE_NORM = OneOf(
    id="current_title_norm",
    section="B",
    label="Norm des jetzigen oder letzten Titels",
    label_en="Norm of the present or last permit",
    ask="Welcher Paragraf steht auf der jetzigen oder letzten Karte bzw. auf dem Zusatzblatt?",
    ask_en="Which paragraph is printed on the current or last card or its supplement?",
    note=(
        "25_unspecified: § 25, paragraph or sentence not legible. old_law: title under the law before 1.1.2005 (§ 101 "
        "AufenthG: treated as the corresponding new title; ask which)."
    ),
    note_de=(
        "Steht nur „§ 25“ lesbar da, „§ 25, Absatz nicht lesbar“ wählen. Alte Titel gelten nach § 101 fort: nach dem "
        "heutigen Gegenstück fragen."
    ),
    note_en=(
        "If only “§ 25” is legible, choose “§ 25, paragraph or sentence not legible”. Old permits continue under § "
        "101: ask for their counterpart today."
    ),
    choices=(
        *TITLE_NORMS,
        Choice("25_unspecified", "§ 25, Absatz oder Satz nicht lesbar", "§ 25, paragraph or sentence not legible"),
        Choice("old_law", "Titel nach dem Recht vor 2005 (§ 101)", "permit under the law before 2005 (§ 101)"),
        Choice("other", "andere Norm", "another norm"),
    ),
)

TITLE_VALID_UNTIL = Day(
    id="title_valid_until",
    section="B",
    label="Titel oder Aufenthalt gültig bis",
    label_en="Permit or stay valid until",
    ask="Bis wann gilt oder galt der jetzige oder letzte Titel, das Visum oder der visumfreie Aufenthalt?",
    ask_en="Until when is (or was) the current or last permit, visa or visa-free stay valid?",
)

TITLE_REASONS_PERSIST = YesNo(
    id="title_reasons_persist",
    section="B",
    label="Gründe des Titels bestehen fort",
    label_en="Reasons for the permit persist",
    ask="Bestehen die Gründe, aus denen der Titel erteilt wurde, noch fort?",
    ask_en="Do the reasons for which the permit was granted still exist?",
    burden=1,
    judgement=True,
)

APPLICATION_FILED_ON = Day(
    id="application_filed_on",
    section="B",
    label="Letzter Antrag eingegangen am",
    label_en="Last application received on",
    ask="Wann ging der letzte Antrag bei der Ausländerbehörde ein (auch online, Fax)?",
    ask_en="When did the last application reach the immigration authority (online or fax counts)?",
    note_de="Es zählt der Eingang bei der Behörde, nicht der Termin.",
    note_en="What counts is when the authority received it, not the appointment.",
)

APPLICATION_PURPOSES = SomeOf(
    id="application_purposes",
    section="B",
    label="Im Antrag genannte Zwecke",
    label_en="Purposes named in the application",
    ask="Welche Paragrafen oder Zwecke nennt der Antrag?",
    ask_en="Which paragraphs or purposes does the application name?",
    choices=(
        *TITLE_NORMS,
        Choice("other", "andere Norm oder anderer Zweck", "another norm or purpose"),
        Choice("unspecific", "kein bestimmter Zweck genannt", "no specific purpose named"),
    ),
)

EXTENSION_EXCLUDED_NOTE = YesNo(
    id="extension_excluded_note",
    section="B",
    label="Verlängerung ausgeschlossen laut Titel oder Bescheid",
    label_en="Extension excluded by permit or decision",
    ask="Steht im Titel oder Bescheid, dass eine Verlängerung ausgeschlossen ist?",
    ask_en="Does the permit or a decision say that an extension is excluded?",
)

TITLE_TOTAL_OVER_6_MONTHS = YesNo(
    id="title_total_over_6_months",
    section="B",
    label="Letzter Titel insgesamt über sechs Monate gültig",
    label_en="Last permit valid for more than six months in total",
    ask="War der letzte Titel insgesamt länger als sechs Monate gültig?",
    ask_en="Was the last permit valid for more than six months in total?",
    note_de="Gesamtgeltungsdauer: alle Verlängerungen zusammen (§ 55 Abs. 2 AsylG).",
    note_en="Total validity: all extensions together (§ 55 Abs. 2 AsylG).",
)

ENFORCEABLY_REQUIRED_TO_LEAVE = YesNo(
    id="enforceably_required_to_leave",
    section="B",
    label="Vollziehbar ausreisepflichtig",
    label_en="Enforceably required to leave",
    ask="Ist die Person vollziehbar ausreisepflichtig?",
    ask_en="Is the person enforceably required to leave? (proposal of the program, please check)",
    burden=1,
    derived=True,
    note="Derived by 1.0.4; the row that decided is shown; always editable.",
    note_de="Der Vorschlag nennt die Regel, auf der er beruht. Es gilt nur, was Sie bestätigen.",
    note_en="The proposal names the rule it rests on. Only what you confirm counts.",
)

"""Section C: asylum and protection, here and in other states."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

ASYLUM_HISTORY = OneOf(
    id="asylum_history",
    section="C",
    label="Asylverfahren",
    label_en="Asylum procedure",
    ask="Hat die Person schon einmal Asyl beantragt? Was ist daraus geworden?",
    ask_en="Has the person ever applied for asylum? What became of it?",
    burden=1,
    note=(
        "revoked: a protection status was revoked or withdrawn (state of a suit: asylum_suit_pending). A removal ban "
        "found while a suit is pending counts as pending (asylum_suit_pending)."
    ),
    note_de=(
        "Widerruf: Ein Schutzstatus wurde widerrufen oder zurückgenommen. Läuft neben einem Abschiebungsverbot noch "
        "eine Klage, gilt das Verfahren als laufend."
    ),
    note_en=(
        "Revoked: a protection status was revoked or withdrawn. If a suit is still pending beside a removal ban, the "
        "procedure counts as pending."
    ),
    choices=(
        Choice("never", "nie Asyl beantragt", "never applied"),
        Choice("intends", "Antrag beabsichtigt", "intends to apply"),
        Choice("pending", "Verfahren läuft beim BAMF", "pending at the BAMF"),
        Choice(
            "recognised_refugee",
            "als Flüchtling oder asylberechtigt anerkannt",
            "recognised as refugee or granted asylum",
        ),
        Choice("recognised_subsidiary", "subsidiärer Schutz zuerkannt", "subsidiary protection granted"),
        Choice("ban_60_5_7", "Abschiebungsverbot (§ 60 Abs. 5 oder 7)", "removal ban (§ 60 Abs. 5 or 7)"),
        Choice("rejected_appeal_pending", "abgelehnt, Klage läuft", "rejected, appeal pending"),
        Choice("rejected_final", "unanfechtbar abgelehnt", "finally rejected"),
        Choice("withdrawn", "zurückgenommen", "withdrawn"),
        Choice("inadmissible", "als unzulässig abgelehnt", "rejected as inadmissible"),
        Choice("revoked", "Schutzstatus widerrufen oder zurückgenommen", "protection status revoked or withdrawn"),
    ),
)

ASYLUM_SUIT_PENDING = YesNo(
    id="asylum_suit_pending",
    section="C",
    label="Klage im Asylverfahren anhängig",
    label_en="Asylum suit pending",
    ask="Läuft noch eine Klage wegen Asyl oder internationalem Schutz?",
    ask_en="Is a court case on asylum or international protection still pending?",
    burden=1,
)

ASYLUM_PREVIOUS_REJECTION = OneOf(
    id="asylum_previous_rejection",
    section="C",
    label="Frühere endgültige Ablehnung",
    label_en="Earlier final rejection",
    ask="Gab es vorher schon eine endgültige Ablehnung?",
    ask_en="Was there an earlier final rejection?",
    burden=1,
    choices=(
        Choice("none", "keine", "none"),
        Choice("simple", "einfach unbegründet", "unfounded (simple)"),
        Choice("manifestly_unfounded", "offensichtlich unbegründet", "manifestly unfounded"),
        Choice("inadmissible", "unzulässig", "inadmissible"),
    ),
)

ASYLUM_REJECTION_TYPE = OneOf(
    id="asylum_rejection_type",
    section="C",
    label="Art der Ablehnung",
    label_en="Kind of rejection",
    ask="Steht im Bescheid „offensichtlich unbegründet“ oder „unzulässig“?",
    ask_en="Does the decision say “manifestly unfounded” or “inadmissible”?",
    burden=1,
    choices=(
        Choice("simple", "einfach unbegründet", "unfounded (simple)"),
        Choice("manifestly_unfounded", "offensichtlich unbegründet", "manifestly unfounded"),
        Choice("inadmissible", "unzulässig", "inadmissible"),
    ),
)

ASYLUM_REJECTION_SERVED_ON = Day(
    id="asylum_rejection_served_on",
    section="C",
    label="BAMF-Bescheid zugestellt am",
    label_en="BAMF decision served on",
    ask="Wann ist der BAMF-Bescheid zugestellt worden?",
    ask_en="When was the asylum decision delivered?",
)

ASYLUM_MU_BASIS = OneOf(
    id="asylum_mu_basis",
    section="C",
    label="Grundlage von „offensichtlich unbegründet“",
    label_en="Basis of “manifestly unfounded”",
    ask=(
        "Auf welchen Grund stützt das BAMF „offensichtlich unbegründet“ (z. B. Täuschung, verspäteter Antrag, "
        "Identität)?"
    ),
    ask_en="On which ground is “manifestly unfounded” based (for example deception, late application, identity)?",
    burden=1,
    note_de="Steht im Tenor oder in den Gründen des Bescheids. Es zählt die Grundlage, nicht das Datum der Zustellung.",
    note_en=(
        "It stands in the operative part or in the reasons of the decision. What counts is the basis, not the date of "
        "service."
    ),
    choices=(
        Choice(
            "old_30_3_nr1_6",
            "§ 30 Abs. 3 Nr. 1–6 AsylG a.F. (Ablehnung bis 27.2.2024)",
            "§ 30 Abs. 3 Nr. 1–6 AsylG, old version (rejection up to 27 Feb 2024)",
        ),
        Choice(
            "rueckfvg_30_1_nr3_7",
            "§ 30 Abs. 1 Nr. 3–7 AsylG (ab 28.2.2024, Asylantrag vor 12.6.2026)",
            "§ 30 Abs. 1 Nr. 3–7 AsylG (from 28 Feb 2024, application before 12 June 2026)",
        ),
        Choice(
            "geas_42_1_c_d_f_or_3_b",
            "Art. 42 Abs. 1 lit. c, d, f oder Abs. 3 lit. b VO (EU) 2024/1348 (Asylantrag ab 12.6.2026)",
            "Art. 42(1)(c), (d), (f) or (3)(b) Regulation (EU) 2024/1348 (application from 12 June 2026)",
        ),
        Choice("other_ground", "anderer Grund", "another ground"),
    ),
)

ASYLUM_14_NOTICE = YesNo(
    id="asylum_14_notice",
    section="C",
    label="Belehrung nach § 14 Abs. 1 S. 3 AsylG",
    label_en="Written notice under § 14 Abs. 1 S. 3 AsylG",
    ask=(
        "Gibt es ein unterschriebenes Merkblatt des BAMF über die Folgen für Aufenthaltstitel (§ 14 Abs. 1 S. 3 AsylG)?"
    ),
    ask_en="Is there a signed information sheet of the BAMF on the consequences for residence titles?",
)

LEFT_GERMANY_AFTER_ASYLUM = YesNo(
    id="left_germany_after_asylum",
    section="C",
    label="Nach der Ablehnung ausgereist",
    label_en="Left Germany after the rejection",
    ask="Ist die Person nach der Ablehnung ausgereist und später wieder eingereist?",
    ask_en="Did the person leave Germany after the rejection and come back later?",
    burden=1,
)

LAND_CONSENT_10_1 = YesNo(
    id="land_consent_10_1",
    section="C",
    label="Zustimmung der obersten Landesbehörde (§ 10 Abs. 1)",
    label_en="Consent of the highest state authority (§ 10 Abs. 1)",
    ask="Hat das Landesministerium der Erteilung während des Asylverfahrens zugestimmt?",
    ask_en="Has the state ministry agreed to a permit while the asylum procedure is pending?",
)

FEARED_HARM = SomeOf(
    id="feared_harm",
    section="C",
    label="Befürchtung bei Rückkehr",
    label_en="Feared harm on return",
    ask="Was befürchtet die Person, wenn sie zurückmuss? (mehrere möglich)",
    ask_en="What does the person fear on return? (several possible)",
    burden=3,
    sensitive=True,
    note_de="Nur so weit fragen wie nötig; Stichworte genügen.",
    note_en="Ask only as far as necessary; keywords are enough.",
    choices=(
        Choice("political", "Verfolgung wegen politischer Überzeugung", "persecution for political opinion"),
        Choice(
            "religion_ethnicity",
            "Verfolgung wegen Religion oder Volkszugehörigkeit",
            "persecution for religion or ethnicity",
        ),
        Choice(
            "lgbtiq",
            "Verfolgung wegen sexueller Orientierung oder Geschlechtsidentität",
            "persecution for sexual orientation or gender identity",
        ),
        Choice("gender_violence", "geschlechtsspezifische Gewalt", "gender-based violence"),
        Choice(
            "conscription_refusal",
            "Einberufung, Verweigerung des Kriegsdienstes",
            "conscription, refusal of military service",
        ),
        Choice("desertion", "Strafe wegen Desertion", "punishment for desertion"),
        Choice("torture_death_penalty", "Folter oder Todesstrafe", "torture or death penalty"),
        Choice("war_violence", "Krieg und allgemeine Gewalt", "war and indiscriminate violence"),
        Choice("lacking_treatment", "fehlende Behandlung einer Krankheit", "illness without treatment"),
        Choice("destitution", "extreme Not (kein Existenzminimum)", "destitution (no minimum subsistence)"),
        Choice("none", "keine Gefahr genannt", "no harm named"),
    ),
)

PROTECTION_IN_OTHER_STATE = OneOf(
    id="protection_in_other_state",
    section="C",
    label="Schutz oder Titel in anderem Staat",
    label_en="Protection or permit in another state",
    ask="Hat die Person schon in einem anderen Land Schutz oder einen Aufenthaltstitel?",
    ask_en="Does the person already have protection or a permit in another country?",
    burden=1,
    choices=(
        Choice("none", "nein, in keinem", "no, in none"),
        Choice("eu_state", "ja, in einem EU-Staat", "yes, in an EU state"),
        Choice("non_eu_state", "ja, in einem Staat außerhalb der EU", "yes, in a state outside the EU"),
    ),
)

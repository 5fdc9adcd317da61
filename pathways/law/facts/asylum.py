"""Section C: asylum and protection, here and in other states."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

ASYLUM_HISTORY = OneOf(
    id="asylum_history",
    section="C",
    label="asylum_history",
    label_en="asylum_history",
    ask="Hat die Person schon einmal Asyl beantragt? Was ist daraus geworden?",
    ask_en="Has the person ever applied for asylum? What became of it?",
    burden=1,
    note=(
        "revoked: a protection status was revoked or withdrawn (state of a suit: asylum_suit_pending). A "
        "removal ban found while a suit is pending counts as pending (asylum_suit_pending)."
    ),
    choices=(
        Choice("never", "never", "never"),
        Choice("intends", "intends", "intends"),
        Choice("pending", "pending", "pending"),
        Choice("recognised_refugee", "recognised_refugee", "recognised_refugee"),
        Choice("recognised_subsidiary", "recognised_subsidiary", "recognised_subsidiary"),
        Choice("ban_60_5_7", "ban_60_5_7", "ban_60_5_7"),
        Choice("rejected_appeal_pending", "rejected_appeal_pending", "rejected_appeal_pending"),
        Choice("rejected_final", "rejected_final", "rejected_final"),
        Choice("withdrawn", "withdrawn", "withdrawn"),
        Choice("inadmissible", "inadmissible", "inadmissible"),
        Choice("revoked", "revoked", "revoked"),
    ),
)

ASYLUM_SUIT_PENDING = YesNo(
    id="asylum_suit_pending",
    section="C",
    label="asylum_suit_pending",
    label_en="asylum_suit_pending",
    ask="Läuft noch eine Klage wegen Asyl oder internationalem Schutz?",
    ask_en="Is a court case on asylum or international protection still pending?",
    burden=1,
)

ASYLUM_PREVIOUS_REJECTION = OneOf(
    id="asylum_previous_rejection",
    section="C",
    label="asylum_previous_rejection",
    label_en="asylum_previous_rejection",
    ask="Gab es vorher schon eine endgültige Ablehnung?",
    ask_en="Was there an earlier final rejection?",
    burden=1,
    choices=(
        Choice("none", "none", "none"),
        Choice("simple", "simple", "simple"),
        Choice("manifestly_unfounded", "manifestly_unfounded", "manifestly_unfounded"),
        Choice("inadmissible", "inadmissible", "inadmissible"),
    ),
)

ASYLUM_REJECTION_TYPE = OneOf(
    id="asylum_rejection_type",
    section="C",
    label="asylum_rejection_type",
    label_en="asylum_rejection_type",
    ask="Steht im Bescheid „offensichtlich unbegründet“ oder „unzulässig“?",
    ask_en="Does the decision say “manifestly unfounded” or “inadmissible”?",
    burden=1,
    choices=(
        Choice("simple", "simple", "simple"),
        Choice("manifestly_unfounded", "manifestly_unfounded", "manifestly_unfounded"),
        Choice("inadmissible", "inadmissible", "inadmissible"),
    ),
)

ASYLUM_REJECTION_SERVED_ON = Day(
    id="asylum_rejection_served_on",
    section="C",
    label="asylum_rejection_served_on",
    label_en="asylum_rejection_served_on",
    ask="Wann ist der BAMF-Bescheid zugestellt worden?",
    ask_en="When was the asylum decision delivered?",
)

ASYLUM_MU_BASIS = OneOf(
    id="asylum_mu_basis",
    section="C",
    label="asylum_mu_basis",
    label_en="asylum_mu_basis",
    ask=(
        "Auf welchen Grund stützt das BAMF „offensichtlich unbegründet“ (z. B. Täuschung, verspäteter "
        "Antrag, Identität)?"
    ),
    ask_en=(
        "On which ground is “manifestly unfounded” based (for example deception, late application, identity)?"
    ),
    burden=1,
    choices=(
        Choice("old_30_3_nr1_6", "old_30_3_nr1_6", "old_30_3_nr1_6"),
        Choice("rueckfvg_30_1_nr3_7", "rueckfvg_30_1_nr3_7", "rueckfvg_30_1_nr3_7"),
        Choice("geas_42_1_c_d_f_or_3_b", "geas_42_1_c_d_f_or_3_b", "geas_42_1_c_d_f_or_3_b"),
        Choice("other_ground", "other_ground", "other_ground"),
    ),
)

ASYLUM_14_NOTICE = YesNo(
    id="asylum_14_notice",
    section="C",
    label="asylum_14_notice",
    label_en="asylum_14_notice",
    ask=(
        "Gibt es ein unterschriebenes Merkblatt des BAMF über die Folgen für Aufenthaltstitel (§ 14 Abs. 1 "
        "S. 3 AsylG)?"
    ),
    ask_en="Is there a signed information sheet of the BAMF on the consequences for residence titles?",
)

LEFT_GERMANY_AFTER_ASYLUM = YesNo(
    id="left_germany_after_asylum",
    section="C",
    label="left_germany_after_asylum",
    label_en="left_germany_after_asylum",
    ask="Ist die Person nach der Ablehnung ausgereist und später wieder eingereist?",
    ask_en="Did the person leave Germany after the rejection and come back later?",
    burden=1,
)

LAND_CONSENT_10_1 = YesNo(
    id="land_consent_10_1",
    section="C",
    label="land_consent_10_1",
    label_en="land_consent_10_1",
    ask="Hat das Landesministerium der Erteilung während des Asylverfahrens zugestimmt?",
    ask_en="Has the state ministry agreed to a permit while the asylum procedure is pending?",
)

FEARED_HARM = SomeOf(
    id="feared_harm",
    section="C",
    label="feared_harm",
    label_en="feared_harm",
    ask="Was befürchtet die Person, wenn sie zurückmuss? (mehrere möglich)",
    ask_en="What does the person fear on return? (several possible)",
    burden=3,
    sensitive=True,
    choices=(
        Choice("political", "political", "political"),
        Choice("religion_ethnicity", "religion_ethnicity", "religion_ethnicity"),
        Choice("lgbtiq", "lgbtiq", "lgbtiq"),
        Choice("gender_violence", "gender_violence", "gender_violence"),
        Choice("conscription_refusal", "conscription_refusal", "conscription_refusal"),
        Choice("desertion", "desertion", "desertion"),
        Choice("torture_death_penalty", "torture_death_penalty", "torture_death_penalty"),
        Choice("war_violence", "war_violence", "war_violence"),
        Choice("lacking_treatment", "lacking_treatment", "lacking_treatment"),
        Choice("destitution", "destitution", "destitution"),
        Choice("none", "none", "none"),
    ),
)

PROTECTION_IN_OTHER_STATE = OneOf(
    id="protection_in_other_state",
    section="C",
    label="protection_in_other_state",
    label_en="protection_in_other_state",
    ask="Hat die Person schon in einem anderen Land Schutz oder einen Aufenthaltstitel?",
    ask_en="Does the person already have protection or a permit in another country?",
    burden=1,
    choices=(
        Choice("none", "none", "none"),
        Choice("eu_state", "eu_state", "eu_state"),
        Choice("non_eu_state", "non_eu_state", "non_eu_state"),
    ),
)

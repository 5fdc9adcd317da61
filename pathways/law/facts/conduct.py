"""Section D, second part: convictions, security concerns, expulsion and entry bans."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, YesNo

CRIMINAL_RECORD = OneOf(
    id="criminal_record",
    section="D",
    label="criminal_record",
    label_en="criminal_record",
    ask="Gab es Verurteilungen? Welche Strafe?",
    ask_en="Have there been convictions? Which sentence?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("none", "none", "none"),
        Choice("minor_fine", "minor_fine", "minor_fine"),
        Choice("higher_fine", "higher_fine", "higher_fine"),
        Choice("custodial_suspended", "custodial_suspended", "custodial_suspended"),
        Choice("custodial", "custodial", "custodial"),
        Choice("youth_measure", "youth_measure", "youth_measure"),
        Choice("youth_sentence", "youth_sentence", "youth_sentence"),
        Choice("political_conviction_abroad", "political_conviction_abroad", "political_conviction_abroad"),
    ),
)

OFFENCE_WEIGHT = OneOf(
    id="offence_weight",
    section="D",
    label="offence_weight",
    label_en="offence_weight",
    ask="Haben die Straftaten nach Art, Strafmaß und Zeit erhebliches Gewicht?",
    ask_en="Do the offences weigh heavily by kind, sentence and time?",
    burden=2,
    sensitive=True,
    judgement=True,
    choices=(
        Choice("not_considerable", "not_considerable", "not_considerable"),
        Choice("considerable", "considerable", "considerable"),
    ),
)

RELATIVE_CONVICTED = YesNo(
    id="relative_convicted",
    section="D",
    label="relative_convicted",
    label_en="relative_convicted",
    ask="Ist jemand aus der Familie verurteilt?",
    ask_en="Has a member of the family been convicted?",
    burden=2,
    sensitive=True,
)

PENDING_CRIMINAL_CASE = YesNo(
    id="pending_criminal_case",
    section="D",
    label="pending_criminal_case",
    label_en="pending_criminal_case",
    ask="Läuft gerade ein Strafverfahren gegen die Person selbst?",
    ask_en="Is a criminal case running against the person?",
    burden=2,
    sensitive=True,
)

SECURITY_GROUND = YesNo(
    id="security_ground",
    section="D",
    label="security_ground",
    label_en="security_ground",
    ask=(
        "Hat eine Behörde ein Ausweisungsinteresse nach § 54 Abs. 1 Nr. 2 oder 4 geltend gemacht oder liegt "
        "eine Abschiebungsanordnung (§ 58a) vor?"
    ),
    ask_en=(
        "Has an authority asserted an expulsion interest under § 54 Abs. 1 Nr. 2 or 4, or is there an order "
        "under § 58a?"
    ),
    burden=2,
    sensitive=True,
    note=(
        "Coarse answer, still accepted; security_concern is finer and wins. yes alone is open, no is enough "
        "for “no bar”."
    ),
)

SECURITY_CONCERN = OneOf(
    id="security_concern",
    section="D",
    label="security_concern",
    label_en="security_concern",
    ask="Worauf beruhen Sicherheitsbedenken?",
    ask_en="What are security concerns based on?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("none", "none", "none"),
        Choice("suspicion_only", "suspicion_only", "suspicion_only"),
        Choice("asserted_in_decision", "asserted_in_decision", "asserted_in_decision"),
        Choice("order_58a", "order_58a", "order_58a"),
        Choice("dissociated", "dissociated", "dissociated"),
    ),
)

EXPULSION_ORDER = YesNo(
    id="expulsion_order",
    section="D",
    label="expulsion_order",
    label_en="expulsion_order",
    ask="Ist die Person ausgewiesen worden?",
    ask_en="Has the person been expelled by an order?",
    burden=2,
)

ENTRY_BAN = OneOf(
    id="entry_ban",
    section="D",
    label="entry_ban",
    label_en="entry_ban",
    ask="Gibt es ein Einreise- und Aufenthaltsverbot? Gilt es schon?",
    ask_en="Is there a ban on entry and residence? Is it already in force?",
    burden=1,
    note=(
        "conditional_not_started: conditional on removal (Ab- oder Zurückschiebung). in_force: coarse, kind "
        "not known."
    ),
    choices=(
        Choice("none", "none", "none"),
        Choice("conditional_not_started", "conditional_not_started", "conditional_not_started"),
        Choice("in_force", "in_force", "in_force"),
        Choice("lifted", "lifted", "lifted"),
        Choice("with_expulsion", "with_expulsion", "with_expulsion"),
        Choice("bamf_11_7", "bamf_11_7", "bamf_11_7"),
        Choice("overstay_11_6", "overstay_11_6", "overstay_11_6"),
        Choice("security_11_5a_5b", "security_11_5a_5b", "security_11_5a_5b"),
    ),
)

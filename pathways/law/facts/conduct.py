"""Section D, second part: convictions, security concerns, expulsion and entry bans."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, YesNo

CRIMINAL_RECORD = OneOf(
    id="criminal_record",
    section="D",
    label="Verurteilungen",
    label_en="Convictions",
    ask="Gab es Verurteilungen? Welche Strafe?",
    ask_en="Have there been convictions? Which sentence?",
    burden=2,
    sensitive=True,
    note_de="Die schwerste Strafe angeben. Getilgte Eintragungen zählen nicht.",
    note_en="Give the most severe sentence. Entries that have been erased do not count.",
    choices=(
        Choice("none", "keine", "none"),
        Choice("minor_fine", "geringe Geldstrafe", "minor fine"),
        Choice("higher_fine", "höhere Geldstrafe", "higher fine"),
        Choice("custodial_suspended", "Freiheitsstrafe auf Bewährung", "suspended prison sentence"),
        Choice("custodial", "Freiheitsstrafe ohne Bewährung", "prison sentence"),
        Choice(
            "youth_measure",
            "Maßnahme nach Jugendstrafrecht (keine Jugendstrafe)",
            "measure under juvenile law (no youth custody)",
        ),
        Choice("youth_sentence", "Jugendstrafe", "Jugendstrafe (youth custody)"),
        Choice(
            "political_conviction_abroad",
            "politisch motivierte Verurteilung im Ausland",
            "politically motivated conviction abroad",
        ),
    ),
)

OFFENCE_WEIGHT = OneOf(
    id="offence_weight",
    section="D",
    label="Gewicht der Straftaten",
    label_en="Weight of the offences",
    ask="Haben die Straftaten nach Art, Strafmaß und Zeit erhebliches Gewicht?",
    ask_en="Do the offences weigh heavily by kind, sentence and time?",
    burden=2,
    sensitive=True,
    judgement=True,
    choices=(
        Choice("not_considerable", "nicht erheblich", "not considerable"),
        Choice("considerable", "erheblich", "considerable"),
    ),
)

RELATIVE_CONVICTED = YesNo(
    id="relative_convicted",
    section="D",
    label="Angehörige verurteilt",
    label_en="Relative convicted",
    ask="Ist jemand aus der Familie verurteilt?",
    ask_en="Has a member of the family been convicted?",
    burden=2,
    sensitive=True,
)

PENDING_CRIMINAL_CASE = YesNo(
    id="pending_criminal_case",
    section="D",
    label="Strafverfahren gegen die Person läuft",
    label_en="Criminal case against the person pending",
    ask="Läuft gerade ein Strafverfahren gegen die Person selbst?",
    ask_en="Is a criminal case running against the person?",
    burden=2,
    sensitive=True,
)

SECURITY_GROUND = YesNo(
    id="security_ground",
    section="D",
    label="Sicherheitsbedenken nach § 5 Abs. 4",
    label_en="Security ground under § 5 Abs. 4",
    ask=(
        "Hat eine Behörde ein Ausweisungsinteresse nach § 54 Abs. 1 Nr. 2 oder 4 geltend gemacht oder liegt eine "
        "Abschiebungsanordnung (§ 58a) vor?"
    ),
    ask_en=(
        "Has an authority asserted an expulsion interest under § 54 Abs. 1 Nr. 2 or 4, or is there an order under § "
        "58a?"
    ),
    burden=2,
    sensitive=True,
    note=(
        "Coarse answer, still accepted; security_concern is finer and wins. yes alone is open, no is enough for “no "
        "bar”."
    ),
    note_de="Grobe Angabe; die genauere Frage nach der Grundlage geht vor. „Ja“ allein entscheidet nichts.",
    note_en="A coarse answer; the finer question about the basis takes precedence. “Yes” alone decides nothing.",
)

SECURITY_CONCERN = OneOf(
    id="security_concern",
    section="D",
    label="Grundlage der Sicherheitsbedenken",
    label_en="Basis of the security concern",
    ask="Worauf beruhen Sicherheitsbedenken?",
    ask_en="What are security concerns based on?",
    burden=2,
    sensitive=True,
    choices=(
        Choice("none", "keine Bedenken", "no concern"),
        Choice("suspicion_only", "bloßer Verdacht", "mere suspicion"),
        Choice("asserted_in_decision", "in einem Bescheid geltend gemacht", "asserted in a decision"),
        Choice("order_58a", "Abschiebungsanordnung (§ 58a)", "Abschiebungsanordnung § 58a (removal order)"),
        Choice(
            "dissociated",
            "erkennbar und glaubhaft distanziert (§ 54 Abs. 1 Nr. 2)",
            "credibly dissociated (§ 54 Abs. 1 Nr. 2)",
        ),
    ),
)

EXPULSION_ORDER = YesNo(
    id="expulsion_order",
    section="D",
    label="Ausgewiesen",
    label_en="Expelled",
    ask="Ist die Person ausgewiesen worden?",
    ask_en="Has the person been expelled by an order?",
    burden=2,
    note_de="Gemeint ist die Ausweisung durch Bescheid (§ 53), nicht die Abschiebung.",
    note_en="Meant is expulsion by a decision (Ausweisung, § 53), not removal (Abschiebung).",
)

ENTRY_BAN = OneOf(
    id="entry_ban",
    section="D",
    label="Einreise- und Aufenthaltsverbot",
    label_en="Entry and residence ban",
    ask="Gibt es ein Einreise- und Aufenthaltsverbot? Gilt es schon?",
    ask_en="Is there a ban on entry and residence? Is it already in force?",
    burden=1,
    note=(
        "conditional_not_started: conditional on removal (Ab- oder Zurückschiebung). in_force: coarse, kind not known."
    ),
    note_de=(
        "Bedingt: erst mit Ab- oder Zurückschiebung wirksam. „In Kraft“ nur wählen, wenn die Art nicht bekannt ist."
    ),
    note_en="Conditional: takes effect only with removal. Choose “in force” only if the kind is not known.",
    choices=(
        Choice("none", "keines", "none"),
        Choice(
            "conditional_not_started",
            "bedingt auf die Abschiebung, noch nicht wirksam",
            "conditional on removal, not yet in effect",
        ),
        Choice("in_force", "in Kraft, Art nicht bekannt", "in force, kind not known"),
        Choice("lifted", "aufgehoben oder abgelaufen", "lifted or expired"),
        Choice(
            "with_expulsion",
            "mit der Ausweisung erlassen (§ 11 Abs. 1, 2)",
            "issued with an expulsion (§ 11 Abs. 1, 2)",
        ),
        Choice("bamf_11_7", "vom BAMF angeordnet (§ 11 Abs. 7)", "ordered by the BAMF (§ 11 Abs. 7)"),
        Choice(
            "overstay_11_6",
            "wegen überschrittener Ausreisefrist (§ 11 Abs. 6)",
            "for overstaying the departure deadline (§ 11 Abs. 6)",
        ),
        Choice(
            "security_11_5a_5b", "aus Sicherheitsgründen (§ 11 Abs. 5a, 5b)", "for security reasons (§ 11 Abs. 5a, 5b)"
        ),
    ),
)

"""Section B, second part: decisions, remedies, removal and Duldung."""

from __future__ import annotations

from pathways.engine.facts import Choice, Day, OneOf, SomeOf, YesNo

DECISION_KIND = OneOf(
    id="decision_kind",
    section="B",
    label="Letzter Bescheid",
    label_en="Last decision",
    ask="Welcher Bescheid ist zuletzt gekommen?",
    ask_en="Which decision came last?",
    burden=1,
    choices=(
        Choice("none", "kein Bescheid", "no decision"),
        Choice("abh_refusal_title", "Ausländerbehörde: Titel abgelehnt", "immigration authority: permit refused"),
        Choice(
            "abh_revocation_or_expulsion",
            "Ausländerbehörde: Widerruf, Rücknahme, Verkürzung oder Ausweisung",
            "immigration authority: revocation, withdrawal, shortening or expulsion",
        ),
        Choice("mission_visa_refusal", "Auslandsvertretung: Visum abgelehnt", "German mission: visa refused"),
        Choice("bamf_simple", "BAMF: Ablehnung (einfach)", "BAMF: asylum rejected (simple)"),
        Choice(
            "bamf_o_u_or_inadmissible",
            "BAMF: offensichtlich unbegründet oder unzulässig",
            "BAMF: manifestly unfounded or inadmissible",
        ),
        Choice(
            "bamf_transfer",
            "BAMF: Überstellung in einen anderen Staat (Dublin)",
            "BAMF: transfer to another state (Dublin)",
        ),
        Choice(
            "removal_order_58a",
            "Abschiebungsanordnung (§ 58a)",
            "Abschiebungsanordnung § 58a (removal order for security reasons)",
        ),
        Choice(
            "sponsor_recovery",
            "Erstattungsbescheid aus Verpflichtungserklärung (§ 68)",
            "recovery notice against a sponsor (§ 68)",
        ),
        Choice("benefits", "Bescheid über Sozialleistungen", "decision on social benefits"),
        Choice("hfk_or_ministry", "Härtefallkommission oder Ministerium", "hardship commission or ministry"),
    ),
)

DECISION_SERVED_ON = Day(
    id="decision_served_on",
    section="B",
    label="Bescheid zugegangen am",
    label_en="Decision served on",
    ask="Wann ist dieser Bescheid zugegangen (Umschlag aufheben)?",
    ask_en="When was this decision delivered (keep the envelope)?",
    note_de=(
        "Förmliche Zustellung: Datum auf dem Umschlag. Einfacher Brief im Inland: vierter Tag nach der Aufgabe zur "
        "Post (§ 41 Abs. 2 VwVfG)."
    ),
    note_en=(
        "Formal service: the date on the envelope. Ordinary letter within Germany: fourth day after posting (§ 41 "
        "Abs. 2 VwVfG)."
    ),
)

REMEDY_INSTRUCTION = OneOf(
    id="remedy_instruction",
    section="B",
    label="Rechtsbehelfsbelehrung",
    label_en="Instruction on remedies",
    ask="Steht im Bescheid eine Rechtsbehelfsbelehrung, und stimmt sie?",
    ask_en="Does the decision contain instructions on legal remedies, and are they correct?",
    choices=(
        Choice("correct", "vorhanden und richtig", "present and correct"),
        Choice("missing", "fehlt", "missing"),
        Choice("wrong", "vorhanden, aber falsch", "present but wrong"),
    ),
)

REMEDY_FILED = SomeOf(
    id="remedy_filed",
    section="B",
    label="Eingelegte Rechtsbehelfe",
    label_en="Remedies filed",
    ask="Was wurde schon eingelegt?",
    ask_en="Which remedy has been filed already?",
    choices=(
        Choice("none", "bisher nichts", "nothing so far"),
        Choice("objection", "Widerspruch", "Widerspruch (administrative objection)"),
        Choice("suit", "Klage", "Klage (suit)"),
        Choice("interim_80_5", "Eilantrag § 80 Abs. 5 VwGO", "interim application § 80 Abs. 5 VwGO"),
        Choice("interim_123", "Eilantrag § 123 VwGO", "interim application § 123 VwGO"),
    ),
)

COURT_PROTECTION = OneOf(
    id="court_protection",
    section="B",
    label="Schutz durch das Gericht",
    label_en="Court protection",
    ask="Läuft ein Gerichtsverfahren? Gibt es einen Eilbeschluss oder hat die Klage aufschiebende Wirkung?",
    ask_en="Is there a court case? Any interim order, or does the suit suspend the decision?",
    note="interim_granted: coarse answer, kind of order not known; open for 1.0.4.",
    note_de="„Eilrechtsschutz gewährt“ nur wählen, wenn die Art des Beschlusses nicht bekannt ist.",
    note_en="Choose “interim relief granted” only if the kind of order is not known.",
    choices=(
        Choice("none", "kein Gerichtsverfahren", "no court case"),
        Choice("suit_without_suspension", "Klage ohne aufschiebende Wirkung", "suit without suspensive effect"),
        Choice("interim_pending", "Eilantrag anhängig", "interim application pending"),
        Choice(
            "interim_granted", "Eilrechtsschutz gewährt, Art nicht bekannt", "interim relief granted, kind not known"
        ),
        Choice("suspensive_by_law", "aufschiebende Wirkung kraft Gesetzes", "suspensive effect by law"),
        Choice(
            "interim_granted_80_5",
            "aufschiebende Wirkung gerichtlich angeordnet oder wiederhergestellt (§ 80 Abs. 5 VwGO)",
            "suspensive effect ordered or restored by the court (§ 80 Abs. 5 VwGO)",
        ),
        Choice("interim_granted_123", "einstweilige Anordnung (§ 123 VwGO)", "interim injunction (§ 123 VwGO)"),
        Choice(
            "hanging_order",
            "Hängebeschluss (vorläufig bis zur Eilentscheidung)",
            "Hängebeschluss (holding order until the interim decision)",
        ),
    ),
)

DEPARTURE_DEADLINE = Day(
    id="departure_deadline",
    section="B",
    label="Ausreisefrist",
    label_en="Deadline for departure",
    ask="Welche Frist zur Ausreise ist gesetzt?",
    ask_en="Which deadline for leaving has been set?",
    burden=1,
)

REMOVAL_STAGE = OneOf(
    id="removal_stage",
    section="B",
    label="Stand der Abschiebung",
    label_en="Stage of the removal",
    ask="Wie weit ist eine Abschiebung – nur angedroht, vorbereitet (Untersuchung, Flug), fester Termin, Haft?",
    ask_en="How far is a removal: threatened, prepared, date fixed, detention?",
    burden=2,
    choices=(
        Choice("none", "keine Abschiebung angedroht", "no removal threatened"),
        Choice("threat_only", "nur angedroht", "only threatened"),
        Choice("preparation", "in Vorbereitung", "in preparation"),
        Choice("date_fixed", "Termin steht fest", "date fixed"),
        Choice("detention", "Haft oder Gewahrsam", "detention"),
    ),
)

TRANSFER_TO_OTHER_STATE = YesNo(
    id="transfer_to_other_state",
    section="B",
    label="Überstellung in anderen EU-Staat läuft",
    label_en="Transfer to another EU state under way",
    ask="Läuft ein Überstellungsverfahren in einen anderen EU-Staat?",
    ask_en="Is a transfer to another EU state under way?",
    burden=1,
)

DULDUNG_SINCE = Day(
    id="duldung_since",
    section="B",
    label="Duldung ununterbrochen seit",
    label_en="Duldung without a break since",
    ask="Seit wann hat die Person (ununterbrochen) eine Duldung?",
    ask_en="Since when has the person had a Duldung (without a break)?",
)

DULDUNG_TYPE = OneOf(
    id="duldung_type",
    section="B",
    label="Art der Duldung",
    label_en="Kind of Duldung",
    ask="Was steht auf der Duldung – „Identität ungeklärt“ (§ 60b), Ausbildung (§ 60c), Beschäftigung (§ 60d), sonst?",
    ask_en="What is written on the Duldung: identity unclear (§ 60b), training, employment, other?",
    choices=(
        Choice("60a_impossible", "§ 60a Abs. 2 S. 1 (Abschiebung unmöglich)", "§ 60a Abs. 2 S. 1 (removal impossible)"),
        Choice("60a_discretionary", "§ 60a Abs. 2 S. 3 (Ermessensduldung)", "§ 60a Abs. 2 S. 3 (discretionary)"),
        Choice("60b", "§ 60b (Identität ungeklärt)", "§ 60b (identity not clarified)"),
        Choice("60c", "§ 60c (Ausbildungsduldung)", "§ 60c (training)"),
        Choice("60d", "§ 60d (Beschäftigungsduldung)", "§ 60d (employment)"),
    ),
)

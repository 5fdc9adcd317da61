"""Section D, first part: identity, passport and livelihood."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, YesNo

IDENTITY_CLARIFIED = YesNo(
    id="identity_clarified",
    section="D",
    label="identity_clarified",
    label_en="identity_clarified",
    ask="Ist die Identität durch Pass oder Urkunden geklärt?",
    ask_en="Is the identity proven by a passport or documents?",
    burden=1,
)

PASSPORT_VALID = YesNo(
    id="passport_valid",
    section="D",
    label="passport_valid",
    label_en="passport_valid",
    ask="Ist ein gültiger Pass vorhanden?",
    ask_en="Is there a valid passport?",
    burden=1,
    note=(
        "Coarse answer, still accepted; passport_state is finer and wins. yes = valid; no = not valid or "
        "none."
    ),
)

PASSPORT_STATE = OneOf(
    id="passport_state",
    section="D",
    label="passport_state",
    label_en="passport_state",
    ask="Wie steht es um den Pass?",
    ask_en="What is the state of the passport?",
    burden=1,
    choices=(
        Choice("valid", "valid", "valid"),
        Choice("expired", "expired", "expired"),
        Choice("applied_for", "applied_for", "applied_for"),
        Choice("none", "none", "none"),
        Choice("withheld_by_authority", "withheld_by_authority", "withheld_by_authority"),
    ),
)

IDENTITY_EFFORTS_DOCUMENTED = YesNo(
    id="identity_efforts_documented",
    section="D",
    label="identity_efforts_documented",
    label_en="identity_efforts_documented",
    ask="Falls nein: Welche Schritte zur Beschaffung sind belegt (Termine, Briefe, Ablehnungen)?",
    ask_en="If not: which efforts to obtain documents are proven?",
    burden=1,
)

DECEPTION_OR_REFUSAL_TO_COOPERATE = YesNo(
    id="deception_or_refusal_to_cooperate",
    section="D",
    label="deception_or_refusal_to_cooperate",
    label_en="deception_or_refusal_to_cooperate",
    ask="Gab es falsche Angaben oder wurde nicht mitgewirkt?",
    ask_en="Were there false statements or a lack of cooperation?",
    burden=2,
    sensitive=True,
)

LIVELIHOOD_SECURED = OneOf(
    id="livelihood_secured",
    section="D",
    label="livelihood_secured",
    label_en="livelihood_secured",
    ask="Reicht das eigene Einkommen für Miete und Lebensunterhalt?",
    ask_en="Does the person’s own income cover rent and living costs?",
    burden=1,
    choices=(
        Choice("yes", "yes", "yes"),
        Choice("partly", "partly", "partly"),
        Choice("no", "no", "no"),
    ),
)

SPONSOR_DECLARATION = OneOf(
    id="sponsor_declaration",
    section="D",
    label="sponsor_declaration",
    label_en="sponsor_declaration",
    ask="Würde jemand eine Verpflichtungserklärung (§ 68) abgeben?",
    ask_en="Would someone sign a formal sponsorship declaration (§ 68)?",
    choices=(
        Choice("none", "none", "none"),
        Choice("offered", "offered", "offered"),
        Choice("signed", "signed", "signed"),
    ),
)

SPONSOR_MEANS = OneOf(
    id="sponsor_means",
    section="D",
    label="sponsor_means",
    label_en="sponsor_means",
    ask="Reicht das Einkommen der Person, die sich verpflichten will?",
    ask_en="Is the sponsor’s income sufficient?",
    burden=1,
    choices=(
        Choice("sufficient", "sufficient", "sufficient"),
        Choice("partly", "partly", "partly"),
        Choice("not_sufficient", "not_sufficient", "not_sufficient"),
    ),
)

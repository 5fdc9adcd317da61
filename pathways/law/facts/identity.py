"""Section D, first part: identity, passport and livelihood."""

from __future__ import annotations

from pathways.engine.facts import Choice, OneOf, YesNo

IDENTITY_CLARIFIED = YesNo(
    id="identity_clarified",
    section="D",
    label="Identität geklärt",
    label_en="Identity clarified",
    ask="Ist die Identität durch Pass oder Urkunden geklärt?",
    ask_en="Is the identity proven by a passport or documents?",
    burden=1,
    note_de="Auch andere Urkunden als der Pass können die Identität klären.",
    note_en="Documents other than the passport can clarify the identity too.",
)

PASSPORT_VALID = YesNo(
    id="passport_valid",
    section="D",
    label="Gültiger Pass vorhanden",
    label_en="Valid passport held",
    ask="Ist ein gültiger Pass vorhanden?",
    ask_en="Is there a valid passport?",
    burden=1,
    note="Coarse answer, still accepted; passport_state is finer and wins. yes = valid; no = not valid or none.",
    note_de="Grobe Angabe; die genauere Frage nach dem Stand des Passes geht vor.",
    note_en="A coarse answer; the finer question about the state of the passport takes precedence.",
)

PASSPORT_STATE = OneOf(
    id="passport_state",
    section="D",
    label="Stand des Passes",
    label_en="State of the passport",
    ask="Wie steht es um den Pass?",
    ask_en="What is the state of the passport?",
    burden=1,
    choices=(
        Choice("valid", "gültig", "valid"),
        Choice("expired", "abgelaufen", "expired"),
        Choice("applied_for", "beantragt", "applied for"),
        Choice("none", "kein Pass", "no passport"),
        Choice("withheld_by_authority", "von der Behörde einbehalten", "kept by the authority"),
    ),
)

IDENTITY_EFFORTS_DOCUMENTED = YesNo(
    id="identity_efforts_documented",
    section="D",
    label="Bemühungen um Pass und Identität belegt",
    label_en="Efforts for passport and identity documented",
    ask="Falls nein: Welche Schritte zur Beschaffung sind belegt (Termine, Briefe, Ablehnungen)?",
    ask_en="If not: which efforts to obtain documents are proven?",
    burden=1,
)

DECEPTION_OR_REFUSAL_TO_COOPERATE = YesNo(
    id="deception_or_refusal_to_cooperate",
    section="D",
    label="Falsche Angaben oder fehlende Mitwirkung",
    label_en="False statements or lack of cooperation",
    ask="Gab es falsche Angaben oder wurde nicht mitgewirkt?",
    ask_en="Were there false statements or a lack of cooperation?",
    burden=2,
    sensitive=True,
)

LIVELIHOOD_SECURED = OneOf(
    id="livelihood_secured",
    section="D",
    label="Lebensunterhalt gesichert",
    label_en="Livelihood secured",
    ask="Reicht das eigene Einkommen für Miete und Lebensunterhalt?",
    ask_en="Does the person’s own income cover rent and living costs?",
    burden=1,
    note_de="Kindergeld, Elterngeld und BAföG sind unschädlich (§ 2 Abs. 3).",
    note_en="Kindergeld, Elterngeld and BAföG do no harm (§ 2 Abs. 3).",
    choices=(
        Choice("yes", "ja, vollständig", "yes, fully"),
        Choice("partly", "teilweise", "partly"),
        Choice("no", "nein", "no"),
    ),
)

SPONSOR_DECLARATION = OneOf(
    id="sponsor_declaration",
    section="D",
    label="Verpflichtungserklärung (§ 68)",
    label_en="Sponsorship declaration (§ 68)",
    ask="Würde jemand eine Verpflichtungserklärung (§ 68) abgeben?",
    ask_en="Would someone sign a formal sponsorship declaration (§ 68)?",
    note_de="Vor der Unterschrift warnen: fünf Jahre Haftung, auch nach einem anderen humanitären Titel.",
    note_en="Warn before it is signed: five years of liability, even after another humanitarian permit.",
    choices=(
        Choice("none", "nicht in Sicht", "none in sight"),
        Choice("offered", "angeboten, noch nicht abgegeben", "offered, not yet given"),
        Choice("signed", "abgegeben", "signed"),
    ),
)

SPONSOR_MEANS = OneOf(
    id="sponsor_means",
    section="D",
    label="Mittel der verpflichteten Person",
    label_en="Means of the sponsor",
    ask="Reicht das Einkommen der Person, die sich verpflichten will?",
    ask_en="Is the sponsor’s income sufficient?",
    burden=1,
    choices=(
        Choice("sufficient", "ausreichend", "sufficient"),
        Choice("partly", "teilweise ausreichend", "partly sufficient"),
        Choice("not_sufficient", "nicht ausreichend", "not sufficient"),
    ),
)

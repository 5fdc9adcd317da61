"""The facts of the toy law about allotment gardens: every type of fact, a coarse one beside a fine one."""

from __future__ import annotations

from typing import TypedDict

from pathways.engine.conditions import AS_OF, Condition
from pathways.engine.days import years
from pathways.engine.facts import Choice, Day, Fact, OneOf, SomeOf, YesNo


class Words(TypedDict):
    section: str
    label: str
    label_en: str
    ask: str
    ask_en: str


def words(text: str) -> Words:
    return Words(section="garden", label=text, label_en=f"en {text}", ask=f"{text}?", ask_en=f"en {text}?")


def choices(**labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(id, label, f"en {label}") for id, label in labels.items())


RESIDENT = YesNo(id="resident", **words("Wohnt in der Stadt"))
REQUEST = OneOf(id="request", choices=choices(first="Erstpacht", renewal="Verlängerung"), **words("Was beantragt ist"))
HOLDS = OneOf(
    id="holds",
    choices=choices(none="keine Pacht", plot="Gartenpacht", loan="Leihbeet", unclear="Pacht, unklar welche"),
    **words("Jetzige Pacht"),
)
LEASE_RUNS = YesNo(id="lease_runs", **words("Ein Vertrag läuft"))
STAGE = OneOf(
    id="stage",
    choices=choices(none="kein Antrag", filed="gestellt", granted="zugeteilt", refused="abgelehnt"),
    **words("Stand des Antrags"),
)
NEW_REASONS = YesNo(id="new_reasons", **words("Es gibt neue Gründe"))
NEED = YesNo(id="need", judgement=True, burden=2, **words("Ein dringender Bedarf besteht"))
REASONS = SomeOf(
    id="reasons",
    choices=choices(none="keine", family="Kinder", health="Gesundheit", hobby="Liebhaberei"),
    burden=1,
    **words("Gründe"),
)
BIRTH = Day(id="birth", burden=1, **words("Geburtstag"))
MEMBER_SINCE = Day(id="member_since", **words("Mitglied seit"))
WAITS_SINCE = Day(id="waits_since", **words("Wartet seit"))
BANNED = YesNo(id="banned", burden=3, **words("Gartenverbot"))
OTHER_PLOT = YesNo(id="other_plot", **words("Hat einen anderen Garten"))
OFFENCE = OneOf(
    id="offence",
    choices=choices(none="keiner", minor="leicht", grave="schwer"),
    burden=3,
    sensitive=True,
    **words("Verstoß gegen die Ordnung"),
)
DISTRICT_FULL = YesNo(id="district_full", **words("Der Bezirk ist ausgeschöpft"))
NEIGHBOUR = OneOf(
    id="neighbour", choices=choices(no="nein", town="Nachbarstadt", abroad="anderswo"), **words("Ist Nachbar")
)
FEE_PAID = YesNo(id="fee_paid", **words("Beitrag bezahlt"))
CARD_VALID = YesNo(id="card_valid", **words("Ausweis gültig"))
CARD_STATE = OneOf(
    id="card_state",
    choices=choices(valid="gültig", expired="abgelaufen", lost="verloren"),
    **words("Stand des Ausweises"),
)
STILL_USED = YesNo(id="still_used", **words("Der Garten wird genutzt"))
FORM_FILLED = YesNo(id="form_filled", **words("Formular ausgefüllt"))
SERVED_ON = Day(id="served_on", **words("Bescheid zugestellt am"))
INSTRUCTED = YesNo(id="instructed", **words("Belehrung richtig"))
GUARDIAN = YesNo(id="guardian", **words("Hat einen Vormund"))

FACTS: tuple[Fact, ...] = (
    RESIDENT, REQUEST, HOLDS, LEASE_RUNS, STAGE, NEW_REASONS, NEED, REASONS, BIRTH, MEMBER_SINCE, WAITS_SINCE, BANNED,
    OTHER_PLOT, OFFENCE, DISTRICT_FULL, NEIGHBOUR, FEE_PAID, CARD_VALID, CARD_STATE, STILL_USED, FORM_FILLED, SERVED_ON,
    INSTRUCTED, GUARDIAN,
)  # fmt: skip
BY_ID = {fact.id: fact for fact in FACTS}

ASKED_IF: dict[Fact, Condition] = {
    LEASE_RUNS: ~HOLDS.among("none"),
    NEW_REASONS: STAGE.among("refused"),
    STILL_USED: HOLDS.some,
    CARD_STATE: ~CARD_VALID.yes,
    SERVED_ON: STAGE.among("granted", "refused"),
    INSTRUCTED: SERVED_ON.known,
    GUARDIAN: BIRTH.after(AS_OF - years(18)),
}

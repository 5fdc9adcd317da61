"""What is printed for everyone, because no fact triggers it."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.engine.citations import Citation
from pathways.law.sources import aufenthg, bgb, vwgo


@dataclass(frozen=True, slots=True)
class Hint:
    """A standing hint: never listed as a result, because it says nothing about the case."""

    id: str
    title: str
    text: str
    cite: tuple[Citation, ...]


COUNTING = Hint(
    "counting",
    "Wie gerechnet ist",
    "Ab dem frühesten Tag, den die Angabe zulässt, ohne Verschiebung auf einen Werktag. Den Tag am Bescheid prüfen.",
    (bgb("187"), bgb("188")),
)

HINTS: tuple[Hint, ...] = (
    Hint(
        "d_restitution",
        "Frist ohne Schuld versäumt",
        "Binnen zwei Wochen nach Wegfall des Hindernisses Wiedereinsetzung beantragen und das Versäumte nachholen.",
        (vwgo("60"),),
    ),
    Hint(
        "d_evidence_limit",
        "Frist für Nachweise",
        "Setzt die Behörde eine Frist für Nachweise, darf sie später Vorgebrachtes unbeachtet lassen.",
        (aufenthg("82", 1, "2–4"),),
    ),
)

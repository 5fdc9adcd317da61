"""The demand that four of the eight titles share: the person is in Germany, for only who is here can stay on."""

from __future__ import annotations

from pathways.engine.citations import Citation
from pathways.engine.criteria import Cites, mandatory
from pathways.engine.pathway import Criterion, Cure, Remedy
from pathways.law.situations import ABROAD, AT_THE_BORDER, IN_GERMANY


def present_in_germany(
    id: str, says: str, *, norm: Citation, cite: Cites, sources: tuple[Citation, ...] = (), hint: str = ""
) -> Criterion:
    """The mandatory element for one title; ``norm``: the title itself, ``cite``: the words that demand presence."""
    return mandatory(
        id,
        says,
        cite=cite,
        holds=IN_GERMANY,
        fails_on=ABROAD,
        remedies=(
            Remedy("An der Grenze: sofort anwaltlich klären.", (norm,), AT_THE_BORDER),
            Remedy("Aus dem Ausland nicht möglich.", (norm,), ABROAD, Cure.FIXED),
        ),
        sources=sources,
        hint=hint,
    )

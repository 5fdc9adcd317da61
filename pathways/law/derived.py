"""Derived facts: proposals of the program with their reason; only the answer the adviser confirms counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from pathways.engine.citations import Citation
from pathways.engine.conditions import View
from pathways.engine.facts import Fact, Value
from pathways.engine.truth import Truth
from pathways.law import facts as f
from pathways.law.enforceable import ROWS
from pathways.law.facts.asking import TITLE_OF_A_PATHWAY
from pathways.law.situations import EU_AND_EEA_BUT_GERMANY
from pathways.law.sources import aufenthg, freizuegg


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program would answer to a derived fact. ``value`` None: it cannot say, the reason tells why."""

    fact: Fact
    value: Value | None
    reason: str
    cite: tuple[Citation, ...]


def read_for(derived: Fact) -> frozenset[Fact]:
    """The facts from which a derived fact is proposed; KeyError where it is none."""
    return _READ[derived]


def proposals(view: View) -> tuple[Proposal, ...]:
    """The proposals for all derived facts that can be made from the answers so far."""
    found = (free_movement(view), request_kind(view), enforceably_required_to_leave(view))
    return tuple(proposal for proposal in found if proposal is not None)


def free_movement(view: View) -> Proposal | None:
    """From the nationality: German, EU or EEA citizen, Swiss; None for all others (relatives and loss are asked)."""
    nationality = cast("frozenset[str]", view.values.get(f.NATIONALITY.id, frozenset()))
    if "DE" in nationality:
        return _of_nationality("german", "deutsche Staatsangehörigkeit", aufenthg("2", 1))
    if nationality & EU_AND_EEA_BUT_GERMANY:
        return _of_nationality("eu_eea_citizen", "Staatsangehörigkeit eines EU- oder EWR-Staats", freizuegg("1", 2))
    if "CH" in nationality:
        return _of_nationality("swiss", "Schweizer Staatsangehörigkeit", aufenthg("1", 2))
    return None


def _of_nationality(value: str, reason: str, cite: Citation) -> Proposal:
    return Proposal(f.FREE_MOVEMENT_STATUS, value, reason, (cite,))


def request_kind(view: View) -> Proposal | None:
    """An extension where the present or last title stands on one of the eight norms."""
    if TITLE_OF_A_PATHWAY.evaluate(view) is not Truth.YES:
        return None
    return Proposal(
        f.REQUEST_KIND,
        "extension_same_title",
        "der jetzige oder letzte Titel ist einer der acht",
        (aufenthg("8", 1), aufenthg("26", 2)),
    )


def enforceably_required_to_leave(view: View) -> Proposal:
    """§ 58 Abs. 2 AufenthG by the table of the catalogue (`rule_enforceable`): the first row that fits decides.

    A row whose condition is open stops the derivation, except where it only reads facts that are asked in any case.
    """
    for row in ROWS:
        state = row.when.evaluate(view)
        if state is Truth.YES:
            return Proposal(f.ENFORCEABLY_REQUIRED_TO_LEAVE, row.result, row.reason, row.cite)
        if state is Truth.OPEN and not row.passes_over_open:
            return Proposal(f.ENFORCEABLY_REQUIRED_TO_LEAVE, None, f"noch nicht zu sagen: {row.question}", row.cite)
    return Proposal(
        f.ENFORCEABLY_REQUIRED_TO_LEAVE,
        None,
        "noch nicht zu sagen: Papier und Verfahren klären (auch gesetzliche Fiktion, Neugeborene, EU- und "
        "Assoziationsrecht)",
        (aufenthg("58", 2), aufenthg("81", 2, 2), aufenthg("33", satz=3)),
    )


_READ = {
    f.FREE_MOVEMENT_STATUS: frozenset({f.NATIONALITY}),
    f.REQUEST_KIND: frozenset(TITLE_OF_A_PATHWAY.facts()),
    f.ENFORCEABLY_REQUIRED_TO_LEAVE: frozenset(fact for row in ROWS for fact in row.when.facts()),
}

"""What the clients of the harness have sent for one case, what was acknowledged, and whether it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

Content = list[str]  # value, proof, note; as the database is read


class Fate(Enum):
    """What is known about an attempt."""

    OPEN = auto()  # nobody knows: the connection broke, or the answer did not say
    ACKNOWLEDGED = auto()  # the answer said that it is saved
    REFUSED = auto()  # the answer said that it is not saved, or only half of it was sent
    FOUND = auto()  # open, then seen in the database


@dataclass(slots=True)
class Attempt:
    """One request that changes answers; all of them or none."""

    facts: dict[str, Content]
    fate: Fate = Fate.OPEN


@dataclass(slots=True)
class Faults:
    """What must not happen, counted."""

    lost: int = 0  # acknowledged, and neither there nor replaced by something later
    torn: int = 0  # there without ever having been sent so, or some answers of a request without the others
    forbidden: int = 0  # there although it was refused

    def __add__(self, other: Faults) -> Faults:
        """Both together."""
        return Faults(self.lost + other.lost, self.torn + other.torn, self.forbidden + other.forbidden)


@dataclass(slots=True)
class Ledger:
    """The attempts at one case, in the order in which they were sent."""

    attempts: list[Attempt] = field(default_factory=list)

    def begin(self, facts: dict[str, Content]) -> Attempt:
        """Write an attempt down before it is sent."""
        attempt = Attempt(facts)
        self.attempts.append(attempt)
        return attempt

    def acknowledged(self) -> int:
        """Answers the server has said are saved."""
        return sum(len(attempt.facts) for attempt in self.attempts if attempt.fate is Fate.ACKNOWLEDGED)

    def check(self, kept: Mapping[str, Content]) -> Faults:
        """Compare with what is in the database; an open attempt that is there counts from now on.

        One that is not there stays open: the database server may still be at the commit of a killed process.
        """
        faults = Faults()
        for fact_id in {fact_id for attempt in self.attempts for fact_id in attempt.facts}:
            faults += self._check_fact(fact_id, kept.get(fact_id))
        for attempt in self.attempts:
            if attempt.fate is Fate.OPEN:
                there = [kept.get(fact_id) == content for fact_id, content in attempt.facts.items()]
                attempt.fate = Fate.FOUND if any(there) else Fate.OPEN
                faults += Faults(torn=int(any(there) and not all(there)))
        return faults

    def _check_fact(self, fact_id: str, content: Content | None) -> Faults:
        mine = [attempt for attempt in self.attempts if fact_id in attempt.facts]
        known = (Fate.ACKNOWLEDGED, Fate.FOUND)
        last = max((n for n, attempt in enumerate(mine) if attempt.fate in known), default=-1)
        stands = next((n for n, attempt in enumerate(mine) if attempt.facts[fact_id] == content), None)
        if stands is None:
            return Faults(lost=int(last >= 0), torn=int(content is not None))
        return Faults(lost=int(stands < last), forbidden=int(mine[stands].fate is Fate.REFUSED))

"""What is said about a Land, each statement with its source, its day and how far it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pathways.engine.days import PartialDay

UNKNOWN = "nicht bekannt"


class Confidence(StrEnum):
    """Whether a statement was read in the source it names."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


class Rigidity(StrEnum):
    """How hard a ground of Land law stands against dealing with a case, in the words of its source."""

    MANDATORY = "zwingend"
    EXCLUDED = "ausgeschlossen"
    INADMISSIBLE = "unzulässig"
    MANIFESTLY_UNFOUNDED = "offensichtlich unbegründet"
    NOT_ACCEPTED = "wird nicht angenommen"
    NOT_CONSIDERED = "keine Befassung"
    PRECONDITION = "Voraussetzung fehlt"
    UNLESS_SPECIAL = "soll nicht, außer bei besonderen Umständen"
    SHOULD = "soll"
    AS_A_RULE = "in der Regel"
    PRACTICE = "Praxis"
    DRAFT = "Entwurf"
    UNSAID = "Härte nicht angegeben"


class SubmissionWay(StrEnum):
    """How a case reaches the commission, in one word; the claim says it in full."""

    DIRECT = "die Person selbst"
    MEMBER = "über ein Mitglied"
    MEMBER_OR_PETITION = "über ein Mitglied oder den Petitionsausschuss"
    PETITION_FIRST = "erst nach einer Petition"
    UNKNOWN = "nicht bekannt"


class Suspended(StrEnum):
    """Whether nobody is removed while the commission deals with the case, in one word; the claim says it in full."""

    YES = "ja"
    AS_A_RULE = "in der Regel"
    UNKNOWN = "nicht bekannt"


class ProgrammeState(StrEnum):
    """What is known about a programme today."""

    ENDED = "beendet"
    EXPIRED = "Laufzeit abgelaufen"
    PROPOSED = "vorgeschlagen, nicht als Anordnung gefunden"
    NEVER = "nicht eingerichtet"
    UNKNOWN = "nicht bekannt"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in German; ``text`` is „nicht bekannt“ where nothing was read.

    ``date`` is the day of the source (None: undated), ``stale`` marks a source that is old or perhaps superseded.
    """

    text: str
    source: str
    date: PartialDay | None
    confidence: Confidence
    stale: bool = False
    note: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything was found out at all."""
        return self.text != UNKNOWN

    @property
    def is_unverified(self) -> bool:
        """Whether the text stands but nobody has read it in its source; what is unknown carries no such mark."""
        return self.is_known and self.confidence is Confidence.UNVERIFIED

    @property
    def url(self) -> str:
        """The text as an address to link to, or "" where it is none."""
        return self.text if self.text.startswith("https://") else ""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A ground of Land law against dealing with a case.

    ``answer`` is the value of ``hfk_state_exclusion`` that says the ground applies, ``question`` the id of the
    yes-or-no question whose yes says so; both "" where something else settles it or nobody could answer it.
    ``min_stay_months``: how long somebody has to have lived in Germany; 0 where the ground is another.
    """

    claim: Claim
    rigidity: Rigidity
    answer: str = ""
    question: str = ""
    min_stay_months: int = 0


@dataclass(frozen=True, slots=True)
class Members:
    """Who sits in a commission; the claim says how many. ``seats``: whom they come from, ``term``: for how long."""

    claim: Claim
    seats: tuple[str, ...]
    term: str


class Topic(StrEnum):
    """What a part of a petition to a hardship commission is about."""

    CV = "cv"
    STAY = "stay"
    INTEGRATION = "integration"
    FAMILY = "family"
    HEALTH = "health"
    CONDUCT = "conduct"
    REASONS = "reasons"
    ENCLOSURES = "enclosures"
    FORM = "form"
    CONSENT = "consent"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Part:
    """What a commission wants to read or get; the claim says it in words, with its source."""

    claim: Claim
    topic: Topic


@dataclass(frozen=True, slots=True)
class Programme:
    """An admission order of the Land under § 23 Abs. 1 AufenthG; the claim names the group."""

    claim: Claim
    state: ProgrammeState
    basis: str
    ordered: str
    ends: str
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counselling:
    """Specialised counselling for victims of trafficking; the claim names the organisation."""

    claim: Claim
    town: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a commission counted in a period, in cases or persons; None where a number was not found."""

    period: str
    unit: str
    source: str
    cut_off: PartialDay | None
    confidence: Confidence
    petitions: int | None = None
    considered: int | None = None
    requests: int | None = None
    granted: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One of the sources of a profile, at least an excerpt of which was read."""

    ref: str
    kind: str
    date: PartialDay | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources say differently about the Länder, and what the profiles go by."""

    topic: str
    text: str
    source: str

"""The parts of a memo as plain frozen data: everything that is printed, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from advisor.texts.library import TextUsed
from pathways.content.reading import LandReading
from pathways.content.words import Label


class Length(StrEnum):
    """How much is printed: what decides and what to do, or everything there is to say about each pathway."""

    SHORT = "kurz"
    FULL = "ausfuehrlich"


@dataclass(frozen=True, slots=True)
class Ref:
    """A place where something is cited; ``anchor`` is its own id, ``number`` that of the endnote."""

    text: str
    number: int
    anchor: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class Endnote:
    """A source with the places that cite it."""

    number: int
    text: str
    full_name: str
    url: str
    unverified: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence with its sources; ``lead`` is set off in front of it."""

    text: str
    refs: tuple[Ref, ...] = ()
    lead: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given."""

    label: str
    words: str
    gap: str = ""
    proof: str = ""
    note: str = ""
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion: demand, state, what it rests on, where it stands, what has to be said with it."""

    says: str
    kind: str
    state: Label
    basis: tuple[str, ...]
    refs: tuple[Ref, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Some criteria under a heading."""

    id: str
    heading: str
    caption: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline on paper; ``done``: the team has called it done."""

    day: str
    urgency: Label
    title: str
    text: str
    computed: str
    passed: bool
    refs: tuple[Ref, ...]
    done: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """A pathway in the table of all eight; ``anchor`` is empty where it has no part of its own."""

    cite: str
    title: str
    verdict: Label
    point: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A dispute with both positions."""

    question: str
    concerns: str
    positions: tuple[Remark, Remark]


@dataclass(frozen=True, slots=True)
class ProofItem:
    """The documents that prove something, and what is known about them."""

    purpose: str
    names: str
    state: str


@dataclass(frozen=True, slots=True)
class PathwayPart:
    """What the memo says about one pathway.

    ``done``: what is fulfilled, ``unsettled``: the general requirements nobody has looked at yet, ``documents``: what
    to bring; these three stand in a short memo in place of rows and lists.
    """

    id: str
    cite: str
    title: str
    verdict: Label
    mode: str
    grant: str
    consequence: str
    exception_needed: bool
    ripens: str
    about: tuple[Remark, ...]
    tables: tuple[Table, ...]
    speaks_for: tuple[Remark, ...]
    speaks_against: tuple[Remark, ...]
    to_clarify: tuple[str, ...]
    judged: tuple[Remark, ...]
    quarrels: tuple[Quarrel, ...]
    remedies: tuple[Remark, ...]
    factors: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    steps: tuple[Remark, ...]
    proofs: tuple[ProofItem, ...]
    pitfalls: tuple[Remark, ...]
    formal: tuple[Remark, ...] = ()
    done: tuple[Remark, ...] = ()
    unsettled: tuple[Remark, ...] = ()
    documents: tuple[str, ...] = ()
    land: LandReading | None = None


@dataclass(frozen=True, slots=True)
class SharedPart:
    """What comes out the same for several pathways and is printed once."""

    tables: tuple[Table, ...]
    quarrels: tuple[Quarrel, ...]
    remedies: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    proofs: tuple[ProofItem, ...]
    done: tuple[Remark, ...] = ()
    unsettled: tuple[Remark, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What titles give in one respect: each wording once, led by the pathways it holds for."""

    topic: str
    wordings: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Another route to check first."""

    title: str
    says: str
    refs: tuple[Ref, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class RoutesOf:
    """Other routes of one kind."""

    title: str
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class AnswersOf:
    """The answers of one section."""

    title: str
    lines: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes; all optional. ``issued_on`` is the printed date, empty where only the day of the law counts.

    ``address`` line by line; ``logo``: a picture as a `data:` address, ``logo_text``: what it shows, in words.
    """

    office: str = ""
    adviser: str = ""
    guidance: str = ""
    issued_on: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    mail: str = ""
    web: str = ""
    foot: str = ""
    logo: str = ""
    logo_text: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """The whole paper.

    ``texts``: the editors' texts in it, by revision and release; ``texts_note``: those that are the office's own in
    words. ``texts_as_of``: the day of the law of procedure, pitfalls and effects, where it is not that of the case.
    ``written_on``: the day for the file's own data, as ``YYYY-MM-DD``; the day of the law, so that the same case
    gives the same file. ``audience``: a sentence on whom it is for; ``is_selection``: it holds only what is shown to
    an authority. ``checksum``: SHA-256 over everything else in it.
    """

    letterhead: Letterhead
    reference: str
    as_of: str
    texts_as_of: str
    written_on: str
    law_version: str
    summary: tuple[Remark, ...]
    deadlines: tuple[Deadline, ...]
    counting: tuple[Remark, ...]
    deadline_hints: tuple[Remark, ...]
    overview: tuple[Overview, ...]
    shared: SharedPart | None
    effects: tuple[EffectRow, ...]
    pathways: tuple[PathwayPart, ...]
    routes: tuple[RoutesOf, ...]
    route_hints: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    questions: tuple[str, ...]
    answers: tuple[AnswersOf, ...]
    contacts: tuple[Remark, ...]
    endnotes: tuple[Endnote, ...]
    figures: tuple[Remark, ...] = ()
    texts: tuple[TextUsed, ...] = ()
    texts_note: str = ""
    length: Length = Length.SHORT
    audience: str = ""
    is_selection: bool = False
    checksum: str = ""

    @property
    def is_short(self) -> bool:
        """Whether only what decides is printed."""
        return self.length is Length.SHORT

"""Composing the papers for a hardship commission from answers, papers and what the team has written; a pure function.

Nothing is inferred: what nobody has said stays open and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.cases.papers import PROGRESS, Paper
from advisor.cases.proofs import Weight, proof_list
from advisor.dossier.entries import Entries, Entry, day_of
from advisor.dossier.parts import Dossier, Enclosure, Line, Part, Want, row_words, want
from advisor.dossier.sections import SECTIONS, Section
from advisor.memo.parts import Letterhead
from advisor.texts.lands import land_in, profile_in
from advisor.texts.library import Library, built_in_library
from pathways.content.words import PROOFS, day_words, value_words
from pathways.engine.consultation import Assessment
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answers, Gap
from pathways.law.facts import FEDERAL_STATE
from pathways.law.laender.profile import Part as LandPart
from pathways.law.laender.profile import Topic, general_parts
from pathways.law.s23a import PATHWAY as HARDSHIP

PATHWAY = HARDSHIP.id
_FORMAL = frozenset({Topic.FORM, Topic.CONSENT, Topic.AUTHORITY})
_NOT_NOTED = "nicht vermerkt"


@dataclass(frozen=True, slots=True)
class Given:
    """What the papers are composed from: the judged answers, the papers of the person and what the team has written.

    ``library``: what the office says itself; None for what the program says.
    """

    assessment: Assessment
    answers: Answers
    papers: Mapping[str, Paper]
    entries: Entries
    reference: str
    library: Library | None = None


def dossier_of(given: Given, letterhead: Letterhead) -> Dossier:
    """The papers as they stand."""
    said = _said_by_land(given.answers, given.library)
    return Dossier(
        letterhead=letterhead,
        reference=given.reference,
        as_of=day_words(given.assessment.as_of),
        written_on=given.assessment.as_of.isoformat(),
        parts=tuple(_part(section, given, said) for section in SECTIONS),
        enclosures=tuple(_enclosures(given)),
        formal=tuple(want(part.claim, by_land=True) for part in said if part.topic in _FORMAL),
        land=land_in(given.library or built_in_library(), given.assessment.view),
    )


def printed_unless_said(section: Section, answers: Answers) -> bool:
    """Whether a section goes into the papers where nobody has said so or otherwise."""
    return section.always or any(part.topic is section.topic for part in _said_by_land(answers))


def _said_by_land(answers: Answers, library: Library | None = None) -> tuple[LandPart, ...]:
    answer = answers.get(FEDERAL_STATE.id)
    if answer is None or not isinstance(answer.value, str):
        return ()
    return profile_in(library or built_in_library(), answer.value).parts


def _part(section: Section, given: Given, said: Iterable[LandPart]) -> Part:
    entry = given.entries.get(section.id, Entry(section.id))
    default = printed_unless_said(section, given.answers)
    printed = default if entry.printed is None else entry.printed
    held = given.answers
    open_facts = tuple(
        fact
        for fact in section.facts
        if fact.id in section.needed and (fact.id not in held or held[fact.id].value in (Gap.NOT_ASKED, Gap.NOT_KNOWN))
    )
    # A list of papers that is there needs no words; a curriculum needs its table.
    has_words = bool(entry.text or entry.rows or (section.topic is Topic.ENCLOSURES and any(_enclosures(given))))
    return Part(
        section=section,
        printed=printed,
        wants=_wants(section, said),
        lines=tuple(_lines(section, held)),
        rows=tuple(row_words(row) for row in entry.in_order),
        text=entry.text,
        open_facts=open_facts,
        lacks_rows=section.topic is Topic.CV and not entry.rows,
        lacks_birth=section.topic is Topic.CV and _begins_late(entry, held),
        lacks_text=section.topic is not Topic.CV and not has_words,
        open_rows=sum(not (row.start and row.end and row.what) for row in entry.rows),
    )


def _wants(section: Section, said: Iterable[LandPart]) -> tuple[Want, ...]:
    """What the Land says about a section; where it is not known to say anything, what is wanted mostly."""
    own = tuple(want(part.claim, by_land=True) for part in said if part.topic is section.topic)
    return own or tuple(want(part.claim, by_land=False) for part in general_parts() if part.topic is section.topic)


def _lines(section: Section, answers: Answers) -> Iterable[Line]:
    for fact in section.facts:
        answer = answers.get(fact.id)
        if answer is not None and not isinstance(answer.value, Gap):
            proof = PROOFS[answer.proof] if answer.proof else ""
            yield Line(fact.label, value_words(fact, answer.value), proof)


def _begins_late(entry: Entry, answers: Answers) -> bool:
    birth = answers.get("birth_date")
    first = day_of(entry.in_order[0].start) if entry.rows else None
    if birth is None or not isinstance(birth.value, PartialDay) or first is None:
        return False
    return first.earliest.year > birth.value.latest.year


def _enclosures(given: Given) -> Iterable[Enclosure]:
    """The papers the pathway asks for, and those the team has added; not those only somebody might ask for."""
    for item in proof_list(given.assessment, given.answers):
        if PATHWAY in item.pathways and item.weight is not Weight.IF_ASKED:
            yield Enclosure(item.words, _state(given.papers.get(item.id)))
    for paper in given.papers.values():
        if paper.is_own:
            yield Enclosure(paper.words, _state(paper))


def _state(paper: Paper | None) -> str:
    return PROGRESS[paper.progress] if paper and paper.progress else _NOT_NOTED

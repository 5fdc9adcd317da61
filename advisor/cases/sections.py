"""The sections of the questionnaire in the order of a conversation: paper first, what is painful last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.engine.consultation import relevance_of
from pathways.engine.facts import Answers, Fact, Gap
from pathways.engine.relevance import CaseView
from pathways.law import LAW
from pathways.law.facts import SECTIONS
from pathways.law.facts.asking import COARSE

# Convictions (D) and exploitation (I) are asked once there is some trust.
RELEVANCE = relevance_of(LAW)
_ORDER = "ABCFEGHDI"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the questionnaire: its letter, its title and its questions in the order they are put."""

    id: str
    title: str
    facts: tuple[Fact, ...]

    @property
    def slug(self) -> str:
        """The section in an address."""
        return self.id.lower()


def _section(letter: str) -> Section:
    return Section(letter, SECTIONS[letter].title, tuple(fact for fact in LAW.facts if fact.section == letter))


ALL_SECTIONS: tuple[Section, ...] = tuple(map(_section, _ORDER))
IN_TALK: tuple[Fact, ...] = tuple(fact for section in ALL_SECTIONS for fact in section.facts)
BY_SLUG: Mapping[str, Section] = {section.slug: section for section in ALL_SECTIONS}
NUMBERS: Mapping[str, str] = {
    fact.id: f"{section.id} {place}" for section in ALL_SECTIONS for place, fact in enumerate(section.facts, 1)
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is: its questions that are asked now, and how many of them are dealt with."""

    section: Section
    asked: int
    answered: int

    @property
    def is_done(self) -> bool:
        """Whether every question asked is dealt with."""
        return 0 < self.asked == self.answered


def is_shown(fact: Fact, view: CaseView, answers: Answers) -> bool:
    """Whether the question stands on the page.

    A coarse question is not put any more; it is shown only where an older case file answered it and not the fine one.
    """
    if fact in COARSE:
        return is_answered(fact, answers) and COARSE[fact].id not in view.values
    return RELEVANCE.is_asked(fact, view)


def is_answered(fact: Fact, answers: Answers) -> bool:
    """Whether the question is dealt with, be it by not known or declined."""
    answer = answers.get(fact.id)
    return answer is not None and answer.value is not Gap.NOT_ASKED


def progress(view: CaseView, answers: Answers) -> tuple[Progress, ...]:
    """The state of every section."""
    found = []
    for section in ALL_SECTIONS:
        asked = [fact for fact in section.facts if is_shown(fact, view, answers)]
        found.append(Progress(section, len(asked), sum(is_answered(fact, answers) for fact in asked)))
    return tuple(found)


def after(section: Section) -> Section | None:
    """The section that follows; None after the last one."""
    place = ALL_SECTIONS.index(section) + 1
    return ALL_SECTIONS[place] if place < len(ALL_SECTIONS) else None

"""What stands on the blank questionnaire: every question with its answers and conditions, in German or in English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.blank.asked import asked_if
from advisor.blank.numbering import ON_PAPER, edition, is_written, numbered
from advisor.cases.reasons import reasons
from advisor.cases.sections import ALL_SECTIONS, NUMBERS, Section
from advisor.web import wording
from advisor.web.language import in_german
from pathways.content.words import marked, short_cite
from pathways.engine.facts import Day, Fact, SomeOf
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from pathways.law.facts.stay import APPLICATION_PURPOSES, CURRENT_TITLE_NORM

_SHORT = 28  # characters up to which two answers share a line


@dataclass(frozen=True, slots=True)
class NumberedAnswer:
    """An answer to tick: its number and its words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question on paper. ``field``: ``ticks``, ``day`` or ``words``; ``why``: of a sensitive one, its reason."""

    number: str
    ask: str
    field: str
    answers: tuple[NumberedAnswer, ...]
    several: bool
    asked_if: str
    hint: str
    judgement: bool
    why: str

    @property
    def is_short(self) -> bool:
        """Whether its answers fit beside each other."""
        return all(len(answer.words) <= _SHORT for answer in self.answers)


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section of one part of the paper. ``elsewhere``: the numbers of its questions that stand in the other part."""

    letter: str
    title: str
    questions: tuple[PaperQuestion, ...]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole paper: what can be asked at once, what needs some trust first, and the norms to write down.

    ``norms_for``: the numbers of the questions that are answered with such a norm.
    """

    language: str
    first: tuple[PaperSection, ...]
    later: tuple[PaperSection, ...]
    norms: tuple[str, ...]
    norms_for: tuple[str, ...]
    law_version: str
    edition: str


def sheet() -> Sheet:
    """The paper in the language that is active; the words of the law stay German in every language."""
    on_paper = frozenset(ON_PAPER)
    first, later = [], []
    for section in ALL_SECTIONS:
        asked = [fact for fact in section.facts if fact in on_paper]
        sensitive = [fact for fact in asked if fact.sensitive]
        first.append(_section(section, [fact for fact in asked if not fact.sensitive], sensitive))
        later.append(_section(section, sensitive, ()))
    norms = CURRENT_TITLE_NORM.choices
    asking = (CURRENT_TITLE_NORM, APPLICATION_PURPOSES)
    return Sheet(
        language=get_language() or "de",
        first=tuple(first),
        later=tuple(part for part in later if part.questions),
        norms=tuple(wording.label(choice) for choice in norms),
        norms_for=tuple(NUMBERS[fact.id] for fact in asking),
        law_version=law_version(LAW),
        edition=edition(),
    )


def _section(section: Section, facts: Iterable[Fact], elsewhere: Iterable[Fact]) -> PaperSection:
    title = wording.section_title(section.id)
    return PaperSection(section.id, title, tuple(map(_question, facts)), tuple(NUMBERS[fact.id] for fact in elsewhere))


def _question(fact: Fact) -> PaperQuestion:
    return PaperQuestion(
        number=NUMBERS[fact.id],
        ask=wording.ask(fact),
        field="day" if isinstance(fact, Day) else "words" if is_written(fact) else "ticks",
        answers=tuple(NumberedAnswer(place, wording.label(choice)) for place, choice in enumerate(numbered(fact), 1)),
        several=isinstance(fact, SomeOf),
        asked_if=asked_if(fact),
        hint=wording.hint(fact),
        judgement=fact.judgement,
        why=_why(fact) if fact.sensitive else "",
    )


def _why(fact: Fact) -> str:
    """The demand that depends on the answer, with its norm (the norm alone where the reader has no German).

    Where nothing depends on it, the pathways in which it is weighed.
    """
    found = reasons(fact)
    deciding = next((reason for reason in found if reason.decides), None)
    if deciding is None:
        return _("wird abgewogen: {pathways}").format(pathways=", ".join(dict.fromkeys(r.of for r in found)))
    norms = ", ".join(short_cite(cite) for cite in deciding.cite)
    return f"{marked(deciding.says)} ({norms})" if in_german() else norms

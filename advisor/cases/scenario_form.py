"""What the form of a scenario sends: up to three questions, other answers to them, and perhaps another day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from advisor.cases.question import Question
from advisor.cases.scenario import FACTS, MOST, Proposal
from advisor.cases.sections import ALL_SECTIONS, NUMBERS
from advisor.cases.standing import Standing
from advisor.cases.typed import Refused, Typed, read, read_day
from pathways.content.words import day_words
from pathways.engine.facts import Answer, Fact
from pathways.engine.values import shown

QUESTION, DAY = "frage", "tag"  # names of fields; no question has such an id
_BY_ID = {fact.id: fact for fact in FACTS}


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that can be chosen."""

    fact: Fact
    number: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The questions of a section, by its letter."""

    section: str
    choices: tuple[Choice, ...]


GROUPS: tuple[ChoiceGroup, ...] = tuple(
    ChoiceGroup(section.id, tuple(Choice(fact, NUMBERS[fact.id]) for fact in section.facts if fact.id in _BY_ID))
    for section in ALL_SECTIONS
)


@dataclass(frozen=True, slots=True)
class ScenarioForm:
    """What was chosen and typed. ``answers``: what to assume; ``errors``: what no field can say.

    ``ready``: there is something to assume, and all of it could be read.
    """

    questions: tuple[Question, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    day: date | None = None
    day_text: str = ""
    day_error: str = ""
    errors: tuple[str, ...] = ()
    unanswered: bool = False

    @property
    def is_faulty(self) -> bool:
        """Whether something could not be read."""
        return bool(self.errors or self.day_error or any(question.error for question in self.questions))

    @property
    def ready(self) -> bool:
        """Whether the case can be judged with what is assumed."""
        return not self.is_faulty and not self.unanswered and bool(self.answers or self.day)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What stands in the lists of questions, empty ones included."""
        ids = [question.id for question in self.questions]
        return (*ids, *[""] * (MOST - len(ids)))


def read_form(data: QueryDict, now: Standing) -> ScenarioForm:
    """The form as it was sent. A question chosen just now is shown with the answer of the case, ``unanswered``."""
    ids = list(dict.fromkeys(value for value in data.getlist(QUESTION) if value))
    errors = []
    if unknown := [key for key in ids if key not in _BY_ID]:
        errors.append(_("Diese Frage gibt es nicht: {found}.").format(found=shown(unknown[0])))
    facts = [_BY_ID[key] for key in ids if key in _BY_ID]
    if len(facts) > MOST:
        errors.append(_("Höchstens {n} Fragen lassen sich zugleich durchspielen.").format(n=MOST))
    day_text = data.get(DAY, "").strip()
    if not facts and not day_text and not errors:
        errors.append(_("Bitte wählen Sie mindestens eine Frage oder einen anderen Tag."))
    day, day_error = _day(day_text)
    sent = set(data.getlist("shown"))
    questions, answers = [], {}
    for fact in facts[:MOST]:
        if fact.id not in sent:
            questions.append(_question(fact, Typed.from_answer(fact, now.answers.get(fact.id))))
            continue
        typed, error = Typed.from_form(fact, data), ""
        try:
            answers[fact.id] = read(fact, typed)
        except Refused as refused:
            error = str(refused)
        questions.append(_question(fact, typed, error))
    unanswered = any(question.id not in sent for question in questions)
    return ScenarioForm(tuple(questions), answers, day, day_text, day_error, tuple(errors), unanswered)


def fields_of(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """The fields of a form that plays a proposal through."""
    for change in proposal.changes:
        name = change.fact.id
        typed = Typed.from_answer(change.fact, Answer(change.value))
        yield from ((QUESTION, name), ("shown", name), *((name, value) for value in typed.values))
        if typed.text:
            yield name, typed.text
    if proposal.day is not None:
        yield DAY, day_words(proposal.day)


def _question(fact: Fact, typed: Typed, error: str = "") -> Question:
    return Question(fact, asked=True, typed=typed, kept=typed, error=error)


def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    try:
        day = read_day(text)
    except Refused as error:
        return None, str(error)
    if not day.is_exact:
        return None, _("Bitte den ganzen Tag angeben, zum Beispiel 12.03.2027.")
    return day.earliest, ""

"""What a form of the questionnaire sent: the answers in it, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from advisor.cases.question import Question
from advisor.cases.sections import Section
from advisor.cases.standing import Standing
from advisor.cases.typed import ALL, Refused, Typed, read, shown_words
from pathways.content.words import PROOFS
from pathways.engine.facts import Answer, Fact, Gap

NOTHING = Answer(Gap.NOT_ASKED)
BUTTONS = ("clear", "accept", "restore", "keep")  # their value is the question they belong to


@dataclass(frozen=True, slots=True)
class Refusal:
    """Fields that were not saved, and why.

    ``contested``: they hold an answer, but another one has been saved since the page was shown.
    """

    typed: Typed
    error: str
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """Answers that differ from what is kept, by fact id, and what was refused.

    ``redraw``: the fields on the page do not show the answer yet. ``for_all``: the questions whose answer holds for
    everybody in the case.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    refused: Mapping[str, Refusal] = field(default_factory=dict)
    redraw: bool = False
    for_all: frozenset[str] = frozenset()

    def mark(self, question: Question) -> Question:
        """The question with what was typed and why it was refused, where it was."""
        refusal = self.refused.get(question.id)
        if refusal is None:
            return question
        shared = question.shared and replace(question.shared, chosen=refusal.typed.scope or question.shared.chosen)
        return replace(question, typed=refusal.typed, error=refusal.error, contested=refusal.contested, shared=shared)


def one_answer(fact: Fact, data: QueryDict, standing: Standing) -> Submission:
    """The answer to one question.

    Its buttons: ``clear`` resets it, ``accept`` takes the proposal, ``restore`` shows again what is kept.
    """
    sent = _read([fact], data, standing)
    pressed = any(name in data for name in ("clear", "accept", "restore", f"{fact.id}.failed"))
    shown = _shown(fact, standing, asks_for_whom=f"{fact.id}.for" in data)
    return replace(sent, redraw=pressed or _is_stale(data.get(f"{fact.id}.was"), shown))


def whole_section(section: Section, data: QueryDict, standing: Standing) -> Submission:
    """The answers of a section; only questions that stood on the page are read."""
    on_page = set(data.getlist("shown"))
    return _read([fact for fact in section.facts if fact.id in on_page and speaks_of(fact, data)], data, standing)


def speaks_of(fact: Fact, data: QueryDict) -> bool:
    """Whether a field or a button of the question was sent.

    Our pages always send some; without any a form is broken, and must not count as one with empty fields.
    """
    return any(f"{fact.id}{part}" in data for part in ("", ".gap", ".proof", ".note")) or any(
        data.get(button) == fact.id for button in BUTTONS
    )


def _read(facts: Iterable[Fact], data: QueryDict, standing: Standing) -> Submission:
    answers: dict[str, Answer] = {}
    refused: dict[str, Refusal] = {}
    for_all: set[str] = set()
    for fact in facts:
        typed, was = Typed.from_form(fact, data), data.get(f"{fact.id}.was")
        pressed = _pressed(fact, data, standing)
        # Fields nobody has touched say nothing, not even that a newer answer should go.
        if data.get("restore") == fact.id or (pressed is None and typed.fingerprint == was):
            continue
        try:
            answer = pressed or read(fact, typed)
        except Refused as error:
            refused[fact.id] = Refusal(typed, str(error))
            continue
        scope = typed.scope if standing.sharing and standing.sharing.chosen(fact) else ""
        if answer == standing.answers.get(fact.id, NOTHING) and _holds_as_wanted(fact, answer, scope, standing):
            continue
        if _is_stale(was, _shown(fact, standing, asks_for_whom=bool(scope))):
            refused[fact.id] = Refusal(typed, _changed_meanwhile(fact, standing), contested=True)
        else:
            answers[fact.id] = answer
            if scope == ALL:
                for_all.add(fact.id)
    return Submission(answers, refused, for_all=frozenset(for_all))


def _holds_as_wanted(fact: Fact, answer: Answer, scope: str, standing: Standing) -> bool:
    """Whether the stored answer already holds for whom the form says; where nothing is stored there is no question."""
    if not scope or standing.sharing is None or answer == NOTHING:
        return True
    return standing.sharing.kept(fact) == scope


def _shown(fact: Fact, standing: Standing, *, asks_for_whom: bool) -> Typed:
    """The fields as they would be filled now; ``asks_for_whom``: one of them says for whom the answer holds."""
    scope = standing.sharing.chosen(fact) if asks_for_whom and standing.sharing else ""
    return Typed.from_answer(fact, standing.answers.get(fact.id), scope)


def _is_stale(was: str | None, shown: Typed) -> bool:
    """Whether the form showed something else than what is kept now; a form that does not tell is believed."""
    return was is not None and was != shown.fingerprint


def _changed_meanwhile(fact: Fact, standing: Standing) -> str:
    kept = standing.answers.get(fact.id)
    words = [f"„{shown_words(fact, kept)}“"]
    if kept and kept.proof:
        words.append(_(PROOFS[kept.proof]))
    if kept and kept.note:
        words.append(_("Notiz „{note}“").format(note=kept.note))
    if standing.sharing is not None and standing.sharing.kept(fact) == ALL:
        words.append(_("für alle Personen im Fall"))
    told = _("Inzwischen ist hier etwas anderes gespeichert: {kept}. Ihre Angabe ist noch nicht gespeichert.")
    return told.format(kept=", ".join(words))


def _pressed(fact: Fact, data: QueryDict, standing: Standing) -> Answer | None:
    """The answer of a button: nothing at all, or the proposal of the program as it stands now."""
    if data.get("clear") == fact.id:
        return NOTHING
    proposal = standing.proposals.get(fact.id)
    if data.get("accept") == fact.id and proposal is not None and proposal.value is not None:
        kept = standing.answers.get(fact.id, NOTHING)
        return Answer(proposal.value, kept.proof, kept.note)
    return None

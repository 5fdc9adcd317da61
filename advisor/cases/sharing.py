"""For whom an answer holds in a case of several persons: for one of them, or for all who have none of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from advisor.cases.answers import NOBODY, Sealed, Stock, in_order, says_nothing, stock_of
from advisor.cases.fetch import PersonGone
from advisor.cases.frame import name_of
from advisor.cases.models import Case, Person
from advisor.cases.sealing import open_answer, read_answer, slot_of
from advisor.cases.typed import ALL, OWN, shown_words
from pathways.engine.facts import Answer, Answers, Fact
from pathways.law import LAW
from pathways.law.facts.together import FAMILY_FACTS, PRESUPPOSED


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom the answer to one question holds, as the page shows it.

    ``chosen``: what the fields say; ``kept``: what is stored, empty where no answer is. ``others``: who else in the
    case has an answer of their own; ``instead``: in words the answer for everybody, where this person has another.
    """

    name: str
    persons: int
    chosen: str
    kept: str
    others: tuple[str, ...]
    instead: str


@dataclass(frozen=True)
class Sharing:
    """The answers of a person beside those of the others: their own, those for everybody, and who else has some.

    ``elsewhere``: the names of others who have an answer of their own, by fact id; only for FAMILY_FACTS.
    ``stock``: the persons and every answer in the case as they were found, still sealed.
    """

    name: str
    persons: int
    own: Answers
    shared: Answers
    elsewhere: Mapping[str, tuple[str, ...]]
    stock: Stock | None = field(default=None, repr=False)

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers that hold for the person."""
        return in_order({**self.shared, **self.own})

    def chosen(self, fact: Fact) -> str:
        """For whom the answer holds, or would be taken to; empty where nobody is asked that."""
        return self.kept(fact) or ((ALL if fact in PRESUPPOSED else OWN) if fact in FAMILY_FACTS else "")

    def kept(self, fact: Fact) -> str:
        """For whom the stored answer holds; empty where none is stored, or where it can hold for one person only."""
        if fact.id in self.own:
            return OWN if fact in FAMILY_FACTS or fact.id in self.shared else ""
        return ALL if fact.id in self.shared else ""

    def scope(self, fact: Fact) -> Scope | None:
        """What the page says about it; None where an answer holds for one person only."""
        chosen = self.chosen(fact)
        if not chosen:
            return None
        instead = shown_words(fact, self.shared[fact.id]) if fact.id in self.own and fact.id in self.shared else ""
        others = self.elsewhere.get(fact.id, ())
        return Scope(self.name, self.persons, chosen, self.kept(fact), others, instead)

    def after(self, answers: Answers, for_all: Collection[str]) -> Sharing:
        """The same once these answers are saved: an own one that is reset leaves what holds for everybody."""
        own, shared = dict(self.own), dict(self.shared)
        for key, answer in answers.items():
            own.pop(key, None)
            if key in for_all:
                shared.pop(key, None)
            if not says_nothing(answer):
                (shared if key in for_all else own)[key] = answer
        return replace(self, own=own, shared=shared)


def sharing_of(case: Case, person: Person) -> Sharing | None:
    """How the answers of a person stand to those of the others; None in a case of one. One query.

    PersonGone where the person is no longer in the case. The persons of the case are then known without a query.
    """
    stock = stock_of(case)
    _remember(case, stock.persons)
    persons = {each.pk: each for each in stock.persons}
    if person.pk not in persons:
        raise PersonGone(case)
    if len(persons) == 1:
        return None
    others = {
        slot_of(case.safe, each.uuid, fact.id): (fact.id, name_of(case, each))
        for each in persons.values()
        for fact in FAMILY_FACTS
        if each.pk != person.pk
    }
    own: dict[str, Answer] = {}
    shared: dict[str, Answer] = {}
    elsewhere: dict[str, tuple[str, ...]] = {}
    for slot, sealed, owner in stock.answers:
        if owner in (person.pk, NOBODY):
            place = person.uuid if owner else case.uuid
            _open_into(own if owner else shared, case, place, slot, sealed)
        elif bytes(slot) in others:
            fact_id, name = others[bytes(slot)]
            elsewhere[fact_id] = (*elsewhere.get(fact_id, ()), name)
    names = {fact_id: tuple(sorted(found)) for fact_id, found in elsewhere.items()}
    return Sharing(name_of(case, person), len(persons), own, shared, names, stock)


def forget_persons(case: Case) -> None:
    """Let the persons of a case be read anew, because somebody may have come or gone; no query."""
    if "persons" in getattr(case, "_prefetched_objects_cache", ()):
        case.refresh_from_db(fields=["persons"])


def _remember(case: Case, persons: Iterable[Person]) -> None:
    """Let a case know its persons as a prefetch would; Django has no other way to hand over what was read elsewhere."""
    known: Any = case.persons.all()
    known._result_cache, known._prefetch_done = list(persons), True
    held: Any = case
    held._prefetched_objects_cache = {**getattr(case, "_prefetched_objects_cache", {}), "persons": known}


def _open_into(found: dict[str, Answer], case: Case, owner: UUID, slot: Sealed, sealed: Sealed) -> None:
    fact_id, *columns = open_answer(case.safe, owner, slot, sealed)
    fact = LAW.facts_by_id.get(fact_id)
    if fact is not None and (answer := read_answer(fact, *columns)) is not None:
        found[fact_id] = answer

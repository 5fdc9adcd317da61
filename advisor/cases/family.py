"""The persons of a case: adding one, naming them, saying who comes first, removing one, and what they share."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import F

from advisor.accounts.models import User
from advisor.cases.choices import Relation
from advisor.cases.models import Assessment, Case, Person
from advisor.cases.sealing import resealed, seal_label, seal_relation, slot_of
from advisor.cases.services import grow, judge_again, log
from advisor.logbook.models import Action
from pathways.engine.facts import Answers, Fact
from pathways.law.facts.together import FAMILY_FACTS

MOST_PERSONS = 20  # all of them are judged whenever an answer for everybody changes
LONGEST_LABEL = 100  # characters
_OUT_OF_THE_WAY = 1000  # added to positions while they are given anew, because each stands only once in a case

AS_SEEN_FROM_THE_OTHER = {
    Relation.SPOUSE: Relation.SPOUSE,
    Relation.CHILD: Relation.PARENT,
    Relation.PARENT: Relation.CHILD,
    Relation.SIBLING: Relation.SIBLING,
    Relation.OTHER: Relation.OTHER,
}


class TooMany(ValueError):
    """The case already has as many persons as it can have."""


class LastPerson(ValueError):
    """A case is always about somebody; its last person stays."""


class HasEvidence(ValueError):
    """Results or memos about the person are kept; they are evidence and stay as long as the case."""


def add_person(
    case: Case,
    by: User,
    version: int,
    *,
    label: str,
    relation: Relation | None,
    shared: Collection[str] = (),
) -> Person:
    """A further person of the case; Stale, TooMany.

    ``shared``: the questions whose answers about the first person hold for everybody from now on. Only FAMILY_FACTS
    count, and only where the first person has an answer of their own.
    """
    with transaction.atomic():
        grow(case, version)
        persons = list(case.persons.all())
        if len(persons) >= MOST_PERSONS:
            raise TooMany
        _share(case, persons[0], [fact.id for fact in FAMILY_FACTS if fact.id in shared])
        person = Person(case=case, position=persons[-1].position + 1)
        seal_label(case, person, label)
        seal_relation(case, person, relation)
        person.save()
        judge_again(case)
        log(Action.PERSON_ADDED, case, by, subject=str(person))
    return person


def change_person(person: Person, by: User, version: int, *, label: str, relation: Relation | None) -> None:
    """Keep what a person is called and how they belong to the first one; Stale."""
    case = person.case
    with transaction.atomic():
        grow(case, version)
        seal_label(case, person, label)
        seal_relation(case, person, relation)
        person.save(update_fields=["sealed_label", "sealed_relation"])
        log(Action.PERSON_CHANGED, case, by, subject=str(person))


def put_first(person: Person, by: User, version: int, relation: Relation | None) -> None:
    """Make somebody the first person of the case; Stale.

    ``relation``: how they belonged to the one who was first. That one is told from it; how the others belong to the
    new first person has to be said again.
    """
    case = person.case
    with transaction.atomic():
        grow(case, version)
        others = [each for each in case.persons.all() if each.pk != person.pk]
        told = {others[0].pk: AS_SEEN_FROM_THE_OTHER[relation]} if others and relation else {}
        _in_this_order(case, [person, *others], told)
        log(Action.PERSON_CHANGED, case, by, subject=str(person))


def remove_person(person: Person, by: User, version: int) -> None:
    """Take somebody out of the case with all answers of their own; Stale, LastPerson, HasEvidence.

    Where one person is left, what held for everybody is theirs. Where the first one goes, how the others belong to
    the new first person has to be said again.
    """
    case, place = person.case, str(person)
    with transaction.atomic():
        grow(case, version)
        left = list(case.persons.exclude(pk=person.pk))
        if not left:
            raise LastPerson
        if has_evidence(person):
            raise HasEvidence
        was_first = person.position < left[0].position
        person.delete()
        if was_first:
            _in_this_order(case, left, {})
        if len(left) == 1:
            _keep_as_own(case, left[0])
        judge_again(case)
        log(Action.PERSON_REMOVED, case, by, subject=place)


def has_evidence(person: Person) -> bool:
    """Whether a result or a memo about the person is kept."""
    return Assessment.objects.filter(person=person).exists()


def shareable(own: Answers) -> tuple[Fact, ...]:
    """The FAMILY_FACTS that are among these answers."""
    return tuple(fact for fact in FAMILY_FACTS if fact.id in own)


def _share(case: Case, first: Person, fact_ids: Collection[str]) -> None:
    """Let answers of the first person hold for everybody; who gave them stays known."""
    slots = [slot_of(case.safe, first.uuid, fact_id) for fact_id in fact_ids]
    for row in first.answers.filter(slot__in=slots):
        new = resealed(case.safe, first.uuid, case.uuid, row)
        case.shared_answers.update_or_create(slot=new["slot"], defaults={"sealed": new["sealed"], "by_id": row.by_id})
        row.delete()


def _keep_as_own(case: Case, person: Person) -> None:
    """Make what held for everybody the own answers of the only person left, where they have none."""
    own = {bytes(slot) for slot in person.answers.values_list("slot", flat=True)}
    for row in case.shared_answers.all():
        new = resealed(case.safe, case.uuid, person.uuid, row)
        if new["slot"] not in own:
            person.answers.create(**new, by_id=row.by_id)
    case.shared_answers.all().delete()


def _in_this_order(case: Case, persons: list[Person], told: dict[int, Relation]) -> None:
    """Give the persons their places anew; nobody but those ``told`` has a relation to the first one afterwards."""
    case.persons.update(position=F("position") + _OUT_OF_THE_WAY)
    for place, person in enumerate(persons):
        person.position = place
        seal_relation(case, person, told.get(person.pk) if place else None)
    Person.objects.bulk_update(persons, ["position", "sealed_relation"])

"""What a paper about a person rests on: the answers, the judgement of today, and whose guidance the adviser has."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.frame import name_of
from advisor.cases.models import Person
from advisor.cases.services import assessment_of
from advisor.guidance.standing import Standing, standing_of
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.letterhead import letterhead_of
from advisor.memo.models import KeptMemo
from advisor.memo.parts import Letterhead
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers


@dataclass(frozen=True, slots=True)
class Basis:
    """A person as an adviser would write about them today; ``standing``: the adviser's, on that day."""

    person: Person
    adviser: User
    answers: Answers
    assessment: Assessment
    standing: Standing

    def letterhead(self) -> Letterhead:
        """Who writes; one query."""
        return letterhead_of(self.person.case.office, self.adviser, self.standing)

    def reference(self, *, several: bool) -> str:
        """The key to print; with the name where the case is about ``several``, whose papers would else look alike."""
        case = self.person.case
        return f"{case.reference}, {name_of(case, self.person)}" if several else case.reference

    def keep(self, written: Written) -> KeptMemo:
        """Keep a paper with the judgement frozen as evidence; Stale as `keep_memo`."""
        return keep_memo(written, self.person, self.assessment, self.answers, self.adviser, self.standing)


def basis_of(person: Person, adviser: User) -> Basis:
    """What a paper about the person rests on, if this adviser makes it today; three queries."""
    answers = answers_of(person)
    return Basis(person, adviser, answers, assessment_of(person, answers), standing_of(adviser, timezone.localdate()))


def fresh_identifier() -> str:
    """A name for a file that nobody can guess, 32 hexadecimal digits.

    The checksum of a kept file stands in clear and outlives the case. With something random in the file nobody can
    try out which answers would give it.
    """
    return secrets.token_hex(16)

"""Who writes a memo: the office, the adviser, and by whose guidance or own qualification they may."""

from __future__ import annotations

from advisor.accounts.models import Office, User
from advisor.guidance.models import Cover
from advisor.guidance.standing import Standing
from advisor.memo.parts import Letterhead
from pathways.content.words import day_words


def letterhead_of(office: Office, adviser: User, standing: Standing) -> Letterhead:
    """The head of a memo made on the day of the standing. A guidance that is over or missing is not printed."""
    qualified = standing.cover is Cover.QUALIFIED
    return Letterhead(
        office=office.name,
        adviser=f"{adviser}, {standing.words}" if qualified else str(adviser),
        guidance="" if qualified else standing.words,
        issued_on=day_words(standing.day),
    )

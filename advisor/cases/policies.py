"""Who may see which case: people of the office it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from advisor.accounts.models import User


def visible_cases(user: User) -> Q:
    """The filter for the cases this person may open; nothing without an office or once switched off."""
    if not user.is_active or user.office_id is None:
        return Q(pk__in=())
    return Q(office_id=user.office_id)

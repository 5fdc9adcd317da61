"""What happens to people and their accounts, for whoever keeps a log of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.dispatch import Signal

if TYPE_CHECKING:
    from advisor.accounts.models import User

# Sent inside the transaction of the change with `action` (a value of `advisor.logbook.models.Action`), `by` (a User or
# None), `office_id` (None for the installation) and `subject` (the number of a person or an invitation, never a name).
person_event = Signal()


def tell(action: str, *, by: User | None, about: User) -> None:
    """Send a `person_event` about somebody, for the log of their office."""
    subject = "" if by is not None and by.pk == about.pk else str(about.pk)
    person_event.send(type(about), action=action, by=by, office_id=about.office_id, subject=subject)

"""Which text a page is asked about, and which version of it."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest

from advisor.accounts.models import Office, User
from pathways.content.slots import Slot
from pathways.content.value_slots import ALL_SLOTS


def asked_slot(request: HttpRequest, slot: str) -> tuple[Slot, str]:
    """The slot with that id and the language asked for with `?sprache=`, German by default; Http404."""
    found = ALL_SLOTS.get(slot)
    language = request.GET.get("sprache", "de")
    if found is None or language not in found.languages:
        raise Http404
    return found, language


def office_of(request: HttpRequest) -> tuple[User, Office]:
    """Who asks, and their office; the wall lets nobody without one this far."""
    user = cast(User, request.user)
    assert user.office is not None
    return user, user.office


def whole_number(text: str) -> int:
    """A number of a revision or release; 0, which none has, where the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

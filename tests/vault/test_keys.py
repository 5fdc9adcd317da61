"""Data keys in the database and the master keys around them."""

from __future__ import annotations

import pytest

from advisor.vault.models import DataKey
from advisor.vault.services import new_key, unlock

pytestmark = pytest.mark.django_db


def test_what_was_sealed_is_opened_by_the_key_from_the_database() -> None:
    key, safe = new_key()
    sealed = safe.seal_text("note", "Grüße")
    assert unlock(DataKey.objects.get(pk=key.pk)).open_text("note", sealed) == "Grüße"

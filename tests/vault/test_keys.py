"""Data keys in the database (ASVS 5.0: 11.2, 13.3; promises 7 and 8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from advisor.vault.faults import KeyMissing, Tampered
from advisor.vault.master_keys import new_entry
from advisor.vault.models import DataKey
from advisor.vault.services import destroy, new_key, secret_of, standing_safe, unlock

pytestmark = pytest.mark.django_db


def test_what_was_sealed_is_opened_by_the_key_from_the_database() -> None:
    key, safe = new_key()
    sealed = safe.seal_text("note", "Grüße")
    assert unlock(DataKey.objects.get(pk=key.pk)).open_text("note", sealed) == "Grüße"


def test_no_key_is_in_the_database_in_clear() -> None:
    key, _ = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vault_datakey")
        row = repr([bytes(part) if isinstance(part, memoryview) else part for part in cursor.fetchone()])
    assert repr(secret_of(key))[2:-1] not in row
    assert secret_of(key).hex() not in row


def test_every_case_has_a_key_of_its_own() -> None:
    assert len({secret_of(new_key()[0]) for _ in range(50)}) == 50


def test_a_flip_of_any_bit_in_a_wrapped_key_is_found() -> None:
    key, _ = new_key()
    wrapped = bytes(key.wrapped)
    for position in range(len(wrapped)):
        changed = bytearray(wrapped)
        changed[position] ^= 1
        key.wrapped = bytes(changed)
        with pytest.raises(Tampered):
            unlock(key)


@pytest.mark.parametrize("wrapped", [b"", b"\x01", b"\x01" + bytes(12), bytes(61)])
def test_what_is_no_wrapped_key_is_refused(wrapped: bytes) -> None:
    key, _ = new_key()
    key.wrapped = wrapped
    with pytest.raises(Tampered):
        unlock(key)


def test_the_wrapped_key_of_one_case_does_not_open_another() -> None:
    mine, theirs = new_key()[0], new_key()[0]
    mine.wrapped = theirs.wrapped
    with pytest.raises(Tampered, match=str(mine.pk)):
        unlock(mine)


def test_a_key_that_names_another_master_is_refused(key_file: Path) -> None:
    key, _ = new_key()
    key_file.write_text(key_file.read_text() + new_entry("other"))
    key.master = "other"
    with pytest.raises(Tampered):
        unlock(key)


def test_the_same_id_with_another_master_key_is_refused(key_file: Path) -> None:
    key, _ = new_key()
    key_file.write_text(new_entry("old"))
    with pytest.raises(Tampered):
        unlock(key)


def test_without_its_master_key_nothing_opens(key_file: Path) -> None:
    key, _ = new_key()
    key_file.write_text(new_entry("other"))
    with pytest.raises(KeyMissing, match=r"'old' is not configured \(there are: other\)"):
        unlock(key)


def test_a_destroyed_key_is_gone() -> None:
    key, _ = new_key()
    kept, _ = new_key()
    destroy(key)
    assert list(DataKey.objects.all()) == [kept]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete")
            assert cursor.fetchone() == (1,)


def test_a_standing_safe_is_the_same_every_time_and_another_for_each_purpose() -> None:
    sealed = standing_safe("second-factor").seal_text("totp/1", "JBSWY3DP")
    assert standing_safe("second-factor").open_text("totp/1", sealed) == "JBSWY3DP"
    with pytest.raises(Tampered):
        standing_safe("something-else").open_text("totp/1", sealed)
    assert DataKey.objects.count() == 2

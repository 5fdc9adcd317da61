"""What a safe seals only that safe opens, only at the same place and only unchanged (ASVS 5.0: 11.2, 11.3)."""

from __future__ import annotations

import pickle
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.vault.faults import Tampered
from advisor.vault.safe import BLIND_BYTES, STEP_BYTES, Safe

KEY = UUID(int=1)
SAFE = Safe(KEY, bytes(range(32)))
PLACES = st.text(st.characters(codec="utf-8"), max_size=30)
TEXTS = st.text(st.characters(codec="utf-8"))


@given(PLACES, st.binary(max_size=300))
def test_bytes_come_back_as_they_were(place: str, plain: bytes) -> None:
    assert SAFE.open(place, SAFE.seal(place, plain)) == plain


@given(PLACES, TEXTS)
def test_text_comes_back_as_it_was(place: str, text: str) -> None:
    assert SAFE.open_text(place, memoryview(SAFE.seal_text(place, text))) == text


def test_a_flip_of_any_bit_is_found() -> None:
    sealed = SAFE.seal("answer", b'"ja"')
    for position in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[position] ^= 1 << bit
            with pytest.raises(Tampered):
                SAFE.open("answer", bytes(changed))


@given(st.binary(max_size=200), st.data())
def test_any_other_bytes_are_refused(plain: bytes, data: st.DataObject) -> None:
    sealed = SAFE.seal("answer", plain)
    cut = data.draw(st.integers(0, len(sealed) - 1))
    for other in (sealed[:cut], sealed[cut + 1 :], sealed + sealed[:cut] + b"\0", data.draw(st.binary(max_size=200))):
        with pytest.raises(Tampered):
            SAFE.open("answer", other)


@given(PLACES, PLACES)
def test_what_is_moved_to_another_place_is_refused(place: str, other: str) -> None:
    sealed = SAFE.seal(place, b"plain")
    if place != other:
        with pytest.raises(Tampered):
            SAFE.open(other, sealed)


@pytest.mark.parametrize(
    "other", [Safe(uuid4(), bytes(range(32))), Safe(KEY, bytes(range(1, 33)))], ids=["other id", "other key"]
)
def test_what_is_moved_under_another_key_is_refused(other: Safe) -> None:
    with pytest.raises(Tampered):
        other.open("answer", SAFE.seal("answer", b"plain"))


def test_the_same_is_never_sealed_the_same_way_twice() -> None:
    sealed = {SAFE.seal("answer", b"plain") for _ in range(1000)}
    assert len({each[1:13] for each in sealed}) == 1000


@given(st.binary(max_size=STEP_BYTES - 1), st.binary(max_size=STEP_BYTES - 1))
def test_the_length_of_short_answers_does_not_show(one: bytes, other: bytes) -> None:
    assert len(SAFE.seal("answer", one)) == len(SAFE.seal("answer", other))


def test_nothing_of_what_is_sealed_is_in_the_sealed_bytes() -> None:
    assert b"marker" not in SAFE.seal_text("note/marker", "marker" * 100)


@given(PLACES, TEXTS, PLACES, TEXTS)
def test_blind_ids_are_equal_only_for_the_same_place_and_text(place: str, text: str, place2: str, text2: str) -> None:
    blind = SAFE.blind(place, text)
    assert len(blind) == BLIND_BYTES
    assert (blind == SAFE.blind(place2, text2)) == ((place, text) == (place2, text2))


def test_the_border_between_place_and_text_counts() -> None:
    assert SAFE.blind("a", "bc") != SAFE.blind("ab", "c")


def test_blind_ids_of_two_keys_have_nothing_in_common() -> None:
    assert SAFE.blind("answer", "religion") != Safe(KEY, bytes(range(1, 33))).blind("answer", "religion")


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_data_key_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Safe(KEY, bytes(length))


def test_half_a_character_is_refused_before_it_is_sealed() -> None:
    with pytest.raises(UnicodeEncodeError):
        SAFE.seal_text("note", "\ud800")


def test_a_safe_is_not_stored_and_shows_no_key() -> None:
    with pytest.raises(TypeError, match="not stored"):
        pickle.dumps(SAFE)
    assert repr(SAFE) == f"<Safe of key {KEY}>"


def test_what_was_sealed_once_opens_for_ever() -> None:
    """The format is kept in databases and back-ups: a change of it needs a new version byte beside this one."""
    sealed = bytes.fromhex(SEALED_IN_2026)
    assert SAFE.open_text("note", sealed) == "Grüße"
    assert SAFE.blind("note", "Grüße").hex() == BLIND_IN_2026


SEALED_IN_2026 = (
    "0132c77f14239163459f099062c4b2d00a4b5b2912e4ee04109a34dd39defc65ab24d4b8a6e02484d1a363a36b774e"
    "cc1e28fb1da69861af67a1ba39b57084b9f458040a33c943508edc7abbcfcae6c105191b79377a708e2db7ebef5b"
)
BLIND_IN_2026 = "bbed5a70991358cb25c7ac4830a60a35"

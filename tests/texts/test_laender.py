"""An editor puts a value of a Land right, with source and day; it goes the way of every text, and no rule reads it."""

from __future__ import annotations

import pytest

from advisor.texts.bundle import export_texts, import_texts
from advisor.texts.faults import NotReleasable
from advisor.texts.lands import profile_in
from advisor.texts.library import built_in_library, library_of
from advisor.texts.survey import survey
from pathways.content import land_slots
from pathways.content.checks import blocking
from pathways.content.land_slots import LAND_SLOTS, LandValue, claim_of, land_body, land_faults, read_land
from pathways.content.markup import Unreadable
from pathways.engine.days import PartialDay
from pathways.law.laender.claims import Confidence
from pathways.law.laender.profile import profiles

SLOT = "land.NW.majority"
DAY = PartialDay.parse("2026-11")
BODY = land_body("Zwei Drittel, § 7 HFKVO.", "Geschäftsstelle, Auskunft", DAY)


def test_every_land_has_its_values_and_each_is_a_statement_of_the_profile() -> None:
    assert {slot.subject_id for slot in LAND_SLOTS.values()} == {each.land for each in profiles()}
    assert all(claim_of(slot).text for slot in LAND_SLOTS.values())


def test_a_value_reads_back_and_needs_source_and_day() -> None:
    assert read_land(BODY) == LandValue("Zwei Drittel, § 7 HFKVO.", "Geschäftsstelle, Auskunft", DAY)
    assert land_faults(BODY) == ()
    for body in ("", "Nur Text.", "Text.\nQuelle: x", "Text.\nQuelle: x\nStand: bald", "Quelle: x\nStand: 2026"):
        with pytest.raises(Unreadable):
            read_land(body)
        assert blocking(land_faults(body))
    assert blocking(land_faults(land_body("x" * 1300, "y", DAY)))


def test_a_value_says_whether_it_was_checked() -> None:
    unchecked = land_body("Zwei Drittel.", "Auskunft", DAY, is_unverified=True)
    assert read_land(unchecked).is_unverified
    assert not read_land(unchecked.replace("nein", "ja")).is_unverified
    assert blocking(land_faults(unchecked.replace("nein", "vielleicht")))
    assert profile_in(built_in_library().with_draft(SLOT, "de", unchecked), "NW").majority.confidence is (
        Confidence.UNVERIFIED
    )


@pytest.mark.django_db
def test_a_value_is_released_by_somebody_else_and_moves_with_the_bundle(
    released, submitted, releaser, editor, stranger, monkeypatch
) -> None:
    with pytest.raises(NotReleasable):
        released("Ohne Quelle.", SLOT)
    released(BODY, SLOT)
    assert library_of(editor.office).land("NW") == {"majority": read_land(BODY)}
    assert library_of(stranger.office).land("NW") == {}
    assert survey(editor.office) == ()
    assert [each.slot for each in import_texts(export_texts(editor.office), stranger).made] == [SLOT]


@pytest.mark.django_db
def test_once_the_program_has_read_something_newer_its_value_counts_again(released, editor, monkeypatch) -> None:
    released(BODY, SLOT)
    monkeypatch.setattr("pathways.content.value_slots.land_fingerprint", lambda slot: "newer")
    from advisor.texts import library

    library._library.cache_clear()
    assert library_of(editor.office).land("NW") == {}
    assert land_slots.claim_of(LAND_SLOTS[SLOT]).text
    library._library.cache_clear()

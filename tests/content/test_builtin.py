"""The texts of the program: complete, readable, cited, and silent where they would have to promise."""

from __future__ import annotations

import tomllib

import pytest

from pathways.content import builtin
from pathways.content.builtin import FINGERPRINTS, FOLDER, STATE_OF_LAW, Text, as_texts, built_in, orphans
from pathways.content.checks import blocking, faults
from pathways.content.markup import parse
from pathways.content.slots import SLOTS, Subject, subject_fingerprint
from pathways.law.sources import asylg, aufenthg, vwgo
from pathways.law.sources.papers import LAND_PROGRAMMES_2026, paper

BODIES = {slot: each.body for slot, each in built_in().items()}


def test_every_text_has_a_slot_and_every_slot_that_needs_one_has_a_text() -> None:
    assert orphans() == ()
    assert [slot.id for slot in SLOTS.values() if slot.required and slot.id not in BODIES] == []
    assert [
        slot.id for slot in SLOTS.values() if slot.name == "help" and _is_criterion(slot) and slot.id not in BODIES
    ] == []


def _is_criterion(slot) -> bool:
    return slot.subject_kind is Subject.CRITERION


def test_nothing_keeps_a_text_from_being_shown() -> None:
    found = {slot: blocking(faults(SLOTS[slot], "de", body)) for slot, body in BODIES.items()}
    assert {slot: [fault.words for fault in stops] for slot, stops in found.items() if stops} == {}


def test_every_text_fits_the_law_of_today() -> None:
    """Whoever changes the law reads the texts about it again: `manage.py texts --accept SLOT`."""
    behind = []
    for slot, each in built_in().items():
        cites = tuple(dict.fromkeys(cite for statement in parse(each.body) for cite in statement.cites))
        if each.fingerprint != subject_fingerprint(SLOTS[slot], cites):
            behind.append(slot)
    assert behind == []


def test_all_texts_were_written_under_the_law_of_one_day() -> None:
    stands = {
        tomllib.loads(path.read_text(encoding="utf-8"))["stand"]
        for path in FOLDER.glob("*.toml")
        if path != FINGERPRINTS
    }
    assert stands == {STATE_OF_LAW.isoformat()}


def test_nothing_is_promised() -> None:
    words = ("Anspruch besteht", "garantiert", "bekommen Sie sicher")
    assert [slot for slot, body in BODIES.items() if any(word in body for word in words)] == []


def test_an_act_is_named_once_behind_its_places() -> None:
    unread = paper(LAND_PROGRAMMES_2026)
    cites = (aufenthg("25", 4, 1), aufenthg("58", 2), asylg("55", 1), vwgo("74"), unread)
    assert (
        Text("Satz.", cites=cites).cite
        == f"§ 25 Abs. 4 S. 1, § 58 Abs. 2 AufenthG; § 55 Abs. 1 AsylG; § 74 VwGO; {unread}"
    )
    places = (aufenthg("81", 3), aufenthg("81", 4, 1), aufenthg("81"), aufenthg("8", 1))
    assert Text("Satz.", cites=places).cite == "§ 81 Abs. 3, Abs. 4 S. 1, § 81, § 8 Abs. 1 AufenthG"
    assert "[UNVERIFIED]" in Text("Satz.", cites=cites).cite


def test_a_text_for_nothing_is_an_orphan_and_a_broken_file_an_error(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(builtin, "FOLDER", tmp_path)
    monkeypatch.setattr(builtin, "FINGERPRINTS", tmp_path / "fingerprints.toml")
    file = tmp_path / "p23a.toml"
    try:
        file.write_text('stand = "2026-08-19"\n[criterion.gone]\nhelp = "Satz. [[Praxis]]"\n', encoding="utf-8")
        built_in.cache_clear()
        assert orphans() == ("criterion.gone.help",)
        file.write_text('stand = "2026-08-19"\n[pathway.about]\ntext = "x"\n', encoding="utf-8")
        built_in.cache_clear()
        with pytest.raises(ValueError, match="no text"):
            built_in()
    finally:
        built_in.cache_clear()


def test_what_is_accepted_is_written_down_and_read_back(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(builtin, "FINGERPRINTS", tmp_path / "fingerprints.toml")
    try:
        built_in.cache_clear()
        assert built_in()["pathway.p23a.about"].fingerprint == ""
        assert builtin.accept(["pathway.p23a.about"]) == ("pathway.p23a.about",)
        assert len(built_in()["pathway.p23a.about"].fingerprint) == 16
        assert builtin.accept(["pathway.p23a.about"]) == ()
    finally:
        built_in.cache_clear()


def test_statements_are_shown_with_their_places() -> None:
    (shown,) = as_texts(parse("Ein **Satz**. [[§ 74 VwGO]]"))
    assert (shown.text, shown.html, shown.cite) == ("Ein Satz.", "Ein <strong>Satz</strong>.", "§ 74 VwGO")

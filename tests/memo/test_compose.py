"""What a memo says, and that it is a pure function of the case."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, replace
from typing import Any

import pytest

from advisor.memo.compose import checksum
from advisor.memo.parts import Letterhead, Ref
from pathways.law import LAW
from tests.memo.conftest import Make


def refs_in(part: Any) -> list[Ref]:
    """All references anywhere inside a part of a memo."""
    if isinstance(part, Ref):
        return [part]
    if isinstance(part, tuple):
        return [ref for item in part for ref in refs_in(item)]
    if hasattr(part, "__dataclass_fields__"):
        return [ref for name in part.__dataclass_fields__ for ref in refs_in(getattr(part, name))]
    return []


def test_the_same_case_gives_the_same_memo_and_checksum(make: Make) -> None:
    memo = make()
    assert make() == memo
    assert len(memo.checksum) == 64
    assert checksum(memo) == memo.checksum


def test_the_checksum_covers_every_part(make: Make) -> None:
    memo = make()
    for name in asdict(memo):
        if name != "checksum":
            changed = Letterhead("andere") if name == "letterhead" else ("x",)
            assert checksum(replace(memo, **{name: changed})) != memo.checksum, name


def test_a_memo_cannot_be_changed(make: Make) -> None:
    with pytest.raises(FrozenInstanceError):
        make().reference = "other"  # type: ignore[misc]


def test_the_result_stands_in_five_lines(make: Make) -> None:
    memo = make()
    assert [line.lead for line in memo.summary] == [
        "kommt in Betracht",
        "noch offen",
        "nur als begründete Ausnahme",
        "scheidet derzeit aus",
        "zuerst",
    ]
    named = " ".join(line.text for line in memo.summary[:4])
    assert all(pathway.cite.text in named for pathway in LAW.pathways)


def test_all_pathways_are_in_the_table_and_the_excluded_ones_only_there(make: Make) -> None:
    memo = make()
    assert [row.cite for row in memo.overview] == [pathway.cite.text for pathway in LAW.pathways]
    assert {row.cite for row in memo.overview if row.verdict.key == "excluded"} == {
        row.cite for row in memo.overview if not row.anchor
    }
    assert {part.cite for part in memo.pathways} == {row.cite for row in memo.overview if row.anchor}


def test_pathways_can_be_chosen(make: Make) -> None:
    assert [part.id for part in make(chosen=["p23a"]).pathways] == ["p23a"]
    with pytest.raises(ValueError, match="p99"):
        make(chosen=["p99"])


def test_a_criterion_is_printed_once(make: Make) -> None:
    memo = make()
    assert memo.common is not None
    everywhere = {
        row.says
        for table in memo.common.tables
        for row in table.rows
        if not any(remark.lead in ("Gilt für", "Außer bei") for remark in row.remarks)
    }
    assert everywhere
    for part in memo.pathways:
        assert not everywhere & {row.says for table in part.tables for row in table.rows}


def test_what_titles_give_is_compared_topic_by_topic(make: Make) -> None:
    lines = make(chosen=["p22_2", "p23a"]).effects
    work = [line for line in lines if line.topic == "Arbeit"]
    assert work
    assert {"alle"} == {line.holds_for for line in work} or len(work) == 2


def test_each_source_has_one_number_and_each_place_a_way_back(make: Make) -> None:
    memo = make()
    refs = refs_in(replace(memo, endnotes=()))
    anchors = [anchor for note in memo.endnotes for anchor in note.anchors]
    assert sorted(anchors) == sorted(ref.anchor for ref in refs)
    assert len(set(anchors)) == len(anchors)
    assert [note.number for note in memo.endnotes] == list(range(1, len(memo.endnotes) + 1))
    by_number = {note.number: note for note in memo.endnotes}
    assert all(by_number[ref.number].text == ref.text for ref in refs)
    assert all(by_number[ref.number].unverified is ref.unverified for ref in refs)


def test_answers_are_printed_as_given(make: Make) -> None:
    lines = {line.label: line for section in make().answers for line in section.lines}
    facts = LAW.facts_by_id
    assert lines[facts["asylum_history"].label].words == "nicht bekannt"
    assert lines[facts["criminal_record"].label].words == "möchte nicht sagen"
    assert lines[facts["location"].label].proof == "Nachweis gesehen"
    assert lines[facts["birth_date"].label].words == "03.1999"


def test_deadlines_say_how_they_were_counted(make: Make) -> None:
    counted = [due for due in make().deadlines if due.computed]
    assert any(due.day == "20.12.2026" and "dazu 1 Monat" in due.computed for due in counted)


def test_the_judgement_of_the_adviser_comes_with_its_note(make: Make) -> None:
    memo = make(notes={"urgent_reasons_23a": "Pflege der Mutter"})
    part = next(part for part in memo.pathways if part.id == "p23a")
    assert any("ja – Pflege der Mutter" in remark.lead for remark in part.judged)

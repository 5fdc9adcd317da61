"""What a memo says, and that it is a pure function of the case."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, asdict, replace
from datetime import date
from typing import Any

import pytest

from advisor.memo.compose import checksum
from advisor.memo.parts import Length, Letterhead, Ref
from advisor.memo.render import memo_html
from advisor.memo.summary import LONGEST
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
        "scheidet derzeit aus",
        "als Nächstes",
        "bis wann",
    ]
    named = " ".join(line.text for line in memo.summary[:3])
    assert all(pathway.cite.text.removesuffix(" AufenthG") in named for pathway in LAW.pathways)
    assert all(len(line.lead) + len(line.text) <= LONGEST for line in memo.summary)
    assert memo.summary[3].text.endswith("klären")
    assert memo.summary[4].text.startswith("sofort: ")
    assert "20.12.2026: " in memo.summary[4].text


def test_all_pathways_are_in_the_table_and_those_with_a_part_are_linked(make: Make) -> None:
    memo = make()
    assert [row.cite for row in memo.overview] == [pathway.cite.text for pathway in LAW.pathways]
    assert not {row.cite for row in memo.overview if row.verdict.key == "excluded" and row.anchor}
    assert {part.cite for part in memo.pathways} == {row.cite for row in memo.overview if row.anchor}


def test_pathways_can_be_chosen(make: Make) -> None:
    assert [part.id for part in make(chosen=["p23a"]).pathways] == ["p23a"]
    with pytest.raises(ValueError, match="p99"):
        make(chosen=["p99"])


@pytest.mark.parametrize("length", Length)
def test_a_criterion_is_printed_once(make: Make, length: Length) -> None:
    memo = make(chosen=["p22_2", "p23a"], length=length)
    assert memo.shared is not None
    everywhere = {
        row.says
        for table in memo.shared.tables
        for row in table.rows
        if not any(remark.lead.startswith(("Gilt für", "Außer bei")) for remark in row.remarks)
    }
    assert everywhere
    for part in memo.pathways:
        assert not everywhere & {row.says for table in part.tables for row in table.rows}


def test_what_titles_give_is_compared_topic_by_topic(make: Make) -> None:
    rows = {row.topic: row.wordings for row in make(chosen=["p22_2", "p23a"]).effects}
    assert [wording.lead for wording in rows["Arbeit"]] == ["alle"]
    assert [wording.lead for wording in rows["Wohnsitzregel"]] == ["§ 22 S. 2", "§ 23a Abs. 1 S. 1"]


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


@pytest.mark.parametrize("length", Length)
def test_sources_before_the_first_pathway_are_numbered_in_the_order_of_reading(make: Make, length: Length) -> None:
    exploited = {"exploitation_form": ["labour"], "victim_evidence": "specialist_counselling_report"}
    memo = make(chosen=["p23a"], length=length, **exploited)
    assert memo.warnings
    front = memo_html(memo).split('class="memo-pathway"')[0]
    first_seen = dict.fromkeys(re.findall(r'href="#q(\d+)"', front))
    assert [int(number) for number in first_seen] == list(range(1, len(first_seen) + 1))


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


def test_texts_that_are_younger_than_the_law_of_the_case_say_so(make: Make) -> None:
    assert make().texts_as_of == ""
    assert make(as_of=date(2015, 7, 7)).texts_as_of == "19.08.2026"


@pytest.mark.parametrize("length", Length)
def test_the_procedure_of_the_land_stands_at_the_hardship_pathway(make: Make, length: Length) -> None:
    hardship, other = make(chosen=["p23a", "p22_2"], federal_state="BY", length=length).pathways
    if hardship.id != "p23a":
        hardship, other = other, hardship
    assert hardship.land is not None
    assert hardship.land.name == "Bayern"
    assert "Wer entscheidet?" in [line.label for line in hardship.land.lines]
    assert other.land is None


def test_a_short_memo_names_one_missing_thing_for_each_open_point(make: Make) -> None:
    (part,) = make(chosen=["p23a"]).pathways
    rows = [row for table in part.tables for row in table.rows]
    assert {row.state.key for row in rows} <= {"open", "no"}
    assert all(len(row.basis) == 1 for row in rows if row.state.key == "open" and row.basis)
    assert any("vollziehbar" in remark.text for remark in part.done)

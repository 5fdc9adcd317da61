"""What a memo tells whom: an authority only what is shown, and what that rests on."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from advisor.memo.compose import checksum
from advisor.memo.models import Audience
from advisor.memo.parts import Length, Memo
from advisor.memo.render import memo_html
from pathways.law import LAW
from tests.memo.conftest import Make

NOTE = "Merkzeichen-91c4"


@pytest.fixture(scope="module")
def selection(make: Make) -> Memo:
    notes = {fact_id: f"{NOTE} {fact_id}" for fact_id in ("location", "birth_date", "urgent_reasons_23a")}
    return make(notes, chosen=["p23a"], length=Length.FULL, audience=Audience.AUTHORITY)


def test_an_authority_gets_no_note_and_nothing_open_declined_or_speaking_against(selection: Memo) -> None:
    said = json.dumps(asdict(selection), ensure_ascii=False) + memo_html(selection)
    assert NOTE not in said
    for fact_id in ("asylum_history", "criminal_record"):
        label = LAW.facts_by_id[fact_id].label
        assert f"{label}:" not in said
        assert f">{label}<" not in said
    for word in ("möchte nicht sagen", "nicht bekannt", "noch offen", "Spricht dagegen", "Fallstricke", "scheidet"):
        assert word not in memo_html(selection)
    states = {row.state.key for part in selection.pathways for table in part.tables for row in table.rows}
    assert states == {"yes"}


def test_an_authority_gets_what_is_shown_with_what_it_rests_on(selection: Memo) -> None:
    (part,) = selection.pathways
    rows = [row for table in part.tables for row in table.rows]
    assert any("vollziehbar" in row.says.lower() for row in rows)
    assert all(row.refs and row.basis for row in rows)
    judged = [row for row in rows if row.basis == ("nach Einschätzung der Beratung",)]
    assert judged
    labels = {line.label for section in selection.answers for line in section.lines}
    assert LAW.facts_by_id["urgent_reasons_23a"].label not in labels
    assert LAW.facts_by_id["decision_served_on"].label not in labels, "no printed demand rests on it"
    assert labels


def test_nothing_but_the_chosen_pathway_is_named_to_an_authority(selection: Memo) -> None:
    said = memo_html(selection)
    for pathway in LAW.pathways:
        assert (pathway.title in said) is (pathway.id == "p23a")


def test_every_source_of_a_selection_is_cited_in_it(selection: Memo) -> None:
    said = memo_html(selection)
    assert selection.endnotes
    for note in selection.endnotes:
        assert all(f'id="{anchor}"' in said for anchor in note.anchors)


def test_a_lawyer_reads_everything_and_the_paper_says_for_whom_it_is(make: Make, selection: Memo) -> None:
    whole = make({"location": NOTE})
    lawyer = make({"location": NOTE}, audience=Audience.LAWYER)
    assert (lawyer.pathways, lawyer.answers) == (whole.pathways, whole.answers)
    assert NOTE in memo_html(lawyer)
    assert "Anwält" in lawyer.audience
    assert "Auswahl für eine Behörde" in memo_html(selection)
    assert len({memo.checksum for memo in (whole, lawyer, selection)}) == 3
    assert checksum(selection) == selection.checksum

"""Which papers stand on top: few, required, not yet there, and first what a running deadline is counted from."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.cases.papers import Paper, Progress
from advisor.cases.proofs import Weight, proof_list
from advisor.cases.urgent_proofs import MOST_NOW
from advisor.followup.paper_groups import PaperGroup, paper_groups
from advisor.followup.paper_lines import PaperLine
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answers
from pathways.law import LAW
from tests.factories import answers

DAY = date(2026, 10, 5)
REFUSED = {
    "location": "in_germany",
    "current_status": "no_document",
    "decision_kind": "abh_refusal_title",
    "decision_served_on": "2026-10-01",
    "remedy_instruction": "correct",
    "remedy_filed": ["none"],
}


def judged(given: Answers) -> Assessment:
    """The assessment of these answers."""
    return consult(LAW, given, DAY)


def grouped(given: Answers, kept: dict[str, Progress] | None = None) -> dict[str, PaperGroup]:
    """The groups of the page by key, with how far papers are by their id."""
    assessment = judged(given)
    known = kept or {}
    lines = [PaperLine(Paper(i.id, known.get(i.id)), i, "") for i in proof_list(assessment, given)]
    return {group.key: group for group in paper_groups(lines, assessment)}


@pytest.mark.parametrize("given", [{}, {"location": "in_germany"}, REFUSED], ids=["nothing", "here", "refused"])
def test_every_paper_stands_once_and_few_stand_on_top(given: dict[str, object]) -> None:
    told = answers(**given)
    groups = grouped(told)
    shown = [line.paper.id for group in groups.values() for line in group.lines]
    assert sorted(shown) == sorted(item.id for item in proof_list(judged(told), told))
    assert len(groups["now"].lines) == MOST_NOW
    assert [key for key, group in groups.items() if not group.folded] == ["now"]
    for line in groups["now"].lines:
        assert line.item is not None
        assert line.item.weight is Weight.REQUIRED


def test_a_paper_stands_under_the_one_pathway_that_needs_it() -> None:
    for key, group in grouped(answers(**REFUSED)).items():
        if group.norm:
            assert {line.item.pathways for line in group.lines if line.item} == {(key,)}


def test_what_is_asked_for_or_there_makes_room_on_top() -> None:
    told = answers(**REFUSED)
    first, second = [line.paper.id for line in grouped(told)["now"].lines][:2]
    groups = grouped(told, {first: Progress.ASKED, second: Progress.THERE})
    assert [line.paper.id for line in groups["noted"].lines] == [first, second]
    assert len(groups["now"].lines) == MOST_NOW
    missing = grouped(told, {first: Progress.MISSING})
    assert missing["now"].lines[0].paper.id == first
    assert "noted" not in missing


def test_what_a_running_deadline_is_counted_from_comes_first() -> None:
    told = answers(**REFUSED)
    starts = {due.start.id for running in judged(told).deadlines for due in running.deadline.due}
    reads = [
        bool(line.item and starts.intersection(fact.id for fact in line.item.facts))
        for line in grouped(told)["now"].lines
    ]
    assert reads == sorted(reads, reverse=True)


def test_what_more_pathways_wait_for_comes_first() -> None:
    leading, counts = set(), []
    for line in grouped(answers(location="in_germany"))["now"].lines:
        assert line.item is not None
        if line.item.criteria[0].id not in leading:
            counts.append(len(line.item.pathways))
        leading.add(line.item.criteria[0].id)
    assert counts[0] > 1
    assert counts == sorted(counts, reverse=True)


def test_nobody_is_sent_for_the_paper_of_a_bar_that_nobody_has_spoken_of() -> None:
    bar = "Bescheid mit dem Verbot"
    silent, told = grouped({}), grouped(answers(entry_ban="in_force"))
    assert bar not in {line.words for line in silent["now"].lines}
    assert bar in {line.words for line in silent["several"].lines}
    assert bar in {line.words for line in told["now"].lines}

"""The ledger of the harness counts what it is there to count."""

from __future__ import annotations

import pytest

from tests.faults.ledger import Content, Fate, Faults, Ledger

OLD, NEW, OTHER = ["a", "", "1"], ["b", "", "2"], ["c", "", "3"]


def ledger(*attempts: tuple[dict[str, Content], Fate]) -> Ledger:
    """A ledger with these attempts, in this order."""
    found = Ledger()
    for facts, fate in attempts:
        found.begin(facts).fate = fate
    return found


@pytest.mark.parametrize("kept", [{}, {"x": OLD}])
def test_an_acknowledged_answer_that_is_not_there_is_lost(kept: dict[str, Content]) -> None:
    written = ledger(({"x": OLD}, Fate.ACKNOWLEDGED), ({"x": NEW}, Fate.ACKNOWLEDGED))
    assert written.check(kept).lost == 1
    assert written.check({"x": NEW}) == Faults()


def test_an_open_answer_may_be_there_or_not_and_once_seen_it_counts() -> None:
    written = ledger(({"x": OLD}, Fate.ACKNOWLEDGED), ({"x": NEW}, Fate.OPEN))
    assert written.check({"x": OLD}) == Faults()
    assert written.check({"x": NEW}) == Faults()
    assert written.check({"x": OLD}).lost == 1


def test_what_was_never_sent_so_is_torn() -> None:
    assert ledger(({"x": OLD}, Fate.OPEN)).check({"x": ["a", "", "2"]}).torn == 1


def test_half_of_a_section_is_torn() -> None:
    written = ledger(({"x": OLD, "y": OLD}, Fate.ACKNOWLEDGED), ({"x": NEW, "y": NEW}, Fate.OPEN))
    assert written.check({"x": NEW, "y": OLD}).torn == 1


def test_a_refused_answer_must_not_be_there() -> None:
    assert ledger(({"x": OTHER}, Fate.REFUSED)).check({"x": OTHER}).forbidden == 1

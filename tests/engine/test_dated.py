"""Law has a date: editions from day to day, and no guess outside of them."""

from __future__ import annotations

from datetime import date

import pytest

from pathways.engine.dated import ALL_TIME, Dated, Edition, NotInForce, Span, always

OLD, NEW = "old", "new"
CHANGED = Dated(
    (
        Edition(OLD, Span(date(2005, 1, 1), date(2015, 10, 23))),
        Edition(NEW, Span(date(2015, 10, 24), date(2026, 6, 30))),
    )
)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2005, 1, 1), OLD),
        (date(2015, 10, 23), OLD),
        (date(2015, 10, 24), NEW),
        (date(2026, 6, 30), NEW),
    ],
)
def test_both_ends_of_an_edition_belong_to_it(day: date, value: str) -> None:
    assert CHANGED.covers(day)
    assert CHANGED.at(day) == CHANGED.nearest(day) == value


@pytest.mark.parametrize(("day", "nearest"), [(date(2004, 12, 31), OLD), (date(2026, 7, 1), NEW), (date.max, NEW)])
def test_outside_every_edition_there_is_no_value_but_one_to_name_it_by(day: date, nearest: str) -> None:
    assert not CHANGED.covers(day)
    assert CHANGED.nearest(day) == nearest
    with pytest.raises(NotInForce, match=day.isoformat()):
        CHANGED.at(day)


def test_an_open_end_covers_the_calendar() -> None:
    assert ALL_TIME.covers(date.min)
    assert ALL_TIME.covers(date.max)
    assert Span(since=date(2020, 1, 1)).covers(date.max)
    assert Span(until=date(2020, 1, 1)).covers(date.min)
    assert always(OLD).at(date.min) == always(OLD).at(date.max) == OLD

"""Days known in part, and periods counted as §§ 187 to 188 BGB count them, up to both ends of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.engine.days import PartialDay, Period, days, months, weeks, years
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from tests.engine import toy_facts as f

any_day = st.dates()
lengths = st.integers(-130_000, 130_000)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("0001", date.min, date(1, 12, 31)),
        ("9999-12-31", date.max, date.max),
    ],
)
def test_a_day_stands_for_every_day_in_it(text: str, earliest: date, latest: date) -> None:
    day = PartialDay.parse(text)

    assert (day.earliest, day.latest) == (earliest, latest)
    assert day.is_exact is (earliest == latest)


@pytest.mark.parametrize(
    "text",
    [
        "", " 2024", "2024 ", "2024\n", "24", "02024", "2024-2", "2024-02-3", "2024-00", "2024-13", "2024-02-30",
        "2023-02-29", "1900-02-29", "2024-04-31", "2024-01-00", "2024-01-32", "0000", "0000-01", "0000-01-01", "-2024",
        "2024/02", "20240229", "2024-W05", "2024-02-29T00:00", "29.02.2024", "٢٠٢٤", "２０２４-02", "2024-０2-01",
        "2024-02-", "2024-",
    ],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"calendar|form"):
        PartialDay.parse(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from((4, 7, 10)))
def test_a_day_is_written_as_it_was_read(day: date, length: int) -> None:
    text = day.isoformat()[:length]

    assert str(PartialDay.parse(text)) == text


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        (date(2023, 1, 31), months(1), date(2023, 2, 28)),
        (date(2024, 1, 31), months(1), date(2024, 2, 29)),
        (date(2024, 1, 30), months(1), date(2024, 2, 29)),
        (date(2024, 3, 31), months(1), date(2024, 4, 30)),
        (date(2024, 2, 29), months(1), date(2024, 3, 29)),
        (date(2024, 2, 29), years(1), date(2025, 2, 28)),
        (date(2024, 2, 29), years(4), date(2028, 2, 29)),
        (date(2024, 12, 31), months(2), date(2025, 2, 28)),
        (date(2024, 3, 31), -months(1), date(2024, 2, 29)),
        (date(2024, 1, 15), -months(1), date(2023, 12, 15)),
        (date(2024, 2, 15), weeks(2), date(2024, 2, 29)),
        (date(2023, 2, 15), days(14), date(2023, 3, 1)),
        (date(2024, 1, 31), Period(months=1, days=1), date(2024, 3, 1)),
    ],
)
def test_a_month_that_lacks_the_day_ends_on_its_last_one(start: date, period: Period, end: date) -> None:
    assert period.after(start) == end


@pytest.mark.parametrize(
    ("birth", "last_minor_day"),
    [
        ("2006-05-04", date(2024, 5, 3)),
        ("2006-03-01", date(2024, 2, 29)),
        ("2006-01-01", date(2023, 12, 31)),
        # Born on a leap day: the 18th year ends with 28 February (§ 187 Abs. 2 S. 2, § 188 Abs. 2 BGB).
        ("2004-02-29", date(2022, 2, 28)),
        ("2008-02-29", date(2026, 2, 28)),
        ("2008-02-28", date(2026, 2, 27)),
    ],
)
def test_full_age_begins_on_the_eighteenth_birthday(birth: str, last_minor_day: date) -> None:
    of_age = f.BIRTH.lasted(years(18))
    values = {"birth": PartialDay.parse(birth)}

    assert of_age.evaluate(CaseView(values, last_minor_day)) is Truth.NO
    assert of_age.evaluate(CaseView(values, last_minor_day + timedelta(days=1))) is Truth.YES


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2024, 1, 1), Truth.OPEN),
        (date(2023, 12, 31), Truth.NO),
        (date(2024, 12, 30), Truth.OPEN),
        (date(2024, 12, 31), Truth.YES),
    ],
)
def test_a_year_of_birth_leaves_the_age_open_while_it_could_go_either_way(as_of: date, state: Truth) -> None:
    view = CaseView({"birth": PartialDay.parse("2006")}, as_of)

    assert f.BIRTH.lasted(years(18)).evaluate(view) is state


@given(any_day, any_day, lengths, lengths)
def test_a_period_keeps_the_order_of_days(one: date, other: date, month_count: int, day_count: int) -> None:
    period = Period(month_count, day_count)
    first, second = sorted((one, other))

    assert period.after(first) <= period.after(second)


@given(any_day, st.integers(0, 130_000))
def test_the_calendar_ends_softly_on_both_sides(day: date, number: int) -> None:
    for period in (months(number), days(30 * number), years(number)):
        assert day <= period.after(day) <= date.max
        assert date.min <= (-period).after(day) <= day


def test_far_beyond_the_calendar_is_its_end() -> None:
    assert months(1).after(date.max) == date.max
    assert days(1).after(date.max) == date.max
    assert (-months(1)).after(date.min) == date.min
    assert (-days(1)).after(date.min) == date.min
    assert days(10**9 - 1).after(date(2024, 1, 1)) == date.max


@given(any_day, st.integers(0, 1200))
def test_a_month_later_is_the_same_day_or_the_last_of_its_month(day: date, number: int) -> None:
    later = months(number).after(day)
    if later == date.max:
        return

    index = day.year * 12 + day.month - 1 + number
    assert (later.year, later.month) == (index // 12, index % 12 + 1)
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)

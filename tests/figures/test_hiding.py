"""Small numbers of an office: not shown, and not to be computed from the sum, not even by whoever knows the rule."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from advisor.figures.hiding import FEWEST, hidden, hidden_total

COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=12)


def published(counts: list[int]) -> tuple[int | None, tuple[int | None, ...]]:
    return hidden_total(sum(counts)), hidden(counts)


@given(COUNTS)
def test_a_small_number_is_never_shown(counts: list[int]) -> None:
    total, shown = published(counts)
    assert not any(cell is not None and 0 < cell < FEWEST for cell in (total, *shown))
    assert all(cell in (None, count) for cell, count in zip(shown, counts, strict=True))


@given(COUNTS.filter(lambda counts: sum(counts) >= FEWEST))
def test_what_is_hidden_could_be_something_else_with_the_same_sum(counts: list[int]) -> None:
    total, shown = published(counts)
    for place, cell in enumerate(shown):
        if cell is None:
            assert any(
                published(other) == (total, shown) and other[place] != counts[place] for other in swaps(counts, place)
            )


def swaps(counts: list[int], place: int) -> list[list[int]]:
    """The same sum otherwise parted between this cell and one other."""
    found = []
    for partner in range(len(counts)):
        both = counts[place] + counts[partner]
        for here in range(both + 1) if partner != place else ():
            other = list(counts)
            other[place], other[partner] = here, both - here
            found.append(other)
    return found


def test_no_two_small_cells_give_each_other_away() -> None:
    """All tables of four cells up to seven, with every other that looks the same."""
    looks: dict[object, list[tuple[int, ...]]] = {}
    for counts in product(range(8), repeat=4):
        if sum(counts) >= FEWEST:
            looks.setdefault(published(list(counts)), []).append(counts)
    for (_total, shown), same in looks.items():  # type: ignore[misc]
        for place, cell in enumerate(shown):
            assert cell is not None or len({counts[place] for counts in same}) > 1


def test_few_are_not_counted_out_at_all_and_nobody_stays_nobody() -> None:
    assert published([3]) == (None, (None,))
    assert published([0, 0]) == (0, (0, 0))
    assert published([12, 0, 7, 9]) == (28, (12, 0, 7, 9))
    assert published([12, 3, 7, 9]) == (31, (None, None, 7, 9))
    assert published([12, 30, 7, 9, 1]) == (59, (12, 30, None, None, None))

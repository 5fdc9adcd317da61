"""The statistics say what their sources say: sums, sources, days; and nothing adds across sources."""

from __future__ import annotations

import re

import pytest

from pathways.law.facts import FEDERAL_STATE
from pathways.law.figures import Figure, NotComparable, Rounding, Table, hardship, kept_out, table, tables
from pathways.law.laender.profile import profiles

RUSSIANS = ("jahr", "land", "geschlecht", "alter")
# Where BT-Drs. 21/1353 is quoted, its printed numbers; whoever changes one has to change it in two places.
PRINTED = {
    "russland-22-satz-2-jahr": "162 899 623 106",
    "russland-22-satz-2-geschlecht": "937 843 2 8",
    "russland-22-satz-2-alter": "308 1216 266",
    "russland-22-satz-2-land": "331 260 227 173 128 108 89 78 74 66 62 60 51 46 26 11",
    "russland-22-satz-2-ausgereist": "2 14 38 16",
    "inhaber-nach-norm": "19938 10011 9044 7975 91",
    "erstmals-erteilt-2023": "1099 24",
}


@pytest.mark.parametrize("part", RUSSIANS)
def test_however_the_russian_title_holders_are_split_they_are_the_same_1790(part: str) -> None:
    split = table(f"russland-22-satz-2-{part}")
    assert split.sum_of(split.figures) == split.total == 1790
    assert str(split.cut_off) == "2025-07-31"
    assert split.cite.text == "BT-Drs. 21/1353, Antwort zu Frage 4"


def test_every_land_has_its_number() -> None:
    labels = {figure.label for figure in table("russland-22-satz-2-land").figures}
    assert labels == {choice.label for choice in FEDERAL_STATE.choices}


@pytest.mark.parametrize("slug", PRINTED)
def test_the_numbers_are_those_of_the_paper(slug: str) -> None:
    assert " ".join(str(figure.value) for figure in table(slug).figures) == PRINTED[slug]


@pytest.mark.parametrize("shown", tables(), ids=lambda shown: shown.slug)
def test_every_table_says_what_it_counts_until_when_and_where_it_stands(shown: Table) -> None:
    assert shown.counts.endswith(".")
    assert shown.caveat.endswith(".")
    assert shown.unit
    assert shown.cite.text
    assert shown.cite.source.full_name
    assert shown.cut_off or shown.period
    assert shown.figures
    assert all(figure.table == shown.slug and figure.value > 0 for figure in shown.figures)
    assert len({figure.label for figure in shown.figures}) == len(shown.figures)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", shown.slug)


def test_every_statistic_of_the_collection_is_shown_or_kept_out_with_a_reason() -> None:
    shown = {entry for each in tables() for entry in each.entries}
    left_out = {entry for each in kept_out() for entry in each.entries}
    of_the_laender = {3, 4, 5}
    assert not shown & left_out
    assert shown | left_out | of_the_laender == set(range(1, 26))
    assert {16, 19, 22} <= left_out
    assert all(each.reason.endswith(".") for each in kept_out())


def test_what_the_commissions_counted_comes_from_the_profiles_and_no_land_is_missing() -> None:
    counted = hardship()
    assert {line.land for line in counted} == {choice.id for choice in FEDERAL_STATE.choices}
    assert [line.figures for line in counted if line.figures and line.land == "BE"] == list(
        next(profile for profile in profiles() if profile.land == "BE").figures
    )
    berlin = next(line.figures for line in counted if line.land == "BE" and line.figures.period == "2023")
    assert (berlin.petitions, berlin.considered, berlin.requests, berlin.granted) == (278, 191, 158, 143)
    assert all(line.figures.source for line in counted if line.figures)


def test_figures_do_not_add_up_by_themselves() -> None:
    first, second = table("russland-22-satz-2-jahr").figures[:2]
    with pytest.raises(TypeError):
        first + second  # type: ignore[operator]
    with pytest.raises(TypeError):
        sum([first, second])  # type: ignore[call-overload]


def test_only_one_table_whose_source_adds_is_added() -> None:
    years, visas = table("russland-22-satz-2-jahr"), table("russland-visa-22-satz-2")
    assert years.sum_of(years.figures[:2]) == 1061
    holders = table("inhaber-nach-norm")
    for where, what in (
        (years, (*years.figures, *visas.figures)),
        (years, (years.figures[0], years.figures[0])),
        (years, table("russland-22-satz-2-ausgereist").figures),
        (holders, holders.figures),
        (years, (Figure("2022", 162, "elsewhere"),)),
    ):
        with pytest.raises(NotComparable):
            where.sum_of(what)


def test_what_is_rounded_in_the_source_is_marked() -> None:
    assert table("russland-visa-22-satz-2").figures[0].rounding is Rounding.ABOUT
    assert table("visa-22-satz-1").is_unverified

"""A table comes out of a spreadsheet as it went in, and nothing in it is computed (OWASP ASVS 5.0, 1.2.10)."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.web.csv_rows import csv_response, csv_text, safe_text

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\0=1",
]


def read(text: str) -> list[list[str]]:
    """The cells as a spreadsheet with German settings reads them."""
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text(text: str) -> None:
    assert safe_text(text).startswith("'")


@pytest.mark.parametrize("text", ["", "Ada", "3-4", "a=b", "Müller; Süd", 'say "x"', "two\nlines", "'quoted"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert read(csv_text(["a"], [[text]])) == [["a"], [text]]


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=5))
def test_no_cell_breaks_out_or_is_computed(rows: list[list[str]]) -> None:
    cells = read(csv_text(["a", "b"], rows))
    assert [len(row) for row in cells] == [2] * (len(rows) + 1)
    for row, sent in zip(cells[1:], rows, strict=True):
        for cell, text in zip(row, sent, strict=True):
            assert cell.removeprefix("'") == text.replace("\0", "").removeprefix("'") or cell == f"'{text}"
            assert not cell.lstrip(" \u00a0\ufeff").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_numbers_days_and_nothing_have_their_own_form() -> None:
    moment = datetime(2026, 7, 1, 10, 0, 0, 5, tzinfo=UTC)
    row = read(csv_text(["a", "b", "c", "d"], [[-5, date(2026, 7, 1), moment, None]]))[1]
    assert row == ["-5", "2026-07-01", "2026-07-01T12:00:00.000005+02:00", ""]


def test_half_a_character_does_not_stop_the_table() -> None:
    response = csv_response("tabelle", ["a"], [["x\ud800y"]])
    assert response.content.decode("utf-8-sig") == '"a"\r\n"x?y"\r\n'
    assert response.headers["Content-Disposition"] == 'attachment; filename="tabelle.csv"'

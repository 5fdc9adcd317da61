"""Tables for a spreadsheet, in which no cell is taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO

from django.http import HttpResponse
from django.utils import timezone

Cell = str | int | date | datetime | None

# What spreadsheets begin a formula with, also in the wide forms of East Asian keyboards.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n\0")


def safe_text(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would compute it; characters no file keeps are gone."""
    clean = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    # Spaces in front do not keep every spreadsheet from reading a formula.
    first = clean.lstrip(" \u00a0\ufeff")[:1]
    return f"'{clean}" if first in _FORMULA else clean


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table as text: semicolons and quotes as German spreadsheets expect them, days in ISO form, local time."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_plain(cell) for cell in header)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return written.getvalue()


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """The table to download as `name`.csv; the name must not be personal."""
    return HttpResponse(
        # The mark in front tells spreadsheets that this is UTF-8.
        csv_text(header, rows).encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return timezone.localtime(cell).isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int) else safe_text(cell)

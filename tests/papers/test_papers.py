"""Every paper the product writes, judged alike: validators, tags, order of reading, and ink where none should be."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.papers.casework import papers as client_papers
from tests.papers.checks import findings
from tests.papers.making import Paper
from tests.papers.office import papers
from tests.papers.stored import papers as stored_papers

ON_DEMAND = (pytest.mark.long, pytest.mark.skipif(not os.environ.get("WEGWEISER_LONG"), reason="on demand"))


def rows(table: Iterable[tuple[str, Paper]]) -> list[Any]:
    """The rows of a table by name."""
    return [pytest.param(paper, id=name, marks=ON_DEMAND if paper.long else ()) for name, paper in table]


@pytest.mark.parametrize("paper", rows([*papers(), *client_papers()]))
def test_a_paper_is_as_it_must_be(paper: Paper, tmp_path: Path) -> None:
    assert findings(paper, paper.write(), tmp_path) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("paper", rows(stored_papers()))
def test_a_paper_about_rows_is_as_it_must_be(paper: Paper, tmp_path: Path) -> None:
    assert findings(paper, paper.write(), tmp_path) == {}

"""Every paper the product writes, judged alike: validators, tags, order of reading, and ink where none should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers.checks import findings
from tests.papers.making import Paper
from tests.papers.office import papers
from tests.papers.stored import papers as stored_papers

PLAIN, STORED = dict(papers()), dict(stored_papers())


@pytest.mark.parametrize("paper", PLAIN.values(), ids=PLAIN.keys())
def test_a_paper_is_as_it_must_be(paper: Paper, tmp_path: Path) -> None:
    assert findings(paper, paper.write(), tmp_path) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("paper", STORED.values(), ids=STORED.keys())
def test_a_paper_about_rows_is_as_it_must_be(paper: Paper, tmp_path: Path) -> None:
    assert findings(paper, paper.write(), tmp_path) == {}

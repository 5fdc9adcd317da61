"""An installation with two offices to back up."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.accounts.models import User

NOON = datetime(2026, 2, 1, 12, 0, 0, tzinfo=UTC)
MARKER = "Zwiebelkuchen-7391"


@pytest.fixture
def offices(transactional_db: None) -> tuple[User, User]:
    """Two offices with three cases, one of them with a marker in its key and in a note."""
    from advisor.cases.services import save_answers
    from pathways.engine.facts import Answer
    from tests.factories import answers, make_case, make_user, person_of

    north, south = make_user("nora"), make_user("sami", "Beratung Süd")
    case = make_case(north, f"F-1 {MARKER}", nationality=["SY", "DE"], birth_date="1999-12-31")
    make_case(north, "F-2 😀 ä", location="in_germany", unaccompanied_minor=False)
    make_case(south, "F-1", nationality=["AF"])
    told = answers(location="in_germany")["location"]
    save_answers(person_of(case), {"location": Answer(told.value, note=MARKER)}, north)
    return north, south


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """An empty directory for back-ups."""
    path = tmp_path / "Sicherungen"
    path.mkdir()
    return path

"""A case whose papers for a hardship commission have something written in every section."""

from __future__ import annotations

import pytest

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.papers import Paper, Progress, keep_paper
from advisor.dossier.entries import Entry, Row, keep_entry
from advisor.dossier.sections import SECTIONS
from tests.factories import make_case, person_of

MARK = "Merkzeichen"
FACTS = {
    "location": "in_germany",
    "nationality": ["RU"],
    "birth_date": "1999-03",
    "federal_state": "NW",
    "current_status": "duldung",
    "enforceably_required_to_leave": True,
    "last_entry_date": "2018-05-02",
    "german_level": "b1",
    "medical_evidence": "simple",
}


def mark(*about: str) -> str:
    """A text of which no other is a part."""
    return "-".join((MARK, *about))


@pytest.fixture
def filled(counsellor: User) -> Case:
    """Rows and texts with marks of their own everywhere; health taken in, one paper of the team's own."""
    case = make_case(counsellor, "F-23", **FACTS)
    person = person_of(case)
    for section in SECTIONS:
        rows = ()
        if section.rows:
            rows = (
                Row("2018-05", "heute", mark(section.id, "was"), mark(section.id, "wo")),
                Row("1999-03", "2018", mark(section.id, "zuerst"), ""),
            )
        entry = Entry(section.id, rows, f"{mark(section.id)}\n\nZweiter Absatz <b>& mehr</b>", True)
        keep_entry(person, entry, counsellor, Entry(section.id).fingerprint)
    own = Paper("eigen-1", Progress.THERE, words=mark("anlage"))
    keep_paper(person, own, counsellor, Paper(own.id).fingerprint)
    return case

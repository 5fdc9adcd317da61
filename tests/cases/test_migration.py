"""An installation from before answers were sealed keeps every answer, sealed, and shares what it shared."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLD_ROWS = """
INSERT INTO accounts_office (id, name) VALUES (1, 'Nord');
INSERT INTO accounts_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
    date_joined, office_id, role) VALUES (1, '!', 0, 'ada', '', '', '', 0, 1, '2026-01-01', 1, 'counsellor');
INSERT INTO cases_case (id, uuid, reference, created, changed, version, lead_id, office_id)
    VALUES (1, '00000000000000000000000000000001', 'F-1', '2026-01-01', '2026-01-01', 3, 1, 1);
INSERT INTO cases_person (id, label, position, case_id) VALUES (1, 'Frau Altwort', 0, 1);
INSERT INTO cases_answer (fact_id, state, value, proof, note, at, by_id, person_id) VALUES
    ('location', 'answered', '"in_germany"', 'told', 'Altnotiz', '2026-01-01', 1, 1),
    ('nationality', 'answered', '["RU", "stateless"]', '', '', '2026-01-02', 1, 1),
    ('birth_date', 'declined', NULL, '', '', '2026-01-03', 1, 1);
INSERT INTO cases_assessment (id, as_of, law_version, answers, report, at, by_id, case_id, person_id)
    VALUES (1, '2026-01-01', 'v', '{"facts": {"location": "in_germany"}}', '{"pathways": []}', '2026-01-01', 1, 1, 1);
"""
READ_AGAIN = """
from advisor.cases.models import Case
from advisor.cases.sealing import label_of, open_evidence
from advisor.cases.services import answers_of, case_file_of
case = Case.objects.get()
person = case.persons.get()
print(case_file_of(person)["facts"], case_file_of(person)["details"])
print(label_of(case, person), open_evidence(case, case.assessments.get()), case.office_wide, case.lead.roles)
"""


def manage(database: Path, *arguments: str, stdin: str = "") -> str:
    """What a command of the application prints, on that database."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "DEMO": "1"}
    environment["DJANGO_SETTINGS_MODULE"] = "advisor.settings"
    command = [sys.executable, "manage.py", *arguments]
    ran = subprocess.run(command, cwd=ROOT, env=environment, input=stdin, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_what_stood_in_clear_is_sealed_and_still_there(tmp_path: Path) -> None:
    database = tmp_path / "old.sqlite3"
    manage(database, "migrate", "-v0", "accounts", "0001")
    manage(database, "migrate", "-v0", "cases", "0001")
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(OLD_ROWS)
    manage(database, "migrate", "-v0")
    told = manage(database, "shell", "-v0", "-c", READ_AGAIN)
    assert "{'location': 'in_germany', 'nationality': ['RU', 'stateless'], 'birth_date': 'declined'}" in told
    assert "'location': {'proof': 'told', 'note': 'Altnotiz'}" in told
    assert "Frau Altwort {'answers': {'facts': {'location': 'in_germany'}}, 'report': {'pathways': []}} True" in told
    assert "COUNSELLOR" in told
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    stored = database.read_bytes()
    assert b"F-1" in stored
    for text in (b"Altnotiz", b"Altwort", b"in_germany", b"stateless", b"birth_date"):
        assert text not in stored

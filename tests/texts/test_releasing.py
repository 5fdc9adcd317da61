"""A release is checked, complete, made by somebody else than the author, and never changed; the database sees to it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from advisor.texts import triggers
from advisor.texts.faults import NotReleasable, Unexplained
from advisor.texts.library import library_of
from advisor.texts.models import Release, ReleasedText, Report, Review, Revision, Step
from advisor.texts.releasing import release
from advisor.texts.state import State, states_of
from advisor.texts.writing import report, review, settle, submit, withdraw, write
from pathways.content.slots import SLOTS
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from tests.texts.conftest import BODY, SLOT

pytestmark = pytest.mark.django_db

PLAIN = "pathway.p23a.plain"


def test_several_texts_count_together_from_now_on(submitted, releaser, editor, stranger) -> None:
    before = library_of(editor.office)
    texts = [submitted(), submitted("Anders erklärt. [[Praxis]]", "pathway.p23a.about")]
    made = release(texts, releaser, "Herbst", touched={"memos": 3})
    assert (made.number, made.law_version, made.touched) == (1, law_version(LAW), {"memos": 3})
    now = library_of(editor.office)
    found = now.entry(SLOT)
    assert found is not None
    assert (found.body, found.number, found.release) == (BODY, 1, 1)
    assert [text.cite for text in now.texts("p23a", {"land": "Hessen"}).procedure] == [
        "§ 23a Abs. 2 S. 1 AufenthG",
        "Praxis",
    ]
    assert now.texts("p23a", {"land": "Hessen"}).procedure[0].text == "Fragen Sie zuerst Hessen."
    assert now.texts("p23a").procedure[1].html == "Reichen Sie <strong>früh</strong> ein."
    assert states_of(editor.office, [SLOTS[SLOT]])[SLOT, "de"].state is State.RELEASED
    assert library_of(stranger.office).entries == before.entries, "nobody else's texts change"
    assert now.digest() != before.digest()


def test_nobody_releases_an_own_text(submitted, both) -> None:
    with pytest.raises(NotReleasable, match="jemand anderes"):
        release([submitted(author=both)], both)
    assert not Release.objects.exists()


def test_only_what_is_submitted_whole_and_new_is_released(submitted, editor, releaser, stranger) -> None:
    draft = write("pathway.p23a.about", "de", "Anders. [[Praxis]]", editor)
    first = submitted()
    taken_back = submitted("- Nein. [[Praxis]]", "pathway.p23a.when")
    withdraw(taken_back, editor)
    broken = submitted("Ohne Fundstelle.", "criterion.p23a_enforceable.help")
    for revisions, by in (
        ([], releaser), ([draft], releaser), ([first, draft], releaser), ([taken_back], releaser), ([first], stranger),
        ([first, first], releaser),
    ):  # fmt: skip
        with pytest.raises(NotReleasable):
            release(revisions, by)
    with pytest.raises(NotReleasable) as refused:
        release([first, broken], releaser)
    assert list(refused.value.faults) == [("criterion.p23a_enforceable.help", "de")]
    assert not Release.objects.exists(), "all or nothing"
    release([first], releaser)
    with pytest.raises(NotReleasable, match="schon freigegeben"):
        release([first], releaser)


def test_a_text_written_before_the_law_changed_needs_a_new_revision(submitted, releaser, monkeypatch) -> None:
    revision = submitted()
    monkeypatch.setattr("advisor.texts.releasing.fingerprint_of", lambda slot, body: "other law")
    with pytest.raises(NotReleasable, match="Recht hat sich geändert"):
        release([revision], releaser)


def test_golden_cases_that_turn_block_until_somebody_says_why(submitted, releaser) -> None:
    revision = submitted()
    with pytest.raises(Unexplained) as refused:
        release([revision], releaser, golden=lambda: ["Musterfall 1: anders"])
    assert refused.value.flips == ("Musterfall 1: anders",)
    assert not Release.objects.exists()
    made = release([revision], releaser, explanation="Das Gesetz ist neu.", golden=lambda: ["Musterfall 1: anders"])
    assert made.explanation == "Das Gesetz ist neu."


def test_a_translation_is_released_with_or_after_its_german(submitted, released, releaser, monkeypatch) -> None:
    ukrainian = submitted("Ви можете просити. [[Praxis]]", PLAIN, language="uk")
    assert release([ukrainian], releaser).number == 1, "the program's German is there"
    assert library_of(releaser.office).languages(PLAIN) == {"de", "uk"}


def refused(statement: str, *values: object) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_the_database_itself_refuses_to_change_or_forge(submitted, released, editor, releaser, both) -> None:
    released()
    review(SLOT, editor, library_of(editor.office).entries[SLOT, "de"].day.replace(year=2099))
    other = submitted("Anders. [[Praxis]]", "pathway.p23a.about", author=both)
    for model in (Revision, Step, Release, ReleasedText, Review):
        assert model.objects.exists()
        table = model._meta.db_table
        refused(f"DELETE FROM {table}")
        refused(f"UPDATE {table} SET id = id + 1000")
    made = Release.objects.get()
    row = {
        "release_id": made.pk,
        "revision_id": other.pk,
        "office_id": other.office_id,
        "slot": other.slot,
        "language": "de",
        "author_id": both.pk,
        "releaser_id": releaser.pk,
    }
    insert = f"INSERT INTO texts_releasedtext ({', '.join(row)}) VALUES ({', '.join(['%s'] * len(row))})"
    for forged in ({"author_id": editor.pk}, {"releaser_id": editor.pk}, {"slot": SLOT}, {"releaser_id": both.pk}):
        refused(insert, *{**row, **forged}.values())
    with connection.cursor() as cursor:
        cursor.execute(insert, list(row.values()))


def test_author_and_releaser_differ_even_without_triggers(submitted, both, releaser) -> None:
    revision = submitted(author=both)
    made = Release.objects.create(office=both.office, number=1, by=both, law_version="x")
    triggers.remove(connection)
    try:
        with pytest.raises(DatabaseError, match="released_by_somebody_else"), transaction.atomic():
            ReleasedText.objects.create(
                release=made, revision=revision, office=both.office, slot=SLOT, author=both, releaser=both
            )
    finally:
        triggers.install(connection)
    assert triggers.missing(connection) == []


def test_a_report_changes_only_by_being_settled(editor) -> None:
    made = report(SLOT, editor, "stimmt nicht")
    refused("UPDATE texts_report SET slot = 'x'")
    refused("DELETE FROM texts_report")
    settle(made, editor)
    refused("UPDATE texts_report SET settled_at = NULL")
    assert Report.objects.get().settled_by == editor


def test_a_newer_revision_replaces_the_released_one(released, editor, releaser) -> None:
    released()
    second = write(SLOT, "de", "1. Neu. [[Praxis]]", editor, base=1)
    assert states_of(editor.office, [SLOTS[SLOT]])[SLOT, "de"].state is State.DRAFT
    assert library_of(editor.office).entries[SLOT, "de"].body == BODY
    submit(second, editor)
    release([second], releaser)
    found = library_of(editor.office).entries[SLOT, "de"]
    assert (found.body, found.number, found.release) == ("1. Neu. [[Praxis]]", 2, 2)

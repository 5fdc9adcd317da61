"""An editor puts a table of figures right; it goes the way of every text, to page, file and memo, and moves along."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.texts.bundle import export_texts, import_texts
from advisor.texts.faults import NotReleasable
from advisor.texts.library import library_of
from advisor.texts.releasing import release
from advisor.texts.tables import own_table, slot_of_table, table_in, tables_in
from pathways.content.checks import blocking
from pathways.content.figure_slots import FIGURE_SLOTS, read_table, table_body, table_faults, with_value
from pathways.content.markup import Unreadable
from pathways.law.figures import Table, table, tables
from tests.factories import make_user

SLUG = "russland-22-satz-2-jahr"
SLOT = slot_of_table(SLUG)
BODY = table_body(table(SLUG)).replace("2025: 106", "2025: 116").replace("1.790", "1.800")


@pytest.mark.parametrize("of", tables(), ids=lambda each: each.slug)
def test_every_table_can_be_put_right_and_loses_nothing_on_the_way(of: Table) -> None:
    body = table_body(of)
    again = with_value(of, read_table(body))
    assert not blocking(table_faults(body))
    assert [(each.label, each.value, each.rounding, each.pathways) for each in again.figures] == [
        (each.label, each.value, each.rounding, each.pathways) for each in of.figures
    ]
    assert (again.total, again.counts, again.cut_off, again.period) == (of.total, of.counts, of.cut_off, of.period)
    assert again.is_unverified == of.is_unverified, "nothing is checked by being carried"
    for before, after in zip(of.figures, again.figures, strict=True):
        assert before.place in after.place
        assert before.via_place in after.place
    assert of.via is None or of.via.text in again.cite.text
    assert of.limits in again.caveat
    assert of.cite.text in again.cite.text
    assert table_body(again) == body


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("2024: 623", "2024: viele", 3, "keine Zahl"),
        ("2024: 623", "2024: -5", 3, "keine Zahl"),
        ("2024: 623", "2024: 6.23", 3, "keine Zahl"),
        ("2024: 623", "2024", 3, "Doppelpunkt"),
        ("2024: 623", "2023: 623", 3, "schon weiter oben"),
        ("Stand: 2025-07-31", "Stand: 31. Juli", 7, "Tag, Monat oder Jahr"),
        ("Quelle: ", "Woher: ", 9, "nur Zeilen mit"),
        ("Zusammen: 1.790", "Zusammen: rund 1.790", 5, "genau"),
        ("Zusammen: 1.790", "Zusammen: 1.791", 0, "ergeben 1.790"),
        ("Zu beachten: ", "", 10, "nur Zeilen mit"),
        ("Zu beachten: ", "Geprüft: vielleicht\nZu beachten: ", 10, "„ja“ oder „nein“"),
    ],
)
def test_a_table_that_says_too_little_or_does_not_add_up_is_refused_with_the_line(
    old: str, new: str, line: int, said: str
) -> None:
    body = table_body(table(SLUG))
    assert old in body
    (fault,) = blocking(table_faults(body.replace(old, new)))
    assert (fault.place, said in fault.words) == (line, True), fault


@pytest.mark.parametrize("name", ["Gezählt ist", "Quelle", "Zu beachten"])
def test_what_every_table_says_cannot_be_left_out(name: str) -> None:
    lines = table_body(table(SLUG)).split("\n")
    with pytest.raises(Unreadable, match=name):
        read_table("\n".join(each for each in lines if not each.startswith(name)))


@pytest.mark.django_db
def test_once_released_by_somebody_else_it_is_what_everybody_reads(
    released, submitted, releaser, editor, client
) -> None:
    with pytest.raises(NotReleasable):
        released(BODY.replace("Zusammen: 1.800", "Zusammen: 1.801"), SLOT)
    page, file = reverse("figures:table", args=(SLUG,)), reverse("figures:table_csv", args=(SLUG,))
    adviser = make_user("rat", editor.office.name, Role.COUNSELLOR)
    client.force_login(adviser)
    assert "116" not in client.get(page).content.decode()
    released(BODY, SLOT)
    library = library_of(editor.office)
    assert table_in(library, SLUG).total == 1800
    assert [each.slug for each in tables_in(library)] == [each.slug for each in tables()]
    shown = client.get(page).content.decode()
    assert "116" in shown.partition("figures-chart")[2].partition("</svg>")[0], "the chart"
    assert "116" in shown.partition("<tbody")[2].partition("</tbody>")[0], "the table"
    assert "Freigabe 1" in shown
    rows = list(csv.reader(io.StringIO(client.get(file).content.decode("utf-8-sig")), delimiter=";"))
    assert [row[1] for row in rows[1:]] == ["162", "899", "623", "116", "1800"]
    assert all("Freigabe 1 vom" in row[rows[0].index("Quelle")] for row in rows[1:])
    own = own_table(library, SLUG)
    assert own
    assert own.release == 1


@pytest.fixture
def elsewhere(stranger) -> User:
    """A releaser of the other office."""
    return make_user("frei", stranger.office.name, Role.RELEASER)


@pytest.mark.django_db
def test_it_moves_with_the_bundle_and_is_the_same_there(released, editor, stranger, elsewhere) -> None:
    released(BODY, SLOT)
    assert table_in(library_of(stranger.office), SLUG) == table(SLUG)
    bundle = export_texts(editor.office)
    (made,) = import_texts(bundle, stranger).made
    assert table_in(library_of(stranger.office), SLUG) == table(SLUG), "taken in is not released"
    release([made], elsewhere, "aus einem Bündel")
    assert table_in(library_of(stranger.office), SLUG) == table_in(library_of(editor.office), SLUG)
    assert not import_texts(bundle, stranger).made
    assert json.loads(export_texts(stranger.office))["texts"] == json.loads(bundle)["texts"]


@pytest.mark.django_db
@pytest.mark.parametrize(("old", "new"), [("2025: 116", "2025: 117"), ("2023: 899\\n", ""), ("Quelle: ", "Woher: ")])
def test_what_was_changed_on_the_way_is_not_released(released, editor, stranger, elsewhere, old: str, new: str) -> None:
    released(BODY, SLOT)
    bundle = export_texts(editor.office)
    assert old in bundle
    (made,) = import_texts(bundle.replace(old, new), stranger).made
    with pytest.raises(NotReleasable):
        release([made], elsewhere, "aus einem Bündel")


@pytest.mark.django_db
def test_once_the_program_has_read_something_newer_its_table_counts_again(released, editor, monkeypatch) -> None:
    released(BODY, SLOT)
    monkeypatch.setattr("pathways.content.value_slots.table_fingerprint", lambda slot: "newer")
    from advisor.texts import library

    library._library.cache_clear()
    assert table_in(library_of(editor.office), SLUG) == table(SLUG)
    library._library.cache_clear()


def test_an_unchecked_table_stays_so_until_somebody_says_it_is_checked() -> None:
    unchecked = next(each for each in tables() if each.is_unverified)
    body = table_body(unchecked)
    assert with_value(unchecked, read_table(body)).is_unverified
    assert not with_value(unchecked, read_table(body.replace("Geprüft: nein", "Geprüft: ja"))).is_unverified


def test_a_source_without_a_page_or_a_day_is_asked_about() -> None:
    (fault,) = table_faults(table_body(table(SLUG)).replace("BT-Drs. 21/1353, Antwort zu Frage 4", "eine Zeitung"))
    assert (fault.blocks, "weder Seite" in fault.words) == (False, True)


def test_every_table_has_its_place() -> None:
    assert {slot.subject_id for slot in FIGURE_SLOTS.values()} == {each.slug for each in tables()}

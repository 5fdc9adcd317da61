"""The pages of the statistics: chart, table and file say the same; the office's own are for who manages it."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from advisor.accounts.models import Role
from advisor.cases.models import Case, CaseState
from advisor.figures import commissions
from advisor.figures.charts import Bar, drawing
from advisor.figures.office import office_figures
from advisor.figures.official import FEWEST_BARS, TOTAL, csv_table, sheet
from advisor.guidance.models import Cover, MemoRecord, PaperKind
from advisor.logbook.models import Action, Event
from pathways.law.figures import Table, Theme, kept_out, tables
from tests.factories import make_case, make_user

SVG_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


def rows_of(answer: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def adviser(client: Client, db: None) -> Client:
    client.force_login(make_user("ada"))
    return client


@pytest.fixture
def manager(client: Client, db: None) -> Client:
    client.force_login(make_user("vera", "Beratung Nord", Role.OFFICE_ADMIN))
    return client


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.slug)
@pytest.mark.parametrize("language", ["de", "en"])
def test_chart_table_and_file_say_the_same(table: Table, language: str) -> None:
    with override(language):
        shown = sheet(table)
    _head, rows = csv_table(table)
    assert [(row[0], row[1]) for row in rows if row[0] != TOTAL] == [(each.label, each.value) for each in table.figures]
    assert [row[1] for row in rows if row[0] == TOTAL] == ([] if table.total is None else [table.total])
    assert [row.label for row in shown.rows] == [each.label for each in table.figures]
    assert [int(re.sub(r"\D", "", row.words)) for row in shown.rows] == [each.value for each in table.figures]
    assert (shown.chart is not None) == (len(table.figures) >= FEWEST_BARS)
    if shown.chart:
        texts = SVG_TEXT.findall(shown.chart)
        labels, numbers = texts[: len(shown.rows)], texts[len(shown.rows) :]
        assert list(reversed(labels)) == [row.label for row in shown.rows]
        assert list(reversed(numbers)) == [row.words for row in shown.rows]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    holders = next(table for table in tables() if table.slug == "inhaber-nach-norm")
    for language, words in (("de", "19.938"), ("en", "19,938")):
        with override(language):
            assert sheet(holders).rows[0].words == words
    with override("de"):
        assert sheet(next(table for table in tables() if table.slug == "russland-visa-22-satz-2")).rows[0].words == (
            "rund 2.200"
        )


def test_a_chart_has_a_name_and_nothing_the_browser_would_refuse() -> None:
    drawn = drawing("bild", "Namen & <Zeichen>", "Was es zeigt", [Bar("<b>", 3, "3"), Bar("zwei", 9, "9")])
    assert "<b>" not in drawn
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root if element.tag in ("title", "desc")}
    assert named[root.get("aria-labelledby")] == "Namen & <Zeichen>"
    assert named[root.get("aria-describedby")] == "Was es zeigt"
    for element in root.iter():
        assert element.tag not in ("style", "script")
        assert not {"style", "font-family", "stroke"} & set(element.attrib)
        assert element.get("fill", "currentColor") == "currentColor"


def test_a_longer_bar_is_a_larger_number_and_all_fit() -> None:
    bars = [Bar("Nordrhein-Westfalen", 331, "331"), Bar("Bremen", 11, "11"), Bar("niemand", 0, "0")]
    root = ET.fromstring(drawing("bild", "Name", "Was", bars))
    widths = [float(rect.get("width", "nan")) for rect in root.iter("rect")][::-1]
    assert widths[0] / widths[1] == pytest.approx(331 / 11)
    assert widths[2] == 0
    assert all(float(rect.get("height", "0")) > 0 for rect in root.iter("rect"))
    with pytest.raises(ValueError, match="label of its own"):
        drawing("bild", "Name", "Was", [bars[0], bars[0]])


def test_charts_of_commissions_show_full_years_that_were_read() -> None:
    parts = {part.land: part for part in commissions.parts()}
    assert len(parts) == 16
    assert "2025" not in (parts["NI"].chart or "")  # to September, and unverified
    assert "2024" not in (parts["NI"].chart or "")  # unverified
    assert parts["BY"].chart is None  # eleven years in one number
    texts = SVG_TEXT.findall(parts["BE"].chart or "")
    assert texts[: len(texts) // 2][::-1][:3] == ["2024 Eingaben", "2024 beraten", "2024 Titel angeordnet"]
    assert texts[len(texts) // 2 :][::-1] == ["283", "227", "189", "278", "191", "158", "143"]


def test_every_page_is_there_for_an_adviser(adviser: Client) -> None:
    page = adviser.get(reverse("figures:overview")).content.decode()
    for table in tables():
        assert reverse("figures:table", args=(table.slug,)) in page
    for theme in Theme:
        assert theme in page
    for each in kept_out():
        assert each.reason in page
    for table in tables():
        page = adviser.get(reverse("figures:table", args=(table.slug,))).content.decode()
        assert table.limits in page
        assert table.cite.text in page
        assert ("ungeprüft" in page) == table.is_unverified
    assert adviser.get(reverse("figures:table", args=("erfunden",))).status_code == 404
    assert adviser.get(reverse("figures:table_csv", args=("erfunden",))).status_code == 404


def test_the_files(adviser: Client) -> None:
    answer = adviser.get(reverse("figures:table_csv", args=("russland-22-satz-2-land",)))
    assert answer["Content-Disposition"] == 'attachment; filename="zahlen-russland-22-satz-2-land.csv"'
    head, *rows = rows_of(answer.content)
    assert head[:3] == ["Land der Titelerteilung", "Anzahl", "Einheit"]
    assert rows[0][:4] == ["Nordrhein-Westfalen", "331", "Personen", "genau"]
    assert all("BT-Drs. 21/1353, Antwort zu Frage 4" in row and "2025-07-31" in row for row in rows)
    head, *rows = rows_of(adviser.get(reverse("figures:hardship_csv")).content)
    assert next(row[:8] for row in rows if row[0] == "Berlin" and row[1] == "2023") == [
        "Berlin",
        "2023",
        "Fälle",
        "278",
        "191",
        "158",
        "143",
        "2023-12-31",
    ]
    assert len({row[0] for row in rows}) == 16


def counted(user_name: str, title: str) -> dict[str, int | None]:
    from advisor.accounts.models import User

    table = next(table for table in office_figures(User.objects.get(username=user_name)).tables if table.title == title)
    return {line.label: line.cells[0].count for line in table.lines}


def test_the_office_counts_its_own_and_hides_small_numbers(manager: Client) -> None:
    lead, foreign = make_user("ada"), make_user("eve", "Beratung Süd")
    for number in range(12):
        make_case(lead, f"N-{number}")
    for number in range(9):
        make_case(foreign, f"S-{number}")
    Case.objects.filter(reference__in=("N-0", "N-1")).update(state=CaseState.CLOSED, closed_on=date(2026, 1, 2))
    binned = Case.objects.get(reference="N-11")
    Case.objects.filter(pk=binned.pk).update(destroy_on=date(2199, 1, 1))
    states = counted("vera", "Fälle nach Stand")
    assert states == {"offen": 9, "wartet": 0, "abgeschlossen": None, "archiviert": None}
    assert counted("vera", "Fälle nach Art")["Beratung"] == 11
    page = manager.get(reverse("figures:own")).content.decode()
    assert "nicht gezeigt" in page
    assert "Beratung Nord" in page
    assert Event.objects.filter(action=Action.FIGURES_COUNTED, subject="page").count() == 1
    _head, *rows = rows_of(manager.get(reverse("figures:own_csv")).content)
    assert ["Fälle nach Stand", "offen", "Anzahl", "9"] in rows
    assert ["Fälle nach Stand", "abgeschlossen", "Anzahl", "nicht gezeigt"] in rows


def test_verdicts_and_laender_are_counted_by_the_case(manager: Client) -> None:
    lead = make_user("ada")
    for number in range(6):
        make_case(lead, f"N-{number}", location="in_germany", federal_state="NW")
    assert counted("vera", "Fälle nach Land")["Nordrhein-Westfalen"] == 6
    from advisor.accounts.models import User

    table = next(t for t in office_figures(User.objects.get(username="vera")).tables if t.head == "Weg")
    assert len(table.lines) == 8
    assert all(sum(cell.count or 0 for cell in line.cells) == 6 for line in table.lines)


def test_papers_are_counted_by_year_and_kind(manager: Client) -> None:
    lead = make_user("ada")
    for number in range(7):
        MemoRecord.objects.create(
            office=lead.office,
            memo=uuid4(),
            case=uuid4(),
            number=1,
            kind=PaperKind.SHEET if number < 6 else PaperKind.MEMO,
            day=date(2024 if number else 2026, 5, 1),
            adviser=lead,
            cover=Cover.QUALIFIED,
            law_version="x",
            checksum="0" * 64,
        )
    assert counted("vera", "Papiere nach Jahr") == {"2024": None, "2025": None, "2026": None}
    assert set(counted("vera", "Papiere nach Art").values()) == {None}


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.VOLUNTEER, Role.EDITOR, Role.RELEASER])
def test_the_offices_own_are_not_for_everybody(client: Client, db: None, role: Role) -> None:
    client.force_login(make_user("ada", "Beratung Nord", role))
    assert client.get(reverse("figures:own")).status_code == 403
    assert client.get(reverse("figures:own_csv")).status_code == 403
    page = client.get(reverse("figures:overview"))
    assert page.status_code == 200
    assert reverse("figures:own") not in page.content.decode()

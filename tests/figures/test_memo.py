"""Statistics on paper: in the long memo, about its pathways and its person, each with source and day."""

from __future__ import annotations

from advisor.memo.models import Audience
from advisor.memo.parts import Length
from advisor.memo.render import memo_html
from pathways.law import LAW
from pathways.law.figures import tables
from tests.memo.conftest import Make, make  # noqa: F401

RUSSIANS = "Russische Staatsangehörige mit Titel nach § 22 S. 2: nach Jahr"


def test_a_long_memo_says_them_with_day_source_and_limits(make: Make) -> None:  # noqa: F811
    memo = make(chosen=["p22_2", "p23a"], length=Length.FULL, federal_state="BE")
    said = {remark.lead: remark for remark in memo.figures}
    russians = said[RUSSIANS]
    assert russians.text.startswith("1.790 Personen (Stichtag 31.07.2025, seit 24.2.2022).")
    assert "Anträge werden nicht erfasst" in russians.text
    cited = {note.number: note.text for note in memo.endnotes}
    assert [cited[ref.number].replace("\u00a0", " ") for ref in russians.refs] == [
        "BT-Drs. 21/1353, Antwort zu Frage 4"
    ]
    holders = said["Personen mit einem humanitären Titel nach Vorschrift"]
    assert holders.text.startswith("§ 23a Abs. 1: 10.011 Personen (Stichtag 31.12.2023)")
    assert "19.938" not in holders.text, "of a pathway nobody chose"
    assert "4b" not in holders.text, "the limits of another line"
    assert [cited[ref.number].replace("\u00a0", " ") for ref in holders.refs] == [
        "BT-Drs. 20/11101, S. 14",
        "WD, Fn. 22",
    ]
    commission = said["Härtefallkommission Berlin 2024"]
    assert commission.text.startswith("283 Eingaben, 227 beraten, 189 Titel angeordnet (Fälle, Stichtag 31.12.2024).")
    assert commission.source
    assert "Zahlen zum Zusammenhang" in memo_html(memo)


def test_only_about_the_person_and_never_unverified(make: Make) -> None:  # noqa: F811
    other = make(chosen=["p22_1", "p22_2"], length=Length.FULL, nationality=["SY"])
    assert other.figures == ()
    assert "Zahlen zum Zusammenhang" not in memo_html(other)
    # Of Lower Saxony the newest numbers are unverified; the newest that were read say less.
    (commission,) = [
        remark.lead for remark in make(chosen=["p23a"], length=Length.FULL, federal_state="NI").figures if remark.source
    ]
    assert commission == "Härtefallkommission Niedersachsen 2018"


def test_a_short_memo_and_one_for_an_authority_have_none(make: Make) -> None:  # noqa: F811
    assert make(chosen=["p22_2"]).figures == ()
    assert make(chosen=["p22_2"], length=Length.FULL, audience=Audience.AUTHORITY).figures == ()


def test_what_a_figure_is_said_to_be_about_exists() -> None:
    known = {pathway.id for pathway in LAW.pathways}
    for table in tables():
        for named in (table.pathways, *(figure.pathways for figure in table.figures)):
            assert named <= known
        # Without a number of its own to say there is nothing to print.
        assert not table.pathways or table.total is not None or len(table.figures) == 1

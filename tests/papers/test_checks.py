"""The checks of this folder find what they are there for, and nothing on a page where all is well."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from advisor.memo.render import write_pdf
from tests.papers.checks import findings
from tests.papers.making import Paper
from tests.papers.reading import Opened
from tests.papers.second import opinion, own_reading

MARK = "MARKE-EINS"
HEAD = '<html lang="de"><head><title>Probe</title><style>{style}</style></head><body><main class="memo"><h1>Probe</h1>'
BODY = (
    f"<h2>Zweitens</h2><p>{MARK} und علامة</p><ul><li>eins</li></ul>"
    '<table aria-label="T"><tr><th scope="row">Kopf</th><td>Zelle</td></tr></table>'
    '<p><a href="https://example.org/" title="Eine Adresse">hier</a></p>'
)
DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
PAPER = Paper(lambda: b"", marks=(MARK, "علامة"), in_order=("Probe", "Zweitens", MARK), pages=(1, 1))

BROKEN = {
    "headings": "<h4>Viertens</h4>",
    "bookmarks": '<h2 style="bookmark-level: none">Drittens</h2>',
    "tables": "<table><tr><td>eins</td><td>zwei</td></tr></table>",
    "links": '<a href="http://example.org/">x</a>',
    "figures": f'<img src="{DOT}">',
    "lists": "<ul><li>eins</li><li></li></ul>",
    "clean_margins": '<p style="margin-left: -15mm">weit draußen</p>',
    "numbered": "<style>@page { @bottom-right { content: none } }</style>",
    "second_opinion": "<p>Unterschrift: ____________</p>",
    "conforms": f'<img src="{DOT}">',
}


def content_of(body: str, style: str = "") -> bytes:
    """A page as a file."""
    return write_pdf(HEAD.format(style=style) + body, "x")


@pytest.fixture(scope="module")
def sound() -> bytes:
    """A page where all is well."""
    return content_of(BODY)


def test_nothing_is_found_where_all_is_well(sound: bytes, tmp_path: Path) -> None:
    assert findings(PAPER, sound, tmp_path) == {}


@pytest.mark.parametrize(("check", "body"), BROKEN.items(), ids=BROKEN.keys())
def test_what_is_wrong_is_found(check: str, body: str, tmp_path: Path) -> None:
    assert check in findings(PAPER, content_of(BODY + body), tmp_path)


def test_what_is_not_on_paper_is_missed(sound: bytes, tmp_path: Path) -> None:
    wrong = {
        "arrives": replace(PAPER, marks=("MARKE-ZWEI",)),
        "says_what_it_is": replace(PAPER, language="en"),
        "numbered": replace(PAPER, pages=(2, 3)),
    }
    for check, paper in wrong.items():
        assert list(findings(paper, sound, tmp_path)) in ([check], [check, "second_opinion"], ["second_opinion", check])
    assert "arrives" in findings(replace(PAPER, in_order=("Zweitens", "Probe")), sound, tmp_path)
    assert "arrives" in findings(replace(PAPER, absent=(MARK,)), sound, tmp_path)


def test_what_was_typed_is_found_in_the_title(tmp_path: Path) -> None:
    content = write_pdf(HEAD.format(style="").replace("<title>Probe", f"<title>{MARK}") + BODY, "x")
    assert "tells_nothing_in_passing" in findings(PAPER, content, tmp_path)


def test_the_foot_of_a_page_has_to_be_furniture(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("advisor.memo.press.mark_furniture", lambda pdf: None)
    assert {"everything_is_tagged", "numbered"} <= set(findings(PAPER, content_of(BODY), tmp_path))


def test_a_font_that_is_not_in_the_file_is_found(sound: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font.DescendantFonts[0].FontDescriptor.FontFile2
        stripped = io.BytesIO()
        pdf.save(stripped)
    assert "fonts" in findings(PAPER, stripped.getvalue(), tmp_path)


def test_the_second_opinion_is_the_same_on_what_it_reads_itself(sound: bytes, tmp_path: Path) -> None:
    """Its own reader takes a second a page, so the papers are judged on what this folder reads; here both are asked."""
    broken = content_of(BODY + BROKEN["headings"] + BROKEN["tables"] + BROKEN["figures"] + BROKEN["second_opinion"])
    for content, faults in ((sound, 0), (broken, 3)):
        (tmp_path / "paper.pdf").write_bytes(content)
        own, ours = own_reading(tmp_path / "paper.pdf", "de"), opinion(Opened(content), "de")
        assert len(own.issues) + len(own.warnings) >= faults
        assert (own.issues, len(own.warnings)) == (ours.issues, len(ours.warnings))

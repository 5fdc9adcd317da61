"""Signs that no font has: one that says so in their place, and nothing of what was typed in the log."""

from __future__ import annotations

import logging
from pathlib import Path

import page
import pytest

from advisor.memo.render import write_pdf
from tests.papers.reading import Opened

HTML = '<html lang="de"><head><title>Probe</title></head><body><h1>Probe</h1><p>{}</p></body></html>'
MISSING = "ሰላም\U0001f468\U0001f469"


@pytest.fixture(scope="module")
def content() -> bytes:
    """A paper with a name in a script there is no font for, and two pictures."""
    return write_pdf(HTML.format(f"Name: {MISSING} <b>Ende</b>"), "x")


def test_what_cannot_be_printed_is_seen_to_be_missing(content: bytes, tmp_path: Path) -> None:
    assert f"Name: {chr(0xFFFD) * len(MISSING)} Ende" in Opened(content).text
    (tmp_path / "paper.pdf").write_bytes(content)
    for profile in ("ua1", "3a"):
        assert page.validate_pdf(str(tmp_path / "paper.pdf"), profile=profile).is_compliant


def test_the_log_does_not_tell_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        write_pdf(HTML.format(MISSING), "y")
    assert caplog.records  # the writer does log
    assert not [sign for sign in MISSING if sign in caplog.text]


def test_nothing_is_written_twice_without_need(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("advisor.memo.render._written", lambda html, *_: written.append(html) or b"%PDF")
    write_pdf(HTML.format("Straße"), "z")
    assert len(written) == 1


def test_signs_drawn_as_one_all_mean_something(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(write_pdf(HTML.format("كيسًا شكرًا"), "a"))
    assert page.validate_pdf(str(tmp_path / "paper.pdf"), profile="ua1").is_compliant

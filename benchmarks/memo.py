"""Measurement 4: a memo from answers to PDF against the PDF writer alone on the same page, all in one warm process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from time import process_time

from benchmarks.machine import ROOT
from benchmarks.measure import Spread, alternating, ratios
from pathways.engine.casefile import read_case
from pathways.engine.consultation import consult
from pathways.law import LAW
from pathways.law.facts import FACTS_BY_ID

ROUNDS = 4
CASE = ROOT / "benchmarks" / "cases" / "extension_marriage_ended.json"
_OURS, _ALONE, _TEXT = "memo, from answers to PDF", "WeasyPrint alone, same page", "memo without the PDF"
_GOALS = {_OURS: "; goal at most 1.05 ×"}
_NAME = "0" * 32


def run() -> list[str]:
    """Lines of the report, from a process of its own: Django is set up and fonts are loaded there."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "advisor.settings", "DEMO": "1"}
    command = (sys.executable, "-m", "benchmarks.memo")
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=300
    )
    return done.stdout.splitlines()


def _measure() -> list[str]:
    """Only called where Django may be set up."""
    import django

    django.setup()
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from advisor.memo import fonts, render
    from advisor.memo.fetcher import SCHEME, LockedFetcher
    from advisor.memo.paper import memo_of

    case = read_case(CASE.read_bytes(), FACTS_BY_ID)

    def text() -> str:
        assessment = consult(LAW, case.answers, case.as_of or date.min, case.reference)
        return render.memo_html(memo_of(assessment, case.answers))

    def ours() -> bytes:
        return render.write_pdf(text(), _NAME)

    # The same page, style sheets and fonts, parsed once as ours are, given to the PDF writer directly.
    html, faces, loaded = text(), fonts.faces(), FontConfiguration()
    fetcher = LockedFetcher({face.url: face.path for face in faces})
    options = {"font_config": loaded, "url_fetcher": fetcher, "base_url": SCHEME}
    memo_css = (ROOT / "static" / "memo.css").read_text(encoding="utf-8")
    sheets = [CSS(string=css, **options) for css in (fonts.style_sheet(faces), memo_css)]

    def alone() -> bytes:
        page = HTML(string=html, url_fetcher=fetcher, base_url=SCHEME)
        return bytes(page.write_pdf(stylesheets=sheets, font_config=loaded, pdf_variant="pdf/a-3a"))

    work: dict[str, Callable[[], object]] = {_OURS: ours, _ALONE: alone, _TEXT: text}
    for warm_up in work.values():
        warm_up()
    pages = len(HTML(string=html, url_fetcher=fetcher, base_url=SCHEME).render(loaded, stylesheets=sheets).pages)
    return _report(alternating(ROUNDS, {name: partial(_timed, do) for name, do in work.items()}), pages)


def _timed(do: Callable[[], object]) -> float:
    start = process_time()
    do()
    return process_time() - start


def _report(times: dict[str, list[float]], pages: int) -> list[str]:
    lines = [
        f"{pages} pages, one warm process, {ROUNDS} rounds, alternating; seconds of the processor,",
        "median (lowest–highest).",
    ]
    for name, figures in times.items():
        ratio = "" if name == _ALONE else f"; {ratios(times, name, _ALONE).shown(2)} × alone"
        lines.append(f"{name:32} {Spread.of(figures).shown(2)} s{ratio}{_GOALS.get(name, '')}")
    return lines


if __name__ == "__main__":
    print("\n".join(_measure()))

"""What a page has to show and to tell beyond what axe can find; every check gives its faults as words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_SIGHT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
CHECKS = ("headings", "landmarks", "title", "labels", "ties", "colours")
_AXE = Axe()
# The size of targets is a criterion of WCAG 2.2, which axe looks at only when asked.
_ALL_RULES: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_BY_COLOUR = ("color-contrast", "link-in-text-block")
_COLOURS = {"resultTypes": ["violations"], "runOnly": [*_BY_COLOUR]}
# To measure the colours of a page takes longer than all other rules together.
_NO_COLOURS = {**_ALL_RULES, "rules": {**_ALL_RULES["rules"], **{rule: {"enabled": False} for rule in _BY_COLOUR}}}


def unfold(page: Page) -> None:
    """Open every fold, so that its content is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


def seen(page: Page) -> list[str]:
    """What is wrong with headings, landmarks, title, labels, references and colours."""
    found = page.evaluate(f"(() => {{ const sight = {_SIGHT}; return {list(CHECKS)}.flatMap(c => sight[c]()); }})()")
    return [str(fault) for fault in found]


def walked(page: Page) -> list[str]:
    """What is wrong with the stops of the focus: where it is not seen, covered, or jumps back."""
    # From a key on, Chromium shows the focus that a script moves.
    page.keyboard.press("Tab")
    return [str(fault) for fault in page.evaluate(f"({_SIGHT}).stops()")]


def by_axe(page: Page, *, only_colours: bool = False) -> list[str]:
    """What axe finds against WCAG 2.2 AA and its own good practice."""
    return _by_axe(page, _COLOURS if only_colours else _ALL_RULES)


def by_axe_but_colours(page: Page) -> list[str]:
    """The same for a page whose colours are measured elsewhere."""
    return _by_axe(page, _NO_COLOURS)


def _by_axe(page: Page, options: dict[str, Any]) -> list[str]:
    found = _AXE.run(page, options=options).response["violations"]
    return [
        f"axe {each['id']}: {node['html'][:160]} ({'; '.join(reason['message'] for reason in node['any'])[:200]})"
        for each in found
        for node in each["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    """By how much the page is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide <= 0:
        return []
    culprits = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
             .filter((e) => !e.children.length)
             .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
             .slice(0, 3).map((e) => e.outerHTML.slice(0, 120))"""
    )
    return [f"{wide}px wider than the window: {culprits}"]

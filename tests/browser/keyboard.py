"""A person who has no mouse: reaches everything with Tab, chooses with arrows and the space bar, and types."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

MOST_STOPS = 700  # on one page; more means the focus is caught or what is looked for is not there

_HERE = """() => {
  const at = document.activeElement;
  const question = at.closest(".question");
  const fellows = at.name && at.form ? [...at.form.elements].filter((e) => e.name === at.name) : [at];
  const box = at.getBoundingClientRect();
  return {
    tag: at.tagName.toLowerCase(), type: at.type || "", name: at.name || "", value: at.value || "", id: at.id,
    text: (at.innerText || (at.type === "submit" && at.value) || "").trim(), href: at.getAttribute("href") || "",
    checked: !!at.checked,
    question: question ? question.id.replace(/^q-/, "") : "",
    values: fellows.map((e) => e.value), seen: box.width > 0 && box.height > 0,
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """What has the focus. ``question``: the fact it belongs to; ``values``: those of the fields of the same name."""

    tag: str
    type: str
    name: str
    value: str
    id: str
    text: str
    href: str
    checked: bool
    question: str
    values: list[str]
    seen: bool


@dataclass
class Keyboard:
    """The keys of one window. ``unseen``: stops that had the focus without being on the screen."""

    page: Page
    unseen: list[Stop] = field(default_factory=list)

    def here(self) -> Stop:
        """What has the focus now."""
        return Stop(**self.page.evaluate(_HERE))

    def next(self) -> Stop:
        """One stop further."""
        self.page.keyboard.press("Tab")
        stop = self.here()
        if not stop.seen and stop.tag != "body":
            self.unseen.append(stop)
        return stop

    def reach(self, wanted: Callable[[Stop], bool]) -> Stop:
        """Tab until the focus is where somebody wants it; AssertionError where it never comes there."""
        for _ in range(MOST_STOPS):
            if wanted(stop := self.next()):
                return stop
        raise AssertionError(f"not reached within {MOST_STOPS} stops on {self.page.url}")

    def follow(self, text: str, *, within: str = "") -> None:
        """Reach the link or button whose text begins like that and press Enter; ``within``: part of its address."""
        self.reach(lambda at: at.text.startswith(text) and within in at.href)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, name: str, text: str) -> None:
        """Reach a text field by its name and type."""
        self.reach(lambda at: at.name == name and at.type not in ("hidden", "submit"))
        self.page.keyboard.type(text)

    def choose(self, at: Stop, value: str) -> None:
        """Choose a circle of the group that has the focus, with arrows as a browser lets one."""
        step = at.values.index(value) - at.values.index(at.value)
        for _ in range(abs(step)):
            self.page.keyboard.press("ArrowDown" if step > 0 else "ArrowUp")
        if not step and not at.checked:
            self.page.keyboard.press("Space")

    def pick(self, label: str, value: str) -> None:
        """Choose in the select that has the focus: by typing the beginning of its words, then with the arrow."""
        # What no key of the test's keyboard writes would never arrive.
        self.page.keyboard.type(re.split(r"[^ -~]", label, maxsplit=1)[0])
        for _ in range(MOST_STOPS):
            if self.here().value == value:
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Shift+Tab")

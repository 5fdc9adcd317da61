"""What an adviser asks of a case: answers that each change something, one page after another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Protocol

from pathways.law.facts import FACTS_BY_ID

EMPTY = "/leer/"
SECTIONS = "abcfeghdi"

# A question and two answers that take turns, so that each saves something.
_ANSWERS = (
    ("current_status", ("duldung", "residence_permit")),
    ("request_kind", ("first_grant", "extension_same_title")),
    ("asylum_history", ("rejected_final", "pending")),
    ("german_level", ("b1", "a2")),
    ("exceptional_hardship_if_leaving", ("yes", "no")),
    ("state_order_match", ("no_order", "all_conditions")),
    ("hfk_stage", ("request_made", "rejected_by_hfk")),
    ("livelihood_secured", ("partly", "yes")),
)
ROUND = 2 * len(_ANSWERS)  # after so many answers the case is as it was


class Login(Protocol):
    """Who asks."""

    @property
    def about(self) -> str:
        """The part of an address that names the case and its first person."""


class Browser(Protocol):
    """Whatever asks for pages."""

    @property
    def login(self) -> Login:
        """Who asks, about which case."""

    def get(self, path: str) -> float:
        """Seconds until the page is there."""

    def post(self, path: str, fields: dict[str, str]) -> float:
        """Seconds until the answer to a form sent with htmx is there."""


def nothing(browser: Browser) -> Iterator[float]:
    """Seconds of the empty page, again and again."""
    while True:
        yield browser.get(EMPTY)


def forms(about: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """One answer after another to a case: its question, the address and what is sent there."""
    for choice in cycle((1, 0)):
        for fact_id, values in _ANSWERS:
            section = FACTS_BY_ID[fact_id].section.lower()
            path = f"/faelle/{about}/fragebogen/{section}/{fact_id}/"
            yield fact_id, path, {fact_id: values[choice], f"{fact_id}.proof": "", f"{fact_id}.note": ""}


def answers(browser: Browser) -> Iterator[float]:
    """Seconds of one answer after another."""
    for _fact_id, path, fields in forms(browser.login.about):
        yield browser.post(path, fields)


def sections(browser: Browser) -> Iterator[float]:
    """Seconds of the page of one section after another."""
    for section in cycle(SECTIONS):
        yield browser.get(f"/faelle/{browser.login.about}/fragebogen/{section}/")


def sections_of_all(browser: Browser) -> Iterator[float]:
    """The same pages, each after reading all persons of the case."""
    for section in cycle(SECTIONS):
        yield browser.get(f"/alle/{browser.login.about}/{section}/")


def results(browser: Browser) -> Iterator[float]:
    """Seconds of the page with the result, again and again."""
    while True:
        yield browser.get(f"/faelle/{browser.login.about}/ergebnis/")

"""Two counsellors at the same question of the same case: nobody overwrites an answer they have not been shown."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from threading import Thread

from pathways.law.facts import FACTS_BY_ID
from tests.faults.browser import Browser, Page
from tests.faults.conftest import House
from tests.faults.counsellor import SECTION, filled, says_saved
from tests.faults.running import Server

FACT = "passport_state"
WRITES = 40  # acknowledged, of each window
_NOTE = re.compile(r"Fenster \d+ Angabe \d+")


@dataclass(slots=True)
class Windows:
    """What all windows together have written: each acknowledged note with the one that was shown before."""

    shown_before: list[tuple[str, str]] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)


class Window(Thread):
    """Somebody who changes the same answer over and over, looking first at what is there."""

    def __init__(self, number: int, browser: Browser, case: str, windows: Windows) -> None:
        super().__init__(daemon=True)
        self.number = number
        self.browser = browser
        self.page = f"/faelle/{case}/fragebogen/{SECTION}/"
        self.windows = windows
        self.error: Exception | None = None
        self._chance = Random(number)
        self._written = 0
        self._contested = False

    def run(self) -> None:
        """Write until enough is acknowledged; an exception is kept for the one who joins."""
        try:
            acknowledged, shown = 0, self._look()
            while acknowledged < WRITES:
                page, note = self._write()
                self._contested = False
                if says_saved(page, FACT):
                    self.windows.shown_before.append((note, shown))
                    acknowledged, shown = acknowledged + 1, note
                else:
                    shown = self._look_again(page, note)
        except Exception as error:
            self.error = error

    def _write(self) -> tuple[Page, str]:
        self._written += 1
        note = f"Fenster {self.number} Angabe {self._written}"
        value = self._chance.choice(sorted(FACTS_BY_ID[FACT].by_id))
        # Whoever has been shown the answer of another presses the button „Meine Angabe speichern“.
        pressed = [("keep", FACT)] if self._contested else []
        fields = [*filled({FACT: [value, "told", note]}), *pressed]
        page = self.browser.send_answer(f"{self.page}{FACT}/", FACT, fields)
        self.windows.seen[f"status {page.status}"] += 1
        return page, note

    def _look(self) -> str:
        page = self.browser.open(self.page)
        assert page.status == 200
        return "".join(_NOTE.findall(page.text)[:1])

    def _look_again(self, page: Page, mine: str) -> str:
        """What the refusal shows of the other's answer; sometimes the whole page is loaded anew instead."""
        assert page.status in (409, 422), f"status {page.status}"
        others = {note for note in _NOTE.findall(page.text) if note != mine}
        if page.status == 409 or self._chance.random() < 0.3:
            return self._look()
        assert len(others) == 1, f"a conflict shows the other's answer, not {others}"
        self.windows.seen["conflict shown"] += 1
        self._contested = True
        return others.pop()


def test_nobody_overwrites_an_answer_they_have_not_seen(house: House) -> None:
    filled_in = house.inside.ask("fill", "together", 2)
    windows = Windows()
    with Server(house.env) as server:
        # Two people, two windows each.
        people = [
            Window(number, Browser(server.port, dict(filled_in["cookies"][number % 2])), filled_in["shared"], windows)
            for number in range(4)
        ]
        for person in people:
            person.start()
        for person in people:
            person.join(timeout=900)
            assert not person.is_alive(), "somebody waits for ever"
            if person.error:
                raise person.error
    followers = Counter(shown for _, shown in windows.shown_before)
    overwritten = sum(count - 1 for count in followers.values())
    last = {note for note, _ in windows.shown_before} - set(followers)
    print(f"saved: {len(windows.shown_before)}, overwritten: {overwritten}, {dict(windows.seen)}")
    assert windows.seen["conflict shown"] > 0, "the windows have never met"
    assert overwritten == 0
    assert last == {house.read(filled_in["shared"])[FACT][2]}, "what stands is what nobody has replaced"
    assert house.inside.ask("faults") == []

"""Somebody who answers without a pause, tries again after every broken connection, and writes down what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from random import Random
from threading import Event, Thread
from time import sleep

from pathways.law.facts import FACTS_BY_ID
from tests.faults.browser import Broken, Browser, Fields, NobodyThere, Page
from tests.faults.ledger import Attempt, Content, Fate, Faults, Ledger

SECTION = "d"
FACTS = ("passport_state", "livelihood_secured", "sponsor_declaration", "criminal_record", "entry_ban")
PROOFS = ("", "told", "document_seen", "document_missing")
_TRIES = 5  # of one answer at a server that says it cannot
_LONG_NOTES = (0, 0, 40, 900, 3800)  # characters


def filled(facts: dict[str, Content]) -> Fields:
    """The visible fields that hold these answers."""
    fields = []
    for fact_id, (value, proof, note) in facts.items():
        fields += [(fact_id, value), (f"{fact_id}.proof", proof), (f"{fact_id}.note", note)]
    return fields


def says_saved(page: Page, fact_id: str) -> bool:
    """Whether an answer to htmx acknowledges: the tick beside the question."""
    return page.status == 200 and f'id="saved-{fact_id}"' in page.text and "✓ gespeichert" in page.text


class Counsellor(Thread):
    """A thread with one case.

    ``read``: what is kept of a case. ``moments``: when the worker shall die, drawn for a ``mortality`` of the requests.
    """

    def __init__(
        self,
        browser: Browser,
        case: str,
        read: Callable[[str], dict[str, Content]],
        seed: int,
        *,
        moments: tuple[str, ...] = (),
        mortality: float = 0.0,
    ) -> None:
        super().__init__(daemon=True)
        self.browser = browser
        self.case = case
        self.path = f"/faelle/{case}/fragebogen/{SECTION}/"
        self.ledger = Ledger()
        self.seen = Counter[str]()
        self.faults = Faults()
        self.error: Exception | None = None
        self.ending = Event()
        self._read = read
        self._chance = Random(seed)
        self._moments = moments
        self._mortality = mortality

    def run(self) -> None:
        """Answer until told to end; an exception is kept for the one who joins."""
        try:
            self._load()
            while not self.ending.is_set():
                self._step()
        except Exception as error:
            self.error = error

    def check(self) -> Faults:
        """Compare the ledger with what is kept now."""
        found = self.ledger.check(self._read(self.case))
        self.faults += found
        return found

    def _step(self) -> None:
        kind = self._chance.random()
        if kind < 0.06:
            self._lose_network(self._attempt(1), half=kind < 0.03)
        elif kind < 0.3:
            self._deliver(self._attempt(self._chance.randint(2, len(FACTS))))
        else:
            self._deliver(self._attempt(1))

    def _attempt(self, facts: int) -> Attempt:
        number = len(self.ledger.attempts)
        return self.ledger.begin({fact_id: self._content(number) for fact_id in self._chance.sample(FACTS, facts)})

    def _content(self, number: int) -> Content:
        note = f"Versuch {number} " + "ü" * self._chance.choice(_LONG_NOTES)
        return ["", self._chance.choice(PROOFS), note.strip()]

    def _lose_network(self, attempt: Attempt, *, half: bool) -> None:
        self._choose(attempt)
        (fact_id,) = attempt.facts
        with suppress(Broken, NobodyThere):
            self.browser.hang_up(f"{self.path}{fact_id}/", fact_id, filled(attempt.facts), half=half)
        self.seen["network lost"] += 1
        if half:
            attempt.fate = Fate.REFUSED
        else:
            self._deliver(attempt, doubtful=True)

    def _choose(self, attempt: Attempt) -> None:
        for fact_id, content in attempt.facts.items():
            content[0] = content[0] or self._chance.choice(sorted(FACTS_BY_ID[fact_id].by_id))

    def _deliver(self, attempt: Attempt, *, doubtful: bool = False) -> None:
        """Send until it is acknowledged or refused; ``doubtful``: it may have arrived already."""
        self._choose(attempt)
        die = self._chance.choice(self._moments) if self._chance.random() < self._mortality else ""
        for _ in range(_TRIES):
            try:
                page = self._send(attempt, die)
            except Broken:
                self.seen["broken off"] += 1
                self.seen["broken off from outside"] += not die
                doubtful, die = True, ""
                self.check()
                continue
            self._judge(attempt, page, doubtful=doubtful)
            if attempt.fate is not Fate.OPEN:
                break
            sleep(0.1)
        if len(attempt.facts) > 1 or attempt.fate is not Fate.ACKNOWLEDGED:
            self._load()

    def _send(self, attempt: Attempt, die: str) -> Page:
        self.seen["requests"] += 1
        fields = filled(attempt.facts)
        while True:
            try:
                if len(attempt.facts) > 1:
                    return self.browser.send_section(self.path, list(attempt.facts), fields, die)
                (fact_id,) = attempt.facts
                return self.browser.send_answer(f"{self.path}{fact_id}/", fact_id, fields, die)
            except NobodyThere:
                self.seen["nobody there"] += 1
                sleep(0.1)

    def _judge(self, attempt: Attempt, page: Page, *, doubtful: bool) -> None:
        self.seen[f"status {page.status}"] += 1
        one = next(iter(attempt.facts))
        if (len(attempt.facts) > 1 and page.status == 302) or (len(attempt.facts) == 1 and says_saved(page, one)):
            attempt.fate = Fate.ACKNOWLEDGED
        elif page.status in (409, 422):
            # A doubtful one may have been refused because it is already there.
            attempt.fate = Fate.FOUND if attempt.fate is Fate.FOUND else attempt.fate if doubtful else Fate.REFUSED
            if doubtful:
                self.check()
        elif page.status < 500:
            raise AssertionError(f"an answer was answered with {page.status}")

    def _load(self) -> None:
        """The page of the section anew, as soon as there is one."""
        while not self.ending.is_set():
            try:
                page = self.browser.open(self.path)
            except (Broken, NobodyThere):
                self.seen["page not loaded"] += 1
                sleep(0.05)
                continue
            if page.status < 500:
                assert page.status == 200, f"the page of the section has status {page.status}"
                return
            sleep(0.1)

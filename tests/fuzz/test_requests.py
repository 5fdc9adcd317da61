"""Sequences of requests by everybody to everything: no error of ours, nothing half written, nothing unlogged.

`WEGWEISER_FUZZ=full pytest -n 2 -rP tests/fuzz` sends more than 20,000 and counts them; otherwise it is a share.
"""

from __future__ import annotations

import os
import time
from collections import Counter

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from advisor.logbook.models import Event
from advisor.web.plain_request import PlainRequest
from tests.fuzz.attacks import Attack, far, near
from tests.fuzz.forms import addresses, read_forms
from tests.fuzz.whole import assert_whole
from tests.hostile.addresses import resolved
from tests.hostile.checks import everything, protected, written
from tests.matrix.world import Desk, log_everybody_in, make_desk, session_of, window

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("read_as_served")]

FULL = os.environ.get("WEGWEISER_FUZZ") == "full"
AT_ONCE = 8  # requests that build upon one another
# Of each area, as many sequences; together more than 20,000 requests where all are sent.
SEQUENCES = 430 if FULL else 40
AREAS: dict[str, tuple[str, ...]] = {
    "answers": ("cases:section", "cases:answer", "cases:next", "cases:one_by_one", "cases:all", "blank:"),
    "persons": ("cases:person", "cases:keep_result", "cases:scenario"),
    "papers and dates": ("followup:",),
    "quick check": ("quickcheck:",),
    "cases": ("cases:list", "cases:new", "cases:import", "cases:edit", "cases:team", "cases:reason", "lifecycle:"),
    "memos": ("memo:", "disclosure:", "cases:export", "cases:result", "cases:pathway", "cases:questionnaire"),
    "other papers": ("sheet:", "dossier:", "batch:"),
    "guidance": ("guidance:", "logbook:", "cases:log", "privacy:"),
    "people": ("people:",),
    "texts": ("editorial:",),
    "what moves and what is known": ("rescreen:", "laender:", "figures:"),
    "accounts": ("account", "mfa", "web:", "start"),
}
# A section keeps what it can read and gives back the rest; a refused login or code is counted.
KEEPS_A_PART = ("cases:section", "cases:answer")
# Choosing one's own language, from a form that stands on every page.
UNLOGGED = reverse("accounts:language")


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The office of most who ask; its PDFs are written in no time."""
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: b"%PDF-")
    desk = make_desk("Beratung Nord")
    log_everybody_in(desk)
    desk.sessions["expired"] = session_of(desk.people["T"], seen=int(time.time()) - 7200)
    desk.sessions["forged"] = "a" * 32
    desk.sessions["unsealed"] = session_of(desk.people["T"])
    return desk


@pytest.fixture
def read_as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client of the tests reads a request as the server does."""
    monkeypatch.setattr("django.test.client.WSGIRequest", PlainRequest)


def send(attack: Attack, here: Desk, before: object, statuses: Counter[int]) -> object:
    """Send it; the rows afterwards."""
    browser = window(here, attack.who, enforce_csrf_checks=attack.who == "unsealed")
    events = Event.objects.count()
    with written() as statements:
        response = browser.generic(attack.method, attack.address, attack.body, attack.kind, headers=attack.headers)
    statuses[response.status_code] += 1
    assert response.status_code < 500
    protected(response)
    if attack.method != "POST" or not statements:
        return before
    after = everything()
    if after != before:
        assert response.status_code < 400 or attack.name in KEEPS_A_PART, f"{response.status_code} changed something"
        logged = Event.objects.count() > events or attack.address.startswith(UNLOGGED)
        assert logged, "changed something and wrote nothing into the log"
    return after


@pytest.mark.parametrize("area", AREAS)
def test_no_sequence_of_requests_breaks_anything(area: str, here: Desk) -> None:
    there = make_desk("Beratung Süd", tag="2")
    forms = read_forms(here, there, AREAS[area])
    targets = [target for target in addresses(here, there) if target[0].startswith(AREAS[area])]
    assert forms
    start, statuses = everything(), Counter[int]()
    attacks = st.lists(near(forms) | near(forms) | far(targets), min_size=AT_ONCE, max_size=AT_ONCE)

    @settings(
        max_examples=SEQUENCES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    )
    @given(attacks=attacks)
    def run(attacks: list[Attack]) -> None:
        with transaction.atomic():
            rows: object = start
            for attack in attacks:
                for _ in range(1 + attack.twice):
                    rows = send(attack, here, rows, statuses)
            assert everything() == rows, "something was changed by looking at it"
            if rows != start:
                assert_whole()
            transaction.set_rollback(True)

    run()
    print(f"{statuses.total()} requests to {len(forms)} forms and {len(targets)} addresses: {statuses}")
    assert statuses.total() >= SEQUENCES * AT_ONCE


def test_every_address_is_in_one_of_the_areas() -> None:
    known = tuple(prefix for prefixes in AREAS.values() for prefix in prefixes)
    assert not [name for name in resolved() if not name.startswith(known)]

"""Two offices with five roles work side by side, each in its own windows, and never meet."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.urls import reverse

from advisor.accounts.models import Role
from advisor.guidance.models import Consultation
from advisor.memo.models import KeptMemo
from advisor.navigation import entries_of
from tests.browser import office_steps as steps
from tests.browser.conftest import Windows
from tests.browser.office_people import COLLEAGUE, Bureau, Somebody
from tests.factories import person_of
from tests.hostile.addresses import ADDRESSES, EXAMPLES, resolved
from tests.small_pdf import small_pdf_saying

# Roles that log in with an account they have; the admin and the first counsellor join by invitation.
OTHERS = {
    COLLEAGUE: Role.COUNSELLOR,
    Role.VOLUNTEER: Role.VOLUNTEER,
    Role.EDITOR: Role.EDITOR,
    Role.RELEASER: Role.RELEASER,
}
# In this order, each by one office and then by the other, while everybody stays logged in.
STEPS = (
    steps.opens_a_case,
    steps.a_colleague_needs_a_reason,
    steps.shares_and_hands_over,
    steps.both_change_the_same_answer,
    steps.asks_the_releaser,
    steps.gets_guidance,
    steps.makes_and_releases_a_memo,
    steps.reads_the_log,
)
MIGHTY = (Role.OFFICE_ADMIN, Role.COUNSELLOR)
STRANGE = {"uuid", "memo", "consultation", "person"}  # parts of addresses that name something of one office


def bureau(word: str, windows: Windows, server: str, *, scripts: bool, second_factor: bool) -> Bureau:
    """An office whose people have each opened a window."""
    roles = (Role.OFFICE_ADMIN, Role.COUNSELLOR, *OTHERS)
    people = {role: Somebody(windows(java_script_enabled=scripts).new_page(), server, scripts) for role in roles}
    for somebody in people.values():
        somebody.page.set_default_timeout(15_000)
    return Bureau(word, people, second_factor)


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF writer, which takes seconds: each file stands for what was to be printed. The stamp is a real one."""
    import_module("advisor.memo.stamp")  # takes its writer when it is loaded
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda html, *_: small_pdf_saying(html))


@pytest.mark.usefixtures("transactional_db", "paper")
@pytest.mark.parametrize("scripts", [True, pytest.param(False, marks=pytest.mark.long)], ids=["scripts", "no-scripts"])
def test_two_offices_side_by_side(live_server: Any, windows: Windows, settings: Any, scripts: bool) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    both = two_offices(windows, live_server.url, scripts=scripts, second_factor=True)
    for step in STEPS:
        for each in both:
            step(each)
    one, other = both
    sees_nothing_of(one, other)
    sees_nothing_of(other, one)
    for each in both:
        steps.ends_and_comes_back(each)


@pytest.mark.usefixtures("transactional_db")
def test_where_the_second_factor_is_a_choice(live_server: Any, windows: Windows) -> None:
    """As in the demonstration: nobody is held up by it."""
    for each in two_offices(windows, live_server.url, scripts=True, second_factor=False):
        steps.opens_a_case(each)


def two_offices(windows: Windows, server: str, *, scripts: bool, second_factor: bool) -> list[Bureau]:
    """Two offices whose people have all come in."""
    both = [
        bureau(word, windows, server, scripts=scripts, second_factor=second_factor) for word in ("Zirkon", "Basalt")
    ]
    for each in both:
        steps.founds_itself(each)
        steps.others_log_in(each, OTHERS)
    return both


def sees_nothing_of(mine: Bureau, theirs: Bureau) -> None:
    """None of these people reads the word of the other office on a page of their own.

    Those who may most do not reach an address of it either; everybody's way to every address is in `tests/matrix`.
    """
    foreign = list(addresses_of(theirs))
    own = [reverse(name) for name, parts in resolved().items() if not parts and "GET" in ADDRESSES[name].takes]
    for role, somebody in mine.people.items():
        request = somebody.page.request
        for path in foreign if role in MIGHTY else ():
            answer = request.get(somebody.server + path, max_redirects=0)
            assert answer.status in (403, 404, 405), (role, path)
            assert theirs.word not in answer.text(), (role, path)
        for path in own if role in MIGHTY else ():
            assert theirs.word not in request.get(somebody.server + path).text(), (role, path)
        for entry in entries_of(mine.users[role]):
            assert theirs.word not in somebody.open(reverse(entry.name)).content(), (role, entry.name)
    lists = mine[Role.COUNSELLOR].open("/faelle/?wessen=stelle&stand=alle")
    assert mine.reference in lists.content()
    assert theirs.word not in lists.content()


def addresses_of(office: Bureau) -> Any:
    """The addresses of everything that is this office's: its case, memo, question and people."""
    assert office.case is not None
    own = {
        **EXAMPLES,
        "uuid": office.case.uuid,
        "about": person_of(office.case).uuid,
        "memo": KeptMemo.objects.get(case=office.case).uuid,
        "consultation": Consultation.objects.get(case=office.case).uuid,
        "person": office.users[COLLEAGUE].pk,
        "pk": office.users[COLLEAGUE].pk,
    }
    for name, parts in resolved().items():
        if STRANGE & set(parts) or (name.startswith("people:") and "pk" in parts):
            yield reverse(name, kwargs={part: own[part] for part in parts})

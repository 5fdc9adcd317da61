"""Every address × every person × own, closed, binned, foreign and unknown case × GET and POST, as the table says."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from advisor.policies import Permission
from tests.hostile.addresses import ADDRESSES, EXAMPLES, resolved
from tests.hostile.checks import everything, written
from tests.matrix.expected import EXPECTED, LETTERS, Row
from tests.matrix.outcomes import outcome
from tests.matrix.world import PEOPLE, Desk, window

pytestmark = pytest.mark.django_db

METHODS = ("GET", "POST")
REFUSED = frozenset("-0rkmL2")
# Parts of an address that name a thing of an office; the others name a question, a way, a year.
NAMING = frozenset(
    {
        "uuid",
        "about",
        "memo",
        "consultation",
        "certificate",
        "batch",
        "change",
        "golden_case",
        "report",
        "count",
        "person",
        "pk",
    }
)
# Views of allauth show people their own account; what they may is decided by being logged in.
OWN_ACCOUNT = "allauth"


def places(name: str) -> tuple[str, ...]:
    """Whose things an address can be about."""
    parts = set(resolved()[name])
    if "uuid" in parts:
        return ("own", "closed", "binned", "foreign", "unknown")
    return ("own", "foreign", "unknown") if parts & NAMING else ("own",)


def cells() -> int:
    """How many requests the matrix is made of."""
    return sum(len(places(name)) for name in EXPECTED) * len(PEOPLE) * len(METHODS)


def address(name: str, place: str, here: Desk, there: Desk) -> str:
    """The address of that name for a thing of one's own office, of the other one, or for nothing."""
    desk = there if place == "foreign" else here
    folder = place if place in ("closed", "binned") else "open"
    parts: dict[str, object] = {**EXAMPLES, **desk.ids(folder)}
    parts["pk"] = desk.numbers().get(name, desk.people["T"].pk)
    if place == "unknown":
        nothing: dict[str, object] = dict.fromkeys(
            (
                "uuid",
                "about",
                "memo",
                "consultation",
                "certificate",
                "batch",
                "change",
                "golden_case",
                "report",
                "count",
            ),
            uuid4(),
        )
        parts |= {**nothing, "person": 10**9, "pk": 10**9}
    return reverse(name, kwargs={part: parts[part] for part in resolved()[name]})


@pytest.fixture
def as_in_production(settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second factor is asked for; only the paper is written in no time."""
    settings.SECOND_FACTOR_REQUIRED = True  # type: ignore[attr-defined]
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: b"%PDF-")


def test_every_address_has_a_line_and_a_letter_for_everybody() -> None:
    assert set(EXPECTED) == set(resolved())
    for name, row in EXPECTED.items():
        for letters in (row.get, row.post, row.closed or row.post):
            assert len(letters) == len(LETTERS), name
    assert "".join(PEOPLE) == LETTERS + "FX_"


def test_every_view_names_the_permissions_it_needs() -> None:
    for name, view in _views(get_resolver()):
        if not getattr(view, "login_required", True):
            assert ADDRESSES[name].open_to_all, f"{name} is open to all"
        elif view.__module__.partition(".")[0] != OWN_ACCOUNT:
            assert view.permissions, f"{name} names no permission"
            assert view.permissions <= set(Permission), name


@pytest.mark.usefixtures("as_in_production")
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_everybody_gets_where_the_table_says_and_no_further(name: str, here: Desk, there: Desk) -> None:
    before = everything()
    for place in places(name):
        where = address(name, place, here, there)
        for method in METHODS:
            wanted, found = EXPECTED[name].of(method, place), ""
            for letter in PEOPLE:
                with transaction.atomic():
                    browser = window(here, letter)
                    with written() as statements:
                        found += outcome(browser.generic(method, where))
                    if found[-1] in REFUSED and name != "account_logout" and statements:
                        assert everything() == before
                    transaction.set_rollback(True)
            assert found == wanted, f"{method} {name}, {place}: {found} instead of {wanted}"


def test_what_is_gone_is_gone_whatever_else_it_is() -> None:
    assert Row("+rwlk0-m", "+rwlk0-m").of("POST", "foreign") == "000000-m2LL"


def _views(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, object]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _views(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", entry.callback

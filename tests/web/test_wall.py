"""Nothing without login, nothing of another office, nothing in a cache, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from advisor.accounts.models import User
from advisor.cases.models import Case
from tests.factories import make_case, make_user, page_of
from tests.hostile.addresses import first_person

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = {
    "account_login",
    "web:imprint",
    "web:privacy",
    "web:accessibility",
    "web:security",
    "web:health",
    "web:token",
    "accounts:invitation",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
PART_OF_LOGIN = {"mfa_authenticate", "accounts:cancel"}
NEEDS_A_SECRET = {"followup:feed"}
NEEDS_A_CHOICE = {"accounts:language"}
EXAMPLES = {
    "section": "a",
    "fact_id": "location",
    "pathway_id": "p23a",
    "table": "inhaber-nach-norm",
    "land": "nw",
    "person": "1",
    "pk": "1",
    "token": "x",
    "number": "1",
    "year": "2026",
    "memo": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d11",
    "consultation": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d12",
    "batch": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d14",
    "change": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d15",
    "golden_case": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d16",
    "slot": "pathway.p23a.about",
    "release": "1",
    "report": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d17",
    "count": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d18",
    "document": "einwilligung",
    "paper": "neu",
    "part": "lebenslauf",
    "certificate": "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d10",
    "uidb36": "1",
    "key": "x",
}


def names(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every name of an address with the parts it needs."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry, f"{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern) and entry.name:
            # A regular expression has groups instead of converters.
            yield f"{namespace}{entry.name}", list(entry.pattern.converters or entry.pattern.regex.groupindex)


ADDRESSES = sorted(names(get_resolver()))


def address(name: str, parts: list[str], uuid: object) -> str:
    """An address of that name, for the case with that id and its first person."""
    examples = {**EXAMPLES, "uuid": uuid, "about": first_person(uuid)}
    return reverse(name, kwargs={part: examples[part] for part in parts})


@pytest.mark.parametrize(("name", "parts"), ADDRESSES)
def test_only_the_login_is_open_to_all(client: Client, case: Case, name: str, parts: list[str]) -> None:
    for send in (client.get, client.post):
        response = send(address(name, parts, case.uuid))
        if name in PART_OF_LOGIN:
            assert response.status_code in (302, 405)
            assert response.headers.get("Location", reverse("account_login")) == reverse("account_login")
        elif name in NEEDS_A_CHOICE:
            assert response.status_code == (400 if send == client.post else 405)
        elif name in NEEDS_A_SECRET:
            assert response.status_code == (405 if send == client.post else 404)
        elif name in OPEN_TO_ALL:
            assert response.status_code == 200 or (send == client.post and response.status_code == 405)
        else:
            assert response.status_code == 302
            assert response.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("name", "parts"), [entry for entry in ADDRESSES if "uuid" in entry[1]])
def test_a_case_of_another_office_does_not_exist(web: Client, name: str, parts: list[str]) -> None:
    foreign = make_case(make_user("bob", office="Beratung Süd"), "F-1", location="in_germany")
    for uuid in (foreign.uuid, uuid4()):
        statuses = {send(address(name, parts, uuid)).status_code for send in (web.get, web.post)}
        assert statuses & {403, 404}
        assert statuses <= {403, 404, 405}


def test_the_first_section_of_a_foreign_case_is_not_shown_either(web: Client) -> None:
    foreign = make_case(make_user("bob", office="Beratung Süd"), "F-1")
    response = web.get(reverse("cases:questionnaire", args=(foreign.uuid,)), follow=True)
    assert response.status_code == 404


def test_without_an_office_there_are_no_cases(client: Client, case: Case) -> None:
    client.force_login(User.objects.create_user("nobody"))
    assert client.get(reverse("cases:list")).status_code == 403
    assert client.get(page_of("cases:section", case, "a")).status_code == 403
    assert client.post(reverse("cases:new"), {"reference": "X"}).status_code == 403
    assert Case.objects.count() == 1


def test_an_htmx_request_is_sent_to_the_login_as_a_whole_page(client: Client, case: Case) -> None:
    response = client.post(page_of("cases:answer", case, "a", "location"), headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("name", "parts"), ADDRESSES)
def test_pages_are_not_kept_and_load_nothing_from_elsewhere(
    web: Client, case: Case, name: str, parts: list[str]
) -> None:
    response = web.get(address(name, parts, case.uuid))
    assert response.headers["Cache-Control"] == "no-store"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_login_and_logout(client: Client, counsellor: User) -> None:
    wrong = client.post(reverse("account_login"), {"login": "ada", "password": "wrong"})
    assert "Bitte" in wrong.content.decode()
    right = {"login": "ada", "password": "correct horse battery"}
    assert client.post(reverse("account_login"), right).headers["Location"] == reverse("start")
    assert client.get(reverse("cases:list")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("cases:list")).status_code == 302

"""Every address × every method × nobody, the owner and somebody of another office."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from tests.hostile.addresses import ADDRESSES, METHODS, path, resolved
from tests.hostile.checks import checked, everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_paper")]

NAMES = sorted(ADDRESSES)
OF_A_CASE = [name for name in NAMES if ADDRESSES[name].of_a_case and not ADDRESSES[name].managing]
FORGED = (
    {"HX-Request": "true"},
    {"HX-Request": "TRUE", "HX-Boosted": "yes"},
    {"HX-Request": "true", "HX-Current-URL": "http://[", "HX-Target": "<script>", "HX-Trigger": "\udcff"},
    {"HX-Request": "true", "HX-Current-URL": "%ff%00", "HX-Current-URL-URI-AutoEncoded": "true"},
    {"HX-Request": "true", "Triggering-Event": "{", "HX-Prompt": "x" * 10_000},
    {"HX-History-Restore-Request": "true"},
    {"X-HTTP-Method-Override": "DELETE", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
    {"X-Requested-With": "XMLHttpRequest", "Accept": "application/json", "Accept-Language": "x" * 5000},
    {"Range": "bytes=0-0,5-", "If-Modified-Since": "gestern", "If-None-Match": "*", "Referer": "javascript:1"},
)


def test_every_address_has_a_line_in_the_table() -> None:
    assert set(resolved()) == set(ADDRESSES)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_gets_further_than_the_login(client: Client, answered: Case, name: str) -> None:
    before = everything()
    for method in METHODS:
        response = client.generic(method, path(name, answered.uuid))
        checked(response)
        if not ADDRESSES[name].open_to_all:
            assert response.status_code == 302
            assert response.headers["Location"].startswith(reverse("account_login"))
    assert everything() == before


@pytest.mark.parametrize("name", NAMES)
def test_the_owner_gets_what_the_address_takes_and_a_page_for_the_rest(web: Client, answered: Case, name: str) -> None:
    for method in METHODS:
        web.force_login(answered.lead)  # one of the addresses logs out
        before = everything()
        response = web.generic(method, path(name, answered.uuid))
        if ADDRESSES[name].managing:
            checked(response, 403)
            assert everything() == before
            continue
        taken = (200, 302, 400, 404, 422) if ADDRESSES[name].lacking else (200, 302, 400, 422)
        checked(response, *(taken if method in ADDRESSES[name].takes else (405,)))
        if method not in ADDRESSES[name].takes:
            assert everything() == before
            assert set(response.headers["Allow"].split(", ")) == ADDRESSES[name].takes


@pytest.mark.parametrize("name", OF_A_CASE)
def test_a_case_of_another_office_and_one_that_is_none_look_alike(
    web: Client, stranger: Client, answered: Case, foreign: Case, name: str
) -> None:
    before = everything()
    for method in METHODS:
        wanted = 404 if method in ADDRESSES[name].takes else 405
        pages = {
            checked(browser.generic(method, path(name, uuid)), wanted)
            for browser, uuid in ((web, foreign.uuid), (stranger, answered.uuid), (web, uuid4()))
        }
        assert all("F-2" not in page and "S-1" not in page for page in pages)
    assert everything() == before


@pytest.mark.parametrize("name", NAMES)
def test_forged_headers_change_nothing_about_who_may_what(
    web: Client, client: Client, answered: Case, foreign: Case, name: str
) -> None:
    reading = "POST" if "GET" not in ADDRESSES[name].takes else "GET"
    nobody = Client()
    for headers in FORGED:
        web.force_login(answered.lead)
        checked(web.generic(reading, path(name, answered.uuid), headers=headers), part=True)
        refused = nobody.generic(reading, path(name, answered.uuid), headers=headers)
        checked(refused)
        assert ADDRESSES[name].open_to_all or not refused.content
        if ADDRESSES[name].of_a_case:
            wanted = 403 if ADDRESSES[name].managing else 404
            checked(web.generic(reading, path(name, foreign.uuid), headers=headers), wanted)


@pytest.mark.parametrize(
    "tail",
    [
        "%00/",
        "%ff%fe/",
        "../../etc/passwd",
        "..%2f..%2fetc/passwd",
        "//evil.example/",
        "%0d%0aSet-Cookie:%20a=b/",
        "{{7*7}}/",
        "<script>alert(1)</script>/",
        "00000000-0000-0000-0000-000000000000/",
        "00000000-0000-0000-0000-000000000000/fragebogen/%D9%A1/",
        "x" * 10_000,
        "%e2%80%ae/",
        "1/ergebnis/",
        "\\..\\..\\settings.py",
    ],
)
def test_an_address_that_is_none_is_said_to_be_none(web: Client, tail: str) -> None:
    for start in ("/faelle/", "/static/", "/"):
        response = web.generic("GET", start + tail)
        assert "<script>alert" not in checked(response, 404)


@pytest.mark.parametrize("slug", ["z", "aa", "A", "a-b", "__class__", "0", "a" * 5000])
def test_a_section_or_question_that_is_none_is_said_to_be_none(web: Client, answered: Case, slug: str) -> None:
    before = everything()
    for address in (f"{slug}/", f"{slug}/location/", f"a/{slug}/", "b/location/", "a/LOCATION/"):
        for method in ("GET", "POST"):
            if method == "POST" or address == f"{slug}/":
                full = f"/faelle/{answered.uuid}/fragebogen/{address}"
                checked(web.generic(method, full, b"location=x", "application/x-www-form-urlencoded"), 404)
    assert everything() == before

"""What is open to all without login, and nothing in it that is not meant for all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.cases.models import Case
from advisor.web.operator import Operator, operator_named
from tests.factories import page_of

pytestmark = pytest.mark.django_db

PAGES = ("web:imprint", "web:privacy", "web:accessibility")


@pytest.fixture
def operated(settings: Any) -> None:
    """An installation whose operator is named."""
    settings.OPERATOR_NAME = "Beispielrat e. V."
    settings.OPERATOR_ADDRESS = "Beispielweg 1, 10115 Berlin"
    settings.OPERATOR_EMAIL = "office@example.org"
    settings.SECURITY_CONTACT = ""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("operated")
def test_the_pages_by_law_need_no_login_and_set_no_session(client: Client, settings: Any, name: str) -> None:
    response = client.get(reverse(name))
    page = response.content.decode()
    assert response.status_code == 200
    assert "office@example.org" in page
    assert page.count("<h1") == 1
    assert settings.SESSION_COOKIE_NAME not in response.cookies
    assert client.head(reverse(name)).status_code == 200
    assert client.post(reverse(name)).status_code == 405


@pytest.mark.usefixtures("operated")
def test_the_imprint_names_who_runs_it(client: Client) -> None:
    page = client.get(reverse("web:imprint")).content.decode()
    assert "Beispielrat e. V." in page
    assert re.search(r"Beispielweg 1\s*<br />\s*10115 Berlin", page)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_to_them(client: Client, web: Client, case: Case, name: str) -> None:
    for page in (client.get(reverse(name)), web.get(page_of("cases:section", case, "a"))):
        assert f'href="{reverse(name)}"' in page.content.decode()


def test_the_cookies_are_the_ones_that_the_privacy_statement_names(client: Client, web: Client, settings: Any) -> None:
    web.post(reverse("cases:new"), {"reference": "F-9"}, follow=True)
    web.get(reverse("cases:new"))
    web.post(reverse("accounts:language"), {"language": "de"})
    named = re.findall(r"<code>(.*?)</code>", client.get(reverse("web:privacy")).content.decode())
    assert set(named) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}
    assert set(web.cookies) == set(named)


def test_nobody_who_has_chosen_no_language_gets_a_cookie_for_it(web: Client, settings: Any) -> None:
    web.get(reverse("cases:list"))
    assert settings.LANGUAGE_COOKIE_NAME not in web.cookies


def test_the_privacy_statement_says_what_is_kept_how_long_and_which_rights_there_are(client: Client) -> None:
    page = client.get(reverse("web:privacy")).content.decode()
    for said in (
        "verschlüsselt",
        "zwei Wochen",
        "Art. 15 bis 20 DSGVO",
        "Art. 77 DSGVO",
        "Art. 22 DSGVO",
        "Niemand sonst",
    ):
        assert said in page


@pytest.mark.usefixtures("operated")
def test_security_txt_has_what_the_standard_wants(client: Client) -> None:
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert lines["Contact"] == "mailto:office@example.org"
    expires = timezone.datetime.fromisoformat(lines["Expires"])
    assert 0 < (expires - timezone.now()).days < 365


def test_security_txt_without_a_contact_does_not_exist(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT = settings.OPERATOR_EMAIL = ""
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("contact", "wanted"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("https://example.org/melden", "https://example.org/melden"),
        ("a@example.org\nPolicy: https://evil.example", "mailto"),
    ],
)
def test_a_contact_is_one_line(settings: Any, contact: str, wanted: str) -> None:
    settings.SECURITY_CONTACT = contact
    found = Operator.from_settings().security
    assert len(found.splitlines()) == 1
    assert found.startswith(wanted) or "Policy:" in found


def test_the_health_probe_says_ok_and_nothing_else(client: Client) -> None:
    response = client.get(reverse("web:health"))
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert not response.cookies


def test_the_health_probe_tells_of_a_database_out_of_reach(client: Client) -> None:
    def gone(*_: Any) -> None:
        raise OperationalError("could not connect to SECRET-HOST")

    with connection.execute_wrapper(gone):
        response = client.get(reverse("web:health"))
    assert response.status_code == 503
    assert b"SECRET" not in response.content


def test_the_health_probe_is_answered_without_tls_and_nothing_else_is(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["testserver"]
    fresh = Client()
    assert fresh.get(reverse("web:health")).status_code == 200
    for name in (*PAGES, "start", "web:token"):
        response = fresh.get(reverse(name))
        assert response.status_code == 301
        assert response.headers["Location"].startswith("https://")


def test_the_check_asks_for_every_detail_of_the_operator(settings: Any) -> None:
    settings.OPERATOR_NAME = settings.OPERATOR_ADDRESS = settings.OPERATOR_EMAIL = ""
    warnings = operator_named()
    assert [warning.msg.split()[0] for warning in warnings] == ["OPERATOR_NAME", "OPERATOR_ADDRESS", "OPERATOR_EMAIL"]
    assert all(warning.level == 30 for warning in warnings)
    settings.OPERATOR_NAME = settings.OPERATOR_ADDRESS = settings.OPERATOR_EMAIL = "x"
    assert operator_named() == []


def test_without_an_operator_the_imprint_says_so(client: Client, settings: Any) -> None:
    settings.OPERATOR_NAME = ""
    settings.DEMO = True
    assert "Vorführung" in client.get(reverse("web:imprint")).content.decode()
    settings.DEMO = False
    assert "noch nicht eingetragen" in client.get(reverse("web:imprint")).content.decode()

"""German is what everybody gets; English is what somebody has chosen, for as long as they want it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.models import Case
from pathways.law.facts import FACTS_BY_ID
from tests.factories import PASSWORD, make_user, page_of

pytestmark = pytest.mark.django_db

CHOOSE = "/sprache/"


def language_of(client: Client, address: str) -> str:
    """The language a page says it is in."""
    page = client.get(address).content.decode()
    return page.partition('<html lang="')[2].partition('"')[0]


def choose(client: Client, language: str, back: str = "/") -> Any:
    """Press the button in the foot of a page."""
    return client.post(CHOOSE, {"language": language, "next": back})


def log_in(client: Client, name: str) -> None:
    """With name and password, as people do."""
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})


def test_german_is_spoken_whatever_the_browser_asks_for(web: Client) -> None:
    asking = {"Accept-Language": "en-GB,en;q=0.9"}
    assert '<html lang="de">' in Client().get(reverse("account_login"), headers=asking).content.decode()
    assert '<html lang="de">' in web.get(reverse("cases:list"), headers=asking).content.decode()


@pytest.mark.parametrize("name", ["account_login", "web:imprint", "web:privacy", "web:accessibility", "cases:list"])
def test_every_page_has_the_switch_and_it_leads_back_there(web: Client, name: str) -> None:
    address = reverse(name)
    page = web.get(address, follow=True).content.decode()
    assert 'name="language" value="en" lang="en">English</button>' in " ".join(page.split())
    response = choose(web, "en", address)
    assert (response.status_code, response.headers["Location"]) == (302, address)
    assert 'value="de" lang="de">Deutsch</button>' in " ".join(web.get(address, follow=True).content.decode().split())


def test_a_choice_before_the_login_survives_it_and_the_logout(client: Client) -> None:
    make_user("ada")
    login = reverse("account_login")
    choose(client, "en", login)
    assert language_of(client, login) == "en"
    log_in(client, "ada")
    assert language_of(client, reverse("cases:list")) == "en"
    client.post(reverse("account_logout"))
    assert language_of(client, login) == "en"


def test_a_choice_goes_with_the_account_to_another_browser(web: Client, counsellor: User) -> None:
    choose(web, "en")
    elsewhere = Client()
    log_in(elsewhere, counsellor.username)
    assert language_of(elsewhere, reverse("cases:list")) == "en"


def test_the_account_says_more_than_the_browser(web: Client, counsellor: User, settings: Any) -> None:
    choose(web, "de")
    web.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert language_of(web, reverse("cases:list")) == "de"
    counsellor.refresh_from_db()
    assert counsellor.language == "de"


def test_one_persons_choice_is_nobody_elses(web: Client) -> None:
    choose(web, "en")
    colleague = Client()
    colleague.force_login(make_user("karl"))
    assert language_of(colleague, reverse("cases:list")) == "de"


@pytest.mark.parametrize(
    "language",
    ["", "fr", "EN", "en\x00", "../de", "d" * 5000],
    ids=["none", "other", "capitals", "nul", "path", "long"],
)
def test_another_language_is_refused_and_nothing_is_kept(
    web: Client, counsellor: User, settings: Any, language: str
) -> None:
    assert choose(web, language).status_code == 400
    counsellor.refresh_from_db()
    assert counsellor.language == ""
    assert settings.LANGUAGE_COOKIE_NAME not in web.cookies


@pytest.mark.parametrize(
    "back",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "javascript:alert(1)",
        "faelle/",
        "",
        "/" + "x" * 5000,
    ],
)
def test_the_switch_leads_to_no_other_site(web: Client, back: str) -> None:
    assert choose(web, "en", back).headers["Location"] == "/"


def test_a_forged_cookie_is_german(client: Client, settings: Any) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "xx-<script>"
    assert language_of(client, reverse("account_login")) == "de"


def test_the_language_costs_no_query(web: Client) -> None:
    counted = []
    for language in ("de", "en"):
        choose(web, language)
        web.get(reverse("people:account"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            web.get(reverse("people:account"))
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_errors_speak_the_chosen_language(web: Client, client: Client) -> None:
    choose(web, "en")
    assert "There is no such page" in web.get("/gibt-es-nicht/").content.decode()
    assert "Diese Seite gibt es nicht" in Client().get("/gibt-es-nicht/").content.decode()


def test_questions_are_said_in_both_languages_on_demand_until_the_session_ends(web: Client, case: Case) -> None:
    address = page_of("cases:section", case, "a")
    german, english = FACTS_BY_ID["location"].ask, FACTS_BY_ID["location"].ask_en
    page = web.get(address).content.decode()
    assert german in page
    assert english not in page
    web.post(CHOOSE, {"questions": "both", "next": address})
    page = web.get(address).content.decode()
    assert german in page
    assert f'<span class="also" lang="en">{english}' in page
    swapped = web.post(
        page_of("cases:answer", case, "a", "location"), {"location": "nonsense"}, headers={"HX-Request": "true"}
    )
    assert f'<span class="also" lang="en">{english}' in swapped.content.decode()
    web.post(CHOOSE, {"questions": "one", "next": address})
    assert english not in web.get(address).content.decode()


def test_nobody_who_is_not_logged_in_gets_a_session_for_it(client: Client, settings: Any) -> None:
    assert client.post(CHOOSE, {"questions": "both"}).status_code == 400
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_a_page_with_something_refused_warns_and_the_switch_leads_to_where_it_can_be_shown(
    web: Client, case: Case
) -> None:
    warning = "geht dabei verloren"
    section = page_of("cases:section", case, "a")
    assert warning not in web.get(section).content.decode()
    sent = [
        (section, section, {"shown": "location", "location": "on_the_moon"}),
        (page_of("cases:answer", case, "a", "location"), section, {"location": "on_the_moon"}),
        (page_of("followup:paper", case, "neu"), page_of("followup:case", case), {"words": ""}),
    ]
    for address, shown, fields in sent:
        response = web.post(address, fields)
        assert response.status_code == 422
        foot = response.content.decode().partition('<form class="language"')[2]
        assert warning in foot
        back = foot.partition('name="next" value="')[2].partition('"')[0]
        assert back == shown
        assert web.get(back).status_code == 200

"""In English no page says a word in German that is not marked as German, whoever looks and whatever there is."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.cases.models import Case
from advisor.demo.demo_cases import demo_cases
from tests.factories import make_case, make_user, page_of
from tests.hostile.addresses import ADDRESSES, EXAMPLES, resolved
from tests.languages.reading import Said, said
from tests.matrix.world import Desk, log_everybody_in, make_desk, window

pytestmark = pytest.mark.django_db

# Words that almost every German sentence has one of and no English one.
GERMAN = re.compile(
    r"\b(?:und|oder|nicht|kein|keine|keinen|der|das|dem|den|des|ein|eine|einen|ist|sind|wird|werden|wurde|für|mit|von|"
    r"auf|zum|zur|bei|nach|noch|schon|nur|auch|Sie|Ihre|Ihr|Ihnen|heute|seit|bis|über|ohne|alle|zurück|"
    r"Fall|Fälle|Frage|Fragen|Antwort|Antworten|Stelle|Frist|Fristen|Weg|Wege|Ergebnis|Speichern|Beratung)\b"
)
# Names of things that are German on purpose: norms, documents and authorities as they stand on paper in Germany.
OF_THE_LAW = re.compile(r"§§?[^;)]*|\([^()]*\)|Abs\. \d+|Deutsch")


def english_texts(name: str) -> str:
    """What the people of this office have typed."""
    return f"typed {name}"


@pytest.fixture
def office(settings: Any) -> Desk:
    """An office whose people have all chosen English, with one of everything and several long cases."""
    settings.SECOND_FACTOR_REQUIRED = True
    desk = make_desk("Northern Advice", english_texts)
    for person in desk.people.values():
        person.language = "en"
        person.save(update_fields=["language"])
    log_everybody_in(desk)
    return desk


def german_in(response: HttpResponse) -> list[str]:
    """What a page says in German without marking it."""
    return [each.text for each in said(response.content.decode()) if each.language != "de" and _is_german(each)]


def _is_german(part: Said) -> bool:
    return bool(GERMAN.search(OF_THE_LAW.sub(" ", part.text)))


def addresses(desk: Desk) -> dict[str, str]:
    """Every address that shows something, for the open case."""
    ids, numbers = desk.ids(), desk.numbers()
    found = {}
    for name, parts in resolved().items():
        if name not in ADDRESSES or "GET" not in ADDRESSES[name].takes:
            continue
        known = {**EXAMPLES, **ids, "pk": numbers.get(name, desk.people["T"].pk), "year": timezone.localdate().year}
        found[name] = reverse(name, kwargs={part: known[part] for part in parts})
    return found


@pytest.mark.parametrize("letter", ["T", "O", "V", "Q", "A", "_"])
def test_no_page_says_a_german_word_that_is_not_marked(office: Desk, letter: str) -> None:
    browser = window(office, letter)
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    wrong, seen = {}, 0
    for name, address in addresses(office).items():
        response = browser.get(address)
        if not response.headers.get("Content-Type", "").startswith("text/html") or response.status_code in (301, 302):
            continue
        seen += 1
        assert '<html lang="en">' in response.content.decode(), name
        if found := german_in(response):
            wrong[name] = found[:5]
    assert seen > 5
    assert wrong == {}


@pytest.mark.parametrize("place", range(10))
def test_no_page_of_a_long_case_does(client: Client, place: int) -> None:
    counsellor = make_user("ada")
    counsellor.language = "en"
    counsellor.save(update_fields=["language"])
    client.force_login(counsellor)
    example = list(demo_cases(timezone.localdate()))[place]
    case = make_case(counsellor, "N-1", **example.facts)
    wrong = {}
    for name in ("cases:person_result", "cases:all", "cases:next"):
        if found := german_in(client.get(page_of(name, case))):
            wrong[name] = found[:5]
    for section in "abcdefghi":
        if found := german_in(client.get(page_of("cases:section", case, section))):
            wrong[section] = found[:5]
    assert wrong == {}


def test_what_is_swapped_in_after_an_answer_is_english_too(web: Client, counsellor: Any, case: Case) -> None:
    counsellor.language = "en"
    counsellor.save(update_fields=["language"])
    for value in ("in_germany", "abroad_home", "nonsense"):
        response = web.post(
            page_of("cases:answer", case, "a", "location"), {"location": value}, headers={"HX-Request": "true"}
        )
        assert german_in(response) == []


def test_days_are_day_month_year_with_the_month_as_a_word(web: Client, counsellor: Any, case: Case) -> None:
    counsellor.language = "en"
    counsellor.save(update_fields=["language"])
    day = timezone.localdate() - timedelta(days=3)
    Case.objects.filter(pk=case.pk).update(as_of=day)
    page = web.get(page_of("cases:section", case, "a")).content.decode()
    assert f"reference date {day.day} {day:%b} {day.year}" in page

"""In English only the words of the law stay German; what the program says around them does not."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from advisor.accounts.models import User
from advisor.demo.demo_cases import demo_cases
from pathways.content.words import CURES, MANNERS
from tests.factories import make_case, page_of
from tests.languages.reading import said

pytestmark = pytest.mark.django_db

# What the program itself puts before, after and between the words of the law.
INTERFACE = re.compile(
    r"^(?:Offen|Nicht erfüllt|Umstritten|Fehlt es daran|Außer bei|Gilt für|zu|auch|und|ungeprüft|umstritten|"
    r"nicht erfüllt.*|es gibt Abhilfe|ohne Datum|Stand [\d.]+|"
    + "|".join([*CURES.values(), *MANNERS.values()])
    + r")\b"
    r"|weitere[r]? Punkte?\b|^Alles Zwingende"
)


@pytest.fixture
def english(counsellor: User) -> User:
    """Somebody who reads the pages in English."""
    counsellor.language = "en"
    counsellor.save(update_fields=["language"])
    return counsellor


@pytest.mark.parametrize("place", [0, 2, 5], ids=["hardship", "refused", "abroad"])
def test_the_result_says_its_own_words_in_english(web: Client, english: User, place: int) -> None:
    case = make_case(english, "N-1", **list(demo_cases(timezone.localdate()))[place].facts)
    wrong = []
    for name, more in (("cases:person_result", ()), ("cases:pathway", ("p23a",)), ("followup:case", ())):
        page = web.get(page_of(name, case, *more)).content.decode()
        parts = [each for each in said(page) if each.language == "de"]
        assert len(parts) > 50
        wrong += [each.text for each in parts if INTERFACE.search(each.text.strip(" (;:"))]
    assert wrong == []

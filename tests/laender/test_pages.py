"""The pages of the Länder: every statement is there with its source, its day and how far it was read."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from advisor.accounts.models import Role
from advisor.laender.statements import NO_SINGLE_SOURCE, Mark, day_words, marks_of, of_fields, tally
from pathways.law.laender.profile import profile, profiles
from tests.factories import make_case, make_user, page_of

pytestmark = pytest.mark.django_db
LANDS = tuple(each.land for each in profiles())


def text_of(page: str) -> str:
    """What is read on a page, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.fixture
def adviser(client: Client) -> Client:
    client.force_login(make_user("ada"))
    return client


@pytest.mark.parametrize("land", LANDS)
def test_a_land_shows_everything_there_is_with_its_source(adviser: Client, land: str) -> None:
    page = adviser.get(reverse("laender:one", args=(land.lower(),))).content.decode()
    read = text_of(page)
    one = profile(land)
    for claim in one.claims:
        said = (claim.text, claim.note, "" if claim.source == NO_SINGLE_SOURCE else claim.source, day_words(claim.date))
        assert all(words in read for words in said if words), claim
    for listed in (*one.members.seats, *(source.ref for source in one.sources), *(f.source for f in one.figures)):
        assert listed in read
    for programme in one.programmes:
        for words in (programme.state, programme.basis, programme.ordered, programme.ends, *programme.conditions):
            assert words in read
    marks = [mark for claim in one.claims for mark in marks_of(claim)]
    for mark in (Mark.UNVERIFIED, Mark.STALE):
        figures = sum(f.confidence == "unverified" for f in one.figures) if mark is Mark.UNVERIFIED else 0
        assert page.count(f"land-{mark.key}") == marks.count(mark) + figures
    assert f"{len(one.claims)} Angaben: {tally((one,)).unverified} ungeprüft" in read


def test_what_is_unknown_says_so_and_claims_no_source(adviser: Client) -> None:
    majority = next(each for each in of_fields(profile("BW"), {}) if each.field == "majority")
    assert majority.marks == (Mark.UNKNOWN,)
    page = adviser.get(reverse("laender:one", args=("bw",))).content.decode()
    part = page[page.index("Mehrheit für ein Ersuchen") : page.index("Wer entscheidet?")]
    assert "nicht bekannt" in text_of(part)
    assert "ohne Datum" not in part


def test_each_mark_has_words_and_a_sign_of_its_own() -> None:
    with override("de"):
        assert len({mark.sign for mark in Mark}) == len({str(mark.words) for mark in Mark}) == len(Mark)


def test_the_overview_counts_what_is_not_certain(adviser: Client) -> None:
    read = text_of(adviser.get(reverse("laender:overview")).content.decode())
    whole = tally(profiles())
    assert whole.unverified == sum(claim.is_unverified for each in profiles() for claim in each.claims) > 0
    assert f"Von {whole.statements} Angaben sind {whole.unverified} ungeprüft, {whole.stale} vielleicht" in read
    for each in profiles():
        assert each.name in read
        assert each.submission_way in read


@pytest.mark.parametrize("code", ["xx", "facts", "general", "nw2"])
def test_a_land_that_does_not_exist_is_not_found(adviser: Client, code: str) -> None:
    assert adviser.get(reverse("laender:one", args=(code,))).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.COUNSELLOR, 200),
        (Role.EDITOR, 200),
        (Role.RELEASER, 200),
        (Role.OFFICE_ADMIN, 200),
        (Role.VOLUNTEER, 403),
    ],
)
def test_whoever_may_read_texts_may_read_about_the_laender(client: Client, role: Role, status: int) -> None:
    client.force_login(make_user("ada", "Beratung Nord", role))
    assert client.get(reverse("laender:overview")).status_code == status
    assert client.get(reverse("laender:one", args=("sl",))).status_code == status


def test_the_result_leads_to_the_land_of_the_case(client: Client) -> None:
    ada = make_user("ada")
    client.force_login(ada)
    case = make_case(ada, "F-1", location="in_germany", federal_state="SH", enforceably_required_to_leave=True)
    answer = client.get(page_of("cases:person_result", case), follow=True)
    assert reverse("laender:one", args=("sh",)) in answer.content.decode()

"""Limits count for all processes together and answer with a page that says what to do."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from advisor.accounts.limits import limited
from advisor.accounts.models import CacheEntry, User
from advisor.policies import Permission, needs
from tests.factories import make_user


@needs(Permission.OWN_ACCOUNT)
@limited("test", "2/h/user")
def sending(request: HttpRequest) -> HttpResponse:
    """Something that may be sent twice."""
    return HttpResponse("done")


@needs(Permission.OWN_ACCOUNT)
@limited("test-reading", "1/h/user", reading=True)
def reading(request: HttpRequest) -> HttpResponse:
    """Something that may be read once."""
    return HttpResponse("read")


urlpatterns = [path("senden/", sending), path("lesen/", reading), path("", include("advisor.urls"))]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def test_what_goes_beyond_is_refused_with_a_page(web: Client) -> None:
    assert [web.post("/senden/").status_code for _ in range(4)] == [200, 200, 429, 429]
    refused = web.post("/senden/")
    assert int(refused.headers["Retry-After"]) > 0
    assert "zu oft" in refused.content.decode()
    assert web.get("/senden/").status_code == 200


def test_reading_counts_where_it_is_said_to(web: Client) -> None:
    assert [web.get("/lesen/").status_code for _ in range(2)] == [200, 429]


def test_everybody_has_a_limit_of_their_own(web: Client, client: Client) -> None:
    for _ in range(3):
        web.post("/senden/")
    other = Client()
    other.force_login(make_user("bob"))
    assert other.post("/senden/").status_code == 200


def test_the_counts_lie_in_the_database_and_hold_no_names(web: Client, counsellor: User) -> None:
    web.post("/senden/")
    keys = list(CacheEntry.objects.values_list("cache_key", flat=True))
    assert [key for key in keys if f":user:{counsellor.pk}" in key]
    assert not [key for key in keys if counsellor.username in key.split(":")]
    cache.clear()
    assert not CacheEntry.objects.exists()

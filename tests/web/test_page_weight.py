"""What goes over the wire: the first page of the questionnaire with all it needs, and what an answer swaps."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, override_settings

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS
from pathways.law.facts import FACTS_BY_ID
from tests.factories import make_case, page_of
from tests.web.steps import HTMX

pytestmark = pytest.mark.django_db

KB = 1000
FIRST_LOAD = 150 * KB
SWAP = 15 * KB
ZIPPED = {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "same-origin"}
# The letters of German; those of other languages are loaded where one is written.
NOT_GERMAN = ("arabic", "cyrillic", "latin-ext")
COLLECTED = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}


@pytest.fixture
def collected(tmp_path: Path) -> Iterator[Path]:
    """The static files as an installation serves them, compressed where that makes them smaller."""
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=COLLECTED):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield tmp_path


def sent(response: HttpResponse) -> int:
    """The bytes of a page as they are sent."""
    assert response.headers["Content-Encoding"] == "gzip"
    return len(response.content)


def files(page: str, root: Path) -> dict[str, int]:
    """What a page loads, by name, with the bytes that are sent of each; fonts as far as German needs them."""
    wanted = re.findall(r'(?:href|src)="/static/([^"]+)"', page)
    found: dict[str, int] = {}
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        file, packed = root / name, root / f"{name}.gz"
        found[name] = min(each.stat().st_size for each in (file, packed) if each.exists())
        if name.endswith(".css"):
            links = re.findall(r"url\([\"']?([^)\"'#]+)", file.read_text())
            ours = [link for link in links if not link.startswith("data:")]
            beside = [posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) for link in ours]
            wanted += [each for each in beside if not any(other in each for other in NOT_GERMAN)]
    return found


@pytest.fixture
def told(counsellor: User) -> Case:
    """A case far enough for most questions to stand on the page."""
    given = {"location": "in_germany", "federal_state": "NW", "current_status": "duldung", "nationality": ["RU"]}
    return make_case(counsellor, "F-1", **given)


def test_the_first_page_is_light_with_all_it_needs(web: Client, told: Case, collected: Path) -> None:
    for section in ALL_SECTIONS:
        page = web.get(page_of("cases:section", told, section.slug)).content.decode()
        loaded = files(page, collected)
        assert any(name.endswith(".woff2") for name in loaded)
        assert any("htmx" in name for name in loaded)
        html = sent(web.get(page_of("cases:section", told, section.slug), headers=ZIPPED))
        assert html + sum(loaded.values()) < FIRST_LOAD, (section.slug, html, loaded)


def test_what_an_answer_swaps_is_light(web: Client, told: Case) -> None:
    for fact_id, value in (
        ("location", "abroad_home_country"),
        ("location", "in_germany"),
        ("current_status", "residence_permit"),
        ("request_kind", "extension_same_title"),
        ("german_level", "b1"),
    ):
        address = page_of("cases:answer", told, FACTS_BY_ID[fact_id].section.lower(), fact_id)
        response = web.post(address, {fact_id: value}, headers={**HTMX, **ZIPPED})
        assert response.status_code == 200
        assert sent(response) < SWAP


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_nothing_is_compressed_that_no_page_of_ours_asked_for(web: Client, told: Case, site: str) -> None:
    headers = {"Accept-Encoding": "gzip", **({"Sec-Fetch-Site": site} if site else {})}
    for name, more in (("cases:section", ("a",)), ("cases:all", ()), ("cases:person_result", ())):
        response = web.get(page_of(name, told, *more), {"weg": "geraten"}, headers=headers)
        assert response.status_code == 200
        assert "Content-Encoding" not in response.headers

"""Static files carry their content in their name: a browser keeps them for ever, and every host gives the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client, override_settings

from tests.web.test_page_weight import collected

__all__ = ["collected"]
TEN_YEARS = 10 * 365 * 24 * 60 * 60  # seconds


@pytest.mark.django_db
def test_a_file_named_by_its_content_is_kept_for_years_and_one_that_is_not_is_not(collected: Path) -> None:
    with override_settings(WHITENOISE_AUTOREFRESH=False, WHITENOISE_USE_FINDERS=False):
        web = Client()
        named = web.get(staticfiles_storage.url("wegweiser.css"))
        plain = web.get("/static/wegweiser.css")
    assert named.status_code == plain.status_code == 200
    assert named.headers["Cache-Control"] == f"max-age={TEN_YEARS}, public, immutable"
    assert "immutable" not in plain.headers["Cache-Control"]

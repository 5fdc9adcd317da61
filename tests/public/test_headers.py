"""The headers of every address, whoever asks and whatever comes of it."""

from __future__ import annotations

import pytest
from django.test import Client

from advisor.cases.models import Case
from tests.hostile.addresses import ADDRESSES, path

pytestmark = pytest.mark.django_db

WANTED = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_answer_tells_the_browser_what_it_may_not(client: Client, web: Client, case: Case, name: str) -> None:
    nobody = Client()
    for browser in (nobody, web):
        for method in ("GET", "POST"):
            response = browser.generic(method, path(name, case.uuid))
            assert {key: response.headers.get(key) for key in WANTED} == WANTED
            policy = response.headers["Content-Security-Policy"]
            assert set(map(str.strip, policy.split(";"))) >= POLICY
            assert "unsafe" not in policy
            assert "http" not in policy
            devices = response.headers["Permissions-Policy"].split(", ")
            assert {"camera=()", "microphone=()", "geolocation=()", "usb=()"} <= set(devices)
            assert not [device for device in devices if not device.endswith("=()")]


def test_a_static_file_is_for_our_pages_only(client: Client) -> None:
    response = client.get("/static/wegweiser.svg")
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "noindex" in response.headers["X-Robots-Tag"]


def test_whoever_logs_out_leaves_no_page_in_the_cache(web: Client, case: Case) -> None:
    logouts = [name for name in ADDRESSES if name.endswith("logout")]
    assert logouts
    for name in logouts:
        response = web.post(path(name, case.uuid))
        assert response.headers["Clear-Site-Data"] == '"cache"'
    web.force_login(case.lead)
    assert "Clear-Site-Data" not in web.get("/").headers

"""One request: by whom, where to, with what in it; drawn at random, mostly near what a page of ours would send."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from hypothesis import strategies as st

from tests.fuzz.forms import Form
from tests.hostile.inputs import FAR_DAYS, NO_CASE_FILES, NO_DAYS, TEXTS
from tests.matrix.world import PEOPLE

FORM_KIND = "application/x-www-form-urlencoded"
METHODS = ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
# Beside the people: a session that has lain idle, one that never was, and a form without our seal.
ODD_SESSIONS = ("expired", "forged", "unsealed")
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"HX-Request": "true"},
    {"HX-Request": "true", "HX-Target": "<script>", "HX-Current-URL": "http://["},
    {"HX-Request": "yes", "HX-Boosted": "true", "HX-Prompt": "ä" * 999},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "same-origin", "HX-Request": "true"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    {"Origin": "http://testserver"},
    {"Origin": "null", "Referer": "javascript:1"},
    {"Accept-Language": "tlh,*;q=9,;;;" * 99, "Accept": "application/json"},
    {"X-Idle": "1"},
    {"X-Forwarded-For": "' OR 1=1", "X-Forwarded-Host": "evil.example", "X-HTTP-Method-Override": "DELETE"},
    {"Range": "bytes=5-0", "If-None-Match": "*", "If-Modified-Since": "nie"},
)
KINDS = ("application/json", "text/plain", "multipart/form-data", f"{FORM_KIND}; charset=utf-7", "", "x/y; a*=b'")
NUMBERS = ("0", "1", "-1", "2", "9" * 18, "9" * 19, "9" * 400, "1e9", "0x1", "٣", "1,5", "1.5", "NaN", "-0", " 7 ")
IDS = (
    "00000000-0000-0000-0000-000000000000",
    "7b0c9c1e-5a64-4d0c-9b57-2f6a3a7e1d11",
    "7b0c9c1e5a644d0c9b572f6a3a7e1d11",
)
ALIEN = (
    "id",
    "pk",
    "lead",
    "office",
    "case",
    "version",
    "was",
    "next",
    "shown",
    "clear",
    "accept",
    "go",
    "keep",
    "restore",
    "roles",
    "user",
    "person",
    "tun",
    "zu",
    "\x00",
    "__class__",
    "csrfmiddlewaretoken",
    "ä\u202e",
)

text = st.text(max_size=20) | st.sampled_from([*TEXTS.values(), *NO_DAYS, *FAR_DAYS, *NUMBERS, *IDS])


@dataclass(frozen=True, slots=True)
class Attack:
    """A request to send, perhaps twice. ``name``: that of the page it was read from or of the address."""

    name: str
    who: str
    method: str
    address: str
    body: bytes
    kind: str
    headers: dict[str, str]
    twice: bool

    def __repr__(self) -> str:
        return f"{self.method} {self.address} as {self.who}: {self.body[:300]!r} ({self.kind}, {self.headers})"


@st.composite
def near(draw: st.DrawFn, forms: Sequence[Form]) -> Attack:
    """A form of ours with some fields changed, left out, doubled or added."""
    form = draw(st.sampled_from(forms))
    fields = {name: list(values) for name, values in form.fields.items()}
    for name in draw(st.lists(st.sampled_from(sorted({*form.fields, *form.offered})), max_size=4)):
        offered = st.sampled_from(form.offered.get(name, [""])) if form.offered.get(name) else text
        fields[name] = draw(st.lists(offered | text, max_size=2))
    for name in draw(st.lists(st.sampled_from(ALIEN), max_size=1)):
        fields[name] = [draw(text)]
    who = form.letter if draw(st.integers(0, 9)) < 7 else draw(st.sampled_from([*PEOPLE, *ODD_SESSIONS]))
    method = form.method if draw(st.integers(0, 19)) else draw(st.sampled_from(METHODS))
    return _attack(draw, form.name, who, method, form.action, fields)


@st.composite
def far(draw: st.DrawFn, addresses: Sequence[tuple[str, str]]) -> Attack:
    """Any address with any fields, or with a body that is none."""
    name, address = draw(st.sampled_from(addresses))
    fields: dict[str, Any] = draw(
        st.dictionaries(st.sampled_from(ALIEN) | st.text(max_size=5), st.lists(text, max_size=2), max_size=3)
    )
    who = draw(st.sampled_from([*PEOPLE, *ODD_SESSIONS]))
    method = draw(st.sampled_from(("POST", "POST", "GET", *METHODS)))
    if draw(st.booleans()):
        address += "?" + _encoded(fields)
    return _attack(draw, name, who, method, address, fields)


def _attack(draw: st.DrawFn, name: str, who: str, method: str, address: str, fields: dict[str, list[str]]) -> Attack:
    kind, body = FORM_KIND, _encoded(fields).encode()
    if method == "POST" and draw(st.integers(0, 15)) == 0:
        kind = draw(st.sampled_from(KINDS))
        body = draw(st.binary(max_size=40) | st.just(json.dumps(fields).encode()) | st.just(body[: len(body) // 2]))
    if name == "cases:import" and method == "POST" and draw(st.booleans()):
        kind, body = _upload(draw(st.sampled_from(list(NO_CASE_FILES.values())) | st.binary(max_size=99)))
    if method == "GET" and "?" not in address:
        address += "?" + body.decode("utf-8", "replace") if body else ""
    headers = draw(st.sampled_from(HEADERS))
    return Attack(name, who, method, address, body, kind, headers, twice=draw(st.integers(0, 9)) == 0)


def _encoded(fields: dict[str, list[str]]) -> str:
    return urlencode(fields, doseq=True, errors="surrogatepass")


def _upload(content: bytes) -> tuple[str, bytes]:
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="f.json"\r\n\r\n'
    return "multipart/form-data; boundary=b", head + content + b"\r\n--b--\r\n"

"""Requests no browser sends: other encodings, other kinds of body, broken ones, forged hosts, cookies and forms."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from tests.factories import PASSWORD
from tests.hostile.addresses import ADDRESSES, path
from tests.hostile.checks import checked, everything, inert
from tests.hostile.inputs import TEXTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_paper")]

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
WRITES = sorted(name for name, address in ADDRESSES.items() if "POST" in address.takes and name != "start")
# What keeps something new each time without being told anything but where it was sent.
TAKES_NO_FIELDS = ("memo:pdf", "sheet:pdf", "dossier:pdf", "dossier:word", "cases:keep_result")
CHARSETS = ("utf-7", "utf-16", "hex", "rot13", "idna", "unicode_escape", "undefined", "latin-1", "x" * 999, '"')


def part(head: str, body: bytes = b"x") -> bytes:
    return b"--b\r\nContent-Disposition: form-data; " + head.encode("latin-1") + b"\r\n\r\n" + body + b"\r\n--b--\r\n"


BROKEN = {
    "no boundary": ("multipart/form-data", part("name=a")),
    "other boundary": ("multipart/form-data; boundary=c", part("name=a")),
    "long boundary": (f"multipart/form-data; boundary={'b' * 5000}", part("name=a")),
    "boundary of no ASCII": ("multipart/form-data; boundary=\xfc", part("name=a")),
    "no name": (PARTS, part("filename=a")),
    "empty": (PARTS, b""),
    "no end": (PARTS, b"--b\r\nContent-Disposition: form-data; name=a"),
    "no head": (PARTS, b"--b\r\n\r\n\r\n--b--"),
    "endless head": (PARTS, part("name=" + "a" * 100_000)),
    "name in nothing": (PARTS, part("name*=hex''%41location")),
    "name in UTF-7": (PARTS, part("name*=utf-7''%2B2AA-")),
    "file in nothing": (PARTS, part("name=file; filename*=nope''%41")),
    "file with a way": (PARTS, part('name=file; filename="../../../etc/passwd"')),
    "file without name": (PARTS, part('name=file; filename=""')),
    "nested": ("multipart/form-data; boundary=b", part("name=a", b"--c\r\nContent-Type: multipart/mixed\r\n--c--")),
    "bad base64": (PARTS, part("name=a\r\nContent-Transfer-Encoding: base64", b"!!!")),
    "bytes": (FORM, bytes(range(256))),
    "percents": (FORM, b"%=%zz&%00=%00&location=%ED%A0%80&location.note=%C0%AF%F8%88%80%80%80&&&==="),
    "thousands": (FORM, b"a=&" * 2001),
    "JSON": ("application/json", b'{"location": "in_germany"}'),
    "XML": ("text/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    "text": ("text/plain", b"location=abroad_home_country"),
    "unknown": ("x" * 5000, b"location=abroad_home_country"),
    "without kind": ("", b"location=abroad_home_country"),
}


@pytest.mark.parametrize(("kind", "body"), BROKEN.values(), ids=BROKEN)
def test_a_broken_body_changes_nothing(web: Client, answered: Case, kind: str, body: bytes) -> None:
    for name in WRITES:
        web.force_login(answered.lead)
        before = everything()
        checked(web.generic("POST", path(name, answered.uuid), body, kind), part=True)
        if name not in TAKES_NO_FIELDS:
            assert everything() == before


@pytest.mark.parametrize("charset", CHARSETS)
def test_text_in_another_encoding_is_refused(web: Client, answered: Case, charset: str) -> None:
    before = everything()
    for kind in (FORM, PARTS):
        for name in WRITES:
            body = b"location.note=%2B2AA-&reference=%2B2AA-" if kind == FORM else part("name=reference", b"+2AA-")
            checked(web.generic("POST", path(name, answered.uuid), body, f"{kind}; charset={charset}"), 400)
    for name in ("cases:list", "memo:preview", "cases:new"):
        query = "?suche=%2B2AA-&weg=%2B2AA-&next=%2B2AA-"
        checked(web.get(path(name, answered.uuid) + query, CONTENT_TYPE=f"text/plain; charset={charset}"), 400)
    assert everything() == before


@pytest.mark.parametrize("length", ["-5", "x", "1e3", "٣", "9" * 400, str(4 * 1024 * 1024)])
def test_a_wrong_length_is_refused_before_anything_is_read(web: Client, answered: Case, length: str) -> None:
    before = everything()
    for name in WRITES:
        checked(web.generic("POST", path(name, answered.uuid), b"a=b", FORM, CONTENT_LENGTH=length), 400, 413)
    assert everything() == before


@pytest.mark.parametrize("host", ["evil.example", "", "localhost:x", "[::1", "<script>", "a@b", "testserver.", "ü"])
def test_a_forged_host_gets_no_page_that_names_it(web: Client, answered: Case, host: str) -> None:
    for name in ADDRESSES:
        method = "GET" if "GET" in ADDRESSES[name].takes else "POST"
        response = web.generic(method, path(name, answered.uuid), headers={"Host": host})
        text = checked(response)
        assert "evil.example" not in text
        assert "<script>" not in text


@pytest.mark.parametrize("name", ["session", "csrf", "messages"])
@pytest.mark.parametrize(
    "value", ['"\\000aaaaaaaaaa"', "x" * 4000, "..", "{}", '"\\355\\240\\200aaaaaaaa"', "gASV.x:y"]
)
def test_a_forged_cookie_opens_nothing(client: Client, answered: Case, name: str, value: str) -> None:
    response = client.generic("GET", path("cases:list", answered.uuid), HTTP_COOKIE=f"{name}={value}")
    checked(response, 302)
    assert response.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("token", [None, "", "x", "a" * 64, "\x00", "ä" * 32])
def test_a_form_without_our_token_changes_nothing(answered: Case, token: str | None) -> None:
    web = Client(enforce_csrf_checks=True)
    web.force_login(answered.lead)
    web.get(reverse("cases:new"))
    before = everything()
    sent: dict[str, Any] = {"reference": "neu", "location": "abroad_home_country", "shown": "location"}
    for name in WRITES:
        data = sent if token is None else {**sent, "csrfmiddlewaretoken": token}
        headers = {"Origin": "https://evil.example"} if token == "x" else {"HX-Request": "true"}
        checked(web.post(path(name, answered.uuid), data, headers=headers), 403)
    assert everything() == before


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_typed_into_login_and_search_harms_nothing(web: Client, client: Client, text: str) -> None:
    nobody = Client()
    sent = {"login": text, "password": text, "next": text}
    inert(checked(nobody.post(reverse("account_login"), sent), 200), text)
    right = {"login": "ada", "password": PASSWORD, "next": text}
    checked(nobody.post(reverse("account_login"), right), 302)
    for query in ({"suche": text}, {"seite": text}, {"suche": [text, text], "seite": "-1", text: text}):
        inert(checked(web.get(reverse("cases:list"), query), 200), text)


@pytest.mark.parametrize(
    "target", ["//evil.example", "https:///evil.example", "/\\evil.example", "javascript:1", "\thttps://evil.example"]
)
def test_the_login_sends_nobody_elsewhere(client: Client, answered: Case, target: str) -> None:
    sent = {"login": "ada", "password": PASSWORD, "next": target}
    response = client.post(reverse("account_login"), sent)
    assert response.headers["Location"] == reverse("start")


@pytest.mark.parametrize("text", [*TEXTS.values(), "p23a,p22_1", "P23A"])
def test_a_pathway_that_does_not_exist_is_named_with_those_that_do(web: Client, answered: Case, text: str) -> None:
    before = everything()
    for send, name in ((web.get, "memo:person_preview"), (web.post, "memo:pdf")):
        page = checked(send(path(name, answered.uuid), {"weg": ["p23a", text]}), 400)
        assert "p25_4a_3" in page
        inert(page, text)
    assert everything() == before


@pytest.mark.parametrize("kind", ["text/plain; x*=nope''%41", "text/plain; x*=a'b'c'd", "a; charset*=hex''%41"])
def test_a_kind_of_content_that_is_nonsense_is_refused_by_the_server_too(kind: str) -> None:
    from advisor.wsgi import application

    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/anmelden/",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": "1",
        "wsgi.input": io.BytesIO(b"x"),
        "wsgi.url_scheme": "http",
    }
    statuses: list[str] = []
    body = b"".join(application(environ, lambda status, headers: statuses.append(status)))
    assert statuses == ["400 Bad Request"]
    assert '<html lang="de">' in body.decode()

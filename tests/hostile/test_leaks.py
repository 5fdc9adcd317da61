"""What was entered stands in no address, title, log, mail, header or file name."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.models import Case
from pathways.law.facts import FACTS
from tests.factories import page_of
from tests.hostile.addresses import ADDRESSES, path
from tests.hostile.checks import checked
from tests.web.steps import HTMX, section_address, send

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_paper")]

MARKS = ("MARKE-EINS-7f3a", "MARKE-ZWEI-7f3a", "MARKE-DREI-7f3a")
NOTE, KEY, WRONG = MARKS


def outside(response: HttpResponse) -> str:
    """What of a response others see than the one who reads the page."""
    titles = re.findall(r"<title>.*?</title>", response.content.decode("utf-8", "replace"), re.DOTALL)
    cookies = response.cookies.output()
    return "\n".join([response.request["PATH_INFO"], *map(str, response.headers.items()), cookies, *titles])


def day_at_work(web: Client) -> Iterator[HttpResponse]:
    """Everything a counsellor does with a case, and does wrong."""
    yield web.post(reverse("cases:new"), {"reference": KEY})
    case = Case.objects.get()
    yield send(web, case, "location", "in_germany", location__note=NOTE)
    yield send(web, case, "location", WRONG, location__note=NOTE * 500)
    yield web.post(section_address(case, "a"), {"shown": "birth_date", "birth_date": WRONG, "birth_date.note": NOTE})
    yield web.post(section_address(case, "a"), {"shown": "location", "clear": NOTE, "go": NOTE, "location.note": NOTE})
    yield web.post(reverse("cases:edit", args=(case.uuid,)), {"reference": KEY, "as_of": WRONG})
    yield web.post(reverse("cases:new"), {"reference": KEY})
    details = {"location": {"note": NOTE}}
    for facts in ({}, {"location": WRONG}, {WRONG: 1}):
        document = {"format": "wegweiser-case/1", "reference": KEY, "facts": facts, "details": details}
        file = SimpleUploadedFile(f"{WRONG}.json", json.dumps(document).encode())
        yield web.post(reverse("cases:import"), {"file": file})
    for name, wanted in ADDRESSES.items():
        if wanted.of_a_case:
            yield web.get(path(name, case.uuid))
            yield web.post(path(name, case.uuid), {"weg": WRONG, "location.note": NOTE})
            yield web.put(path(name, case.uuid), NOTE)
    yield web.get(reverse("cases:list"))
    yield web.post(page_of("memo:pdf", case))


def test_what_was_entered_is_seen_on_the_page_only(web: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        seen = [(checked(response, part=True), outside(response)) for response in day_at_work(web)]
    assert any(NOTE in page for page, _ in seen)
    assert not [head for _, head in seen if any(mark in head for mark in MARKS)]
    assert caplog.records
    assert not [record for record in caplog.records if any(mark in record.getMessage() for mark in MARKS)]


def test_a_fault_of_ours_is_logged_and_mailed_without_what_was_entered(
    web: Client,
    case: Case,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    settings: SettingsWrapper,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    settings.ADMINS = [("Betrieb", "betrieb@example.org")]
    monkeypatch.setattr("advisor.cases.keeping.save_answers", fail)
    web.raise_request_exception = False
    for headers in ({}, HTMX):
        data = {"location": "in_germany", "location.note": NOTE, "shown": "location"}
        response = web.post(path("cases:answer", case.uuid), data, headers=headers)
        assert response.status_code == 500
        page = response.content.decode()
        assert '<html lang="de">' in page
        assert "Was Sie zuletzt gespeichert haben, ist noch da." in page
        assert NOTE not in page
    assert "the disk is full" in caplog.text
    assert NOTE not in caplog.text
    assert not [message for message in mail.outbox if NOTE in message.body]


def test_no_question_and_no_person_stands_in_the_address_of_a_page_but_by_its_id(counsellor: User, case: Case) -> None:
    assert re.fullmatch(r"/faelle/[0-9a-f-]{36}/person/[0-9a-f-]{36}/fragebogen/a/", section_address(case, "a"))
    # Hexadecimal digits can spell a name by chance.
    addresses = re.sub(r"[0-9a-f-]{36}", "", "".join(path(name, case.uuid) for name in ADDRESSES))
    assert case.reference not in addresses
    assert counsellor.username not in addresses
    assert all(fact.id.isascii() for fact in FACTS)

"""The demonstration: ten cases over all pathways, made once, with known passwords only where it says so."""

from __future__ import annotations

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from advisor.accounts.demonstration import FIRST, PASSWORD, SECOND
from advisor.accounts.models import Office, Role, User
from advisor.cases.models import Case
from advisor.demo.demo_cases import demo_cases
from advisor.demo.demo_family import REFERENCE as FAMILY
from advisor.rescreen.golden import run as run_golden_cases
from advisor.rescreen.models import GoldenCase
from pathways.engine.consultation import consult
from pathways.law import LAW
from tests.factories import page_of
from tests.small_pdf import SMALL_PDF


@pytest.mark.django_db
def test_it_can_be_made_again_at_any_time_and_prints_logins_that_work(client: Client) -> None:
    for _ in range(2):
        out = StringIO()
        call_command("demo", stdout=out)
    assert Case.objects.count() == 14
    assert GoldenCase.objects.count() == 2, "one for each office, however often it runs"
    family = Case.objects.get(reference=FAMILY)
    assert family.persons.count() == 4
    assert family.shared_answers.exists()
    printed = out.getvalue()
    roles = {role for user in User.objects.all() for role in user.roles}
    assert roles == set(Role)
    for username in (*FIRST, *SECOND):
        assert f": {username}\n" in printed
        assert client.post(reverse("account_login"), {"login": username, "password": PASSWORD}).status_code == 302
        client.post(reverse("account_logout"))
    client.post(reverse("account_login"), {"login": FIRST[0], "password": printed.rsplit(": ", 1)[1].strip()})
    assert "11 Fälle" in client.get(reverse("cases:list")).content.decode()


@pytest.mark.django_db
def test_known_passwords_are_only_set_in_a_demonstration(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError):
        call_command("demo")
    assert not User.objects.exists()


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 2, 29), date(2027, 3, 31)])
def test_the_cases_differ_and_some_have_something_due_soon(today: date) -> None:
    assessments = [consult(LAW, case.answers(), today) for case in demo_cases(today)]
    assert len(assessments) == 10
    due = [entry.day for assessment in assessments for entry in assessment.deadlines if entry.day]
    assert [day for day in due if 0 <= (day - today).days <= 21]
    verdicts = {result.verdict.value for assessment in assessments for result in assessment.pathways}
    assert verdicts >= {"met", "open", "excluded"}
    assert any(result.exception_needed for assessment in assessments for result in assessment.pathways)
    modes = {str(result.mode) for assessment in assessments for result in assessment.pathways}
    assert modes >= {"first_grant", "extension"}


@pytest.mark.django_db
def test_nobody_who_tries_it_finds_an_empty_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: SMALL_PDF)
    call_command("demo", stdout=StringIO())
    finds = {
        "kollegin": ("cases:list", "D-03"),
        "ehrenamt": ("memo:released", "D-01"),
        "freigabe": ("guidance:inbox", "D-02"),
        "ehrenamt2": ("memo:released", "D-01"),
    }
    for username, (name, text) in finds.items():
        client.force_login(User.objects.get(username=username))
        assert text in client.get(reverse(name)).content.decode(), username
    client.force_login(User.objects.get(username="beratung"))
    memo = client.get(page_of("memo:person_preview", Case.objects.get(reference__startswith="D-04")))
    assert "unter Anleitung von Fred Freigabe" in memo.content.decode()
    assert "12345 Musterstadt" in memo.content.decode()
    golden_cases = client.get(reverse("rescreen:golden_list")).content.decode()
    assert str(GoldenCase.objects.get(office__name="Flüchtlingsrat Musterstadt")) in golden_cases
    assert not run_golden_cases(Office.objects.get(name="Flüchtlingsrat Musterstadt"))

"""Promise 3: a second factor for everybody, brute force slowed, secrets unreadable, and no word about who has one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.logbook.models import Action, Event
from advisor.vault.faults import Tampered
from tests.accounts.conftest import App, stored
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db
LogIn = Callable[..., HttpResponse]
SECOND_STEP = "mfa_authenticate"


def inside(browser: Client) -> bool:
    """Whether somebody is logged in there."""
    return browser.get(reverse("people:account")).status_code == 200


def said(response: HttpResponse) -> str:
    """What the page says about faults."""
    return response.content.decode().partition('error-summary"')[2].partition("</div>")[0]


def test_the_password_alone_does_not_let_in_who_has_a_second_factor(client: Client, app: App, log_in: LogIn) -> None:
    assert log_in(client).headers["Location"] == reverse(SECOND_STEP)
    assert not inside(client)
    assert client.post(reverse(SECOND_STEP), {"code": app.code()}).headers["Location"] == reverse("start")
    assert inside(client)


def test_the_second_step_is_nothing_without_the_first(client: Client, app: App) -> None:
    response = client.post(reverse(SECOND_STEP), {"code": app.code()})
    assert response.headers["Location"] == reverse("account_login")
    assert not inside(client)


def test_a_code_holds_once_although_it_holds_for_a_while(app: App, log_in: LogIn) -> None:
    for later in (-1, 0, 1):
        first, second = Client(), Client()
        for browser in (first, second):
            log_in(browser)
            browser.post(reverse(SECOND_STEP), {"code": app.code(later)})
        assert inside(first)
        assert not inside(second)


@pytest.mark.parametrize("wrong", ["", "1", "000000", "abcdef", "９９９９９９", "1" * 5000, "\x00", "' OR 1=1 --"])
def test_a_wrong_code_is_refused(client: Client, app: App, log_in: LogIn, wrong: str) -> None:
    log_in(client)
    assert client.post(reverse(SECOND_STEP), {"code": wrong}).status_code == 200
    assert client.post(reverse(SECOND_STEP), {"code": app.code(2)}).status_code == 200
    assert not inside(client)


def test_codes_cannot_be_tried_out(client: Client, app: App, log_in: LogIn) -> None:
    log_in(client)
    for number in range(5):
        client.post(reverse(SECOND_STEP), {"code": f"00000{number}"})
    response = client.post(reverse(SECOND_STEP), {"code": app.code()})
    assert "zu viele Versuche" in said(response)
    assert not inside(client)


def test_passwords_cannot_be_tried_out(client: Client, counsellor: User, log_in: LogIn) -> None:
    for number in range(5):
        assert "stimmt nicht" in said(log_in(client, password=f"wrong {number}"))
    assert "zu viele Versuche" in said(log_in(client))
    assert not inside(client)


def test_names_cannot_be_tried_out_from_one_place(client: Client, counsellor: User, log_in: LogIn) -> None:
    for number in range(10):
        log_in(client, username=f"somebody{number}", password="wrong")
    assert "zu viele Versuche" in said(log_in(client))


def test_nobody_learns_who_has_an_account(counsellor: User, log_in: LogIn) -> None:
    User.objects.create_user("gone", password=PASSWORD, is_active=False)
    answers = {
        said(log_in(Client(), username, password)).replace(username, "")
        for username, password in (("ada", "wrong"), ("nobody", "wrong"), ("gone", PASSWORD), ("gone", "wrong"))
    }
    assert len(answers) == 1
    assert "stimmt nicht" in answers.pop()


def test_a_spare_code_holds_once(spare_codes: list[str], log_in: LogIn) -> None:
    first, second = Client(), Client()
    for browser in (first, second):
        log_in(browser)
        browser.post(reverse(SECOND_STEP), {"code": spare_codes[0]})
    assert inside(first)
    assert not inside(second)
    assert Event.objects.filter(action=Action.RECOVERY_CODE_USED).count() == 1


def test_secrets_and_spare_codes_are_unreadable_in_the_database(
    counsellor: User, app: App, spare_codes: list[str]
) -> None:
    kept = stored(counsellor)
    assert app.secret not in kept
    assert not [code for code in spare_codes if code in kept]
    row = Authenticator.objects.get(user=counsellor, type=Authenticator.Type.TOTP)
    sealed = row.data["secret"]
    row.data["secret"] = sealed[:-6] + ("AAAAAA" if sealed[-6:] != "AAAAAA" else "BBBBBB")
    with pytest.raises((Tampered, ValueError)):
        row.wrap().validate_code(app.code())


def test_a_secret_that_waits_to_be_confirmed_is_unreadable_in_the_session(
    client: Client, counsellor: User, log_in: LogIn, moment: int
) -> None:
    log_in(client)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = page.partition('<code class="secret">')[2].partition("</code>")[0]
    assert len(secret) == 32
    assert secret not in repr(dict(client.session))
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert secret in wrong.content.decode()
    done = client.post(reverse("mfa_activate_totp"), {"code": App(secret, moment).code()})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert SECRET_SESSION_KEY not in client.session
    assert Event.objects.filter(action=Action.SECOND_FACTOR_ADDED).count() == 1


def test_spare_codes_are_shown_once(client: Client, counsellor: User, log_in: LogIn, moment: int) -> None:
    log_in(client)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = page.partition('<code class="secret">')[2].partition("</code>")[0]
    client.post(reverse("mfa_activate_totp"), {"code": App(secret, moment).code()})
    codes = Authenticator.objects.get(user=counsellor, type=Authenticator.Type.RECOVERY_CODES).wrap().generate_codes()
    shown = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert all(code in shown for code in codes)
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not any(code in again for code in codes)


def test_who_lacks_a_second_factor_gets_no_further_than_setting_it_up(
    client: Client, counsellor: User, settings: Any, log_in: LogIn
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    log_in(client)
    for name in ("start", "cases:list", "cases:new", "people:sessions"):
        assert client.get(reverse(name)).headers["Location"] == reverse("mfa_index"), name
    page = client.get(reverse("mfa_index")).content.decode()
    assert "Ohne zweiten Faktor" in page
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    assert client.get(reverse("people:account")).status_code == 200
    htmx = client.get(reverse("cases:list"), headers={"HX-Request": "true"})
    assert htmx.headers["HX-Redirect"] == reverse("mfa_index")


def test_who_has_one_gets_in(client: Client, app: App, settings: Any, log_in: LogIn) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    log_in(client)
    client.post(reverse(SECOND_STEP), {"code": app.code()})
    assert client.get(reverse("cases:list")).status_code == 200


def test_the_last_second_factor_stays_where_everybody_needs_one(
    client: Client, app: App, settings: Any, log_in: LogIn
) -> None:
    log_in(client)
    client.post(reverse(SECOND_STEP), {"code": app.code()})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    settings.SECOND_FACTOR_REQUIRED = True
    refused = client.post(reverse("mfa_deactivate_totp"))
    assert "Ohne zweiten Faktor" in refused.content.decode()
    assert Authenticator.objects.count() == 1
    settings.SECOND_FACTOR_REQUIRED = False
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not Authenticator.objects.exists()


def test_a_second_factor_is_only_changed_by_who_proves_it_is_them(client: Client, app: App, log_in: LogIn) -> None:
    log_in(client)
    client.post(reverse(SECOND_STEP), {"code": app.code()})
    for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"):
        for send in (client.get, client.post):
            assert send(reverse(name)).headers["Location"].startswith(reverse("account_reauthenticate")), name
    assert Authenticator.objects.count() == 1


@pytest.mark.parametrize(
    "answer",
    [
        None, "", "x", [], {}, 1, {"id": "x"}, {"id": "x", "rawId": "x", "type": "public-key", "response": {}},
        {"id": 1, "rawId": 2, "response": 3},
        {"id": "AA", "rawId": "AA", "type": "public-key",
         "response": {"clientDataJSON": "e30", "attestationObject": "A", "authenticatorData": "A", "signature": "A"}},
        {"id": "AA", "rawId": "AA", "type": "public-key",
         "response": {"clientDataJSON": "AA", "attestationObject": "o2NmbXRkbm9uZQ", "userHandle": []}},
        "[" * 3000,
    ],
)  # fmt: skip
def test_what_no_key_answers_is_refused(client: Client, app: App, log_in: LogIn, answer: object) -> None:
    sent = {"credential": answer if isinstance(answer, str) else json.dumps(answer)}
    log_in(client)
    client.get(reverse(SECOND_STEP))
    assert client.post(reverse(SECOND_STEP), sent).status_code == 200
    client.post(reverse(SECOND_STEP), {"code": app.code()})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse("mfa_add_webauthn"))
    assert client.post(reverse("mfa_add_webauthn"), sent | {"name": "x" * 500}).status_code == 200
    client.get(reverse("mfa_reauthenticate_webauthn"))
    assert client.post(reverse("mfa_reauthenticate_webauthn"), sent).status_code in (200, 302)
    assert Authenticator.objects.count() == 1


def test_logins_stand_in_the_log_of_the_office_and_name_nobody(client: Client, counsellor: User, log_in: LogIn) -> None:
    log_in(client, password="wrong")
    log_in(client, username="nobody", password="wrong")
    log_in(client)
    client.post(reverse("account_logout"))
    events = Event.objects.order_by("at", "number").values_list("action", "office", "actor", "subject")
    assert sorted(map(repr, events)) == sorted(
        map(
            repr,
            [
                ("login_failed", counsellor.office_id, None, str(counsellor.pk)),
                ("login_failed", None, None, ""),
                ("login", counsellor.office_id, counsellor.pk, ""),
                ("logout", counsellor.office_id, counsellor.pk, ""),
            ],
        )
    )


@pytest.mark.parametrize("what", ["password", "account"])
def test_a_login_begun_before_is_not_ended_with_the_old_password(
    counsellor: User, app: App, log_in: LogIn, what: str
) -> None:
    """Between password and code nobody has a session that a reset could end."""
    browser = Client()
    log_in(browser)
    if what == "password":
        counsellor.set_password("another horse battery")
    else:
        counsellor.is_active = False
    counsellor.save()
    answer = browser.post(reverse("mfa_authenticate"), {"code": app.code()})
    assert answer.headers["Location"] == reverse("account_login")
    assert browser.get(reverse("cases:list")).status_code == 302
    assert not Event.objects.filter(action=Action.LOGIN).exists()
    if what == "password":
        log_in(browser, password="another horse battery")
        assert browser.post(reverse("mfa_authenticate"), {"code": app.code(1)}).status_code == 302
        assert browser.get(reverse("cases:list")).status_code == 200

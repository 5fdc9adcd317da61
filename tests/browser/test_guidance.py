"""Guidance, kept memos, release and questions in a real browser: each role its pages, wide and narrow, with axe."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.guidance import changes
from advisor.guidance.models import Consultation
from tests.browser.conftest import Desk
from tests.factories import make_case, make_user
from tests.memo.test_kept import made
from tests.small_pdf import SMALL_PDF

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person_at_desk(transactional_db: None) -> User:
    """Somebody who advises and manages the office."""
    return make_user("ada", "Beratung Nord", Role.COUNSELLOR, Role.OFFICE_ADMIN)


@pytest.fixture
def people(person_at_desk: User) -> dict[str, User]:
    """Others of the office, by username."""
    roles = {"rita": Role.RELEASER, "vera": Role.VOLUNTEER, "karl": Role.COUNSELLOR}
    found = {name: make_user(name, "Beratung Nord", role) for name, role in roles.items()}
    for user, name in ((person_at_desk, "Ada Adler"), (found["rita"], "Rita Recht"), (found["vera"], "Vera Vogel")):
        user.first_name, user.last_name = name.split()
        user.save()
    return found


@pytest.fixture
def asked(person_at_desk: User) -> Case:
    """A case with a memo made before there was any guidance."""
    case = make_case(person_at_desk, "F-2026/17", location="in_germany", urgent_reasons_23a=True)
    made(case, SMALL_PDF)
    return case


def become(desk: Desk, user: User) -> None:
    """Go on as somebody else."""
    client = Client()
    client.force_login(user)
    desk.page.context.clear_cookies()
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    desk.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": desk.server}])


def test_an_office_writes_down_guidance_and_reports(
    desk: Desk, people: dict[str, User], asked: Case, person_at_desk: User
) -> None:
    today = timezone.localdate()
    page = desk.open("/stelle/anleitung/")
    expect(page.get_by_text("Bitte ansehen")).to_be_visible()
    desk.accessible("anleitung-liste-leer")
    page.get_by_role("main").get_by_role("link", name="Ada Adler").first.click()
    page.get_by_role("button", name="Anleitung eintragen").click()
    desk.accessible("anleitung-fehler")
    page.get_by_label("Anleitende Person aus Ihrer Stelle").select_option("Rita Recht")
    page.locator("#guidance-qualification").fill("Volljuristin")
    page.get_by_label("Vereinbart am").fill(f"{today:%d.%m.%Y}")
    page.get_by_label("Gültig bis").fill(f"{today + timedelta(days=30):%d.%m.%Y}")
    page.get_by_role("button", name="Anleitung eintragen").click()
    expect(page.get_by_text("läuft damit bald ab")).to_be_visible()
    page.get_by_label("Thema").fill("Aufenthaltsrecht für die Beratung")
    page.locator("#training-day").fill(f"{today:%d.%m.%Y}")
    page.get_by_label("Stunden").fill("7,5")
    page.get_by_role("button", name="Fortbildung eintragen").click()
    expect(page.get_by_text("7,5 Std.")).to_be_visible()
    desk.accessible("anleitung-person")
    made(asked, b"%PDF-1.7 noch eines")
    desk.open("/anleitung/")
    desk.accessible("anleitung-eigene")
    desk.open("/stelle/anleitung/")
    desk.accessible("anleitung-liste")
    page.get_by_role("link", name=f"Bericht {today.year}").click()
    expect(page.get_by_text("1 von 2 Papieren")).to_be_visible()
    desk.accessible("anleitung-bericht")


def test_a_memo_goes_to_the_volunteer(desk: Desk, people: dict[str, User], asked: Case) -> None:
    page = desk.open(f"/faelle/{asked.uuid}/memo/")
    expect(page.get_by_text("Keine Anleitung eingetragen.")).to_be_visible()
    desk.accessible("memo-vorschau")
    page.get_by_role("link", name="Aufbewahrte Memos und Freigaben").click()
    page.get_by_role("link", name="Freigeben oder beenden: Memo 1").click()
    page.get_by_label("Vera Vogel").check()
    page.get_by_role("button", name="Zum Drucken freigeben").click()
    desk.accessible("freigabe-fehler")
    page.get_by_label("Termin bei einer Behörde").check()
    page.get_by_label("Trotzdem freigeben").check()
    page.get_by_role("button", name="Zum Drucken freigeben").click()
    expect(page.get_by_role("status")).to_contain_text("zum Drucken freigegeben")
    code = page.locator(".print-code").inner_text()
    desk.accessible("druckcode")
    page.get_by_role("link", name="Alle Papiere dieses Falls").click()
    desk.accessible("memos")
    page.get_by_role("link", name="Freigeben oder beenden: Memo 1").click()
    expect(page.get_by_role("button", name="Freigabe für Vera Vogel beenden")).to_be_visible()
    desk.accessible("freigabe")
    become(desk, people["vera"])
    page = desk.open("/")
    expect(page.get_by_role("link", name="Memo 1 zu")).to_be_visible()
    desk.accessible("start-drucken")
    page = desk.open("/memos/")
    expect(page.get_by_role("link", name="Memo 1 vom")).to_be_visible()
    desk.accessible("drucken")
    page.get_by_label("Druckcode").fill("BBBB-BBBB")
    page.get_by_role("button", name="Papier öffnen").click()
    expect(page.get_by_role("alert")).to_contain_text("kein Papier öffnen")
    desk.accessible("druckcode-falsch")
    with page.expect_request("**/memo.pdf?zweck=authority"):
        page.evaluate(
            """async code => {
            const form = document.querySelector('form[action$="/memos/code/"]');
            const sent = new FormData(form);
            sent.set('code', code);
            await fetch(form.action, { method: 'POST', body: new URLSearchParams(sent) });
        }""",
            code,
        )


def test_a_case_is_put_to_the_releaser(desk: Desk, people: dict[str, User], asked: Case, person_at_desk: User) -> None:
    page = desk.open(f"/faelle/{asked.uuid}/vorlegen/")
    page.get_by_label("Ihre Frage").fill("Reicht das für § 23a?\nDie Frist endet bald.")
    page.get_by_role("button", name="Fall vorlegen").click()
    desk.accessible("vorlegen")
    become(desk, people["rita"])
    page = desk.open("/")
    desk.accessible("vorlagen")
    page.get_by_role("link", name="F-2026/17").click()
    desk.accessible("vorlage")
    page.get_by_role("link", name="Memo", exact=True).click()
    expect(page.get_by_role("button", name="Als PDF herunterladen")).to_have_count(0)
    desk.accessible("vorlage-memo")
    desk.open(f"/faelle/{asked.uuid}/vorlegen/")
    page.get_by_role("link", name="Antworten").click()
    page.get_by_label("Ihre Antwort").fill("Ja, mit dem Attest.")
    row = Consultation.objects.get()
    page.get_by_role("button", name="Antwort in den Fall geben").click()
    expect(page.get_by_text("Gerade wartet kein Fall auf Sie.")).to_be_visible()
    desk.open(f"/vorlagen/{row.uuid}/")
    desk.accessible("vorlage-zu-spaet")
    become(desk, person_at_desk)
    page = desk.open(f"/faelle/{asked.uuid}/vorlegen/")
    expect(page.get_by_text("Ja, mit dem Attest.")).to_be_visible()
    desk.accessible("vorlegen-beantwortet")
    changes.qualify(person_at_desk, person_at_desk, ground="judge", title="Volljuristin", since=timezone.localdate())
    desk.open(f"/faelle/{asked.uuid}/memo/")
    desk.accessible("memo-vorschau-beantwortet")

"""Every page there is, found in the list of addresses: without a violation that axe finds, no wider than the window."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from advisor.accounts.invitations import invite
from advisor.accounts.models import Role, RoleGrant, User
from advisor.cases import team
from advisor.cases.models import Case
from advisor.guidance.consultations import ask
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import DeletionCertificate, Reason
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in
from advisor.memo.release import release
from tests.browser.conftest import Desk
from tests.factories import make_case, make_user, page_of
from tests.hostile.addresses import ADDRESSES, EXAMPLES, resolved
from tests.memo.test_kept import made

# Addresses that answer with a file, with bare text or by leading elsewhere; pages of theirs stand under other names.
NO_PAGES = {
    "start",
    "web:security",
    "web:health",
    "web:token",
    "accounts:invitation",
    "account_reset_password_from_key",
    "people:session_time",
    "cases:export",
    "cases:questionnaire",
    "cases:reason",
    "memo:download",
    "memo:print",
    "memo:report_pdf",
    "guidance:report_csv",
    "lifecycle:certificate_pdf",
    "logbook:table",
    "privacy:document_pdf",
}


@pytest.fixture
def parts(person_at_desk: User) -> dict[str, object]:
    """What the addresses of the pages need; ada has all roles, and something of everything there is."""
    RoleGrant.objects.bulk_create(RoleGrant(user=person_at_desk, role=role) for role in Role if role != Role.COUNSELLOR)
    today = timezone.localdate()
    colleague = make_user("karl")
    volunteer = make_user("vera", "Beratung Nord", Role.VOLUNTEER)
    make_user("rita", "Beratung Nord", Role.RELEASER)
    case = make_case(person_at_desk, "F-2026/17", location="in_germany", urgent_reasons_23a=True)
    team.share(case, colleague, person_at_desk)
    memo = made(case, b"%PDF-1.7 Beispiel")
    release(memo, [volunteer, person_at_desk], today + timedelta(days=7), person_at_desk, all_the_same=True)
    question = ask(case, colleague, "Reicht das für § 23a?")
    gone, binned = make_case(person_at_desk, "F-2026/2"), make_case(person_at_desk, "F-2026/3")
    for each in (gone, binned):
        put_in(each, Reason.REQUEST, person_at_desk, today)
    destroy_case(gone.pk, today + timedelta(days=UNDO_DAYS))
    assert person_at_desk.office
    invite(person_at_desk.office, [Role.COUNSELLOR], by=person_at_desk, note="Nora")
    return {
        **EXAMPLES,
        "uuid": case.uuid,
        "consultation": question.uuid,
        "certificate": DeletionCertificate.objects.get().uuid,
        "person": colleague.pk,
        "pk": colleague.pk,
        "year": today.year,
    }


def test_every_page(desk: Desk, parts: dict[str, object]) -> None:
    for name, needed in resolved().items():
        if "GET" not in ADDRESSES[name].takes or name in NO_PAGES:
            continue
        path = reverse(name, kwargs={part: parts[part] for part in needed})
        answer = desk.page.goto(desk.server + path)
        assert answer is not None
        assert answer.status in (200, 404 if ADDRESSES[name].lacking else 200), (name, answer.status)
        assert "html" in answer.headers["content-type"], f"{name} is no page: add it to NO_PAGES"
        desk.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        desk.accessible(name.replace(":", "-"))
        desk.page.emulate_media(color_scheme="dark")
        desk.accessible(f"{name.replace(':', '-')}-dark")
        desk.page.emulate_media(color_scheme="light")


def test_from_a_case_to_all_that_belongs_to_it(desk: Desk, parts: dict[str, object]) -> None:
    page = desk.open(f"/faelle/{parts['uuid']}/fragebogen/a/")
    tabs = page.get_by_role("navigation", name="Dieser Fall").get_by_role("link")
    assert tabs.all_inner_texts() == ["Fragebogen", "Ergebnis", "Memo", "Vorlegen", "Verwalten"]
    tabs.last.click()
    around = page.get_by_role("navigation", name="Diesen Fall verwalten").get_by_role("link")
    assert around.all_inner_texts() == ["Angaben", "Team", "Stand und Löschen", "Auskunft", "Protokoll"]
    for label in ("Team", "Stand und Löschen", "Auskunft"):
        around.filter(has_text=label).click()
        expect(around.filter(has_text=label)).to_have_attribute("aria-current", "page")
    page.get_by_role("navigation", name="Dieser Fall").get_by_role("link", name="Memo").click()
    page.get_by_role("link", name="Aufbewahrte Memos und Freigaben").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aufbewahrte Memos")


@pytest.mark.parametrize(
    ("path", "button"),
    [
        ("/faelle/einlesen/", "Einlesen und anlegen"),
        ("/faelle/{uuid}/team/", "Ins Team holen"),
        ("/faelle/{uuid}/team/", "Fall übergeben"),
        ("/faelle/{uuid}/vorlegen/", "Fall vorlegen"),
        ("/vorlagen/{consultation}/", "Antwort in den Fall geben"),
        ("/stelle/anleitung/{person}/", "Fortbildung eintragen"),
        ("/konto/passwort/", "Passwort ändern"),
    ],
)
def test_a_form_sent_empty(desk: Desk, parts: dict[str, object], path: str, button: str) -> None:
    page = desk.open(path.format(**parts))
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    expect(page.locator("main [aria-invalid=true]").first).to_be_visible()
    desk.accessible(f"empty-{button}")


def test_a_case_of_somebody_else(desk: Desk, person_at_desk: User) -> None:
    case = make_case(make_user("karl"), "F-2026/18")
    page = desk.open(page_of("cases:section", case, "a"))
    desk.accessible("outside")
    page.get_by_role("link", name="Mit Begründung öffnen").click()
    desk.accessible("reason")
    page.get_by_role("button", name="Fall öffnen").click()
    expect(page.get_by_text("Bitte einen Grund angeben.").first).to_be_visible()
    desk.accessible("reason-empty")
    page.get_by_label("Warum").focus()
    page.keyboard.type("Vertretung im Urlaub")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")


def test_a_case_that_is_only_read(desk: Desk, person_at_desk: User) -> None:
    RoleGrant.objects.filter(user=person_at_desk).update(role=Role.RELEASER)
    colleague = make_user("karl")
    case = make_case(colleague, "F-2026/19", location="in_germany")
    ask(case, colleague, "Reicht das?")
    page = desk.open(page_of("cases:section", case, "a"))
    expect(page.get_by_text("Sie können diesen Fall lesen, aber nicht ändern.")).to_be_visible()
    expect(page.get_by_role("link", name="Verwalten")).to_have_count(0)
    desk.accessible("read-only")
    assert shown_to_all(case.uuid, desk) == {200}


def shown_to_all(uuid: UUID, desk: Desk) -> set[int]:
    """What the links of a case's head answer."""
    links = desk.page.get_by_role("navigation", name="Dieser Fall").get_by_role("link")
    paths = [link.get_attribute("href") or "" for link in links.all()]
    assert all(str(uuid) in path for path in paths)
    return {desk.page.request.get(desk.server + path).status for path in paths}


def test_a_page_of_another_role(desk: Desk, person_at_desk: User) -> None:
    page = desk.open("/stelle/personen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Das ist hier nicht erlaubt")
    desk.accessible("403")
    page.get_by_role("link", name="Zur Startseite").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fälle")


def test_a_case_kept_from_deletion(desk: Desk, person_at_desk: User, parts: dict[str, object]) -> None:
    assert Case.objects.filter(uuid=UUID(str(parts["uuid"]))).exists()
    desk.open(f"/faelle/{parts['uuid']}/loeschen/")
    expect(desk.page.get_by_role("heading", name="Dieser Fall lässt sich noch nicht löschen")).to_be_visible()
    desk.accessible("delete-blocked")

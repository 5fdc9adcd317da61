"""Each form sent with faults: a summary that has the focus leads to the fields, and every field tells what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from advisor.accounts.models import User
from advisor.cases.sections import BY_SLUG
from tests.browser import sight
from tests.browser.conftest import Desk
from tests.browser.full_office import everything_in
from tests.browser.test_accounts import confirm

PERSON = "/faelle/{uuid}/person/{about}"


@dataclass(frozen=True, slots=True)
class Faulty:
    """A form to send: where, by which button, with what in which fields. ``fold``: what has to be opened before."""

    path: str
    button: str
    fields: dict[str, str] = field(default_factory=dict)
    fold: str = ""


FAULTY = (
    Faulty("/faelle/neu/", "Fall anlegen"),
    Faulty("/faelle/neu/", "Fall anlegen", {"reference": "F-9", "as_of": "31.02.2026"}),
    Faulty("/faelle/einlesen/", "Einlesen und anlegen"),
    Faulty("/faelle/{uuid}/angaben/", "Speichern", {"reference": ""}),
    Faulty("/faelle/{uuid}/team/", "Ins Team holen"),
    Faulty("/faelle/{uuid}/team/", "Fall übergeben"),
    Faulty("/faelle/{uuid}/vorlegen/", "Fall vorlegen"),
    Faulty("/faelle/{uuid}/person/neu/", "Person hinzufügen"),
    Faulty("/faelle/{uuid}/stand/", "Abschließen"),
    Faulty(f"{PERSON}/unterlagen/", "Eintragen", {"day": "31.02.2026"}, "Eigenen Termin eintragen"),
    Faulty(f"{PERSON}/unterlagen/", "Hinzufügen"),
    Faulty(f"{PERSON}/was-waere-wenn/", "durchspielen"),
    Faulty(f"{PERSON}/was-waere-wenn/", "durchspielen", {"tag": "31.02.2026"}),
    Faulty("/vorlagen/{consultation}/", "Antwort in den Fall geben"),
    Faulty("/stelle/anleitung/{person}/", "Fortbildung eintragen"),
    Faulty("/stelle/personen/einladen/", "Link erzeugen"),
    Faulty("/konto/passwort/", "Passwort ändern"),
)


@pytest.mark.parametrize("width", [320], indirect=True, ids=["phone"])
def test_each_form_with_faults(desk: Desk, person_at_desk: User) -> None:
    parts = everything_in(person_at_desk)
    desk.page.set_default_timeout(5000)
    confirm(desk.open("/konto/bestaetigen/?next=/konto/"))
    faults = []
    for form in FAULTY:
        path = form.path.format(**parts)
        page = desk.open(path)
        send(page, form)
        faults += [
            f"{path} „{form.button}“: {fault}" for fault in (*told(page), *sight.by_axe(page), *sight.seen(page))
        ]
    assert not faults, "\n".join(faults)


def send(page: Page, form: Faulty) -> None:
    """Fill in and press the button."""
    main = page.get_by_role("main")
    if form.fold:
        main.get_by_text(form.fold, exact=True).click()
    button = main.get_by_role("button", name=form.button).first
    inside = button.locator("xpath=ancestor::form")
    for name, text in form.fields.items():
        inside.locator(f"[name={name}]").first.fill(text)
    with page.expect_navigation():
        button.click()


def told(page: Page) -> list[str]:
    """What is missing so that whoever sent the form learns what is wrong and where."""
    faults = []
    summary = page.locator(".error-summary")
    if summary.count() != 1:
        return [f"{summary.count()} summaries of what is wrong"]
    if not page.evaluate("document.activeElement.matches('.error-summary')"):
        faults.append("the summary does not have the focus")
    links = summary.locator('a[href^="#"]')
    if not links.count():
        return [*faults, "the summary leads to no field"]
    if not page.locator("main [aria-invalid=true]").count():
        faults.append("no field says that it is wrong")
    links.first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate("!!document.activeElement.closest('main form')"):
        faults.append("from the link of the summary nobody comes to the field")
    return faults


@pytest.mark.parametrize("width", [320], indirect=True, ids=["phone"])
def test_answers_that_cannot_be_read(plain_desk: Desk, person_at_desk: User) -> None:
    parts = everything_in(person_at_desk)
    person = PERSON.format(**parts)
    faults = []
    for path, button in (
        (f"{person}/fragebogen/a/", "Speichern"),
        ("/schnellpruefung/", "Stand zeigen"),
    ):
        page = plain_desk.open(path)
        if path == "/schnellpruefung/":
            page.get_by_role("button", name=BY_SLUG["a"].title).first.click()
        page.locator("#f-birth_date").fill("31.02.2024")
        with page.expect_navigation():
            page.get_by_role("main").get_by_role("button", name=button).last.click()
        links = page.locator('.error-summary a[href="#q-birth_date"]')
        if links.count() != 1:
            faults.append(f"{path}: no link from the summary")
        if page.locator("#f-birth_date").input_value() != "31.02.2024":
            faults.append(f"{path}: what was typed is lost")
        if page.locator("#f-birth_date").get_attribute("aria-invalid") != "true":
            faults.append(f"{path}: the field does not say that it is wrong")
        faults += [f"{path}: {fault}" for fault in sight.seen(page)]
    assert not faults, "\n".join(faults)

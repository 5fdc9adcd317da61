"""The people of an office at their browser windows, and the office they make up."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from tests.browser.test_accounts import code
from tests.factories import PASSWORD, page_of

# What each role alone finds on the start page.
OWN_PART = {
    Role.COUNSELLOR: "Neuer Fall",
    Role.VOLUNTEER: "Für Sie zum Drucken freigegeben",
    Role.EDITOR: "Texte",
    Role.RELEASER: "Ihnen vorgelegt",
    Role.OFFICE_ADMIN: "In der Stelle",
}
COLLEAGUE = "colleague"  # a second counsellor


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person at a browser window of their own."""

    page: Page
    server: str
    has_scripts: bool

    def open(self, path: str) -> Page:
        """Go to a page of the application."""
        self.page.goto(self.server + path)
        return self.page

    def press(self, name: str) -> None:
        """Press the button of that name in the page itself."""
        self.page.get_by_role("main").get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        """Follow the link of that name in the page itself."""
        self.page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()

    def begin(self, username: str, secret: str | None) -> None:
        """Log in, with the second factor where there is a secret."""
        self.open("/anmelden/")
        self.page.get_by_label("Benutzername").fill(username)
        self.page.get_by_label("Passwort").fill(PASSWORD)
        self.press("Anmelden")
        if secret:
            self.page.get_by_label("Code").fill(code(secret))
            self.press("Anmelden")

    def join(self, link: str, username: str, first: str, last: str, *, second_factor: bool) -> None:
        """Take an invitation, and set up an app for the second step where that must be."""
        self.page.goto(link)
        for label, text in (("Vorname", first), ("Nachname", last), ("Benutzername", username)):
            self.page.get_by_label(label).fill(text)
        self.page.locator("#id_password1").fill(PASSWORD)
        self.page.locator("#id_password2").fill(PASSWORD)
        self.press("Konto anlegen")
        if second_factor:
            self.follow("App einrichten")
            secret = self.page.locator(".secret").inner_text()
            self.page.get_by_label("Code").fill(code(secret))
            self.press("App einrichten")
            expect(self.page.get_by_role("heading", name="Ersatzcodes")).to_be_visible()
            self.page.get_by_role("link", name="gesichert").click()

    def question(self, fact_id: str) -> Locator:
        """The part of the page that holds a question."""
        return self.page.locator(f"#q-{fact_id}")

    def save(self, fact_id: str) -> None:
        """Send what has been entered: by itself with scripts, with the button without."""
        if not self.has_scripts:
            self.page.get_by_role("button", name="Speichern", exact=True).last.click()


@dataclass(slots=True)
class Bureau:
    """An office with its people at their windows; `word` stands in every name, key and text of it."""

    word: str
    people: dict[str, Somebody]
    second_factor: bool
    users: dict[str, User] = field(default_factory=dict)
    case: Case | None = None

    def __getitem__(self, role: str) -> Somebody:
        return self.people[role]

    @property
    def office(self) -> str:
        """The name of the office."""
        return f"Beratung {self.word}"

    @property
    def reference(self) -> str:
        """The key of the case."""
        return f"{self.word}-2026/17"

    def at(self, page: str) -> str:
        """The address of a page of the case."""
        assert self.case is not None
        return f"/faelle/{self.case.uuid}/{page}/"

    def about(self, page: str) -> str:
        """The address of a page about the first person of the case."""
        assert self.case is not None
        return page_of("cases:person_result", self.case).replace("/ergebnis/", f"/{page}/")

    def name_of(self, role: str) -> str:
        """What somebody is called."""
        return f"{str(role).replace('_', '-').capitalize()} {self.word}"

    def username_of(self, role: str) -> str:
        """What somebody logs in with."""
        return f"{role}-{self.word.lower()}"

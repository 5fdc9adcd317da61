"""Paper, tables and the log are German whoever makes them: in the language of the page they would prove nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from advisor.cases.models import CaseState
from advisor.lifecycle.states import move
from advisor.logbook.models import Action, Event
from advisor.memo import render
from advisor.privacy.documents import DOCUMENTS
from tests.matrix.world import Desk, log_everybody_in, make_desk, window

pytestmark = pytest.mark.django_db

TRANSLATED = "⟦"
ENGLISH_DAY = re.compile(r"\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* 20\d\d")
YEAR = timezone.localdate().year


@pytest.fixture(autouse=True)
def every_word_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that has everything: what is asked of it in English comes back between brackets."""

    def gettext(message: str) -> str:
        return message if translation.get_language() == "de" or not message else f"{TRANSLATED}{message}⟧"

    def ngettext(one: str, many: str, number: int) -> str:
        return gettext(one if number == 1 else many)

    monkeypatch.setattr(translation._trans, "gettext", gettext, raising=False)
    monkeypatch.setattr(translation._trans, "ngettext", ngettext, raising=False)


@pytest.fixture(autouse=True)
def paper_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would become a PDF, as it goes into it."""
    monkeypatch.setattr(render, "write_pdf", lambda html, identifier, *_: html.encode())


@pytest.fixture
def desk() -> Desk:
    """An office with one of everything."""
    made = make_desk("Beratung Nord")
    log_everybody_in(made)
    return made


def asked(desk: Desk, letter: str, name: str, *args: object, **sent: str) -> HttpResponse:
    """What somebody with an English page gets at an address; with ``sent`` for a form."""
    browser = window(desk, letter)
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    address = reverse(name, args=args)
    response: HttpResponse = browser.post(address, sent) if sent else browser.get(address)
    assert response.status_code == 200, response.status_code
    return response


def bundle_of(desk: Desk, form: str) -> HttpResponse:
    """The answer to somebody who asks what is stored about them."""
    uuid = desk.folders["open"].case.uuid
    seen = re.search(r'name="gesehen"\s+value="([^"]*)"', asked(desk, "T", "disclosure:bundle", uuid).content.decode())
    assert seen
    return asked(desk, "T", "disclosure:bundle", uuid, gesehen=seen[1], person="0", als=form)


def memo_of(desk: Desk) -> HttpResponse:
    """A new memo."""
    ids = desk.ids()
    return asked(desk, "T", "memo:pdf", ids["uuid"], ids["about"], laenge="kurz")


PAPER: dict[str, tuple[Callable[[Desk], HttpResponse], str]] = {
    "disclosure": (lambda desk: bundle_of(desk, "pdf"), "Auskunft nach Art. 15 DSGVO"),
    "disclosure as data": (lambda desk: bundle_of(desk, "json"), "Wozu die Daten gespeichert sind"),
    "certificate": (lambda desk: asked(desk, "A", "lifecycle:certificate_pdf", desk.certificate.uuid), "Vernichtet am"),
    "memo": (memo_of, "Grenzen dieses Memos"),
    "report": (lambda desk: asked(desk, "A", "memo:report_pdf", YEAR), "Einweisung und Fortbildung: 1,5 Std."),
    "table of memos": (lambda desk: asked(desk, "A", "guidance:report_csv", YEAR), "unter Anleitung"),
    "table of the log": (lambda desk: asked(desk, "A", "logbook:table"), "Memo erzeugt"),
}


@pytest.mark.parametrize("name", PAPER)
def test_paper_and_tables_are_german_on_an_english_page(desk: Desk, name: str) -> None:
    make, words = PAPER[name]
    written = make(desk).content.decode()
    assert words in written
    assert TRANSLATED not in written
    assert not ENGLISH_DAY.search(written)


@pytest.mark.parametrize("slug", sorted(DOCUMENTS))
def test_data_protection_documents_are_german_on_paper_and_marked_as_german_on_an_english_page(
    desk: Desk, slug: str
) -> None:
    paper = asked(desk, "A", "privacy:document_pdf", slug).content.decode()
    assert DOCUMENTS[slug].title in paper
    assert TRANSLATED not in paper
    page = asked(desk, "A", "privacy:document", slug).content.decode()
    shown = re.search(r'<article class="memo" lang="de">(.*?)</article>', page, re.DOTALL)
    assert shown
    assert DOCUMENTS[slug].title in shown[1]
    assert TRANSLATED not in shown[1]
    assert TRANSLATED in page


def test_a_memo_is_german_and_marked_as_german_on_an_english_page(desk: Desk) -> None:
    ids = desk.ids()
    page = asked(desk, "T", "memo:person_preview", ids["uuid"], ids["about"]).content.decode()
    before, _, sheet = page.partition('<div class="memo-sheet" lang="de">')
    memo = sheet.partition("</article>")[0]
    assert f"<legend>{TRANSLATED}Länge⟧</legend>" in before
    assert "Grenzen dieses Memos" in memo
    assert TRANSLATED not in memo


def test_a_certificate_is_german_and_marked_as_german_on_an_english_page(desk: Desk) -> None:
    page = asked(desk, "A", "lifecycle:certificate", desk.certificate.uuid).content.decode()
    shown = re.search(r'<dl class="facts-list" lang="de">(.*?)</dl>', page, re.DOTALL)
    assert shown
    assert "Vernichtet am" in shown[1]
    assert TRANSLATED not in shown[1]
    assert f"<h1>{TRANSLATED}Löschnachweis⟧</h1>" in page


def test_the_log_holds_german_whatever_the_page_speaks(desk: Desk) -> None:
    case = desk.folders["open"].case
    with translation.override("en"):
        move(case, CaseState.WAITING, desk.people["T"], case.version, timezone.localdate())
    said = Event.objects.filter(action=Action.STATE_CHANGED, case=case.uuid).latest("number").subject
    assert said == "offen → wartet"

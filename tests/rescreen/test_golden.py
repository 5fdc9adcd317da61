"""A golden case holds what the rules need and nothing that leads back, flips when the law does, and is retired."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case, CaseMark
from advisor.cases.sealing import seal_label
from advisor.cases.services import day_of, save_answers
from advisor.cases.standing import Standing
from advisor.logbook.models import Action, Event
from advisor.rescreen import golden
from advisor.rescreen.models import GoldenCase
from pathways.engine.facts import Answer, Gap, Proof
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW
from tests.factories import answers, make_user, page_of, person_of
from tests.rescreen.conftest import STRICTER
from tests.stored import dump

pytestmark = pytest.mark.django_db

MARKER = "Merkzeichen-Muster"


@pytest.fixture
def row(counsellor: User, hit: Case) -> GoldenCase:
    """A golden case, taken from one that the stricter law moves."""
    return golden.keep(golden.content_of(answers_of(person_of(hit)), day_of(hit)), counsellor)


def test_a_golden_case_flips_by_another_law_and_by_no_other(row: GoldenCase) -> None:
    assert golden.run(row.office) == []
    (flip,) = golden.run(row.office, STRICTER)
    assert (flip.golden, flip.turned) == (row, (golden.Turned("p23a", "open", "excluded"),))
    assert "§ 23a" in str(flip)
    assert golden.run(make_user("olga", "Beratung Süd").office, STRICTER) == []  # type: ignore[arg-type]


def test_an_answer_the_law_no_longer_knows_is_a_flip_too(row: GoldenCase) -> None:
    without = Lawbook(
        facts=tuple(fact for fact in LAW.facts if fact.id != "nationality"),
        asked_if={},
        pathways=(),
        deadlines=(),
        referrals=(),
    )
    (flip,) = golden.run(row.office, without)
    assert flip.unread == ("nationality",)
    assert all(each.now is None for each in flip.turned)


def test_a_day_is_kept_only_as_exactly_as_it_decides() -> None:
    day = date(2026, 9, 1)
    given = answers(
        location="in_germany",
        current_status="residence_permit",
        birth_date="1999-03-04",
        title_valid_until="2026-09-02",  # of the year alone nobody could tell whether it has run out
    )
    kept = golden.content_of(given, day)
    assert (kept.values["birth_date"], kept.values["title_valid_until"]) == ("1999", "2026-09")
    assert kept.verdicts == {key: verdict.value for key, verdict in Standing(given, day).verdicts.items()}


def test_what_is_shown_is_what_is_kept_and_nothing_leads_back(web: Client, counsellor: User, hit: Case) -> None:
    person = person_of(hit)
    seal_label(hit, person, MARKER)
    person.save()
    noted = {key: Answer(given.value, Proof.TOLD, MARKER) for key, given in answers(birth_date="1999-03-04").items()}
    save_answers(person, {**noted, "criminal_record": Answer(Gap.DECLINED, note=MARKER)}, counsellor)
    address = page_of("rescreen:keep", hit)
    page = web.get(address).content.decode()
    assert "04.03.1999" not in page
    assert "1999" in page
    main = page.split("<main", 1)[1]
    assert MARKER not in main.split("<h1", 1)[1]
    (shown,) = re.findall(r'name="shown" value="([0-9a-f]+)"', page)
    sent = {"anonymous": "on", "right": "on", "shown": shown}
    assert web.post(address, {**sent, "anonymous": ""}).status_code == 422
    assert web.post(address, {**sent, "shown": "0" * 64}).status_code == 409
    assert not GoldenCase.objects.exists()
    assert web.post(address, sent).status_code == 302
    row = GoldenCase.objects.get()
    content = golden.open_golden(row)
    assert content == golden.content_of(answers_of(person), day_of(hit))
    assert content.values["birth_date"] == "1999", "the year decides alike"
    assert "criminal_record" not in content.values
    assert MARKER not in repr(content)
    assert hit.reference not in repr(content)
    event = Event.objects.get(action=Action.GOLDEN_KEPT)
    assert (event.case, event.subject) == (None, "M-1")
    columns = GoldenCase.objects.values().get()
    assert not {hit.uuid, person.uuid, hit.pk} & (set(columns.values()) - {row.pk, row.number})


def test_nothing_of_it_stands_in_the_database_and_retiring_deletes_it(
    web: Client, row: GoldenCase, counsellor: User, hit: Case
) -> None:
    CaseMark.objects.all().delete()
    assert b"nationality" not in dump()
    address = reverse("rescreen:golden", args=(row.uuid,))
    assert web.post(address, {"reason": " "}).status_code == 422
    assert web.post(address, {"reason": MARKER}).status_code == 302
    row.refresh_from_db()
    assert (bytes(row.sealed), row.retired_by) == (b"", counsellor)
    assert MARKER.encode() not in dump()
    assert MARKER in web.get(reverse("rescreen:golden_list")).content.decode()
    assert golden.run(row.office, STRICTER) == []
    assert web.post(address, {"reason": "noch einmal"}).status_code == 302
    assert golden.reason_of(GoldenCase.objects.get()) == MARKER
    assert Event.objects.filter(action=Action.GOLDEN_RETIRED).count() == 1


def test_editors_read_them_and_retire_none(row: GoldenCase) -> None:
    editor, foreign = make_user("edda", "Beratung Nord", Role.EDITOR), make_user("olga", "Beratung Süd")
    address = reverse("rescreen:golden", args=(row.uuid,))
    browser = Client()
    browser.force_login(editor)
    assert browser.get(reverse("rescreen:golden_list")).status_code == 200
    assert "Zurückziehen" not in browser.get(address).content.decode()
    assert browser.post(address, {"reason": "stört"}).status_code == 403
    browser.force_login(foreign)
    assert browser.get(address).status_code == browser.post(address, {"reason": "x"}).status_code == 404
    assert golden.holding(row.office) == [row]


def test_numbers_go_on_within_the_office(row: GoldenCase, counsellor: User, hit: Case) -> None:
    golden.retire(row, counsellor, "überholt")
    again = golden.keep(golden.content_of(answers_of(person_of(hit)), day_of(hit)), counsellor)
    other = golden.keep(golden.content_of({}, day_of(hit)), make_user("olga", "Beratung Süd"))
    assert (row.number, again.number, other.number) == (1, 2, 1)


def test_a_golden_case_that_cannot_be_opened_blocks_and_can_still_be_retired(row: GoldenCase, web: Client) -> None:
    GoldenCase.objects.update(sealed=b"altered")
    (flip,) = golden.run(row.office)
    assert "lässt sich nicht öffnen" in str(flip)
    page = reverse("rescreen:golden", args=(row.uuid,))
    assert web.get(page).status_code == 200
    assert web.post(page, {"reason": "unlesbar"}).status_code == 302
    assert golden.run(row.office) == []

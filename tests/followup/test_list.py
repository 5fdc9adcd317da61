"""The list finds cases by what is answered without that standing anywhere in clear, and only for who may open them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.filters import LAENDER, PATHWAYS
from advisor.cases.marks import ANY, marks_of, sealed_marks
from advisor.cases.models import Case, CaseMark
from advisor.cases.outlook import whole_outlook
from advisor.cases.services import assessment_of, change_case, save_answers
from advisor.logbook.models import Action, Event
from pathways.engine.assess import Verdict
from tests.factories import answers, make_case, make_user, person_of

pytestmark = pytest.mark.django_db

KINDS = {
    "A-1": {"location": "in_germany", "federal_state": "NW", "current_status": "duldung"},
    "B-2": {"location": "abroad_home_country", "federal_state": "BE", "nationality": ["RU"]},
    "C-3": {"location": "in_germany", "federal_state": "NW", "current_status": "residence_permit"},
    "D-4": {},
}


@pytest.fixture
def several(counsellor: User) -> list[Case]:
    """Cases that come out differently."""
    return [make_case(counsellor, key, **facts) for key, facts in KINDS.items()]


def found(browser: Client, **asked: str) -> set[str]:
    """The keys of the cases a list shows."""
    rows = browser.get(reverse("cases:list"), asked).context["rows"]
    return {row.case.reference for row in rows}


@pytest.mark.parametrize("pathway", ["", *PATHWAYS])
def test_a_filter_finds_what_judging_says(web: Client, several: list[Case], pathway: str) -> None:
    judged = {
        case.reference: {each.pathway.id: each.verdict for each in assessment_of(person_of(case)).pathways}
        for case in several
    }
    for verdict in Verdict:
        expected = {
            key
            for key, verdicts in judged.items()
            if (verdict in verdicts.values() if not pathway else verdicts[pathway] is verdict)
        }
        assert found(web, ergebnis=verdict, weg=pathway) == expected, (verdict, pathway)


def test_the_land_is_found_alone_and_with_a_verdict(web: Client, several: list[Case]) -> None:
    assert found(web, land="NW") == {"A-1", "C-3"}
    assert found(web, land="BE") == {"B-2"}
    assert found(web, land="HH") == set()
    assert found(web, land="NW", ergebnis="excluded") <= {"A-1", "C-3"}


def test_marks_follow_every_answer(web: Client, several: list[Case]) -> None:
    case = several[0]
    save_answers(person_of(case), answers(federal_state="HH"), case.lead)
    assert found(web, land="NW") == {"C-3"}
    assert found(web, land="HH") == {"A-1"}
    fresh = Case.objects.select_related("key").get(pk=case.pk)
    expected = set(sealed_marks(case.office_id, marks_of(whole_outlook(fresh).persons.values())).values())
    assert {bytes(mark) for mark in CaseMark.objects.filter(case=case).values_list("mark", flat=True)} == expected
    change_case(fresh, case.lead, fresh.version, as_of=date(2000, 1, 1))
    assert "A-1" in found(web, ergebnis="not_in_force")


def test_an_answer_that_moves_nothing_asks_the_database_for_no_mark(
    counsellor: User, several: list[Case], django_assert_max_num_queries: object
) -> None:
    case = Case.objects.select_related("key").get(reference="A-1")
    save_answers(person_of(case), answers(nationality=["RU"]), counsellor)
    before = set(CaseMark.objects.filter(case=case).values_list("pk", "mark"))
    with_queries: list[str] = []
    with connection.execute_wrapper(lambda run, sql, *rest: with_queries.append(sql) or run(sql, *rest)):
        save_answers(person_of(case), answers(nationality=["RU"]), counsellor)
    assert not [sql for sql in with_queries if "casemark" in sql]
    assert set(CaseMark.objects.filter(case=case).values_list("pk", "mark")) == before


def test_a_verdict_that_moves_costs_at_most_two_queries(counsellor: User, several: list[Case]) -> None:
    case = Case.objects.select_related("key").get(reference="A-1")
    person = person_of(case)
    person.case = case
    asked: list[str] = []
    with connection.execute_wrapper(lambda run, sql, *rest: asked.append(sql) or run(sql, *rest)):
        save_answers(person, answers(federal_state="HH"), counsellor)
    about = [sql for sql in asked if "casemark" in sql or ("vault_datakey" in sql and "cases_case" not in sql)]
    assert 1 <= len(about) <= 2, about


def test_the_same_thing_has_another_mark_in_another_office(several: list[Case]) -> None:
    foreign = make_case(make_user("eve", "Beratung Süd"), "S-1", **KINDS["A-1"])
    here = {bytes(mark) for mark in CaseMark.objects.filter(case=several[0]).values_list("mark", flat=True)}
    there = {bytes(mark) for mark in CaseMark.objects.filter(case=foreign).values_list("mark", flat=True)}
    assert here
    assert len(here) == len(there)
    assert not here & there


def test_in_the_list_of_the_office_nothing_is_found_by_what_was_answered(several: list[Case]) -> None:
    """Who may not open a case must not learn from a filter how it stands."""
    outside = make_user("bob")
    browser = Client()
    browser.force_login(outside)
    everything = found(browser, wessen="stelle")
    assert everything == set(KINDS)
    for asked in ({"ergebnis": "excluded"}, {"land": "NW"}, {"frist": "sofort"}, {"weg": "p23a", "ergebnis": "met"}):
        assert found(browser, wessen="stelle", **asked) == everything
        assert found(browser, **asked) == set()
    admin = Client()
    admin.force_login(make_user("admin", "Beratung Nord", Role.OFFICE_ADMIN))
    assert found(admin, ergebnis="excluded") == everything
    assert "nächste Frist" not in admin.get(reverse("cases:list")).content.decode()


def test_who_looks_by_what_was_answered_is_on_record(web: Client, several: list[Case]) -> None:
    found(web)
    assert not Event.objects.filter(action=Action.CASES_FILTERED).exists()
    found(web, land="NW")
    assert Event.objects.get(action=Action.CASES_FILTERED).subject == "2 gefunden"


@pytest.mark.parametrize(
    ("days", "slugs"),
    [
        (-1, {"ueberfaellig"}),
        (0, {"woche", "monat"}),
        (6, {"woche", "monat"}),
        (7, {"monat"}),
        (29, {"monat"}),
        (30, set()),
        (None, {"ohne"}),
    ],
)
def test_due_days_are_found_by_their_distance(web: Client, case: Case, days: int | None, slugs: set[str]) -> None:
    due = None if days is None else timezone.localdate() + timedelta(days=days)
    Case.objects.update(next_due=due, acts_at_once=False)
    assert {slug for slug in ("ueberfaellig", "woche", "monat", "sofort", "ohne") if found(web, frist=slug)} == slugs


def test_lists_are_sorted_as_asked_and_by_who_is_in_charge(web: Client, several: list[Case]) -> None:
    colleague = make_user("bob")
    today = timezone.localdate()
    for place, case in enumerate(several):
        Case.objects.filter(pk=case.pk).update(next_due=today + timedelta(days=10 - place) if place else None)
    Case.objects.filter(reference="B-2").update(lead=colleague, office_wide=True)

    def order(**asked: str) -> list[str]:
        return [row.case.reference for row in web.get(reverse("cases:list"), asked).context["rows"]]

    assert order(sortierung="zeichen") == sorted(KINDS)
    assert order(sortierung="frist") == ["D-4", "C-3", "B-2", "A-1"]
    assert set(order(zustaendig="ich")) == set(KINDS) - {"B-2"}
    assert order(zustaendig=str(colleague.pk)) == ["B-2"]


@pytest.mark.parametrize(
    "nonsense", [{"ergebnis": "x"}, {"weg": "\x00"}, {"land": "'"}, {"frist": "x"}, {"sortierung": "x"}, {"seite": "x"}]
)
def test_what_there_is_not_is_not_asked_for(web: Client, several: list[Case], nonsense: dict[str, str]) -> None:
    assert found(web, **nonsense) == set(KINDS)


@pytest.mark.parametrize("lead", ["²", "-1", "9" * 40, "ich ", "\x00"])
def test_a_person_there_is_not_is_no_fault(web: Client, several: list[Case], lead: str) -> None:
    assert web.get(reverse("cases:list"), {"zustaendig": lead}).status_code == 200


def test_every_choice_of_the_filter_is_one_of_the_law(web: Client) -> None:
    choices = {choice.name: choice for choice in web.get(reverse("cases:list")).context["choices"]}
    assert {option.value for option in choices["weg"].options} == {"", *PATHWAYS}
    assert {option.value for option in choices["land"].options} == {"", *LAENDER}
    assert {option.value for option in choices["ergebnis"].options} == {"", *Verdict}
    assert ANY not in PATHWAYS


def test_a_long_list_ends_and_says_so(web: Client, several: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.cases.listing.MOST", 3)
    page = web.get(reverse("cases:list")).content.decode()
    assert "Gezeigt werden die ersten 3" in page

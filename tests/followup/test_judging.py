"""The daily run judges running cases anew: what moved is told, answers stay, and nothing is done twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.models import Answer, Case, CaseMark, CaseState
from advisor.cases.outlook import PersonOutlook, change, whole_outlook
from advisor.followup.judging import judge_running, outdated
from advisor.logbook.models import Action, Event
from tests.factories import make_case, page_of, person_of

pytestmark = pytest.mark.django_db

FACTS = {"location": "in_germany", "federal_state": "NW", "current_status": "duldung", "nationality": ["RU"]}


def pretend(case: Case, day: date | None, law: str | None = None, **verdicts: str) -> None:
    """Let the case be judged on another day, by another law or with other verdicts than it was."""
    case = Case.objects.select_related("key").get(pk=case.pk)
    before = whole_outlook(case)
    person = person_of(case).uuid
    old = before.persons[person]
    other = PersonOutlook({**old.verdicts, **verdicts}, old.deadlines, old.land, day, old.law if law is None else law)
    wanted = change(case, before, type(before)({person: other}, before.agenda, before.moved, before.marked))
    Case.objects.filter(pk=case.pk).update(**wanted.columns)


def run(days: int = 0) -> tuple[int, list[object]]:
    """The step of the daily run, some days from now: how many cases were judged, and which could not be."""
    done = judge_running(timezone.now() + timedelta(days=days), dry_run=False)
    return done.count, list(done.broken)


def moved(case: Case) -> list[tuple[str, str, str, str]]:
    """What waits to be seen."""
    fresh = Case.objects.select_related("key").get(pk=case.pk)
    return [(each.pathway, each.before, each.now, each.why) for each in whole_outlook(fresh).moved]


@pytest.fixture
def told(counsellor: User) -> Case:
    """A case with answers, judged today."""
    return make_case(counsellor, "F-1", **FACTS)


def test_a_case_judged_today_by_todays_law_is_left_alone(told: Case) -> None:
    assert run() == (0, [])


def test_every_running_case_is_judged_once_a_day(told: Case) -> None:
    assert run(days=1) == (1, [])
    assert run(days=1) == (0, [])
    told.refresh_from_db()
    assert told.judged_on == timezone.localdate() + timedelta(days=1)


def test_a_verdict_that_time_has_moved_is_told_with_both_and_the_reason(told: Case) -> None:
    now = whole_outlook(told).persons[person_of(told).uuid].verdicts["p23a"]
    assert now == "open"
    pretend(told, timezone.localdate() - timedelta(days=1), p23a="excluded")
    answered = list(Answer.objects.values_list("slot", "sealed", "at"))
    assert run() == (1, [])
    assert moved(told) == [("p23a", "excluded", "open", "time")]
    told.refresh_from_db()
    assert (told.moved_on, told.version) == (timezone.localdate(), 0)
    assert list(Answer.objects.values_list("slot", "sealed", "at")) == answered
    assert Event.objects.filter(action=Action.JUDGED_ANEW, case=told.uuid).count() == 1


def test_another_law_is_told_as_the_reason(told: Case) -> None:
    pretend(told, timezone.localdate(), law="0000", p23a="excluded")
    run()
    assert moved(told) == [("p23a", "excluded", "open", "law")]


def test_what_has_moved_back_before_anybody_looked_is_no_news(told: Case) -> None:
    pretend(told, timezone.localdate() - timedelta(days=1), p23a="excluded")
    run()
    pretend(told, timezone.localdate() - timedelta(days=1), p23a="met")
    run()
    assert moved(told) == [("p23a", "excluded", "open", "time")]
    fresh = Case.objects.select_related("key").get(pk=told.pk)
    before = whole_outlook(fresh)
    person = person_of(told).uuid
    waiting = before.moved[0]._replace(before="open", now="met")
    wanted = change(fresh, before, type(before)(before.persons, before.agenda, (waiting,), True))
    Case.objects.filter(pk=told.pk).update(**wanted.columns)
    pretend(told, timezone.localdate() - timedelta(days=1), p23a="met")
    run()
    assert moved(told) == [], person


def test_a_case_of_an_older_installation_gets_its_outlook_and_marks_and_no_news(told: Case) -> None:
    right = {bytes(mark) for mark in CaseMark.objects.values_list("mark", flat=True)}
    assert right
    CaseMark.objects.all().delete()
    Case.objects.update(sealed_outlook=b"", judged_on=None, judged_by="", next_due=None)
    assert run() == (1, [])
    assert moved(told) == []
    assert {bytes(mark) for mark in CaseMark.objects.values_list("mark", flat=True)} == right


def test_wrong_marks_are_set_right(told: Case) -> None:
    right = {bytes(mark) for mark in CaseMark.objects.values_list("mark", flat=True)}
    first = CaseMark.objects.first()
    assert first is not None
    first.mark = b"0123456789abcdef"
    first.save()
    run(days=1)
    assert {bytes(mark) for mark in CaseMark.objects.values_list("mark", flat=True)} == right


@pytest.mark.parametrize("gone", ["closed", "binned", "day"])
def test_closed_cases_and_those_with_a_day_of_their_own_are_not_touched(told: Case, gone: str) -> None:
    changed = {
        "closed": {"state": CaseState.CLOSED, "closed_on": timezone.localdate()},
        "binned": {"destroy_on": timezone.localdate() + timedelta(days=9)},
        "day": {"as_of": timezone.localdate()},
    }
    Case.objects.filter(pk=told.pk).update(**changed[gone])
    assert run(days=1) == (0, [])


def test_a_case_with_a_day_of_its_own_is_judged_by_a_new_law_on_that_day(told: Case) -> None:
    Case.objects.filter(pk=told.pk).update(as_of=timezone.localdate())
    pretend(told, timezone.localdate(), law="0000", p23a="met")
    assert run(days=1) == (1, [])
    assert moved(told) == [("p23a", "met", "open", "law")]


def test_a_broken_case_is_named_and_stops_no_other(told: Case, counsellor: User) -> None:
    other = make_case(counsellor, "F-2", **FACTS)
    row = Answer.objects.filter(person__case=told).first()
    assert row is not None
    Answer.objects.filter(pk=row.pk).update(sealed=bytes(row.sealed)[:-1] + b"x")
    pretend(told, timezone.localdate() - timedelta(days=1))
    pretend(other, timezone.localdate() - timedelta(days=1))
    assert run() == (1, [told.uuid])
    pretend(other, timezone.localdate() - timedelta(days=1))
    with pytest.raises(CommandError, match=str(told.uuid)):
        call_command("daily")
    other.refresh_from_db()
    assert other.judged_on == timezone.localdate()


def test_the_command_judges_and_a_dry_run_only_counts(told: Case, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(told, timezone.localdate() - timedelta(days=1), p23a="excluded")
    call_command("daily", dry_run=True)
    assert "Neu beurteilt: 1" in capsys.readouterr().out
    assert moved(told) == []
    call_command("daily")
    assert "Neu beurteilt: 1" in capsys.readouterr().out
    assert len(moved(told)) == 1


def test_the_cases_to_judge_are_found_by_an_index(told: Case) -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads a table as small as this one whole")
    for part in outdated(timezone.localdate()):
        assert "case_to_judge" in part.order_by().values_list("pk", "uuid").explain()


def test_the_result_tells_it_once_to_whoever_works_on_the_case(web: Client, told: Case) -> None:
    pretend(told, timezone.localdate() - timedelta(days=1), p23a="excluded")
    run()
    start = web.get(reverse("start")).content.decode()
    assert "Ergebnis hat sich von selbst geändert" in start
    assert "durch Zeitablauf" in start
    page = page_of("cases:person_result", told)
    assert "Hat sich von selbst geändert" in web.get(page).content.decode()
    assert "Hat sich von selbst geändert" not in web.get(page).content.decode()
    assert "Ergebnis hat sich von selbst geändert" not in web.get(reverse("start")).content.decode()
    told.refresh_from_db()
    assert told.moved_on is None


def test_who_may_only_read_does_not_take_the_news_away(told: Case) -> None:
    from advisor.accounts.models import Role
    from advisor.guidance.consultations import ask
    from tests.factories import make_user

    pretend(told, timezone.localdate() - timedelta(days=1), p23a="excluded")
    run()
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    ask(Case.objects.get(pk=told.pk), told.lead, "Stimmt das?", releaser)
    browser = Client()
    browser.force_login(releaser)
    assert "Hat sich von selbst geändert" in browser.get(page_of("cases:person_result", told)).content.decode()
    assert len(moved(told)) == 1


def test_answers_stay_what_they_are(told: Case) -> None:
    before = answers_of(person_of(Case.objects.get(pk=told.pk)))
    run(days=400)
    assert answers_of(person_of(Case.objects.get(pk=told.pk))) == before

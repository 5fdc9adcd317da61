"""A run puts exactly those cases into the inbox that the law has moved, changes none, and counts each once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from advisor.accounts.models import Office, User
from advisor.cases.models import Answer, Case, CaseState, Person
from advisor.cases.outlook import PersonOutlook, change, whole_outlook
from advisor.cases.services import save_answers
from advisor.lifecycle.housekeeping import clear
from advisor.logbook.models import Action, Event
from advisor.rescreen import starting, tasks, work
from advisor.rescreen.comparing import open_moved
from advisor.rescreen.models import Chunk, ChunkState, Footing, LawState, MovedResult, Run
from advisor.rescreen.progress import progress_of
from advisor.rescreen.pruning import RUN_DAYS
from advisor.rescreen.stand import DEADLINE, VERDICT, Difference
from pathways.engine.dated import Span
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from pathways.law import facts as f
from tests.batch.conftest import one_turn, work_off
from tests.factories import answers, make_case, make_user, person_of
from tests.rescreen.conftest import CHANGED, FACTS, STRICTER, law_with, rescreened
from tests.stored import dump

pytestmark = pytest.mark.django_db


def entries(case: Case) -> set[tuple[str, str, str | None, str | None]]:
    """What waits to be seen about the one person of a case."""
    fresh = Case.objects.select_related("key").get(pk=case.pk)
    return {
        (each.pathway, each.id, each.before, each.now)
        for row in fresh.moved_results.unseen()
        for each in open_moved(fresh, row)
    }


def rows_of_cases() -> list[Any]:
    """All that is kept of the cases themselves."""
    return [list(model.objects.order_by("pk").values_list()) for model in (Case, Person, Answer)]


MOVED = {("p23a", "p23a", "open", "excluded"), ("p23a", CHANGED, "o", "n")}


def test_a_changed_criterion_puts_exactly_the_right_cases_in(counsellor: User, hit: Case, unhit: Case) -> None:
    rescreened(counsellor)
    before = rows_of_cases()
    run = rescreened(counsellor, STRICTER)
    assert entries(hit) == MOVED
    assert not unhit.moved_results.exists()
    assert rows_of_cases() == before
    progress = progress_of(run)
    assert (progress.cases, progress.moved, progress.broken) == (2, 1, 0)
    assert run.finished_at
    row = hit.moved_results.get()
    assert (row.law_before, row.law_now) == (law_version(LAW), law_version(STRICTER))
    assert set(LawState.objects.values_list("version", flat=True)) == {row.law_before, row.law_now}


def test_the_same_law_moves_nothing_however_often_and_on_whatever_day(counsellor: User, hit: Case) -> None:
    for days in (0, 0, 1, 400):
        rescreened(counsellor, days=days)
    assert not MovedResult.objects.exists()
    assert Footing.objects.get().day == timezone.localdate() + timedelta(days=400)


def test_a_second_run_by_the_new_law_adds_nothing(counsellor: User, hit: Case) -> None:
    rescreened(counsellor)
    rescreened(counsellor, STRICTER)
    row = hit.moved_results.get()
    rescreened(counsellor, STRICTER)
    assert MovedResult.objects.get() == row
    assert bytes(MovedResult.objects.get().sealed) == bytes(row.sealed)


def test_a_law_that_is_taken_back_before_anybody_looked_is_no_news(counsellor: User, hit: Case) -> None:
    for lawbook in (LAW, STRICTER, LAW):
        rescreened(counsellor, lawbook)
    assert not MovedResult.objects.exists()


def test_what_was_seen_stays_and_the_next_change_is_an_entry_of_its_own(counsellor: User, hit: Case) -> None:
    rescreened(counsellor)
    rescreened(counsellor, STRICTER)
    hit.moved_results.update(seen_by=counsellor, seen_at=timezone.now())
    rescreened(counsellor, LAW)
    assert entries(hit) == {(pathway, key, now, before) for pathway, key, before, now in MOVED}
    assert hit.moved_results.count() == 2


def test_a_first_run_compares_with_what_an_older_law_said_when_an_answer_was_saved(
    counsellor: User, hit: Case, unhit: Case
) -> None:
    """Nobody has kept how the criteria stood then; the verdicts and deadlines are."""
    for case in (hit, unhit):
        fresh = Case.objects.select_related("key").get(pk=case.pk)
        kept = whole_outlook(fresh)
        old = kept.persons[person_of(case).uuid]
        verdicts = {**old.verdicts, "p23a": "met"} if case == hit else old.verdicts
        other = PersonOutlook(verdicts, old.deadlines, old.land, old.day, "0000")
        wanted = change(fresh, kept, type(kept)({person_of(case).uuid: other}))
        Case.objects.filter(pk=case.pk).update(**wanted.columns)
    rescreened(counsellor)
    assert entries(hit) == {("p23a", "p23a", "met", "open")}
    assert not entries(unhit)


def test_answers_given_since_are_no_change_of_the_law(counsellor: User, hit: Case) -> None:
    rescreened(counsellor)
    save_answers(person_of(hit), answers(enforceably_required_to_leave=True), counsellor)
    rescreened(counsellor)
    assert not MovedResult.objects.exists()
    rescreened(counsellor, STRICTER)
    assert ("p23a", CHANGED, "y", "n") in entries(hit)


def test_law_that_comes_into_force_moves_on_its_day_and_not_before(counsellor: User, hit: Case) -> None:
    soon = timezone.localdate() + timedelta(days=5)
    duldung = f.CURRENT_STATUS.among("duldung")
    later = law_with(duldung, duldung, span=Span(soon))
    for days in (0, 1, 4):
        rescreened(counsellor, later, days)
        assert not MovedResult.objects.exists()
    rescreened(counsellor, later, 5)
    assert entries(hit) == MOVED


def test_a_case_with_a_day_of_its_own_is_judged_on_that_day(counsellor: User, hit: Case) -> None:
    Case.objects.filter(pk=hit.pk).update(as_of=timezone.localdate() - timedelta(days=9))
    duldung = f.CURRENT_STATUS.among("duldung")
    rescreened(counsellor)
    rescreened(counsellor, law_with(duldung, duldung, span=Span(timezone.localdate())), 3)
    assert not MovedResult.objects.exists()


@pytest.mark.parametrize("gone", ["closed", "binned"])
def test_closed_cases_are_left_alone(counsellor: User, hit: Case, gone: str) -> None:
    rescreened(counsellor)
    changed = {
        "closed": {"state": CaseState.CLOSED, "closed_on": timezone.localdate()},
        "binned": {"destroy_on": timezone.localdate() + timedelta(days=9)},
    }
    Case.objects.filter(pk=hit.pk).update(**changed[gone])
    assert progress_of(rescreened(counsellor, STRICTER)).cases == 0
    assert not MovedResult.objects.exists()


def test_a_crash_in_the_middle_is_taken_up_and_each_case_counts_once(
    counsellor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "A_PART", 2)
    cases = [make_case(counsellor, f"F-{number}", **FACTS) for number in range(6)]
    rescreened(counsellor)
    keep, kept = work._keep_moved, []

    def die_in_the_second_part(*arguments: Any) -> None:
        keep(*arguments)
        kept.append(1)
        if len(kept) == 2:
            raise SystemExit("killed")

    monkeypatch.setattr(work, "_keep_moved", die_in_the_second_part)
    with pytest.raises(SystemExit):
        rescreened(counsellor, STRICTER)
    assert MovedResult.objects.count() == 2, "of the part it died over nothing is kept"
    run = rescreened(counsellor, STRICTER)
    assert Run.objects.filter(law=law_version(STRICTER)).get() == run, "the same run"
    progress = progress_of(run)
    assert (progress.cases, progress.moved, progress.done) == (6, 6, 3)
    assert {row.case for row in MovedResult.objects.all()} == set(cases)
    said = Event.objects.filter(action=Action.RESCREENED).order_by("-number").values_list("subject", flat=True)
    assert said[0] == "6 Fälle, 6 anders, 0 nicht lesbar"


def test_of_two_workers_over_one_part_only_one_keeps_it(counsellor: User, hit: Case) -> None:
    rescreened(counsellor)
    assert counsellor.office
    run, _ = starting.start(counsellor.office, timezone.now(), STRICTER)
    measure = work.measure_of(counsellor.office, run.texts, run.day, STRICTER)
    slow = work.claim(run, timezone.now())
    assert slow
    assert work.claim(run, timezone.now()) is None
    quick = work.claim(run, timezone.now() + work.LEASE * 2)
    assert quick
    assert quick.pk == slow.pk
    work.do(quick, measure)
    work.do(slow, measure)
    assert (progress_of(run).cases, MovedResult.objects.count()) == (1, 1)


def test_a_part_that_kills_every_worker_is_given_up_and_the_run_ends(counsellor: User, hit: Case) -> None:
    assert counsellor.office
    run, _ = starting.start(counsellor.office, timezone.now())
    Chunk.objects.update(tries=work.MOST_TRIES)
    assert rescreened(counsellor) == run
    assert Chunk.objects.get().state == ChunkState.FAILED
    assert not Footing.objects.exists()


def test_a_database_in_the_way_leaves_the_part_free(
    counsellor: User, hit: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: Any) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(work, "_keep_footings", locked)
        with pytest.raises(OperationalError):
            rescreened(counsellor)
    assert Chunk.objects.get().claimed_until is None
    assert rescreened(counsellor).finished_at


def test_a_case_that_does_not_open_is_counted_and_stops_no_other(counsellor: User, hit: Case, unhit: Case) -> None:
    Answer.objects.filter(person__case=unhit).update(sealed=b"x" * 93)
    rescreened(counsellor)
    progress = progress_of(rescreened(counsellor, STRICTER))
    assert (progress.cases, progress.moved, progress.broken) == (2, 1, 1)


def test_other_offices_are_left_alone(counsellor: User, hit: Case) -> None:
    other = make_user("olga", "Beratung Süd")
    make_case(other, "F-1", **FACTS)
    rescreened(counsellor)
    rescreened(counsellor, STRICTER)
    assert set(Footing.objects.values_list("person__case__office", flat=True)) == {counsellor.office_id}
    assert MovedResult.objects.get().case == hit


def test_in_a_family_the_answers_for_all_count_for_everybody(counsellor: User, hit: Case) -> None:
    second = Person.objects.create(case=hit, position=1)
    save_answers(person_of_first(hit), answers(location="in_germany"), counsellor, for_all={"location"})
    save_answers(second, answers(current_status="duldung"), counsellor)
    rescreened(counsellor)
    rescreened(counsellor, STRICTER)
    assert {row.person for row in hit.moved_results.all()} == {second, person_of_first(hit)}
    assert progress_of(Run.objects.latest("pk")).moved == 1, "cases are counted, not persons"


def person_of_first(case: Case) -> Person:
    """The first person of a family."""
    return case.persons.get(position=0)


def test_nothing_of_what_moved_stands_in_the_database_and_it_goes_with_the_case(counsellor: User, hit: Case) -> None:
    rescreened(counsellor)
    LawState.objects.all().delete()
    rescreened(counsellor, STRICTER)
    LawState.objects.all().delete()
    stored = dump()
    for text in (CHANGED, '"excluded"', "p23a"):
        assert text.encode() not in stored, text
    hit.delete()
    assert not (MovedResult.objects.exists())
    assert not (Footing.objects.exists())


def test_in_the_background_a_turn_does_a_part(counsellor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "A_PART", 1)
    for number in range(3):
        make_case(counsellor, f"F-{number}", **FACTS)
    call_command("rescreen")
    run = Run.objects.get()
    assert one_turn()
    assert progress_of(run).done == 1
    assert tasks.look_again(timezone.now()) == 1, "a worker that starts takes it up"
    work_off()
    run.refresh_from_db()
    assert (progress_of(run).cases, run.is_running) == (3, False)
    assert tasks.look_again(timezone.now()) == 0, "law and texts are those of the last run"
    Run.objects.update(law="0000")
    assert tasks.look_again(timezone.now()) == 1


def test_the_command_counts_without_keeping_or_does_it_at_once(
    counsellor: User, hit: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    make_user("olga", "Beratung Süd")
    call_command("rescreen", "--dry-run")
    assert "Beratung Nord: Fälle bewertet: 1, durch das Recht anders: 0" in capsys.readouterr().out
    assert not (Run.objects.exists())
    assert not (Footing.objects.exists())
    assert not (LawState.objects.exists())
    call_command("rescreen", "--wait", "--office", "Beratung Nord")
    out = capsys.readouterr().out
    assert "Beratung Nord: Fälle bewertet: 1, durch das Recht anders: 0" in out
    assert "Süd" not in out
    assert Run.objects.get().office == Office.objects.get(name="Beratung Nord")
    call_command("rescreen", "--status")
    said = capsys.readouterr().out
    assert "Beratung Nord: fertig am" in said
    assert "Beratung Süd: noch kein Lauf" in said


def test_a_deadline_that_is_new_gone_or_moved_is_a_difference() -> None:
    from advisor.rescreen.law_states import text_of
    from advisor.rescreen.stand import AT_ONCE, Stand, differences

    law = text_of(LAW)
    before = Stand({}, {}, {"a": "2026-01-01", "b": AT_ONCE, "c": "2026-01-01"})
    now = Stand({}, {}, {"a": "2026-02-01", "c": "2026-01-01", "d": AT_ONCE})
    assert set(differences(before, law, now, law)) == {
        Difference(DEADLINE, "", "a", "2026-01-01", "2026-02-01"),
        Difference(DEADLINE, "", "b", AT_ONCE, None),
        Difference(DEADLINE, "", "d", None, AT_ONCE),
    }
    assert VERDICT not in {each.kind for each in differences(before, law, now, law)}


def test_the_tables_say_in_the_open_only_what_is_meant_to_be() -> None:
    """A new column must be sealed, or be named here and in docs/security.md."""
    in_clear = {
        "LawState": {"id", "version", "at", "said"},
        "Run": {"id", "uuid", "office", "at", "law", "texts", "day", "pulse", "turn", "cancelled_at", "finished_at"},
        "Chunk": {"id", "run", "first", "last", "state", "tries", "claimed_until", "cases", "moved", "broken"},
        "Footing": {"id", "person", "law", "texts", "day", "version"},
        "MovedResult": {"id", "uuid", "case", "person", "at", "law_before", "law_now", "texts_before", "texts_now"}
        | {"day_before", "day_now", "seen_by", "seen_at"},
        "GoldenCase": {"id", "uuid", "office", "number", "on", "by", "law", "retired_by", "retired_on"},
    }
    for model in apps.get_app_config("rescreen").get_models():
        open_columns = {field.name for field in model._meta.concrete_fields if not field.name.startswith("sealed")}
        assert open_columns == in_clear[model.__name__]


def test_old_runs_go_and_the_last_of_each_office_stays(counsellor: User, hit: Case) -> None:
    for _ in range(2):
        rescreened(counsellor)
    old, last = Run.objects.order_by("pk")
    Run.objects.update(at=timezone.now() - timedelta(days=RUN_DAYS + 1))
    assert clear(timezone.now(), dry_run=False)["alte Neubewertungen"] > 0
    assert list(Run.objects.all()) == [last], old

"""Invented cases are like the ones that the services make: they open, are judged, are found, and the log is whole."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from advisor.cases.answers import answers_of
from advisor.cases.models import Case, Person
from advisor.cases.outlook import outlook_of, read_outlook
from advisor.cases.services import create_case
from advisor.cases.standing import Standing
from advisor.logbook.verify import broken_places, chain_keys
from benchmarks.aside import set_aside
from benchmarks.case_rows import WRITTEN
from benchmarks.generate import FULL_EVERY, SHORT, fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled() -> int:
    """Two offices, the second with one case only."""
    return fill(41, an_office=40)


def test_every_case_opens_and_stands_as_its_answers_say(filled: int) -> None:
    assert filled == 2
    assert Case.objects.count() == Person.objects.count() == 41
    for person in Person.objects.select_related("case__key"):
        answers = answers_of(person)
        assert len(answers) > SHORT or person.case.office.name != "Stelle 0001"
        assert read_outlook(person.case) == {person.uuid: outlook_of(Standing(answers, person.case.judged_on))}
    assert len(answers_of(Person.objects.get(case__office__name="Stelle 0002"))) > SHORT, f"each {FULL_EVERY}th"


def test_the_log_is_whole_and_goes_on(filled: int, client: Client) -> None:
    lead = Case.objects.latest("pk").lead
    made = create_case(lead, "danach")
    assert made.pk > 41
    assert not [place for key in chain_keys() for place in broken_places(key)]


def test_lists_find_them(filled: int, client: Client, settings: object) -> None:
    lead = Case.objects.earliest("pk").lead
    client.force_login(lead)
    for query in ({"wessen": "meine", "ergebnis": verdict, "stand": "alle"} for verdict in ("met", "open", "excluded")):
        page = client.get("/faelle/", query).content.decode()
        wanted = {
            case.reference
            for case in Case.objects.filter(lead=lead)
            if query["ergebnis"] in next(iter(read_outlook(case).values())).verdicts.values()
        }
        assert {reference for reference in wanted if reference in page} == wanted
    assert (
        "F-000001"
        in client.post("/faelle/", {"suche": "F-000001", "wessen": "stelle", "stand": "alle"}).content.decode()
    )


def test_no_two_alike_where_that_is_asked_for() -> None:
    fill(12, an_office=6, distinct=True)
    persons = Person.objects.select_related("case__key")
    assert {person.case.state for person in persons} == {"open"}
    different = {tuple((key, str(answer.value)) for key, answer in answers_of(person).items()) for person in persons}
    assert len(different) == 12


def test_what_is_set_aside_while_many_are_written_comes_back() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL does without meanwhile")

    def there() -> set[tuple[str, str]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index UNION "
                "SELECT conrelid::regclass || conname, pg_get_constraintdef(oid) FROM pg_constraint"
            )
            return set(cursor.fetchall())

    before = there()
    with set_aside(WRITTEN):
        assert len(before - there()) > len(WRITTEN)
    assert there() == before


def test_not_into_a_database_with_people(filled: int) -> None:
    with pytest.raises(RuntimeError, match="people"):
        fill(1)

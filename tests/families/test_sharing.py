"""For whom an answer holds: an own one wins, whoever saves sees for whom, and nobody else's slips in."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from advisor.accounts.models import User
from advisor.cases.answers import answers_of, last_answered
from advisor.cases.family import remove_person
from advisor.cases.models import Case, Person
from advisor.cases.outlook import read_outlook
from advisor.cases.services import judge_everybody, save_answers
from advisor.cases.sharing import Sharing, sharing_of
from pathways.engine.facts import Answer, Gap
from pathways.law.facts import FACTS_BY_ID, FEDERAL_STATE, LOCATION, NATIONALITY
from tests.families.household import fresh, make_family, member, say

pytestmark = pytest.mark.django_db


def section(person: Person) -> str:
    """The page of the first section about somebody."""
    return reverse("cases:section", args=(person.case.uuid, person.uuid, "a"))


def question(client: Client, person: Person, fact_id: str) -> str:
    """One question on that page."""
    page = client.get(section(person)).content.decode()
    start = page.index(f'<div id="q-{fact_id}"')
    following = page.find('<div id="q-', start + 10)
    return str(page[start:following])


def was(shown: str, fact_id: str) -> str:
    """What the form brings back to tell which answer it has shown."""
    tag = re.search(rf'<input[^>]*name="{fact_id}.was"[^>]*>', shown)
    assert tag
    found = re.search(r'value="([^"]*)"', tag.group())
    assert found
    return unescape(found.group(1))


def chosen(shown: str, fact_id: str) -> str:
    """For whom the answer holds as the page has it."""
    tags = re.findall(rf'<input[^>]*name="{fact_id}\.for"[^>]*>', shown)
    assert len(tags) == 2
    return str(re.search(r'value="(\w+)"', next(tag for tag in tags if "checked" in tag)).group(1))  # type: ignore[union-attr]


def send(client: Client, person: Person, fact_id: str, live: bool = False, **fields: str) -> int:
    """Answer one question as the page does, with or without JavaScript."""
    data = {"shown": fact_id} | {f"{fact_id}{name}": value for name, value in _named(fields).items()}
    if live:
        address = reverse("cases:answer", args=(person.case.uuid, person.uuid, "a", fact_id))
        return client.post(address, data, headers={"hx-request": "true"}).status_code
    return client.post(section(person), data).status_code


def _named(fields: dict[str, str]) -> dict[str, str]:
    return {{"value": "", "scope": ".for", "was": ".was", "note": ".note"}[key]: value for key, value in fields.items()}


def land(case: Case, *names: str) -> list[object]:
    """The Land of each as it holds for them."""
    return [found.value if (found := answers_of(member(case, n)).get("federal_state")) else None for n in names]


@pytest.fixture
def case(counsellor: User) -> Case:
    """A case of three without answers."""
    return make_family(counsellor, "F-1", "Anna", "Ben", "Cem")


@pytest.mark.parametrize("live", [pytest.param(True, id="htmx"), pytest.param(False, id="plain")])
def test_an_answer_for_everybody_holds_for_everybody_and_one_for_one_does_not(
    web: Client, case: Case, live: bool
) -> None:
    send(web, member(case, "Anna"), "federal_state", live, value="NW", scope="all")
    assert land(case, "Anna", "Ben", "Cem") == ["NW", "NW", "NW"]
    send(web, member(case, "Ben"), "federal_state", live, value="BY", scope="own")
    assert land(case, "Anna", "Ben", "Cem") == ["NW", "BY", "NW"]
    send(web, member(case, "Cem"), "federal_state", live, value="HE", scope="all")
    assert land(case, "Anna", "Ben", "Cem") == ["HE", "BY", "HE"]
    case.refresh_from_db()
    assert read_outlook(case) == judge_everybody(case, None)


def test_the_page_says_for_whom_an_answer_holds_and_who_has_another(web: Client, case: Case) -> None:
    anna = member(case, "Anna")
    assert chosen(question(web, anna, "federal_state"), "federal_state") == "all"
    assert chosen(question(web, anna, "location"), "location") == "own", "where somebody stays is never presupposed"
    assert 'name="nationality.for"' not in question(web, anna, "nationality")
    say(anna, "federal_state", federal_state="NW")
    say(member(case, "Ben"), federal_state="BY")
    of_anna, of_ben = question(web, anna, "federal_state"), question(web, member(case, "Ben"), "federal_state")
    assert chosen(of_anna, "federal_state") == "all"
    assert "alle 3 Personen" in of_anna
    assert "Eine eigene Antwort hat: Ben." in " ".join(of_anna.split())
    assert "ändert sich für alle" in of_anna
    assert chosen(of_ben, "federal_state") == "own"
    assert "Für die anderen gilt „Nordrhein-Westfalen“" in " ".join(of_ben.split())


def test_nobody_is_asked_for_whom_in_a_case_of_one(web: Client, counsellor: User) -> None:
    alone = make_family(counsellor, "F-2", "Anna")
    assert 'name="federal_state.for"' not in question(web, alone.persons.get(), "federal_state")


def test_only_for_whom_is_changed_and_that_is_kept(web: Client, case: Case) -> None:
    anna = member(case, "Anna")
    say(anna, federal_state="NW")
    before = was(question(web, anna, "federal_state"), "federal_state")
    assert send(web, anna, "federal_state", True, value="NW", scope="all", was=before) == 200
    assert land(case, "Anna", "Ben") == ["NW", "NW"]
    before = was(question(web, anna, "federal_state"), "federal_state")
    assert send(web, anna, "federal_state", True, value="NW", scope="own", was=before) == 200
    say(member(case, "Ben"), "federal_state", federal_state="BY")
    assert land(case, "Anna", "Ben", "Cem") == ["NW", "BY", "BY"]


def test_an_own_answer_that_is_reset_falls_back_to_the_one_for_everybody(web: Client, case: Case) -> None:
    ben = member(case, "Ben")
    say(member(case, "Anna"), "federal_state", federal_state="NW")
    say(ben, federal_state="BY")
    web.post(section(ben), {"shown": "federal_state", "federal_state": "BY", "federal_state.for": "own",
                            "clear": "federal_state"})  # fmt: skip
    assert land(case, "Anna", "Ben", "Cem") == ["NW", "NW", "NW"]
    case.refresh_from_db()
    assert read_outlook(case) == judge_everybody(case, None)
    web.post(section(ben), {"shown": "federal_state", "federal_state": "NW", "federal_state.for": "all",
                            "clear": "federal_state"})  # fmt: skip
    assert land(case, "Anna", "Ben", "Cem") == [None, None, None]


def test_for_whom_an_answer_holds_is_part_of_what_a_form_has_shown(web: Client, case: Case) -> None:
    """The shared answer was made Anna's own, in the same words, by somebody else: the old form must not undo that."""
    anna = member(case, "Anna")
    say(anna, "federal_state", federal_state="NW")
    before = was(question(web, anna, "federal_state"), "federal_state")
    say(anna, federal_state="NW")
    assert send(web, anna, "federal_state", True, value="HE", scope="all", was=before) == 422
    assert land(case, "Anna", "Ben") == ["NW", "NW"]


def test_two_windows_about_two_persons_never_mix(web: Client, case: Case) -> None:
    """Both pages are open at once, both are sent whole: each answer is kept where its page said."""
    anna, ben = member(case, "Anna"), member(case, "Ben")
    pages = {person.pk: web.get(section(person)).content.decode() for person in (anna, ben)}
    for person, state, country in ((anna, "NW", "AM"), (ben, "BY", "RU")):
        web.post(section(person), {
            "shown": ["federal_state", "nationality"],
            "federal_state": state,
            "federal_state.for": "own",
            "federal_state.was": was(pages[person.pk], "federal_state"),
            "nationality": country,
            "nationality.was": was(pages[person.pk], "nationality"),
        })  # fmt: skip
    assert land(case, "Anna", "Ben", "Cem") == ["NW", "BY", None]
    countries = {n: answers_of(member(case, n))["nationality"].value for n in ("Anna", "Ben")}
    assert countries == {"Anna": frozenset({"AM"}), "Ben": frozenset({"RU"})}
    assert "Anna" in pages[anna.pk]
    assert "Weiter für Ben" in " ".join(pages[ben.pk].split())


def test_a_shared_answer_changed_from_the_page_of_somebody_else_is_not_overwritten_unseen(
    web: Client, case: Case
) -> None:
    anna, ben = member(case, "Anna"), member(case, "Ben")
    say(anna, "federal_state", federal_state="NW")
    before = was(question(web, anna, "federal_state"), "federal_state")
    send(
        web,
        ben,
        "federal_state",
        value="BY",
        scope="all",
        was=was(question(web, ben, "federal_state"), "federal_state"),
    )
    response = web.post(section(anna), {"shown": "federal_state", "federal_state": "HE", "federal_state.for": "all",
                                        "federal_state.was": before})  # fmt: skip
    assert response.status_code == 422
    assert "Bayern" in response.content.decode()
    assert "für alle Personen im Fall" in response.content.decode()
    assert land(case, "Anna", "Ben") == ["BY", "BY"]


def test_what_nobody_offered_is_not_shared(web: Client, case: Case) -> None:
    for scope in ("all", "everybody", ""):
        web.post(section(member(case, "Anna")), {"shown": "nationality", "nationality": "AM", "nationality.for": scope})
    assert not case.shared_answers.exists()
    assert "nationality" in answers_of(member(case, "Anna"))
    web.post(section(member(case, "Ben")), {"shown": "federal_state", "federal_state": "BY", "federal_state.for": "x"})
    assert land(case, "Anna", "Ben") == [None, "BY"]


def test_somebody_removed_between_reading_and_saving_is_told(
    web: Client, case: Case, counsellor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = member(case, "Ben")

    def slow(*args: Any, **kwargs: Any) -> None:
        if ben in list(case.persons.all()):
            remove_person(member(case, "Ben"), counsellor, fresh(case).version)
        save_answers(*args, **kwargs)

    monkeypatch.setattr("advisor.cases.keeping.save_answers", slow)
    data = {"shown": "federal_state", "federal_state": "BY", "federal_state.for": "own"}
    response = web.post(section(ben), data, headers={"origin": "http://testserver"})
    assert response.status_code == 409
    assert "gehört nicht mehr zum Fall" in response.content.decode()


def test_a_step_in_a_family_takes_no_more_queries_however_many_there_are(web: Client, counsellor: User) -> None:
    counts = []
    for reference, names in (("F-2", "AB"), ("F-6", "ABCDEF")):
        case = make_family(counsellor, reference, *names)
        for name in names:
            say(member(case, name), federal_state="NW", location="in_germany", current_status="duldung")
        say(member(case, "A"), "entry_mode", entry_mode="visa_free")
        send(web, member(case, "B"), "nationality", True, value="RU")
        ben = member(case, "B")
        with CaptureQueriesContext(connection) as own:
            assert send(web, ben, "nationality", True, value="AM") == 200
        with CaptureQueriesContext(connection) as shared:
            assert send(web, ben, "federal_state", True, value="BY", scope="all") == 200
        counts.append((_queries(own), _queries(shared)))
    assert counts[0] == counts[1]
    assert counts[0][0] <= 12
    assert counts[0][1] <= 15


def _queries(captured: CaptureQueriesContext) -> int:
    return sum("SAVEPOINT" not in query["sql"] for query in captured.captured_queries)


SCOPES = st.sampled_from([frozenset(), frozenset({"federal_state"})])
STATES = st.sampled_from([Answer("NW"), Answer("BY"), Answer(Gap.NOT_KNOWN), Answer(Gap.NOT_ASKED)])


@given(st.lists(st.tuples(STATES, SCOPES), max_size=6))
def test_what_is_said_to_hold_after_saving_is_what_holds(steps: list[tuple[Answer, frozenset[str]]]) -> None:
    """An own answer wins over a shared one; one that says nothing never does."""
    sharing = Sharing("Anna", 2, {}, {}, {})
    own: Answer | None = None
    shared: Answer | None = None
    for answer, for_all in steps:
        sharing = sharing.after({"federal_state": answer}, for_all)
        said = None if answer.value is Gap.NOT_ASKED else answer
        own, shared = (None, said) if for_all else (said, shared)
        assert sharing.answers.get("federal_state") == (own or shared)
        assert sharing.chosen(FEDERAL_STATE) == ("own" if own else "all")
    assert sharing.chosen(NATIONALITY) == ""
    assert sharing.chosen(LOCATION) == "own"


def test_what_is_read_with_the_others_beside_is_what_holds(case: Case) -> None:
    say(member(case, "Anna"), "federal_state", "location", federal_state="NW", location="in_germany")
    say(member(case, "Ben"), location="border_or_transit", nationality=["RU"])
    for name in ("Anna", "Ben", "Cem"):
        found = sharing_of(case, member(case, name))
        assert found is not None
        assert found.answers == answers_of(member(case, name))
        assert found.elsewhere == ({} if name == "Ben" else {"location": ("Ben",)})


def test_one_goes_on_where_an_answer_for_everybody_was_the_last(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Ada", "Ben", location="in_germany")
    ben = member(case, "Ben")
    say(ben, birth_date="2015")
    say(ben, "passport_state", passport_state="valid")
    assert last_answered(case) == (member(case, "Ada"), FACTS_BY_ID["passport_state"])
    assert last_answered(case, ben) == (ben, FACTS_BY_ID["passport_state"])
    say(ben, birth_date="2016")
    assert last_answered(case) == (ben, FACTS_BY_ID["birth_date"])

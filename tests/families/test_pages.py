"""The pages about the persons of a case: side by side, added, named, removed; nothing lost, nothing in an address."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.choices import Relation
from advisor.cases.family_matrix import matrix_of
from advisor.cases.models import Case, Person
from advisor.cases.sealing import label_of, relation_of
from advisor.cases.services import assessment_of, keep_assessment
from pathways.content.words import VERDICTS
from tests.families.household import make_family, member, say

pytestmark = pytest.mark.django_db
HERE = {"location": "in_germany", "federal_state": "NW", "last_entry_date": "2024-02"}


def at(name: str, case: Case, person: Person | None = None) -> str:
    """The address of a page about the case, or about one person in it."""
    return reverse(f"cases:{name}", args=(case.uuid, person.uuid) if person else (case.uuid,))


def hidden(page: str, name: str) -> str:
    """What a hidden field of the page holds."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    assert found, f"no field {name}"
    value = re.search(r'value="([^"]*)"', found.group())
    return unescape(value.group(1)) if value else ""


def text_of(client: Client, address: str, status: int = 200) -> str:
    """The page at an address."""
    response = client.get(address)
    assert response.status_code == status
    return str(response.content.decode())


def test_the_matrix_says_of_everybody_what_their_own_result_says(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", "Cem", **HERE, enforceably_required_to_leave=True)
    say(member(case, "Ben"), location="abroad_home_country", bmi_declaration="declared")
    say(member(case, "Cem"), current_status="duldung", hfk_stage="order_issued", criminal_record="declined")
    matrix = matrix_of(case)
    for column, person in enumerate(case.persons.all()):
        own = {result.pathway.cite: VERDICTS[result.verdict] for result in assessment_of(person).pathways}
        assert [row.cells[column].verdict for row in matrix.rows] == list(own.values())
        assert all(str(person.uuid) in row.cells[column].at for row in matrix.rows)


def test_the_matrix_can_be_read_without_its_colours(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", **HERE)
    page = text_of(web, at("persons", case))
    table = page[page.index("<table") : page.index("</table>")]
    assert table.count('scope="col"') == 3
    assert table.count('scope="row"') == 8
    assert "<caption>" in table
    words = [label.word for label in VERDICTS.values()]
    cells = re.findall(r"<td.*?</td>", table, re.DOTALL)
    assert len(cells) == 16
    assert all(any(word in cell for word in words) for cell in cells)


def test_as_many_queries_for_six_persons_as_for_two(web: Client, counsellor: User) -> None:
    counts = []
    for reference, names in (("F-2", ("Anna", "Ben")), ("F-6", ("Anna", "Ben", "Cem", "Dana", "Emil", "Fee"))):
        case = make_family(counsellor, reference, *names, **HERE)
        for name in names:
            say(member(case, name), current_status="duldung", asylum_history="rejected_final")
        text_of(web, at("persons", case))
        with CaptureQueriesContext(connection) as captured:
            text_of(web, at("persons", case))
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 16


def test_somebody_is_added_with_the_answers_that_were_chosen(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", **HERE)
    page = text_of(web, at("person_new", case))
    chosen = re.findall(r'<input[^>]*name="shared"[^>]*value="(\w+)"[^>]*>', page)
    ticked = [each for each in re.findall(r'<input[^>]*name="shared"[^>]*>', page) if "checked" in each]
    assert chosen == ["location", "federal_state", "last_entry_date"]
    assert len(ticked) == 2, "where somebody stays is offered, not presupposed"
    sent = {"label": " Ben ", "relation": "child", "shared": ["federal_state"], "was": hidden(page, "was")}
    assert web.post(at("person_new", case), sent)["Location"] == at("persons", case)
    case.refresh_from_db()
    ben = member(case, "Ben")
    assert relation_of(case, ben) is Relation.CHILD
    assert list(answers_of(ben)) == ["federal_state"]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        pytest.param({"label": "", "relation": "child"}, "Bitte eine Bezeichnung angeben", id="no name"),
        pytest.param({"label": "\u200b \u202e", "relation": ""}, "Bitte eine Bezeichnung angeben", id="invisible name"),
        pytest.param({"label": " ANNA ", "relation": ""}, "So heißt in diesem Fall schon jemand", id="taken name"),
        pytest.param({"label": "x" * 101, "relation": ""}, "höchstens 100 Zeichen", id="long name"),
        pytest.param({"label": "Ben", "relation": "aunt"}, "angebotenen Beziehungen", id="unknown relation"),
        pytest.param(
            {"label": "Ben", "shared": ["nationality"]}, "Bitte nur angebotene Antworten", id="what is never shared"
        ),
    ],
)
def test_what_cannot_be_taken_comes_back_with_what_was_typed(
    web: Client, counsellor: User, sent: dict[str, object], says: str
) -> None:
    case = make_family(counsellor, "F-1", "Anna", **HERE, nationality=["AM"])
    response = web.post(at("person_new", case), sent)
    assert response.status_code == 422
    page = response.content.decode()
    assert says in page
    assert unescape(page).count(str(sent["label"]).strip()[:100]) or not str(sent["label"]).strip()
    assert case.persons.count() == 1


def test_what_is_shared_is_shown_again_where_it_has_changed_meanwhile(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", **HERE)
    was = hidden(text_of(web, at("person_new", case)), "was")
    say(member(case, "Anna"), federal_state="BY")
    sent = {"label": "Ben", "relation": "child", "shared": ["federal_state"], "was": was}
    response = web.post(at("person_new", case), sent)
    assert response.status_code == 409
    page = response.content.decode()
    assert "Bayern" in page
    assert 'value="Ben"' in page
    assert case.persons.count() == 1
    assert web.post(at("person_new", case), {**sent, "was": hidden(page, "was")}).status_code == 302
    assert case.persons.count() == 2


def test_a_name_somebody_else_has_changed_meanwhile_is_not_overwritten_unseen(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    ben = member(case, "Ben")
    page = text_of(web, at("person_edit", case, ben))
    sent = {"label": "Benno", "relation": "child", "was": hidden(page, "was")}
    assert web.post(at("person_edit", case, ben), {**sent, "label": "B."}).status_code == 302
    response = web.post(at("person_edit", case, ben), sent)
    assert response.status_code == 409
    page = response.content.decode()
    assert "„B.“" in page
    assert 'value="Benno"' in page
    assert web.post(at("person_edit", case, ben), {**sent, "was": hidden(page, "was")}).status_code == 302
    assert {label_of(case, each) for each in case.persons.all()} == {"Anna", "Benno"}


def test_somebody_is_put_first_with_a_button(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    ben = member(case, "Ben")
    page = text_of(web, at("person_edit", case, ben))
    assert 'name="first"' in page
    assert 'name="first"' not in text_of(web, at("person_edit", case, member(case, "Anna")))
    web.post(at("person_edit", case, ben), {"label": "Ben", "relation": "child", "first": "1"})
    assert [label_of(case, each) for each in case.persons.all()] == ["Ben", "Anna"]
    assert relation_of(case, member(case, "Anna")) is Relation.PARENT


def test_removing_names_the_person_and_does_not_take_answers_given_meanwhile(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    ben = member(case, "Ben")
    page = text_of(web, at("person_remove", case, ben))
    assert "Ben entfernen" in page
    was = hidden(page, "was")
    say(ben, current_status="duldung")
    response = web.post(at("person_remove", case, ben), {"was": was})
    assert response.status_code == 409
    assert case.persons.count() == 2
    page = response.content.decode()
    assert "1 eigene Antwort von Ben" in page
    assert web.post(at("person_remove", case, ben), {"was": hidden(page, "was")})["Location"] == at("persons", case)
    assert [label_of(case, each) for each in case.persons.all()] == ["Anna"]


def test_why_somebody_stays_is_said_with_the_way_out(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    ben = member(case, "Ben")
    keep_assessment(ben, assessment_of(ben), answers_of(ben), counsellor)
    page = text_of(web, at("person_remove", case, ben))
    assert 'name="was"' not in page
    assert reverse("memo:kept", args=(case.uuid,)) in page
    assert reverse("lifecycle:state", args=(case.uuid,)) in page
    assert web.post(at("person_remove", case, ben), {"was": ""}).status_code == 422
    assert case.persons.count() == 2
    alone = make_family(counsellor, "F-2", "Dana")
    assert "immer mindestens eine Person" in text_of(web, at("person_remove", alone, alone.persons.get()))


def test_a_form_about_somebody_who_was_removed_says_so_and_keeps_what_was_typed(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    ben = member(case, "Ben")
    section = reverse("cases:section", args=(case.uuid, ben.uuid, "a"))
    web.post(at("person_remove", case, ben), {"was": hidden(text_of(web, at("person_remove", case, ben)), "was")})
    sent = {"shown": "location", "location": "in_germany", "location.note": "Brief vom 3. Mai"}
    response = web.post(section, sent, headers={"origin": "http://testserver"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "gehört nicht mehr zum Fall" in page
    assert "Brief vom 3. Mai" in page
    assert answers_of(member(case, "Anna")) == {}
    assert web.get(section).status_code == 404


def test_nobody_of_another_case_is_reached_by_way_of_this_one(web: Client, counsellor: User) -> None:
    case, other = make_family(counsellor, "F-1", "Anna", "Ben"), make_family(counsellor, "F-2", "Cem", "Dana")
    stranger = member(other, "Dana")
    for name in ("person_edit", "person_remove"):
        assert web.get(at(name, case, stranger)).status_code == 404
        assert web.post(at(name, case, stranger), {"label": "X", "was": ""}).status_code == 409
    assert other.persons.count() == 2
    assert label_of(other, member(other, "Dana")) == "Dana"


def test_no_name_stands_in_a_title_or_an_address(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Annamaria", "Benedikt", **HERE)
    ben = member(case, "Benedikt")
    pages = [at("persons", case), at("person_new", case), at("person_edit", case, ben), at("person_remove", case, ben)]
    pages += [reverse("cases:section", args=(case.uuid, ben.uuid, "a")), at("person_result", case, ben)]
    for address in pages:
        page = text_of(web, address)
        title = re.search(r"<title[^>]*>(.*?)</title>", page, re.DOTALL)
        assert title
        assert "Benedikt" not in title.group(1)
        assert not any(
            "Benedikt" in link or "Annamaria" in link for link in re.findall(r'(?:href|action)="([^"]*)"', page)
        )
        assert "Benedikt" in page or address == at("person_new", case)

"""The result page: deadlines first, every pathway with what it rests on, everything linked."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from pathways.content.words import marked
from pathways.law import LAW
from tests.factories import make_case, make_user, page_of

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from advisor.accounts.models import User
    from advisor.cases.models import Case

pytestmark = pytest.mark.django_db

FACTS = {
    "location": "in_germany",
    "nationality": ["RU"],
    "federal_state": "NW",
    "current_status": "duldung",
    "continuous_stay_since": "2018-03",
    "decision_kind": "abh_refusal_title",
    "decision_served_on": "2026-11-20",
    "asylum_history": "unknown",
    "criminal_record": "declined",
    "enforceably_required_to_leave": True,
}


def page(web: Client, case: Case) -> str:
    response = web.get(page_of("cases:person_result", case))
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.fixture
def full(counsellor: User) -> Case:
    """A case with a deadline, answers known, unknown and declined."""
    return make_case(counsellor, "F-2", **FACTS)


def test_a_case_without_answers_has_a_result(web: Client, case: Case) -> None:
    text = page(web, case)
    assert "Aus den bisherigen Antworten ergibt sich keine Frist." in text
    assert "nicht beantwortet" in text


def test_deadlines_come_first_and_say_how_they_were_counted(web: Client, full: Case) -> None:
    text = page(web, full)
    order = [
        text.index(f'id="{anchor}"')
        for anchor in ("fristen", "naechste-fragen", "andere-wege", "acht-wege", "gruppe-open")
    ]
    assert order == sorted(order)
    assert "20.12.2026" in text
    assert "dazu 1 Monat" in text


def test_every_pathway_has_a_part_to_link_to(web: Client, full: Case) -> None:
    text = page(web, full)
    for pathway in LAW.pathways:
        assert text.count(f'id="{pathway.id}"') == 1
        assert pathway.title in text


def test_links_within_the_page_lead_somewhere(web: Client, case: Case, full: Case) -> None:
    for shown in (case, full):
        text = page(web, shown)
        assert 'href="#gruppe-' in text
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(re.findall(r'\sid="([^"]+)"', text))


def test_ids_are_unique(web: Client, full: Case) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page(web, full))
    assert len(ids) == len(set(ids))


def test_answers_stand_in_words_and_lead_to_their_question(web: Client, full: Case) -> None:
    text = page(web, full)
    for fact_id in ("current_status", "asylum_history", "criminal_record"):
        fact = LAW.facts_by_id[fact_id]
        assert f"{page_of('cases:section', full, fact.section.lower())}#q-{fact_id}" in text
    assert "nicht bekannt" in text
    assert "möchte nicht sagen" in text


def test_what_nobody_has_checked_is_marked_in_words(web: Client, full: Case) -> None:
    text = page(web, full)
    assert "ungeprüft" in text
    assert "UNVERIFIED" not in text


def test_the_page_stays_light(web: Client, case: Case, full: Case) -> None:
    """An overview: what explains each criterion stands on the page of its pathway."""
    for shown in (case, full):
        assert len(page(web, shown)) < 330_000
    assert "result-tree" not in page(web, full)


def test_every_pathway_has_a_page_with_the_reasons(web: Client, full: Case) -> None:
    overview = page(web, full)
    for pathway in LAW.pathways:
        address = page_of("cases:pathway", full, pathway.id)
        assert f'href="{address}"' in overview
        response = web.get(address)
        assert response.status_code == 200
        text = response.content.decode()
        assert text.count("<h1") == 1
        assert "Begründung im Einzelnen" in text
        assert "Fallstricke" in text
        assert "UNVERIFIED" not in text


def test_the_page_of_a_pathway_names_every_criterion_with_its_proof(web: Client, full: Case) -> None:
    from advisor.cases.services import assessment_of

    text = unescape(web.get(page_of("cases:pathway", full, "p23a")).content.decode())
    findings = assessment_of(full.persons.get()).result("p23a").findings
    assert all(marked(finding.criterion.says) in text for finding in findings)
    assert all(proof in text for finding in findings for proof in finding.criterion.proof)


def test_a_pathway_that_does_not_exist_has_no_page(web: Client, full: Case) -> None:
    assert web.get(page_of("cases:pathway", full, "p99")).status_code == 404


def test_what_is_the_same_for_several_pathways_stands_there_once(web: Client, full: Case) -> None:
    text = page(web, full)
    assert text.count('id="gemeinsam"') == 1
    scope = next(c for c in LAW.pathway("p22_1").criteria if c.id == "g_scope")
    rows = re.findall(r'<th scope="row"[^>]*>\s*<span[^>]*>\s*([^<]+?)\s*</span>', text)
    assert rows.count(scope.says) == 1


def test_what_has_to_be_waived_stands_against_every_pathway_that_asks_it(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-3", location="in_germany", livelihood_secured="no")
    text = page(web, case)
    livelihood = next(c for c in LAW.pathway("p25_4_1").criteria if c.id == "g_livelihood")
    folded = text.split('id="p25_4_1"')[1].split("</details>")[0]
    against = folded.split("Spricht dagegen")[1].split("Noch offen")[0]
    assert livelihood.says in against


def test_the_procedure_of_the_land_stands_at_the_hardship_pathway(web: Client, full: Case, case: Case) -> None:
    for address in (
        page_of("cases:person_result", full),
        page_of("cases:pathway", full, "p23a"),
    ):
        text = web.get(address).content.decode()
        assert "Verfahren in diesem Land: Nordrhein-Westfalen" in text
        assert "ohne Datum" in text
        assert "nicht bekannt" in text
    assert "Verfahren in diesem Land" not in page(web, case)


def test_norms_lead_to_the_official_text(web: Client, full: Case) -> None:
    assert 'href="https://www.gesetze-im-internet.de/aufenthg_2004/__23a.html"' in page(web, full)


def test_disputes_show_both_positions(web: Client, full: Case) -> None:
    from advisor.cases.models import Person
    from advisor.cases.services import assessment_of

    person = Person.objects.get(case=full)
    text = page(web, full)
    disputes = [d for r in assessment_of(person).pathways for f in r.findings for d in f.disputes]
    assert disputes
    for dispute in disputes:
        assert all(position.text in text for position in dispute.positions)


def test_the_page_asks_the_database_the_same_few_times_whatever_was_answered(
    web: Client, case: Case, full: Case, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page(web, case)  # the first page of a session keeps when it began
    for shown in (case, full):
        # session, user, roles, person, answers, texts, what was kept, five for the log
        with django_assert_num_queries(12):
            page(web, shown)


def test_what_was_entered_is_shown_and_never_read_as_markup(web: Client, counsellor: User) -> None:
    assert "<script>alert" not in page(web, make_case(counsellor, "<script>alert(1)</script>", **FACTS))


def test_a_case_of_another_office_does_not_exist(web: Client) -> None:
    foreign = make_case(make_user("eve", "Beratung Süd"), "S-1")
    assert web.get(page_of("cases:pathway", foreign, "p23a")).status_code == 404
    for name in ("cases:result", "memo:preview"):
        assert web.get(reverse(name, args=(foreign.uuid,))).status_code == 404
    assert web.post(page_of("memo:pdf", foreign)).status_code == 404

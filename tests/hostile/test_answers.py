"""Every field of every question with what is no answer to it: refused beside the question, and nothing is changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.cases.models import Answer as Row
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS, Section
from pathways.engine.facts import Day, Fact, Gap, OneOf, SomeOf
from pathways.law.facts import FACTS
from tests.factories import page_of
from tests.hostile.checks import checked, everything, inert
from tests.hostile.inputs import FAR_DAYS, MARKUP, NO_DAYS, TEXTS
from tests.web.steps import HTMX, kept, section_address

pytestmark = pytest.mark.django_db

FIELDS = ("", ".gap", ".proof", ".note", ".failed")
# What somebody could take for an answer because another question has it.
CHOICES = sorted({choice.id for fact in FACTS if isinstance(fact, OneOf | SomeOf) for choice in fact.choices})
DAYS = [fact for fact in FACTS if isinstance(fact, Day)]


def choices(fact: Fact) -> set[str]:
    """What the fields of a question may hold; for a day two that it may not."""
    return set(fact.by_id) if isinstance(fact, OneOf | SomeOf) else {"yes", "no"}


def answer(web: Client, case: Case, fact: Fact, data: dict[str, Any]) -> int:
    """Send the fields of one question as htmx does; the status."""
    address = page_of("cases:answer", case, fact.section.lower(), fact.id)
    response = web.post(address, data, headers=HTMX)
    text = checked(response, 200, 422, part=True)
    assert (response.status_code == 422) is ("Nicht gespeichert." in text)
    return response.status_code


def readable(case: Case) -> bool:
    """Whether every row that is kept is an answer the law can read."""
    return Row.objects.filter(person__case=case).count() == len(kept(case))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_in_every_field_of_a_section(web: Client, answered: Case, text: str) -> None:
    before = kept(answered)
    for section in ALL_SECTIONS:
        data = {f"{fact.id}{field}": text for fact in section.facts for field in FIELDS}
        sent = {**data, "shown": [fact.id for fact in section.facts]}
        checked(web.post(section_address(answered, section.slug), sent), 302, 422)
    assert readable(answered)
    if text.strip():
        assert kept(answered) == before


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_a_text_that_is_refused_comes_back_as_text(web: Client, answered: Case, text: str) -> None:
    for section in ALL_SECTIONS:
        sent = {"shown": [fact.id for fact in section.facts], **{fact.id: text for fact in section.facts}}
        inert(checked(web.post(section_address(answered, section.slug), sent), 422), text)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_value_of_another_question_is_refused(web: Client, answered: Case, fact: Fact) -> None:
    before = everything()
    own = choices(fact)
    strangers = [choice for choice in CHOICES if choice not in own and choice not in {gap.value for gap in Gap}]
    for value in (strangers[FACTS.index(fact) % len(strangers)], *({"not_asked", "YES", " no"} - own)):
        assert answer(web, answered, fact, {fact.id: value}) == 422
    assert answer(web, answered, fact, {fact.id: [*sorted(own)[:1], strangers[0]]}) == 422
    assert everything() == before


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_several_answers_where_one_fits_are_refused(web: Client, answered: Case, fact: Fact) -> None:
    field = f"{fact.id}.gap" if isinstance(fact, Day) else fact.id
    first, second = sorted(choices(fact))[:2]
    before = everything()
    sent: list[dict[str, Any]] = [{field: ["unknown", "declined"]}, {field: [first, "unknown"]}]
    if not isinstance(fact, SomeOf):
        sent.append({field: [first, second]})
    for data in sent:
        assert answer(web, answered, fact, data) == 422
    assert everything() == before


@pytest.mark.parametrize(("field", "text"), [(".proof", "sealed"), (".note", "x" * 4001), (".note", "a\x00b")])
def test_an_answer_with_a_wrong_proof_or_note_is_not_kept_without_them(
    web: Client, answered: Case, field: str, text: str
) -> None:
    before = everything()
    for fact in FACTS[::10]:
        value = "2024" if isinstance(fact, Day) else min(choices(fact))
        assert answer(web, answered, fact, {fact.id: value, f"{fact.id}{field}": text}) == 422
    assert everything() == before


@pytest.mark.parametrize("day", NO_DAYS)
def test_what_is_no_day_is_refused(web: Client, answered: Case, day: str) -> None:
    before = everything()
    # Where a day is asked for, a month is enough.
    for fact in DAYS[::4] if day != "2026-01" else ():
        assert answer(web, answered, fact, {fact.id: day}) == 422
    assert everything() == before


@pytest.mark.parametrize("day", FAR_DAYS)
def test_days_at_the_ends_of_the_calendar_are_reckoned_with(web: Client, answered: Case, day: str) -> None:
    for section in ALL_SECTIONS:
        days = [fact.id for fact in section.facts if isinstance(fact, Day)]
        checked(web.post(section_address(answered, section.slug), {"shown": days, **dict.fromkeys(days, day)}), 302)
    assert {str(kept(answered)[fact.id].value) for fact in DAYS} == {day}
    for name in ("cases:person_result", "memo:person_preview", "cases:export"):
        checked(web.get(page_of(name, answered)), 200)


def test_what_was_not_on_the_page_is_not_read(web: Client, answered: Case) -> None:
    before = kept(answered)
    for shown in ([], ["sex", "__class__", "id", "'", "\x00"] * 100, [f"x{place}" for place in range(1500)]):
        sent = {"shown": shown, "location": "abroad_home_country", "criminal_record": "none", "case": 1, "by_id": 9}
        checked(web.post(section_address(answered, "b"), sent), 302)
    assert kept(answered) == before


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_button_names_a_question_of_the_page_or_does_nothing(web: Client, answered: Case, text: str) -> None:
    before = everything()
    for name in ("clear", "accept", "go"):
        response = web.post(section_address(answered, "a"), {name: text})
        checked(response, 302)
        assert (
            response.headers["Location"].partition("#")[0].startswith(page_of("cases:person_questionnaire", answered))
        )
        assert response.headers["Location"].isascii()
        assert len(response.headers["Location"]) < 200
    assert everything() == before


any_text = st.text(max_size=30) | st.sampled_from([*TEXTS.values(), *CHOICES, "yes", "no", "unknown", "declined"])


@st.composite
def forms(draw: st.DrawFn) -> tuple[Section, dict[str, list[str]]]:
    """A section and fields for it, of which some exist."""
    section = draw(st.sampled_from(ALL_SECTIONS))
    ids = [fact.id for fact in section.facts]
    names = st.builds(str.__add__, st.sampled_from(ids), st.sampled_from(FIELDS)) | st.text(max_size=9)
    names |= st.sampled_from(["clear", "accept", "go"])
    fields = draw(st.dictionaries(names, st.lists(any_text, max_size=3), max_size=12))
    return section, {**fields, "shown": draw(st.lists(st.sampled_from(ids), unique=True))}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=forms(), htmx=st.booleans())
def test_whatever_a_form_holds_is_kept_whole_or_refused(
    web: Client, answered: Case, form: tuple[Section, dict[str, list[str]]], htmx: bool
) -> None:
    section, fields = form
    checked(web.post(section_address(answered, section.slug), fields, headers=HTMX if htmx else {}), 302, 422)
    assert readable(answered)

"""What the persons mean for each other: what the answers call for, never more certain than they are, with cites."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.cases.choices import Relation
from advisor.cases.kinship import Kin, KinNote, kin_notes, of_age
from advisor.cases.standing import Standing
from pathways.engine.assess import Verdict
from pathways.engine.facts import OneOf, SomeOf, YesNo
from pathways.law import LAW
from pathways.law.effects import EFFECTS
from pathways.law.family_notes import FAMILY_NOTES
from tests.factories import answers

DAY = date(2026, 11, 22)
HARDSHIP: dict[str, Any] = {
    "location": "in_germany",
    "enforceably_required_to_leave": True,
    "hfk_stage": "order_issued",
    "urgent_reasons_23a": True,
    "removal_stage": "none",
    "criminal_record": "none",
    "free_movement_status": "none",
    "security_concern": "none",
    "asylum_history": "never",
    "entry_ban": "none",
}


def kin(name: str, relation: Relation | None = None, **facts: Any) -> Kin:
    """Somebody with these answers."""
    return Kin(uuid4(), name, relation, Standing(answers(**facts), DAY))


def about(notes: Sequence[KinNote], *words: str) -> list[KinNote]:
    """The notes that hold all of these words."""
    return [note for note in notes if all(word in note.says for word in words)]


def test_every_note_says_where_it_stands_and_whom_it_is_about() -> None:
    assert len({note.id for note in FAMILY_NOTES}) == len(FAMILY_NOTES)
    routes = {route.id: route for route in LAW.referrals}
    for note in FAMILY_NOTES:
        assert note.cite or routes[note.route].cite, note.id
        names = {name for _, name, _, _ in string.Formatter().parse(note.says) if name}
        assert names <= {"holder", "relative", "norms", "day"}
        assert "relative" in names
        assert ("norms" in names) is bool(note.pathways)
        assert ("day" in names) is bool(note.day)
        assert note.relations <= {relation.value for relation in Relation}


def test_what_a_title_gives_a_family_is_what_the_effects_say() -> None:
    said = {
        (pathway, e.text, e.cite) for pathway, found in EFFECTS.items() for e in found if e.topic == "Familiennachzug"
    }
    for relation in ("spouse", "child"):
        rows = [row for row in FAMILY_NOTES if row.pathways and row.relations == {relation}]
        assert {(pathway, row.says.split(": ", 1)[1], row.cite) for row in rows for pathway in row.pathways} == said


def test_a_candidate_title_is_to_be_checked_and_an_open_one_only_perhaps() -> None:
    anna = kin("Anna", **HARDSHIP)
    assert anna.standing.verdicts["p23a"] is Verdict.MET
    notes = kin_notes([anna, kin("Ben", Relation.SPOUSE)])
    (sure,) = [note for note in about(notes, "Bekommt Anna", "Ben") if note.is_sure]
    assert "§ 23a" in sure.says
    assert "§ 29 Abs. 3 AufenthG" in {cite.text for cite in sure.cite}
    assert about(notes, "Bekommt Ben", "Anna"), "Ben's own ways are open"
    assert not any(note.is_sure for note in about(notes, "Bekommt Ben"))


def test_a_title_out_of_reach_is_not_spoken_of() -> None:
    anna = kin("Anna", location="abroad_home_country")
    assert anna.standing.verdicts["p23a"] is Verdict.EXCLUDED
    assert not about(kin_notes([anna, kin("Ben", Relation.SPOUSE)]), "Bekommt Anna", "§ 23a Abs. 1")


@pytest.mark.parametrize(
    ("born", "sure"),
    [
        pytest.param({"birth_date": "2015-04-01"}, True, id="minor"),
        pytest.param({}, False, id="not asked"),
        pytest.param({"birth_date": "declined"}, False, id="declined"),
        pytest.param({"birth_date": "2008"}, False, id="perhaps"),
        pytest.param({"birth_date": "2001-04-01"}, None, id="adult"),
    ],
)
def test_a_child_counts_as_a_minor_only_where_that_is_known(born: dict[str, Any], sure: bool | None) -> None:
    found = about(kin_notes([kin("Anna", **HARDSHIP), kin("Ben", Relation.CHILD, **born)]), "§ 23a Abs. 1", "Ben")
    assert [note.is_sure for note in found] == ([] if sure is None else [sure])
    if sure is False:
        assert any(fact.id == "birth_date" and name == "Ben" for fact, name in found[0].missing) is (
            "2008" not in born.values()
        )


def test_coming_of_age_is_told_with_its_day_while_there_is_a_year_left() -> None:
    for born, day in (("2009-03-12", "12.03.2027"), ("2009-03", "01.03.2027 (frühestens)")):
        notes = kin_notes([kin("Anna"), kin("Ben", Relation.CHILD, birth_date=born)])
        (note,) = about(notes, "volljährig")
        assert note.is_sure
        assert f"Ben wird am {day} volljährig" in note.says
        assert {"§ 80 Abs. 1, 4 AufenthG", "BVerwG 8.12.2022 – 1 C 56.20"} <= {cite.text for cite in note.cite}
    assert not about(kin_notes([kin("Anna"), kin("Ben", Relation.CHILD, birth_date="2015-03-12")]), "volljährig")
    assert not about(kin_notes([kin("Anna"), kin("Ben", Relation.CHILD, birth_date="2000")]), "volljährig")


def test_the_birthday_is_that_of_a_minor() -> None:
    assert of_age(kin("Ben", birth_date="2009-03-12").standing.view) == date(2027, 3, 12)
    for born in ("2001-01-01", "2008", "unknown"):
        assert of_age(kin("Ben", birth_date=born).standing.view) is None


def test_protection_of_one_leads_to_the_question_of_the_other_until_it_is_answered() -> None:
    anna = kin("Anna", location="in_germany", asylum_history="recognised_refugee")
    (note,) = about(kin_notes([anna, kin("Ben", Relation.SPOUSE)]), "mit Flüchtlingsschutz oder Asyl")
    assert note.is_sure
    assert "Frist von drei Monaten" in note.warning
    answered = kin("Ben", Relation.SPOUSE, family_in_germany=["refugee"])
    assert not about(kin_notes([anna, answered]), "mit Flüchtlingsschutz oder Asyl")
    maybe = kin("Anna", asylum_history="recognised_refugee")
    assert not about(kin_notes([maybe, kin("Ben", Relation.SPOUSE)]), "mit Flüchtlingsschutz oder Asyl")


def test_parents_are_spoken_of_only_where_the_child_is_a_minor() -> None:
    child: dict[str, Any] = {"location": "in_germany", "asylum_history": "recognised_refugee"}
    minor = kin_notes([kin("Kind", birth_date="2012-01-01", **child), kin("Mutter", Relation.PARENT)])
    adult = kin_notes([kin("Kind", birth_date="1999-01-01", **child), kin("Mutter", Relation.PARENT)])
    assert about(minor, "Mutter", "Flüchtlingsschutz")
    assert not about(adult, "Mutter", "Flüchtlingsschutz")


def test_the_rest_of_the_family_is_named_in_the_declaration_or_is_asked_about() -> None:
    anna = kin("Anna", location="abroad_third_country", bmi_declaration="declared", declaration_role="main_person")
    named = kin("Ben", Relation.SPOUSE, bmi_declaration="declared", declaration_role="relative_named")
    left_out = kin("Cem", Relation.CHILD, bmi_declaration="declared", declaration_role="relative_not_named")
    unknown = kin("Dana", Relation.SIBLING)
    found = {(note.says.split("Ist ")[1].split(" darin")[0], note.is_sure) for note in
             about(kin_notes([anna, named, left_out, unknown]), "Aufnahmeerklärung")}  # fmt: skip
    assert ("Cem", True) in found
    assert ("Dana", False) in found
    assert "Ben" not in {name for name, _ in found}


def test_nothing_is_said_of_people_whose_relation_nobody_has_told() -> None:
    assert kin_notes([kin("Anna", **HARDSHIP), kin("Ben")]) == ()
    assert kin_notes([kin("Anna", **HARDSHIP)]) == ()


def test_what_holds_for_several_is_said_once() -> None:
    family = [kin("Anna", **HARDSHIP), kin("Ben", Relation.SPOUSE), kin("Cem", Relation.CHILD, birth_date="2015")]
    (note,) = [note for note in about(kin_notes(family), "Bekommt Anna", "§ 23a Abs. 1") if note.is_sure]
    assert "Ben und Cem" in note.says
    assert note.about == frozenset(each.uuid for each in family)


VALUES = {
    fact.id: [choice.id for choice in fact.choices] if isinstance(fact, OneOf)
    else [[choice.id] for choice in fact.choices] if isinstance(fact, SomeOf)
    else [True, False] if isinstance(fact, YesNo) else ["2009-05-05", "2008", "1980"]
    for fact in {
        fact for row in FAMILY_NOTES for each in (row.holder, row.relative, row.told) for fact in each.facts()
    }
}  # fmt: skip
SAID = st.fixed_dictionaries({}, optional={key: st.sampled_from(found) for key, found in sorted(VALUES.items())})


@given(SAID, SAID, st.sampled_from(list(Relation)), st.data())
def test_an_answer_declined_says_as_little_as_one_never_given(
    first: dict[str, Any], other: dict[str, Any], relation: Relation, data: st.DataObject
) -> None:
    if not other:
        return
    gone = data.draw(st.sampled_from(sorted(other)))
    ids: tuple[UUID, UUID] = (uuid4(), uuid4())

    def notes(facts: dict[str, Any]) -> set[tuple[str, bool]]:
        people = [
            Kin(ids[0], "Anna", None, Standing(answers(**first), DAY)),
            Kin(ids[1], "Ben", relation, Standing(answers(**facts), DAY)),
        ]
        return {(note.says, note.is_sure) for note in kin_notes(people)}

    without = {key: value for key, value in other.items() if key != gone}
    assert notes(without) == notes({**other, gone: "declined"})

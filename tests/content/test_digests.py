"""Which texts of the program a change of deadlines, effects or choices leaves behind: just those that speak of it."""

from __future__ import annotations

from dataclasses import replace

from pathways.content.builtin import built_in
from pathways.content.citing import touches
from pathways.content.markup import read
from pathways.content.slots import SLOTS, Subject, slot_id, subject_fingerprint
from pathways.engine.facts import Day
from pathways.engine.lawbook import Lawbook
from pathways.engine.routes import Due
from pathways.law import LAW
from pathways.law.effects import EFFECTS


def stale_names(lawbook: Lawbook = LAW, effects=EFFECTS) -> dict[str, set[str]]:
    """Which of the program's pathway texts another law leaves behind, by the name of the place."""
    found: dict[str, set[str]] = {}
    for text in built_in().values():
        slot = SLOTS[text.slot]
        cites = tuple(dict.fromkeys(cite for said in read(text.body)[0] for cite in said.cites))
        if subject_fingerprint(slot, cites, lawbook, effects) != text.fingerprint:
            found.setdefault(slot.name, set()).add(f"{slot.subject_kind}.{slot.subject_id}")
    return found


def test_a_deadline_moves_the_pathway_texts_that_cite_its_place_and_no_others() -> None:
    for deadline in LAW.deadlines:
        other = replace(deadline, due=(*deadline.due, Due(next(f for f in LAW.facts if isinstance(f, Day)))))
        law = replace(LAW, deadlines=tuple(other if each is deadline else each for each in LAW.deadlines))
        places = [cite for said in deadline.wordings for cite in said.cite]
        expected: dict[str, set[str]] = {}
        for text in built_in().values():
            slot = SLOTS[text.slot]
            cites = [cite for said in read(text.body)[0] for cite in said.cites]
            if slot.subject_kind is Subject.PATHWAY and any(touches(a, b) for a in cites for b in places):
                expected.setdefault(slot.name, set()).add(f"pathway.{slot.subject_id}")
        assert stale_names(law) == expected, deadline.id


def test_some_texts_speak_of_deadlines() -> None:
    law = replace(LAW, deadlines=())
    assert {"procedure", "pitfalls"} <= stale_names(law).keys()


def test_what_a_title_brings_moves_the_text_about_it_alone() -> None:
    first, *others = EFFECTS["p23a"]
    effects = {**EFFECTS, "p23a": (replace(first, text="Anders."), *others)}
    assert stale_names(effects=effects) == {"effects": {"pathway.p23a"}}


def test_another_label_of_a_choice_moves_the_texts_about_that_question_alone() -> None:
    for fact in LAW.facts:
        choices = getattr(fact, "choices", ())
        if choices and slot_id(Subject.FACT, fact.id, "help") in built_in():
            break
    other = replace(fact, choices=(replace(choices[0], label="anders"), *choices[1:]))
    law = replace(LAW, facts=tuple(other if each is fact else each for each in LAW.facts), asked_if=LAW.asked_if)
    assert {subject for names in stale_names(law).values() for subject in names} == {f"fact.{fact.id}"}

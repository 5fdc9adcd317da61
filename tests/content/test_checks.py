"""What keeps a text from being released, each with the place to mend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathways.content.checks import Trouble, blocking, faults
from pathways.content.slots import SLOTS, slots_of, subject_fingerprint
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW
from pathways.law.sources import aufenthg

HELP = SLOTS["criterion.p23a_enforceable.help"]
WHEN = SLOTS["pathway.p23a.when"]
PLAIN = SLOTS["pathway.p23a.plain"]
GOOD = "Das ist ein Satz. [[§ 58 Abs. 2 AufenthG]]"

BAD = {
    "unknown citation": (HELP, "Satz. [[§ 1 XG]]", Trouble.UNKNOWN_CITATION, 1),
    "typed": (HELP, f"{GOOD}\n\nSiehe § 58.", Trouble.TYPED_CITATION, 3),
    "typed in words": (HELP, f"{GOOD}\n\nSiehe Artikel 5.", Trouble.TYPED_CITATION, 3),
    "typed in bold": (HELP, f"{GOOD}\n\nSiehe Paragraph **58**.", Trouble.TYPED_CITATION, 3),
    "placeholder": (HELP, "Fragen Sie {amt}. [[Praxis]]", Trouble.UNKNOWN_PLACEHOLDER, 1),
    "no citation": (HELP, f"{GOOD}\n\nNoch ein Satz.", Trouble.NO_CITATION, 3),
    "only a citation": (HELP, "[[Praxis]]", Trouble.EMPTY, 1),
    "empty": (HELP, " \n", Trouble.EMPTY, 0),
    "no list": (WHEN, GOOD, Trouble.NO_LIST, 1),
    "too long": (HELP, f"{'Kurz ist gut. ' * 200}[[Praxis]]", Trouble.TOO_LONG, 0),
}


@pytest.mark.parametrize(("slot", "body", "kind", "place"), BAD.values(), ids=BAD)
def test_a_fault_blocks_and_says_where(slot, body, kind, place) -> None:
    assert [(fault.kind, fault.place) for fault in blocking(faults(slot, "de", body))] == [(kind, place)]


def test_a_good_text_has_no_fault() -> None:
    assert faults(HELP, "de", GOOD) == ()
    assert faults(WHEN, "de", f"- {GOOD}\n- {GOOD}") == ()


def test_a_hard_text_is_said_to_be_hard_and_may_still_be_released() -> None:
    body = "Aufenthaltserlaubniserteilungsvoraussetzungen konkretisieren Verwaltungsvorschriften. [[Praxis]]"
    (fault,) = faults(HELP, "de", body)
    assert (fault.kind, fault.blocks) == (Trouble.HARD_TO_READ, False)


def test_a_translation_waits_for_the_german() -> None:
    assert [fault.kind for fault in faults(PLAIN, "uk", GOOD)] == [Trouble.NO_GERMAN]
    assert faults(PLAIN, "uk", GOOD, others={"de"}) == ()
    assert [fault.kind for fault in faults(HELP, "uk", GOOD, others={"de"})] == [Trouble.LANGUAGE]


def test_a_source_that_is_gone_leaves_a_dead_anchor() -> None:
    (fault,) = faults(HELP, "de", "Satz. [[Weg, S. 1]]", cited_before={"Weg, S. 1"})
    assert fault.kind is Trouble.DEAD_ANCHOR


def test_a_place_that_no_rule_cites_is_named_and_does_not_block() -> None:
    found = faults(HELP, "de", "Das ist ein Satz. [[§ 9999 AufenthG]]")
    assert [(each.kind, each.place, each.blocks) for each in found] == [(Trouble.IN_NO_RULE, 1, False)]
    assert not faults(HELP, "de", GOOD)
    same = faults(HELP, "de", "Ein anderer Satz. [[§ 9999 AufenthG]]", cited_before={"§ 9999 AufenthG"})
    assert not same, "it was there before; nobody has to look it up once more"


def changed(criterion_id: str) -> Lawbook:
    """The law with one criterion that says something else."""
    pathways = tuple(
        replace(
            pathway,
            criteria=tuple(c.but(says="Anders.") if c.id == criterion_id else c for c in pathway.criteria),
        )
        for pathway in LAW.pathways
    )
    return Lawbook(
        facts=LAW.facts,
        asked_if=LAW.asked_if,
        pathways=pathways,
        deadlines=LAW.deadlines,
        referrals=LAW.referrals,
        changes=LAW.changes,
    )


def moved(lawbook: Lawbook, cites=()) -> set[str]:
    """The subjects whose texts hang on what has changed."""
    return {
        f"{slot.subject_kind}.{slot.subject_id}"
        for slot in SLOTS.values()
        if subject_fingerprint(slot, cites) != subject_fingerprint(slot, cites, lawbook)
    }


def test_an_own_criterion_moves_itself_and_its_pathway() -> None:
    assert moved(changed("p23a_enforceable")) == {"criterion.p23a_enforceable", "pathway.p23a"}


def test_a_general_criterion_moves_itself_and_the_pathway_texts_that_cite_it() -> None:
    general = next(c for c in LAW.pathway("p23a").criteria if c.id == "g_entry_ban")
    law = changed(general.id)
    assert moved(law) == {"criterion.g_entry_ban"}
    holders = {f"pathway.{p.id}" for p in LAW.pathways if any(c.id == general.id for c in p.criteria)}
    assert moved(law, general.cite[:1]) == {"criterion.g_entry_ban"} | holders
    assert moved(law, (aufenthg("104a"),)) == {"criterion.g_entry_ban"}


def test_the_same_law_moves_nothing_and_every_subject_has_its_slots() -> None:
    assert moved(changed("nobody")) == set()
    assert slots_of(LAW) == SLOTS
    assert {slot.subject_id for slot in SLOTS.values()} == {
        *(pathway.id for pathway in LAW.pathways),
        *(criterion.id for pathway in LAW.pathways for criterion in pathway.criteria),
        *(fact.id for fact in LAW.facts),
    }

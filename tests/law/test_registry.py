"""The whole law as data: its public ids, kinds and order, and that nothing in it lacks a sentence, a norm or a use."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest

from pathways.engine.citations import Citation
from pathways.engine.conditions import Condition
from pathways.engine.facts import Fact
from pathways.engine.pathway import Criterion, Dispute, Grant, Kind, Manner, Pathway, Rule
from pathways.law import LAW
from pathways.law.bars import DEROGATED
from pathways.law.deadlines import HINTS
from pathways.law.disputes import DISPUTES
from pathways.law.enforceable import ROWS
from pathways.law.indications import INDICATIONS
from pathways.law.referrals import STANDING_HINTS
from pathways.law.sources import SOURCES
from tests.law import catalogue_ids as catalogue

LETTERS = {
    Kind.MANDATORY: "M",
    Kind.BAR: "B",
    Kind.WAIVABLE: "W",
    Kind.RULE: "R",
    Kind.LAND: "L",
    Kind.EXTENSION: "X",
    Kind.FACTOR: "D",
    Kind.FORMAL: "F",
    Kind.INFO: "info",
}
GRANTS = {
    "p22_1": Grant.MAY,
    "p22_2": Grant.SHALL,
    "p23_1": Grant.MAY_ORDER,
    "p23a": Grant.MAY_ORDER,
    "p25_4_1": Grant.MAY,
    "p25_4_2": Grant.MAY,
    "p25_4a_1": Grant.SHOULD,
    "p25_4a_3": Grant.SHOULD,
}
AS_OF = date(2026, 11, 22)
CRITERIA = list({id(criterion): criterion for pathway in LAW.pathways for criterion in pathway.criteria}.values())
every_pathway = pytest.mark.parametrize("pathway", LAW.pathways, ids=lambda pathway: pathway.id)


def test_the_pathways_come_in_the_order_of_the_case_format() -> None:
    assert tuple(pathway.id for pathway in LAW.pathways) == catalogue.PATHWAYS


@every_pathway
def test_criteria_have_the_ids_kinds_and_order_of_the_catalogue(pathway: Pathway) -> None:
    found = dict.fromkeys((criterion.id, LETTERS[criterion.kind]) for criterion in pathway.criteria)  # editions: once
    assert list(found) == catalogue.criteria(pathway.id)


@every_pathway
def test_every_day_each_id_stands_once(pathway: Pathway) -> None:
    for day in (date(2005, 1, 1), date(2010, 1, 1), AS_OF):
        ids = [criterion.id for criterion in pathway.criteria if criterion.span.covers(day)]
        assert len(set(ids)) == len(ids)


@every_pathway
def test_the_norm_promises_what_the_case_format_says(pathway: Pathway) -> None:
    assert pathway.grant.at(AS_OF) is GRANTS[pathway.id]


def test_deadlines_and_referrals_are_those_of_the_catalogue() -> None:
    assert tuple(deadline.id for deadline in LAW.deadlines) == catalogue.DEADLINES
    assert tuple(dict.fromkeys(referral.id for referral in LAW.referrals)) == catalogue.REFERRALS
    assert tuple(hint.id for hint in STANDING_HINTS) == catalogue.STANDING_HINTS
    assert tuple(hint.id for hint in HINTS) == catalogue.DEADLINE_HINTS


def test_every_dispute_of_the_catalogue_holds_something_open_somewhere() -> None:
    shown = {entry.dispute.number for criterion in CRITERIA for entry in criterion.disputed}
    shown |= {c.contested.number for c in CRITERIA if isinstance(c.contested, Dispute)}
    shown |= {referral.dispute.number for referral in LAW.referrals if referral.dispute}
    assert tuple(dispute.number for dispute in DISPUTES) == catalogue.DISPUTES
    assert shown == set(catalogue.DISPUTES)


# Sentences and norms


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
def test_a_criterion_is_a_sentence_with_a_norm(criterion: Criterion) -> None:
    assert criterion.says.endswith(".")
    assert criterion.says[0].isupper()
    assert criterion.cite


def test_everything_cited_is_registered_and_says_a_place() -> None:
    for citation in citations():
        assert SOURCES[citation.source.key] is citation.source
        assert citation.text.strip()


def citations() -> Iterator[Citation]:
    for pathway in LAW.pathways:
        yield pathway.cite
    for criterion in CRITERIA:
        yield from criterion.cite + criterion.sources
        yield from criterion.waiver.cite if criterion.waiver else ()
        for remedy in criterion.remedies:
            yield from remedy.cite
        for point in criterion.speaks:
            yield from point.cite
    for deadline in LAW.deadlines:
        for wording in deadline.wordings:
            yield from wording.cite
    for hint in HINTS + STANDING_HINTS:
        yield from hint.cite
    for referral in LAW.referrals:
        yield from referral.cite
    for row in ROWS:
        yield from row.cite


def test_what_helps_names_its_norm() -> None:
    assert all(remedy.cite for criterion in CRITERIA for remedy in criterion.remedies)


@every_pathway
def test_requirements_of_section_5_name_their_waiver(pathway: Pathway) -> None:
    must = pathway.id.startswith("p25_4a")
    for criterion in pathway.criteria:
        if criterion.kind is not Kind.WAIVABLE:
            continue
        if criterion.id == "g_no_other_interest" and must:
            # § 5 Abs. 3 S. 1 skips Nr. 3: it stays.
            assert criterion.waiver is None
            continue
        assert criterion.waiver is not None
        assert criterion.waiver.manner is (Manner.MUST if must else Manner.MAY)
        section = "§ 5 Abs. 2 S. 2" if criterion.id == "g_visa" and not must else f"§ 5 Abs. 3 S. {1 if must else 2}"
        assert [citation.text for citation in criterion.waiver.cite] == [f"{section} AufenthG"]


UNCHECKED = {
    "p22_1_ground",
    "p22_2_from_abroad",
    "p22_2_ext",
    "p23_1_deadline",
    "p25_4_1_not_enforceable",
    "p25_4_1_reason",
    "p25_4_2_existing_permit",
    "p25_4_2_extraordinary_hardship",
    "p25_4a_1_victim",
    "p25_4a_1_reflection",
    "p25_4a_1_pending_asylum",
    "g_identity",
    "g_no_expulsion_interest",
    "g_visa",
    "g_security_bar",
    "g_entry_ban",
}


@pytest.mark.parametrize("criterion_id", sorted(UNCHECKED))
def test_what_nobody_has_checked_is_marked(criterion_id: str) -> None:
    # § 23a derogates from the bars: there nothing of theirs is said, so nothing has to be checked.
    criteria = [found for found in CRITERIA if found.id == criterion_id and found.rule is not DEROGATED]
    assert criteria
    assert all(is_marked(criterion) for criterion in criteria)


def is_marked(criterion: Criterion) -> bool:
    spans = [criterion.span, *(remedy.span for remedy in criterion.remedies)]
    return (
        bool(criterion.unverified)
        or "UNVERIFIED" in criterion.hint
        or any(span.unverified for span in spans)
        or any(citation.is_unverified for citation in criterion.cite + criterion.sources)
    )


# Facts

# Asked for the referral that prints it as a condition to check; the length of the marriage decides nothing here.
ONLY_PRINTED = {"marital_cohabitation_from"}


def test_every_fact_is_used() -> None:
    used = set(facts_of(conditions()))
    used |= {fact for criterion in CRITERIA for fact in criterion.considers}
    used |= {due.start for deadline in LAW.deadlines for due in deadline.due}
    assert {fact.id for fact in LAW.facts if fact not in used} == ONLY_PRINTED


def conditions() -> Iterator[Condition]:
    for pathway in LAW.pathways:
        yield from (row.when for row in pathway.modes)
    for criterion in CRITERIA:
        yield from demands(criterion)
        yield from (point.when for point in criterion.speaks)
        yield from () if criterion.trigger is None else (criterion.trigger,)
    for deadline in LAW.deadlines:
        yield deadline.when
        yield from (condition for due in deadline.due for condition, _ in due.instead)
    yield from (referral.when for referral in LAW.referrals)
    yield from (row.when for row in ROWS)
    yield from LAW.asked_if.values()


def demands(criterion: Criterion) -> Iterator[Condition]:
    for rule in (criterion.rule, criterion.in_extension):
        if isinstance(rule, Rule):
            yield from rule.conditions


def facts_of(several: Iterator[Condition]) -> Iterator[Fact]:
    return (fact for condition in several for fact in condition.facts())


def test_every_judgement_decides_a_criterion_or_speaks_for_or_against_one() -> None:
    decides = {fact for criterion in CRITERIA for fact in facts_of(demands(criterion))}
    speaks = {fact for point in INDICATIONS for fact in point.when.facts()}
    speaks |= {fact for criterion in CRITERIA for point in criterion.speaks for fact in point.when.facts()}
    assert {fact.id for fact in LAW.facts if fact.judgement} <= {fact.id for fact in decides | speaks}


# Files


@every_pathway
def test_a_pathway_imports_no_other(pathway: Pathway) -> None:
    name = f"s{pathway.id.removeprefix('p')}"
    tree = ast.parse(inspect.getsource(import_module(f"pathways.law.{name}")))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    others = {module for module in imported if re.fullmatch(r"pathways\.law\.s2\w+", module)}
    assert all(module.startswith(f"pathways.law.{name}") for module in others)

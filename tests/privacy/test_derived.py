"""What the documents say is read from the product: nothing of it can be forgotten or be of yesterday."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import BinaryField

from advisor.accounts.models import Role
from advisor.policies import GRANTED, Permission
from advisor.privacy import classification, kept, measures, recipients, risks
from advisor.privacy.classification import Category, Incomplete, classified, special_facts
from advisor.privacy.necessity import needs_of
from pathways.engine.agenda import uses
from pathways.engine.citations import joined
from pathways.law import LAW

PROMISES = set(range(1, 19))


@pytest.fixture
def parsed() -> dict[str, dict[str, Any]]:
    """The file of classes, to be spoiled."""
    text = Path(classification.__file__).with_name("classification.toml").read_text(encoding="utf-8")
    return copy.deepcopy(tomllib.loads(text))


def test_every_question_has_a_class() -> None:
    assert classified().keys() == LAW.facts_by_id.keys()


def test_a_question_without_a_class_is_an_error(parsed: dict[str, dict[str, Any]]) -> None:
    del parsed["A"]["location"]
    with pytest.raises(Incomplete, match="location"):
        classification.read(parsed)


def test_a_class_without_a_question_is_an_error(parsed: dict[str, dict[str, Any]]) -> None:
    parsed["B"]["location"] = parsed["A"].pop("location")
    with pytest.raises(Incomplete, match="location"):
        classification.read(parsed)


@pytest.mark.parametrize(
    "entry", [{"asks": ["wealth"]}, {"ask": ["health"]}, {"asks": ["health"], "reveals": ["health"]}]
)
def test_a_word_nobody_knows_is_an_error(parsed: dict[str, dict[str, Any]], entry: dict[str, Any]) -> None:
    parsed["A"]["location"] = entry
    with pytest.raises(Incomplete, match="location"):
        classification.read(parsed)


@pytest.mark.parametrize(
    ("category", "facts"),
    [
        (Category.HEALTH, {"medical_evidence", "ill_person", "treatment_elsewhere", "care_dependency"}),
        (Category.CRIME, {"criminal_record", "pending_criminal_case", "relative_convicted", "security_concern"}),
        (Category.POLITICS, {"political_profile", "feared_harm"}),
        (Category.BELIEF, {"feared_harm"}),
        (Category.ORIGIN, {"feared_harm", "nationality"}),
        (Category.SEX, {"feared_harm", "exploitation_form"}),
    ],
)
def test_what_is_plainly_special_is_classed_so(category: Category, facts: set[str]) -> None:
    assert facts <= {fact.id for fact in special_facts(category)}


def test_each_criterion_that_reads_an_answer_is_named_with_its_norm() -> None:
    needs = needs_of()
    for fact_id, entries in uses(LAW).items():
        said = {(need.says, need.norm) for need in needs[fact_id]}
        assert {(entry.criterion.says, joined(entry.criterion.cite)) for entry in entries} <= said


def test_what_decides_is_told_from_what_is_weighed() -> None:
    needs = {need.says: need.decides for need in needs_of()["decision_served_on"]}
    assert needs["Frist erkennen: Rechtsbehelf gegen den Bescheid"] is False
    assert any(need.decides for need in needs_of()["location"])


def test_every_row_of_the_database_is_described() -> None:
    there = {model._meta.label for model in apps.get_models()}
    assert there == kept.KEPT.keys() | kept.NOT_USED


def test_what_is_called_sealed_has_a_sealed_field_or_holds_keys() -> None:
    sealed = {label for label, entry in kept.KEPT.items() if entry.sealed}
    binary = {
        model._meta.label
        for model in apps.get_models()
        if any(isinstance(field, BinaryField) for field in model._meta.fields)
    }
    # The library keeps secrets of second factors as text, which its adapter seals; a chain and a release hold digests
    # only, a letterhead the logo of the office.
    # Of a case most stands in clear; which part is sealed is said in words.
    assert "verschlüsselt" in kept.KEPT["cases.Case"].what
    assert sealed - {"mfa.Authenticator"} == binary - {
        "logbook.Chain",
        "cases.Case",
        "memo.Release",
        "memo.OfficeLetterhead",
    }


def test_every_permission_has_words_and_every_role_its_permissions() -> None:
    assert recipients.WORDS.keys() == set(Permission)
    table = {str(role): set(may) for role, may in recipients.roles().rows}
    for role in Role:
        assert table[role.label] == ({recipients.WORDS[each] for each in GRANTED[role]} or {"derzeit nichts"})


def test_who_reads_follows_the_roles() -> None:
    assert set(recipients.readers()) == {Role.COUNSELLOR.label, Role.VOLUNTEER.label, Role.RELEASER.label}


def test_measures_keep_every_promise() -> None:
    assert {number for measure in measures.measures() for number in measure.promises} == PROMISES


def test_the_promises_are_those_of_the_list() -> None:
    listed = Path(settings.BASE_DIR) / measures.SOURCE
    heads = [line.split()[1] for line in listed.read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
    assert [head for head in heads if head.isdecimal()] == [str(number) for number in sorted(PROMISES)]


def test_each_risk_names_measures_there_are_and_what_remains() -> None:
    ids = [measure.id for measure in measures.measures()]
    assert len(ids) == len(set(ids))
    for risk in risks.RISKS:
        assert risk.against
        assert set(risk.against) <= set(ids)
        assert risk.remains


def test_measures_say_what_this_installation_is_set_to(settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED, settings.SESSION_IDLE_AGE = False, 7 * 60
    said = " ".join(measure.text for measure in measures.measures())
    assert "NICHT Pflicht" in said
    assert "Nach 7 Minuten" in said

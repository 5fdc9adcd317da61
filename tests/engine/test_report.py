"""The public forms: the assessment with exactly its keys, and a case that reads back as it was written."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pathways.engine.casefile import CaseFile, read_case
from pathways.engine.consultation import consult
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Gap, Proof, Value
from pathways.engine.fingerprint import law_version
from pathways.engine.report import case_file, report
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, answers, as_answers, case_days, relaxed, values
from tests.engine.toy_law import FIRST_MET, LAWBOOK

DAY = PartialDay.parse
REPORT = ["format", "reference", "as_of", "law_version"]
REPORT += ["pathways", "deadlines", "referrals", "warnings", "next_questions"]
PATHWAY = ["id", "title", "citation", "grant", "mode", "verdict", "exception_needed", "decisive"]
PATHWAY += ["waivers_needed", "disputed", "ripens", "criteria"]
CRITERION = ["id", "kind", "state", "citation", "facts", "open_facts", "for", "against"]


def reported(as_of: date = TODAY, /, **changes: Value) -> dict[str, Any]:
    return report(consult(LAWBOOK, as_answers({**FIRST_MET, **changes}), as_of, "A-1"), LAWBOOK)


def pathway(document: dict[str, Any], pathway_id: str = "plot") -> dict[str, Any]:
    return next(entry for entry in document["pathways"] if entry["id"] == pathway_id)


def criterion(document: dict[str, Any], criterion_id: str) -> dict[str, Any]:
    return next(entry for entry in pathway(document)["criteria"] if entry["id"] == criterion_id)


@relaxed
@given(answers(), case_days, st.none() | st.just("A-1"))
def test_every_key_is_always_there_and_no_other(given_answers: dict[str, Answer], day: date, key: str | None) -> None:
    document = report(consult(LAWBOOK, given_answers, day, key), LAWBOOK)

    assert list(document) == REPORT
    assert (document["reference"], document["as_of"]) == (key, day.isoformat())
    for entry in document["pathways"]:
        assert list(entry) == PATHWAY
        assert all(list(found) == CRITERION for found in entry["criteria"])
        assert all(list(waiver) == ["criterion", "waiver", "citation"] for waiver in entry["waivers_needed"])
        assert all(list(held) == ["dispute", "criterion", "positions"] for held in entry["disputed"])
        points = [point for found in entry["criteria"] for point in found["for"] + found["against"]]
        assert all(list(point) == ["id", "text", "citation"] for point in points)
    assert all(list(due) == ["id", "date", "what", "citation", "urgency"] for due in document["deadlines"])
    for raised in document["referrals"] + document["warnings"]:
        assert list(raised) == ["id", "citation", "because"]


@relaxed
@given(answers(), case_days)
def test_facts_stand_in_the_order_of_the_vocabulary_and_open_ones_among_them(
    given_answers: dict[str, Answer], day: date
) -> None:
    document = report(consult(LAWBOOK, given_answers, day), LAWBOOK)
    for entry in document["pathways"]:
        for found in entry["criteria"]:
            assert found["facts"] == sorted(found["facts"], key=LAWBOOK.rank.__getitem__)
            assert found["open_facts"] == [fact for fact in found["facts"] if fact in found["open_facts"]]
            assert found["state"] == "open" or found["open_facts"] == []


def test_the_same_case_gives_the_same_bytes() -> None:
    once, again = (json.dumps(reported(need=False), ensure_ascii=False) for _ in range(2))

    assert once == again


def test_a_pathway_is_reported_in_the_public_words() -> None:
    document = reported(resident=False, fee_paid=False, card_state="lost", neighbour="town")

    assert document["law_version"] == law_version(LAWBOOK)
    assert {key: value for key, value in pathway(document).items() if key != "criteria"} == {
        "id": "plot",
        "title": "Gartenpacht",
        "citation": "§ 3 GartO",
        "grant": "should",
        "mode": "first_grant",
        "verdict": "excluded",
        "exception_needed": False,
        "decisive": ["resident"],
        "waivers_needed": [
            {"criterion": "fee", "waiver": "may", "citation": "§ 14 Abs. 2 GartO"},
            {"criterion": "card", "waiver": "must", "citation": "§ 15 Abs. 3 GartO"},
        ],
        "disputed": [{"dispute": 1, "criterion": "g_scope", "positions": ["Sie gilt.", "Sie gilt nicht."]}],
        "ripens": None,
    }


def test_a_criterion_is_reported_in_the_public_words() -> None:
    document = reported(reasons=frozenset({"hobby"}))

    assert criterion(document, "need") == {
        "id": "need",
        "kind": "mandatory",
        "state": "yes",
        "citation": "§ 4 GartO [UNVERIFIED]",
        "facts": ["need"],
        "open_facts": [],
        "for": [],
        "against": [{"id": "A-1", "text": "nur Liebhaberei", "citation": ""}],
    }
    assert criterion(document, "card")["citation"] == "§ 15 GartO; § 16 GartO"
    assert criterion(document, "card")["facts"] == ["card_valid", "card_state"]


def test_a_day_to_come_is_reported_as_ripens() -> None:
    assert pathway(reported(birth=DAY("2010-03-01")))["ripens"] == "2028-03-01"


def test_outside_every_edition_mode_is_null_and_the_lists_are_empty() -> None:
    entry = pathway(reported(date(2026, 1, 1)), "loan")

    assert (entry["verdict"], entry["mode"], entry["grant"]) == ("not_in_force", None, "shall")
    assert not any(entry[key] for key in ("decisive", "waivers_needed", "disputed", "criteria", "exception_needed"))


def test_deadlines_routes_and_warnings_are_reported_in_the_public_words() -> None:
    known: dict[str, Value] = {"stage": "refused", "served_on": DAY("2024-02-20"), "reasons": frozenset({"hobby"})}
    document = reported(**known, holds="plot")

    assert document["deadlines"] == [
        {
            "id": "d_reply",
            "date": "2024-03-20",
            "what": "Widerspruch beim Gartenamt",
            "citation": "§ 40 GartO",
            "urgency": "medium",
        }
    ]
    assert document["referrals"] == [
        {"id": "r_balcony", "citation": "§ 50 GartO", "because": ["reasons", "other_plot"]}
    ]
    assert document["warnings"] == [{"id": "g_lapse", "citation": "§ 20 GartO", "because": ["holds"]}]
    assert document["next_questions"] == ["new_reasons"]


notes = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
detailed = st.fixed_dictionaries(
    {},
    optional={
        fact.id: st.builds(Answer, values(fact) | st.sampled_from(Gap), st.none() | st.sampled_from(Proof), notes)
        for fact in f.FACTS
    },
)
references = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100)


@relaxed
@given(detailed, st.none() | st.dates(), references)
def test_a_case_reads_back_as_it_was_written(
    given_answers: dict[str, Answer], as_of: date | None, reference: str | None
) -> None:
    said = {
        fact_id: answer
        for fact_id, answer in given_answers.items()
        if answer.value is not Gap.NOT_ASKED or answer.proof or answer.note
    }
    document = case_file(CaseFile(given_answers, as_of, reference))
    case = read_case(json.dumps(document, ensure_ascii=False).encode(), f.BY_ID)

    assert case == CaseFile(said, as_of, reference)
    assert case_file(case) == document


def test_a_written_case_holds_only_what_there_is() -> None:
    assert case_file(CaseFile({"need": Answer(Gap.NOT_ASKED)})) == {"format": "wegweiser-case/1", "facts": {}}
    assert case_file(CaseFile({"reasons": Answer(frozenset({"hobby", "family"}), Proof.TOLD)}, TODAY, "A-1")) == {
        "format": "wegweiser-case/1",
        "reference": "A-1",
        "as_of": "2024-02-29",
        "facts": {"reasons": ["family", "hobby"]},
        "details": {"reasons": {"proof": "told"}},
    }

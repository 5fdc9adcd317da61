"""What to ask next: best first, nothing twice, nothing that cannot be asked yet."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from pathways.engine.agenda import deciding_facts, next_questions, uses, weighed_facts
from pathways.engine.assess import assess
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Answers, Gap, Value
from pathways.engine.relevance import Relevance
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, answers, as_answers, relaxed
from tests.engine.toy_law import FIRST_MET, LAWBOOK, PLOT

RELEVANCE = Relevance(f.FACTS, f.ASKED_IF)


def asked_next(given_answers: Answers, as_of: date = TODAY) -> list[str]:
    view = RELEVANCE.view(given_answers, as_of)
    results = [assess(pathway, view) for pathway in LAWBOOK.pathways]
    return [fact.id for fact in next_questions(LAWBOOK, RELEVANCE, results, given_answers, view)]


def met_without(*gone: str, **more: Value | Gap) -> dict[str, Answer]:
    """The case that is met, with some questions not asked; the loan is excluded by the plot."""
    known = {fact_id: value for fact_id, value in FIRST_MET.items() if fact_id not in gone}
    return as_answers(known) | {"holds": Answer("loan")} | {fact_id: Answer(value) for fact_id, value in more.items()}


def test_pathways_minus_burden_decides_and_the_vocabulary_breaks_ties() -> None:
    # Of two pathways other_plot and neighbour, of one the rest; burden: birth 1, need 2, banned and offence 3.
    assert asked_next({}) == [
        "other_plot",
        "neighbour",
        "resident",
        "holds",
        "stage",
        "member_since",
        "waits_since",
        "district_full",
        "birth",
        "need",
        "banned",
        "offence",
    ]


def test_only_open_pathways_ask() -> None:
    assert asked_next(met_without()) == []
    assert asked_next(met_without("need")) == ["need"]
    assert asked_next(met_without("need", resident=False)) == []
    assert "member_since" not in asked_next({}, date(2026, 1, 1))


def test_only_criteria_that_count_ask() -> None:
    assert not {"fee_paid", "card_valid", "card_state", "form_filled", "reasons"} & set(asked_next({}))


def test_an_answer_that_is_not_known_or_declined_does_not_come_back() -> None:
    for gap in (Gap.NOT_KNOWN, Gap.DECLINED):
        assert asked_next(met_without("need", need=gap)) == []
    assert asked_next(met_without("need", need=Gap.NOT_ASKED)) == ["need"]


def test_a_day_known_too_vaguely_is_not_asked_again() -> None:
    assert asked_next(met_without(birth=PartialDay.parse("2006"))) == []


def test_a_question_that_cannot_be_asked_yet_sends_ahead_what_it_waits_for() -> None:
    assert asked_next(met_without("stage")) == ["stage"]
    assert asked_next(met_without(stage="refused")) == ["new_reasons"]
    assert asked_next(met_without(stage=Gap.NOT_KNOWN)) == []


def test_a_vague_title_is_asked_about_while_it_softens() -> None:
    known = met_without("request", resident=False, lease_runs=True)
    del known["holds"]

    assert asked_next(known)[0] == "holds"


@relaxed
@given(answers())
def test_what_is_asked_next_is_open_unasked_and_never_twice(given_answers: Answers) -> None:
    view = RELEVANCE.view(given_answers, TODAY)
    asked = asked_next(given_answers)

    assert len(asked) == len(set(asked))
    for fact_id in asked:
        assert fact_id not in view.values
        assert given_answers.get(fact_id, Answer(Gap.NOT_ASKED)).value is Gap.NOT_ASKED
        assert RELEVANCE.is_asked(f.BY_ID[fact_id], view)


def test_each_fact_names_the_criteria_that_need_it() -> None:
    used = uses(LAWBOOK)

    assert [(use.pathway.id, use.criterion.id, use.decides) for use in used["other_plot"]] == [
        ("plot", "no_other", True),
        ("loan", "loan_no_other", True),
    ]
    assert [(use.criterion.id, use.decides) for use in used["reasons"]] == [("need", False)]
    assert [(use.criterion.id, use.decides) for use in used["still_used"]] == [("need", True), ("used", True)]
    assert used["served_on"] == ()
    assert set(used) == set(f.BY_ID)


def test_deciding_and_weighed_facts_are_told_apart() -> None:
    need = PLOT.criterion("need")

    assert deciding_facts(need) == {f.NEED, f.STILL_USED}
    assert weighed_facts(need) == {f.REASONS, f.WAITS_SINCE}

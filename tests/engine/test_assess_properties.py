"""What holds for every case: verdicts follow from states, settled ones last, open ones say what can move them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from hypothesis import assume, given

from pathways.engine.assess import Finding, Verdict, assess, mode_row, verdict_of
from pathways.engine.conditions import ALWAYS, View
from pathways.engine.days import PartialDay
from pathways.engine.facts import Day, Fact, OneOf, Value, YesNo
from pathways.engine.pathway import EXCLUDING, Kind, Pathway
from pathways.engine.relevance import CaseView, Relevance
from pathways.engine.truth import Truth
from tests.engine import toy_facts as f
from tests.engine.strategies import learned, relaxed, views
from tests.engine.toy_law import LAWBOOK

RELEVANCE = Relevance(f.FACTS, f.ASKED_IF)
SETTLED = {Verdict.EXCLUDED, Verdict.EXCEPTION, Verdict.MET}
# Long past, just past and still to come.
DAYS = tuple(PartialDay.parse(text) for text in ("1990-01-01", "2017-12-31", "2027-12-31"))


@relaxed
@given(views())
def test_the_verdict_alone_is_that_of_the_whole_assessment(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        assert verdict_of(pathway, view) is assess(pathway, view).verdict


@relaxed
@given(views())
def test_the_verdict_follows_from_the_states(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        result = assess(pathway, view)
        against = {f.criterion.kind for f in result.findings if f.state is Truth.NO}
        open_kinds = {f.criterion.kind for f in result.findings if f.state is Truth.OPEN}
        match result.verdict:
            case Verdict.EXCLUDED:
                assert against & EXCLUDING
                assert result.decisive
            case Verdict.OPEN:
                assert not against & EXCLUDING
                assert result.open_findings
            case Verdict.EXCEPTION:
                assert Kind.RULE in against
                assert not against & EXCLUDING
            case Verdict.MET:
                assert not against - {Kind.WAIVABLE}
                assert open_kinds <= {Kind.WAIVABLE, Kind.FACTOR, Kind.FORMAL, Kind.INFO}


@relaxed
@given(learned())
def test_learning_more_overturns_no_settled_verdict_in_the_same_row(cases: tuple[CaseView, CaseView]) -> None:
    before, after = (RELEVANCE.view_of_values(view.values, view.as_of) for view in cases)
    for pathway in LAWBOOK.pathways:
        assume(mode_row(pathway, before) == mode_row(pathway, after))
        verdict = verdict_of(pathway, before)
        assert verdict not in SETTLED or verdict_of(pathway, after) is verdict


@relaxed
@given(views())
def test_without_answers_nothing_is_excluded_or_met(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        assert verdict_of(pathway, CaseView({}, view.as_of)) in (Verdict.OPEN, Verdict.NOT_IN_FORCE)


@relaxed
@given(views())
def test_an_open_criterion_names_what_keeps_it_open(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        for finding in assess(pathway, view).open_findings:
            assert finding.open_facts or finding.disputes or finding.remedies or _waits_for_others(finding)


@relaxed
@given(views())
def test_each_open_fact_can_still_change_the_state(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        for finding in assess(pathway, view).open_findings:
            assert finding.open_facts <= finding.facts
            for fact in finding.open_facts - {pathway.title_norm}:
                assert _can_move(pathway, finding, fact, view), (finding.criterion.id, fact)


@relaxed
@given(views())
def test_no_open_fact_is_answered_exactly(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        for finding in assess(pathway, view).findings:
            for fact in finding.open_facts - {pathway.title_norm}:
                value = view.values.get(fact.id)
                assert value is None or (isinstance(value, PartialDay) and not value.is_exact)


@relaxed
@given(views())
def test_removing_an_answer_never_excludes_in_the_same_row(view: CaseView) -> None:
    for pathway in LAWBOOK.pathways:
        verdict = verdict_of(pathway, view)
        for gone in view.values:
            less = CaseView({fact_id: value for fact_id, value in view.values.items() if fact_id != gone}, view.as_of)
            if verdict is not Verdict.EXCLUDED and mode_row(pathway, less) == mode_row(pathway, view):
                assert verdict_of(pathway, less) is not Verdict.EXCLUDED


def _waits_for_others(finding: Finding) -> bool:
    """A step that can still be taken, or a ground of Land law: open although every question is answered."""
    return finding.criterion.kind is Kind.LAND or (finding.rule is not None and finding.rule.fails_on is not None)


def _can_move(pathway: Pathway, finding: Finding, fact: Fact, view: View) -> bool:
    """Whether some answer to this question, beside some answers to the other open ones, gives another state."""
    others = finding.open_facts - {fact}
    for rest in product(*(_possible(other) for other in others)):
        known = {**view.values, **{other.id: value for other, value in zip(others, rest, strict=True)}}
        states = {_state(pathway, finding, {**known, fact.id: value}, view) for value in _possible(fact)}
        if states != {_state(pathway, finding, known, view)}:
            return True
    return False


def _state(pathway: Pathway, finding: Finding, values: Mapping[str, Value], view: View) -> Truth:
    """The state of the criterion alone, in the mode of the case; an unknown title is taken for another one."""
    row = replace(mode_row(pathway, view), when=ALWAYS, softens=False)
    alone = replace(pathway, criteria=(finding.criterion,), modes=(row,))
    return assess(alone, CaseView(values, view.as_of)).findings[0].state


def _possible(fact: Fact) -> tuple[Value, ...]:
    match fact:
        case YesNo():
            return (True, False)
        case OneOf():
            return tuple(fact.by_id)
        case Day():
            return DAYS
    raise TypeError(fact.kind)

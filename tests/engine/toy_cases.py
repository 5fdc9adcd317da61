"""Cases under the toy law: one that is met, with some answers changed."""

from __future__ import annotations

from pathways.engine.assess import PathwayResult, assess
from pathways.engine.facts import Value
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from tests.engine.strategies import TODAY
from tests.engine.toy_law import EXTENSION_MET, FIRST_MET, PLOT


def changed(base: dict[str, Value], **changes: Value | None) -> CaseView:
    """The case with some answers changed, or taken away by None."""
    values = {**base, **changes}
    return CaseView({fact_id: value for fact_id, value in values.items() if value is not None}, TODAY)


def first(**changes: Value | None) -> PathwayResult:
    return assess(PLOT, changed(FIRST_MET, **changes))


def renewal(**changes: Value | None) -> PathwayResult:
    return assess(PLOT, changed(EXTENSION_MET, **changes))


def state(result: PathwayResult, criterion_id: str) -> Truth:
    finding = result.finding(criterion_id)
    assert finding is not None
    return finding.state

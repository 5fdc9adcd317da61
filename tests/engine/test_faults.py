"""Every kind of fault can be said in both languages with what was found."""

from __future__ import annotations

from string import Formatter

import pytest

from pathways.engine.faults import Finding, Wrong


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("wrong", Wrong, ids=lambda wrong: wrong.name)
def test_a_fault_can_be_said_in_both_languages(wrong: Wrong) -> None:
    # Reasons come from elsewhere and are there in English only.
    assert places(wrong.value.en) - places(wrong.value.de) <= {"reason"}
    assert places(wrong.value.de) <= places(wrong.value.en)


def test_what_was_meant_is_said_in_both_languages() -> None:
    finding = Finding(Wrong.UNKNOWN_FACT, meant="location")

    assert finding.en == 'is not a known fact; did you mean "location"?'
    assert finding.de == "ist keine bekannte Frage; gemeint ist vielleicht „location“"

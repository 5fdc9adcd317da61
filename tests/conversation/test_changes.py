"""What is said about a change: only what has changed, with the reason the rules give and its place in the law."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from advisor.cases.changes import About, changes
from advisor.cases.standing import Standing
from pathways.content.words import day_words, marked, short_cite
from pathways.engine.assess import Verdict
from pathways.engine.citations import joined
from pathways.engine.pathway import Kind
from pathways.engine.truth import Truth
from tests.factories import answers
from tests.law.vignettes import Vignette, vignettes

AS_OF = date(2026, 11, 22)
EMPTY = Standing({}, AS_OF)
WORDS = {
    Verdict.EXCLUDED: "scheidet jetzt aus, weil nicht erfüllt ist",
    Verdict.MET: "kommt jetzt in Betracht",
    Verdict.EXCEPTION: "nur als begründete Ausnahme",
    Verdict.NOT_IN_FORCE: "nicht in Kraft",
    Verdict.OPEN: "offen, weil",
}


def standing(**facts: Any) -> Standing:
    return Standing(answers(**facts), AS_OF)


def texts(before: Standing, now: Standing) -> list[str]:
    return [change.text for change in changes(before, now)]


def test_a_way_that_closes_says_why_and_where_that_stands() -> None:
    here = standing(location="in_germany")
    now = standing(location="in_germany", enforceably_required_to_leave=True)
    assert (
        "§ 25 Abs. 4 S. 1 scheidet jetzt aus, weil nicht erfüllt ist: "
        "„Die Person ist nicht vollziehbar ausreisepflichtig“ (§ 25 Abs. 4 S. 1 AufenthG; § 58 Abs. 2 AufenthG)."
    ) in texts(here, now)


def test_a_way_that_opens_again_says_what_is_not_settled_any_more() -> None:
    closed = standing(location="in_germany", enforceably_required_to_leave=True)
    for again, words in (
        (standing(location="in_germany"), "noch nicht geklärt ist"),
        (standing(location="in_germany", enforceably_required_to_leave=False), "jetzt erfüllt ist"),
        (standing(location="in_germany", enforceably_required_to_leave="unknown"), "noch nicht geklärt ist"),
    ):
        said = [text for text in texts(closed, again) if text.startswith("§ 25 Abs. 4 S. 1 ")]
        assert len(said) == 1
        assert f"ist wieder offen, weil {words}: „Die Person ist nicht vollziehbar" in said[0]
        assert "§ 58 Abs. 2 AufenthG" in said[0]


def test_not_known_and_declined_change_nothing() -> None:
    for gap in ("unknown", "declined"):
        assert texts(EMPTY, standing(location=gap, enforceably_required_to_leave=gap, birth_date=gap)) == []


def test_a_deadline_that_starts_moves_or_ends_is_told_with_its_norm() -> None:
    facts: dict[str, Any] = {"location": "in_germany", "current_status": "residence_permit"}
    none, first = standing(**facts), standing(**facts, title_valid_until="2026-12-20")
    later = standing(**facts, title_valid_until="2027-01-20")
    started = [change for change in changes(none, first) if change.about is About.DEADLINE]
    assert [change.of for change in started] == [due.deadline.id for due in first.deadlines]
    for change, due in zip(started, first.deadlines, strict=True):
        assert due.deadline.title in change.text
        assert marked(joined(due.wording.cite)) in change.text
        assert "20.12.2026" in change.text
    assert [c.of for c in changes(first, later)] == ["d_title_expiry"]
    assert "jetzt bis 20.01.2027 statt bis 20.12.2026" in texts(first, later)[0]
    assert "läuft nicht mehr" in texts(first, none)[0]
    assert texts(first, first) == []


def test_the_turn_to_an_extension_is_told() -> None:
    facts: dict[str, Any] = {
        "location": "in_germany",
        "current_status": "residence_permit",
        "permit_history": "valid_or_continuing",
    }
    said = texts(standing(**facts), standing(**facts, current_title_norm="25_4_1"))
    assert "§ 25 Abs. 4 S. 1 wird jetzt als Verlängerung geprüft, nicht mehr als erste Erteilung." in said


def test_a_rule_exclusion_is_told_while_the_way_is_open() -> None:
    facts: dict[str, Any] = {"location": "in_germany", "enforceably_required_to_leave": True}
    hit = standing(**facts, removal_stage="date_fixed")
    assert hit.verdicts["p23a"] is Verdict.OPEN
    said = [change for change in changes(standing(**facts), hit) if change.of == "p23a"]
    assert [change.about for change in said] == [About.EXCEPTION]
    assert "§ 23a Abs. 1 S. 3 Alt. 2 AufenthG" in said[0].text
    back = [change.text for change in changes(hit, standing(**facts)) if change.of == "p23a"]
    assert "greift nicht mehr" in back[0]


@pytest.mark.parametrize("vignette", vignettes(), ids=lambda vignette: vignette.name)
def test_every_decided_case_is_told_as_the_rules_decide_it(vignette: Vignette) -> None:
    """From nothing to the whole case and back, and to the same facts one by one."""
    whole = Standing(vignette.answers, vignette.as_of)
    empty = Standing({}, vignette.as_of)
    assert changes(whole, whole) == ()
    check(empty, whole)
    check(whole, empty)
    half = Standing(dict(list(vignette.answers.items())[::2]), vignette.as_of)
    check(half, whole)
    check(whole, half)
    check(Standing(vignette.answers, date(2009, 6, 1)), whole)
    check(whole, Standing(vignette.answers, date(2009, 6, 1)))


def check(before: Standing, now: Standing) -> None:
    told = {change.of: change for change in changes(before, now) if change.about is About.VERDICT}
    differ = {key for key, verdict in now.verdicts.items() if before.verdicts[key] is not verdict}
    assert told.keys() == differ, "every change is told, and nothing else"
    for result in now.results:
        change = told.get(result.pathway.id)
        if change is None:
            continue
        assert change.verdict is result.verdict
        assert change.text.startswith(f"{short_cite(result.pathway.cite)} ")
        assert WORDS[result.verdict] in change.text
        assert "{" not in change.text
        asked = {finding.criterion.says.rstrip("."): finding for finding in result.findings}
        named = re.findall(r"„([^“]+)“ \(", change.text)
        if result.verdict is Verdict.EXCLUDED:
            first = result.decisive[0].criterion
            assert f"„{first.says.rstrip('.')}“ ({marked(joined(first.cite))})" in change.text
            assert all(asked[says].state is Truth.NO for says in named if says in asked)
        elif result.verdict is Verdict.NOT_IN_FORCE:
            assert day_words(now.as_of) in change.text
        elif result.verdict is Verdict.MET:
            for says in named:
                finding = asked[says]
                assert finding.state is Truth.YES or finding.criterion.kind is Kind.WAIVABLE
        elif result.verdict is Verdict.OPEN:
            assert named, "open without a reason"


def test_the_words_of_the_law_are_marked_as_german_and_nothing_is_markup() -> None:
    with translation.override("en"):
        found = changes(EMPTY, standing(location="in_germany", enforceably_required_to_leave=True))
    assert found
    for change in found:
        assert '<span lang="de">' in change.html
        assert re.sub(r"</?span[^>]*>", "", change.html) == change.text

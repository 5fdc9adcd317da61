"""The profiles of the Länder: complete in form, honest about what was read, and in German."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from pathways.engine.days import PartialDay
from pathways.law.facts import FEDERAL_STATE, HFK_STATE_EXCLUSION
from pathways.law.laender.claims import (
    UNKNOWN,
    Claim,
    Confidence,
    ProgrammeState,
    Rigidity,
    SubmissionWay,
    Suspended,
)
from pathways.law.laender.profile import Profile, conflicts, profile, profiles

LANDS = tuple(choice.id for choice in FEDERAL_STATE.choices)
PROFILES = profiles()
SINGLE = (
    "commission",
    "seat",
    "website",
    "legal_basis",
    "submission",
    "suspension",
    "majority",
    "decision",
    "exception",
)
ENGLISH = frozenset(
    {
        *("the", "of", "and", "with", "by", "since", "only", "from", "for", "is", "are", "has", "not", "read", "no"),
        *("or", "which", "must", "may", "their", "law", "old", "office", "members", "decides", "majority", "unless"),
    }
)


def raw(land: str) -> dict[str, Any]:
    return tomllib.loads(files("pathways.law.laender").joinpath(f"{land}.toml").read_text(encoding="utf-8"))


def claims(of: Profile) -> Iterator[Claim]:
    yield from (getattr(of, name) for name in SINGLE)
    yield of.members.claim
    yield from (entry.claim for entry in (*of.exclusions, *of.parts, *of.programmes, *of.counselling))


def words(value: object) -> Iterator[str]:
    """The prose in a file: every text in it but addresses, values of the program and what sources are called."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("answer", "confidence", "ref", "source", "land"):
                yield from words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)
    elif isinstance(value, str) and not value.startswith("https://"):
        yield from re.findall(r"\w+", value)


def test_there_is_one_profile_for_each_land_in_the_order_of_the_question() -> None:
    assert tuple(one.land for one in PROFILES) == LANDS
    assert tuple(one.name for one in PROFILES) == tuple(choice.label for choice in FEDERAL_STATE.choices)
    assert len(PROFILES) == 16


def test_a_land_that_does_not_exist_has_no_profile() -> None:
    with pytest.raises(KeyError):
        profile("XX")
    with pytest.raises(KeyError):
        profile("../facts")


@pytest.mark.parametrize("land", LANDS)
def test_every_file_has_the_same_keys(land: str) -> None:
    assert set(raw(land)) == set(raw("NW"))
    assert profile(land) is profile(land)


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_what_is_known_has_a_source_and_what_is_unknown_claims_nothing(one: Profile) -> None:
    for claim in claims(one):
        assert claim.text
        if claim.is_known:
            assert claim.source, claim.text
        else:
            assert (claim.source, claim.date, claim.confidence) == ("", None, Confidence.UNVERIFIED)
            assert not claim.stale
    assert all(figure.source for figure in one.figures)
    assert one.sources


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_no_statement_of_a_land_is_left_out_of_its_pages(one: Profile) -> None:
    assert sorted(map(repr, one.claims)) == sorted(map(repr, claims(one)))


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_the_word_for_the_overview_says_what_the_sentence_says(one: Profile) -> None:
    assert (one.submission_way is SubmissionWay.DIRECT) == one.submission.text.startswith("Die Person selbst")
    assert ("etition" in one.submission_way) == ("etition" in one.submission.text)
    assert (one.suspended is Suspended.UNKNOWN) == (not one.suspension.is_known)
    assert (one.suspended is Suspended.YES) == one.suspension.text.startswith("Ja")


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_members_are_counted_or_said_to_be_unknown(one: Profile) -> None:
    members = one.members
    assert members.claim.text[0].isdigit() or "nicht bekannt" in members.claim.text
    assert members.term
    assert len(set(members.seats)) == len(members.seats)
    assert members.seats or not members.claim.is_known
    if "davon" not in members.claim.text and members.claim.text[0].isdigit():
        assert "alle mit Stimme" in members.claim.text
    assert "Stimme" not in members.claim.note or "alle mit Stimme" not in members.claim.text, "inferred, not read"


def test_of_one_commission_the_members_are_unknown() -> None:
    assert [one.land for one in PROFILES if not one.members.claim.is_known] == ["NW"]
    assert [one.land for one in PROFILES if one.seat.is_unverified] == ["NI"]
    assert [one.land for one in PROFILES if one.seat.stale] == ["SN"]


def test_what_sources_say_differently_is_told_with_both() -> None:
    assert len({each.topic for each in conflicts()}) == len(conflicts()) == 5
    assert all(each.text and each.source for each in conflicts())


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_the_list_of_sources_is_there_where_a_claim_refers_to_it(one: Profile) -> None:
    for claim in claims(one):
        assert not claim.source.startswith("Quellenliste") or claim.source == "Quellenliste dieses Landes"
        assert "same" not in claim.source.split()


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_days_lie_in_the_time_of_the_hardship_commissions(one: Profile) -> None:
    days = [claim.date for claim in claims(one)]
    days += [figure.cut_off for figure in one.figures] + [source.date for source in one.sources]
    earliest = PartialDay.parse("2004").earliest
    assert all(day.earliest >= earliest for day in days if day is not None)


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_obstacles_are_named_as_the_questionnaire_names_them(one: Profile) -> None:
    values = {choice.id for choice in HFK_STATE_EXCLUSION.choices} - {"none", "date_passed"}
    assert {ground.answer for ground in one.exclusions if ground.answer} <= values


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_a_short_list_of_obstacles_is_never_taken_for_the_whole_one(one: Profile) -> None:
    assert one.exclusions_complete == (one.land in {"BY", "NW", "SL"})
    assert not one.exclusions_complete or one.exclusions


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_addresses_are_whole_or_no_links(one: Profile) -> None:
    assert "…" not in one.website.url
    assert one.website.url or not one.website.is_known or "…" in one.website.text


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_no_english_is_left_over(one: Profile) -> None:
    assert not {word for word in words(raw(one.land)) if word.islower()} & ENGLISH


@pytest.mark.parametrize("one", PROFILES, ids=LANDS)
def test_the_procedure_tells_who_submits_what_is_suspended_who_decides_and_where(one: Profile) -> None:
    told = tuple(line.claim for line in one.procedure)
    assert told == (one.submission, one.suspension, one.majority, one.decision, one.website)
    assert all(line.label for line in one.procedure)


def test_the_immigration_office_decides_in_nordrhein_westfalen_and_a_ministry_elsewhere() -> None:
    assert [one.land for one in PROFILES if "Ausländerbehörde: Ihr ist die Anordnung" in one.decision.text] == ["NW"]


def test_a_person_may_write_to_four_commissions_directly() -> None:
    starts = {one.land for one in PROFILES if one.submission.text.startswith("Die Person selbst")}
    assert starts == {"BW", "NI", "NW", "SH"}


def test_an_unread_majority_is_unknown_and_a_half_read_one_unverified() -> None:
    assert {one.land for one in PROFILES if not one.majority.is_known} == {"BW", "MV"}
    assert {one.land for one in PROFILES if one.majority.is_unverified} == {"HE"}
    assert profile("BW").majority.text == UNKNOWN
    assert not profile("BW").majority.is_unverified


def test_where_nothing_was_read_of_suspension_none_is_promised() -> None:
    unknown = {one.land for one in PROFILES if not one.suspension.is_known}
    assert unknown == {"BB", "HH", "HE", "MV", "NW", "RP", "SH", "ST", "TH"}


def test_drafts_are_marked_as_drafts() -> None:
    drafts = {
        (one.land, ground.answer) for one in PROFILES for ground in one.exclusions if ground.rigidity is Rigidity.DRAFT
    }
    assert drafts == {
        ("NI", "other"),
        ("NI", "other_title_reachable"),
        ("NI", "noncooperation_identity"),
        ("RP", "other"),
    }


def test_no_programme_of_a_land_is_offered_as_running() -> None:
    open_state = {
        (one.land, programme.state)
        for one in PROFILES
        for programme in one.programmes
        if programme.state in (ProgrammeState.UNKNOWN, ProgrammeState.PROPOSED)
    }
    assert open_state == {("HH", ProgrammeState.UNKNOWN), ("SH", ProgrammeState.PROPOSED)}
    assert all(
        programme.claim.is_unverified
        for one in PROFILES
        for programme in one.programmes
        if programme.state in (ProgrammeState.UNKNOWN, ProgrammeState.PROPOSED)
    )


def test_a_minimum_stay_is_known_of_two_laender() -> None:
    short = {one.land for one in PROFILES for ground in one.exclusions if ground.answer == "min_stay_not_met"}
    assert short == {"BW", "NI"}

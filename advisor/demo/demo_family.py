"""An invented family of four for a demonstration: shared answers, own ones, and what they are to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from advisor.accounts.models import User
from advisor.cases.choices import Relation
from advisor.cases.family import add_person, change_person
from advisor.cases.models import Case
from advisor.cases.services import create_case, save_answers
from advisor.demo.demo_case import DemoCase, ago, ahead
from pathways.engine.facts import Proof

REFERENCE = "D-11 Familie, vier Personen"


@dataclass(frozen=True, slots=True)
class _Member:
    """Somebody in the family: what the office calls them, what they are to the first one, and their own answers."""

    label: str
    relation: Relation | None
    answers: DemoCase


def make_family(lead: User, today: date) -> Case:
    """The case of the family, led by this person."""
    first, *others = _members(today)
    together = _together(today)
    everything = {**together.answers(), **first.answers.answers()}
    case = create_case(lead, REFERENCE, answers=everything)
    person = case.persons.get()
    change_person(person, lead, case.version, label=first.label, relation=None)
    for member in others:
        shared = list(together.facts)
        person = add_person(case, lead, case.version, label=member.label, relation=member.relation, shared=shared)
        save_answers(person, member.answers.answers(), lead, case.version)
    return case


def _case(facts: dict[str, Any], details: dict[str, tuple[Proof | None, str]] | None = None) -> DemoCase:
    return DemoCase(REFERENCE, facts, details or {})


def _together(today: date) -> DemoCase:
    return _case(
        {
            "location": "in_germany",
            "federal_state": "NW",
            "last_entry_date": ago(today, y=8, m=3),
            "entry_mode": "no_visa_or_title",
        },
        {"last_entry_date": (Proof.DOCUMENT_SEEN, "Ankunftsnachweis der Erstaufnahme")},
    )


def _members(today: date) -> tuple[_Member, ...]:
    rejected = {
        "nationality": ["AM"],
        "current_status": "duldung",
        "permit_history": "never_held",
        "enforceably_required_to_leave": True,
        "duldung_since": ago(today, y=5),
        "asylum_history": "rejected_final",
        "asylum_rejection_type": "simple",
        "identity_clarified": True,
        "free_movement_status": "none",
        "security_concern": "none",
        "entry_ban": "none",
    }
    child = {**rejected, "unaccompanied_minor": False, "legal_representation": "minor_with_parents"}
    return (
        _Member(
            "Frau S.",
            None,
            _case(
                {
                    **rejected,
                    "birth_date": ago(today, y=39),
                    "passport_state": "valid",
                    "livelihood_secured": "partly",
                    "criminal_record": "none",
                    "child_affected": True,
                    "employment": "permitted_job",
                    "german_level": "b1",
                    "roots_in_germany": "strong",
                    "hfk_stage": "order_issued",
                    "hfk_earlier_result": ["none"],
                    "urgent_reasons_23a": True,
                    "removal_stage": "threat_only",
                },
                {
                    "employment": (Proof.DOCUMENT_SEEN, "Vertrag der Großküche, unbefristet"),
                    "hfk_stage": (Proof.DOCUMENT_SEEN, "Anordnung nennt Frau S. und beide Kinder, nicht Herrn S."),
                },
            ),
        ),
        _Member(
            "Herr S.",
            Relation.SPOUSE,
            _case(
                {
                    **rejected,
                    "birth_date": ago(today, y=43),
                    "passport_state": "applied_for",
                    "livelihood_secured": "no",
                    "criminal_record": "custodial_suspended",
                    "hfk_stage": "request_made",
                    "medical_evidence": "simple",
                    "ground_types": ["medical_treatment", "family_unity"],
                },
                {"passport_state": (Proof.TOLD, "Termin im Konsulat im nächsten Monat")},
            ),
        ),
        _Member(
            "Tochter L.",
            Relation.CHILD,
            _case(
                {
                    **child,
                    "birth_date": ago(_ahead_day(today, 130), y=18),
                    "school_or_training": "attending_school",
                    "german_level": "b2_plus",
                    "hfk_stage": "order_issued",
                    "decision_kind": "none",
                },
                {"school_or_training": (Proof.DOCUMENT_SEEN, "Zeugnis der 11. Klasse")},
            ),
        ),
        _Member(
            "Sohn M.",
            Relation.CHILD,
            _case({**child, "birth_date": ago(today, y=9, m=4), "school_or_training": "attending_school"}),
        ),
    )


def _ahead_day(today: date, days: int) -> date:
    """The day so many days later."""
    return date.fromisoformat(ahead(today, days))

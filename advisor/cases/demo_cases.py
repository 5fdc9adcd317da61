"""Ten invented cases for a demonstration, spread over the eight pathways; their days lie around today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pathways.engine.casefile import read_value
from pathways.engine.days import months, years
from pathways.engine.facts import Answer, Gap, Proof
from pathways.law.facts import FACTS_BY_ID

_GAPS = {gap.value: gap for gap in (Gap.NOT_KNOWN, Gap.DECLINED)}


@dataclass(frozen=True, slots=True)
class DemoCase:
    """An invented case: the office's key and the answers as they stand in a case file, some with proof and note."""

    reference: str
    facts: dict[str, Any]
    details: dict[str, tuple[Proof | None, str]] = field(default_factory=dict)

    def answers(self) -> dict[str, Answer]:
        """The answers as the engine knows them; ValueError where one is none."""
        return {key: self._answer(key, value) for key, value in self.facts.items()}

    def _answer(self, fact_id: str, value: Any) -> Answer:
        proof, note = self.details.get(fact_id, (None, ""))
        if isinstance(value, str) and value in _GAPS:
            return Answer(_GAPS[value], proof, note)
        return Answer(read_value(FACTS_BY_ID[fact_id], value), proof, note)


def demo_cases(today: date) -> Iterator[DemoCase]:
    """The ten cases as they stand on a day."""
    yield from _in_germany(today)
    yield from _abroad(today)
    yield from _exploited(today)


def _ago(today: date, *, y: int = 0, m: int = 0, d: int = 0) -> str:
    return ((-years(y)).after((-months(m)).after(today)) - timedelta(days=d)).isoformat()


def _in(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def _in_germany(today: date) -> Iterator[DemoCase]:
    yield DemoCase(
        "D-01 Härtefall, neun Jahre hier",
        {
            "location": "in_germany",
            "nationality": ["AM"],
            "birth_date": _ago(today, y=41),
            "legal_representation": "adult",
            "federal_state": "NW",
            "continuous_stay_since": _ago(today, y=9, m=2),
            "current_status": "duldung",
            "permit_history": "never_held",
            "enforceably_required_to_leave": True,
            "duldung_since": _ago(today, y=6),
            "duldung_type": "60a_impossible",
            "asylum_history": "rejected_final",
            "asylum_rejection_type": "simple",
            "identity_clarified": True,
            "passport_state": "applied_for",
            "livelihood_secured": "partly",
            "free_movement_status": "none",
            "criminal_record": "custodial_suspended",
            "offence_weight": "considerable",
            "security_concern": "none",
            "entry_ban": "none",
            "deception_or_refusal_to_cooperate": False,
            "ground_types": ["long_integration", "family_unity"],
            "roots_in_germany": "strong",
            "child_affected": True,
            "employment": "job_offer",
            "german_level": "b1",
            "hfk_stage": "request_made",
            "hfk_earlier_result": ["none"],
            "urgent_reasons_23a": True,
            "removal_stage": "threat_only",
        },
        {
            "german_level": (Proof.DOCUMENT_SEEN, "Zertifikat telc B1"),
            "passport_state": (Proof.DOCUMENT_MISSING, "Termin im Konsulat bestätigt, Schreiben fehlt noch"),
            "roots_in_germany": (Proof.TOLD, "Zwei Kinder in der Realschule, Fußballverein, Ehrenamt im Stadtteil"),
        },
    )
    yield DemoCase(
        "D-02 OP-Termin",
        {
            "location": "in_germany",
            "nationality": ["GE"],
            "birth_date": "1968",
            "federal_state": "HE",
            "last_entry_date": _ago(today, m=2, d=10),
            "entry_mode": "visa_free",
            "current_status": "visa_free_stay",
            "title_valid_until": _in(today, 18),
            "permit_history": "never_held",
            "enforceably_required_to_leave": False,
            "asylum_history": "never",
            "identity_clarified": True,
            "passport_state": "valid",
            "livelihood_secured": "no",
            "sponsor_declaration": "offered",
            "criminal_record": "none",
            "ground_types": ["medical_treatment"],
            "urgent_reasons_25_4_1": True,
            "ground_is_temporary": True,
            "ground_end_date": _in(today, 160),
            "medical_evidence": "qualified_60a_2c",
            "ill_person": ["applicant"],
            "treatment_elsewhere": "not_available",
            "only_achievable_in_germany": True,
            "free_movement_status": "none",
            "security_concern": "none",
            "entry_ban": "none",
        },
        {"medical_evidence": (Proof.DOCUMENT_SEEN, "Klinikbrief mit OP-Termin und Nachsorgeplan")},
    )
    yield DemoCase(
        "D-03 Ablehnung, Klagefrist",
        {
            "location": "in_germany",
            "nationality": ["NG"],
            "birth_date": _ago(today, y=29),
            "federal_state": "BY",
            "continuous_stay_since": _ago(today, y=5),
            "request_kind": "change_of_title",
            "current_status": "no_document",
            "permit_history": "extension_refused_contested",
            "current_title_norm": "16b",
            "decision_kind": "abh_refusal_title",
            "decision_served_on": _ago(today, d=23),
            "remedy_instruction": "correct",
            "remedy_filed": ["none"],
            "asylum_history": "never",
            "identity_clarified": True,
            "passport_state": "valid",
            "livelihood_secured": "yes",
            "criminal_record": "none",
            "ground_types": ["finish_school_or_training"],
            "school_or_training": "study",
        },
        {"decision_served_on": (Proof.DOCUMENT_SEEN, "Gelber Umschlag liegt vor")},
    )
    yield DemoCase(
        "D-04 Verlängerung § 25 Abs. 4 S. 2",
        {
            "location": "in_germany",
            "nationality": ["VN"],
            "birth_date": "1985-04",
            "federal_state": "SN",
            "continuous_stay_since": "2012",
            "lawful_stay_since": "2014-09",
            "request_kind": "extension_same_title",
            "current_status": "residence_permit",
            "permit_history": "valid_or_continuing",
            "current_title_norm": "25_4_2",
            "title_valid_until": _in(today, 41),
            "title_reasons_persist": True,
            "enforceably_required_to_leave": False,
            "asylum_history": "never",
            "identity_clarified": True,
            "passport_state": "valid",
            "livelihood_secured": "yes",
            "criminal_record": "none",
            "ground_types": ["care_by_relative", "family_unity"],
            "exceptional_hardship_if_leaving": True,
            "individual_special_situation": True,
            "employment": "permitted_job",
            "german_level": "a2",
            "free_movement_status": "none",
            "security_concern": "none",
            "entry_ban": "none",
        },
    )
    yield DemoCase(
        "D-05 Erstgespräch",
        {
            "location": "in_germany",
            "nationality": ["IQ"],
            "birth_date": "unknown",
            "federal_state": "NI",
            "current_status": "duldung",
            "permit_history": "unknown",
            "feared_harm": "declined",
        },
    )


def _abroad(today: date) -> Iterator[DemoCase]:
    yield DemoCase(
        "D-06 Ehefrau in Kabul",
        {
            "location": "abroad_home_country",
            "nationality": ["AF"],
            "birth_date": _ago(today, y=27),
            "federal_state": "HH",
            "feared_harm": ["gender_violence", "political"],
            "family_in_germany": ["subsidiary"],
            "family_relation": ["spouse"],
            "family_separation_since": _ago(today, y=3),
            "acute_danger_abroad": True,
            "other_entry_route": "possible_unclear",
            "individual_special_situation": True,
            "germany_link": ["family"],
            "visa_procedure": "hardship_notice_sent",
            "abh_consent": "not_asked",
            "sponsor_declaration": "none",
            "bmi_declaration": "none",
            "passport_state": "none",
            "identity_clarified": True,
        },
        {"identity_clarified": (Proof.DOCUMENT_SEEN, "Tazkira mit Übersetzung")},
    )
    yield DemoCase(
        "D-07 Russische Opposition",
        {
            "location": "abroad_third_country",
            "nationality": ["RU"],
            "birth_date": "1990-11",
            "federal_state": "BE",
            "feared_harm": ["political", "conscription_refusal"],
            "protection_in_other_state": "none",
            "political_profile": ["journalist_media", "opposition"],
            "german_interest": True,
            "bmi_declaration": "contact_initiated",
            "visa_procedure": "none",
            "germany_link": ["work_for_german_institution"],
            "passport_state": "valid",
            "identity_clarified": True,
            "security_concern": "none",
            "entry_ban": "none",
            "criminal_record": "political_conviction_abroad",
        },
        {"political_profile": (Proof.DOCUMENT_SEEN, "Artikel und Strafurteil in Abwesenheit, Übersetzung bestellt")},
    )
    yield DemoCase(
        "D-08 Landesaufnahme, Visum abgelehnt",
        {
            "location": "abroad_third_country",
            "nationality": ["SY"],
            "birth_date": "1958",
            "federal_state": "TH",
            "family_in_germany": ["german"],
            "family_relation": ["adult_child"],
            "state_order_match": "all_conditions",
            "free_movement_status": "none",
            "order_bmi_consent": True,
            "sponsor_declaration": "signed",
            "sponsor_means": "sufficient",
            "visa_procedure": "refused",
            "decision_kind": "mission_visa_refusal",
            "decision_served_on": _ago(today, d=20),
            "remedy_instruction": "correct",
            "remedy_filed": ["none"],
            "passport_state": "valid",
            "identity_clarified": True,
            "security_concern": "none",
            "entry_ban": "none",
        },
    )


def _exploited(today: date) -> Iterator[DemoCase]:
    yield DemoCase(
        "D-09 Arbeitsausbeutung",
        {
            "location": "in_germany",
            "nationality": ["UZ"],
            "birth_date": _ago(today, y=24),
            "federal_state": "BB",
            "last_entry_date": _ago(today, y=1),
            "entry_mode": "schengen_visa",
            "current_status": "gueb",
            "permit_history": "never_held",
            "enforceably_required_to_leave": True,
            "exploitation_form": ["labour"],
            "exploitation_place": ["germany"],
            "victim_evidence": "specialist_counselling_report",
            "perpetrator_contact": "ended",
            "willing_to_testify": "undecided",
            "criminal_case_stage": "investigation",
            "criminal_case_country": ["germany"],
            "prosecutor_statement": "not_asked",
            "reflection_period_until": _in(today, 12),
            "asylum_history": "never",
            "identity_clarified": True,
            "passport_state": "withheld_by_authority",
        },
        {"victim_evidence": (Proof.DOCUMENT_SEEN, "Bericht der Fachberatungsstelle")},
    )
    yield DemoCase(
        "D-10 Nach dem Strafverfahren",
        {
            "location": "in_germany",
            "nationality": ["NG"],
            "birth_date": _ago(today, y=31),
            "federal_state": "BW",
            "continuous_stay_since": _ago(today, y=4),
            "request_kind": "change_of_title",
            "current_status": "residence_permit",
            "permit_history": "valid_or_continuing",
            "current_title_norm": "25_4a_1",
            "title_valid_until": _in(today, 75),
            "enforceably_required_to_leave": False,
            "exploitation_form": ["forced_prostitution"],
            "exploitation_place": ["germany"],
            "victim_evidence": "judgment",
            "perpetrator_contact": "ended",
            "criminal_case_stage": "ended_conviction",
            "criminal_case_country": ["germany"],
            "testimony_given": ["police", "court"],
            "stay_reasons_after_case": ["reprisal_risk", "therapy_trauma"],
            "reasons_require_stay_4a3": True,
            "free_movement_status": "none",
            "security_concern": "none",
            "entry_ban": "none",
            "asylum_history": "never",
            "identity_clarified": True,
            "passport_state": "valid",
            "livelihood_secured": "no",
        },
    )

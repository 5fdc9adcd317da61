"""When a question is asked at all, and which questions are the coarse and the fine one for the same matter."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pathways.engine.conditions import AS_OF, Condition
from pathways.engine.days import years
from pathways.engine.facts import Fact
from pathways.law import facts as f

HERE = f.LOCATION.among("in_germany")
PERHAPS_ELSEWHERE = ~HERE
PERHAPS_MINOR = ~f.BIRTH_DATE.by(AS_OF - years(18))
PERHAPS_ENFORCEABLE = ~f.ENFORCEABLY_REQUIRED_TO_LEAVE.no

HAS_OR_HAD_TITLE = f.CURRENT_STATUS.among(
    "residence_permit",
    "national_visa",
    "settlement_permit",
    "fiction_81_4",
    "fiction_ordered_81_4_3",
    "application_pending_no_certificate",
) | f.PERMIT_HISTORY.among(
    "valid_or_continuing",
    "extension_refused_contested",
    "extension_refused_final",
    "shortened_contested",
    "expired_late_application",
    "expired_without_application",
    "lapsed_or_revoked",
)
SHORT_STAY = f.CURRENT_STATUS.among("schengen_visa", "visa_free_stay", "title_other_schengen_state")
TITLE_OF_A_PATHWAY = f.CURRENT_TITLE_NORM.among("22_1", "22_2", "23_1", "23a", "25_4_1", "25_4_2", "25_4a_1", "25_4a_3")
CONTINUING_TITLE = f.CURRENT_STATUS.among(
    "residence_permit", "fiction_81_4", "fiction_ordered_81_4_3"
) | f.PERMIT_HISTORY.among("valid_or_continuing", "extension_refused_contested")
TITLE_23_1 = f.CURRENT_TITLE_NORM.among("23_1")
DULDUNG = f.CURRENT_STATUS.among("duldung")
DECIDED = f.DECISION_KIND.some

REJECTED_BEFORE = f.ASYLUM_PREVIOUS_REJECTION.some
REJECTED = f.ASYLUM_HISTORY.among("rejected_final", "rejected_appeal_pending", "inadmissible") | REJECTED_BEFORE
MANIFESTLY_UNFOUNDED = f.ASYLUM_REJECTION_TYPE.among("manifestly_unfounded") | f.ASYLUM_PREVIOUS_REJECTION.among(
    "manifestly_unfounded"
)
ASYLUM_PROCEDURE_RUNS = f.ASYLUM_HISTORY.among("pending", "rejected_appeal_pending")

GROUND = f.GROUND_TYPES.some
ILLNESS = f.GROUND_TYPES.among(
    "medical_treatment", "care_of_relative", "care_by_relative", "dying_or_death_of_relative"
)
FAMILY_HERE = f.FAMILY_IN_GERMANY.some
MARRIAGE = f.CURRENT_TITLE_NORM.among("28", "30", "31", "36a") | f.GROUND_TYPES.among(
    "domestic_violence_or_forced_marriage"
)
PROFILE = f.POLITICAL_PROFILE.some
ORDER_EXISTS = f.STATE_ORDER_MATCH.among(
    "order_exists_conditions_open", "order_exists_condition_failed", "all_conditions"
)
ORDER_CLOSED = f.STATE_ORDER_MATCH.among("order_expired", "order_closed_for_new_cases")
HARDSHIP_COMMISSION = (HERE & PERHAPS_ENFORCEABLE) | f.CURRENT_TITLE_NORM.among("23a")
EXPLOITED = f.EXPLOITATION_FORM.some
CRIMINAL_CASE = f.CRIMINAL_CASE_STAGE.some

ASKED_IF: Mapping[Fact, Condition] = MappingProxyType(
    {
        f.UNACCOMPANIED_MINOR: PERHAPS_MINOR,
        f.LEGAL_REPRESENTATION: PERHAPS_MINOR,
        f.LAST_ENTRY_DATE: HERE,
        f.ENTRY_MODE: HERE,
        f.CONTINUOUS_STAY_SINCE: HERE,
        f.LAWFUL_STAY_SINCE: HERE,
        f.REQUEST_KIND: HERE,
        f.CURRENT_STATUS: HERE,
        f.PERMIT_HISTORY: HERE,
        f.CURRENT_TITLE_NORM: HAS_OR_HAD_TITLE,
        f.TITLE_VALID_UNTIL: HAS_OR_HAD_TITLE | SHORT_STAY,
        f.TITLE_REASONS_PERSIST: f.REQUEST_KIND.among("extension_same_title") | TITLE_OF_A_PATHWAY,
        f.APPLICATION_FILED_ON: HERE,
        f.APPLICATION_PURPOSES: f.APPLICATION_FILED_ON.known,
        f.EXTENSION_EXCLUDED_NOTE: CONTINUING_TITLE,
        f.TITLE_TOTAL_OVER_6_MONTHS: f.ASYLUM_HISTORY.among("intends", "pending"),
        f.ENFORCEABLY_REQUIRED_TO_LEAVE: HERE,
        f.DECISION_SERVED_ON: DECIDED,
        f.REMEDY_INSTRUCTION: DECIDED,
        f.REMEDY_FILED: DECIDED,
        f.COURT_PROTECTION: DECIDED,
        f.DEPARTURE_DEADLINE: DECIDED | PERHAPS_ENFORCEABLE,
        f.REMOVAL_STAGE: PERHAPS_ENFORCEABLE,
        f.TRANSFER_TO_OTHER_STATE: HERE,
        f.DULDUNG_SINCE: DULDUNG,
        f.DULDUNG_TYPE: DULDUNG,
        f.ASYLUM_SUIT_PENDING: f.ASYLUM_HISTORY.among("ban_60_5_7", "inadmissible", "recognised_subsidiary", "revoked"),
        f.ASYLUM_PREVIOUS_REJECTION: f.ASYLUM_HISTORY.among(
            "pending", "rejected_appeal_pending", "ban_60_5_7", "withdrawn", "intends", "inadmissible"
        ),
        f.ASYLUM_REJECTION_TYPE: REJECTED,
        f.ASYLUM_REJECTION_SERVED_ON: REJECTED,
        f.ASYLUM_MU_BASIS: MANIFESTLY_UNFOUNDED,
        f.ASYLUM_14_NOTICE: MANIFESTLY_UNFOUNDED,
        f.LEFT_GERMANY_AFTER_ASYLUM: f.ASYLUM_HISTORY.among("rejected_final", "withdrawn") | REJECTED_BEFORE,
        f.LAND_CONSENT_10_1: ASYLUM_PROCEDURE_RUNS | f.ASYLUM_SUIT_PENDING.yes,
        f.IDENTITY_EFFORTS_DOCUMENTED: ~f.IDENTITY_CLARIFIED.yes
        | f.PASSPORT_STATE.not_among("valid", "withheld_by_authority"),
        f.SPONSOR_DECLARATION: f.LIVELIHOOD_SECURED.not_among("yes") | PERHAPS_ELSEWHERE,
        f.SPONSOR_MEANS: f.SPONSOR_DECLARATION.among("offered", "signed"),
        f.OFFENCE_WEIGHT: f.CRIMINAL_RECORD.among(
            "higher_fine", "custodial_suspended", "custodial", "youth_sentence", "political_conviction_abroad"
        ),
        f.RELATIVE_CONVICTED: ORDER_EXISTS,
        f.SECURITY_CONCERN: ~f.SECURITY_GROUND.no,
        f.EXPULSION_ORDER: HERE,
        f.URGENT_REASONS_25_4_1: HERE & GROUND,
        f.GROUND_IS_TEMPORARY: HERE,
        f.GROUND_END_DATE: f.GROUND_IS_TEMPORARY.yes | PERHAPS_ELSEWHERE,
        f.PERMANENT_INTENT: HERE & ~f.GROUND_IS_TEMPORARY.no,
        f.ONLY_ACHIEVABLE_IN_GERMANY: GROUND,
        f.ACUTE_DANGER_ABROAD: PERHAPS_ELSEWHERE,
        f.INTERNATIONAL_LAW_GROUND_22: PERHAPS_ELSEWHERE,
        f.COMPELLING_HUMANITY_22: PERHAPS_ELSEWHERE,
        f.PROMPT_ADMISSION_NEEDED: PERHAPS_ELSEWHERE,
        f.REFERENCE_PERSON_HARM: FAMILY_HERE & PERHAPS_ELSEWHERE,
        f.REFERENCE_PERSON_BIRTH_DATE: FAMILY_HERE & PERHAPS_ELSEWHERE,
        f.OTHER_ENTRY_ROUTE: PERHAPS_ELSEWHERE,
        f.INDIVIDUAL_SPECIAL_SITUATION: GROUND | PERHAPS_ELSEWHERE,
        f.BURDEN_IS_GENERAL: GROUND | PERHAPS_ELSEWHERE,
        f.MEDICAL_EVIDENCE: ILLNESS
        | f.GROUND_TYPES.among("birth_or_maternity_protection")
        | f.FEARED_HARM.among("lacking_treatment")
        | f.REFERENCE_PERSON_HARM.yes,
        f.ILL_PERSON: ILLNESS | f.REFERENCE_PERSON_HARM.yes,
        f.TREATMENT_ELSEWHERE: f.GROUND_TYPES.among("medical_treatment"),
        f.CARE_DEPENDENCY: f.GROUND_TYPES.among(
            "care_of_relative", "care_by_relative", "medical_treatment", "family_unity"
        ),
        f.PUBLIC_INTEREST_STATEMENT: f.GROUND_TYPES.among("witness", "court_or_authority_case")
        | f.CRIMINAL_CASE_STAGE.among("investigation", "charges_or_trial")
        | (HERE & ASYLUM_PROCEDURE_RUNS)
        | f.URGENT_REASONS_25_4_1.no
        | f.ONLY_ACHIEVABLE_IN_GERMANY.no,
        f.EXCEPTIONAL_HARDSHIP_IF_LEAVING: HERE,
        f.FAMILY_RELATION: FAMILY_HERE,
        f.FAMILY_SEPARATION_SINCE: f.FAMILY_IN_GERMANY.among("subsidiary") | PERHAPS_ELSEWHERE,
        f.SEPARATION_SELF_CAUSED: f.FAMILY_SEPARATION_SINCE.known,
        f.CHILD_ALONE_ABROAD: PERHAPS_ELSEWHERE & f.CHILD_AFFECTED.yes,
        f.GERMANY_LINK: PERHAPS_ELSEWHERE,
        f.ALTERNATIVE_ADMISSION_STATE: PERHAPS_ELSEWHERE,
        f.ROOTS_IN_GERMANY: HERE,
        f.TIES_HOME_COUNTRY: HERE,
        f.MARITAL_COHABITATION_FROM: MARRIAGE,
        f.MARITAL_COHABITATION_UNTIL: MARRIAGE,
        f.EMPLOYMENT: HERE,
        f.GERMAN_LEVEL: HERE,
        f.SCHOOL_OR_TRAINING: HERE,
        f.BMI_DECLARATION: PERHAPS_ELSEWHERE
        | f.CURRENT_TITLE_NORM.among("22_1", "22_2")
        | f.NATIONALITY.among("RU")
        | f.FEARED_HARM.among("political")
        | PROFILE,
        f.DECLARATION_ROLE: f.BMI_DECLARATION.among(
            "declared", "visa_issued", "declared_lapsed_or_withdrawn", "suspended"
        ),
        f.POLITICAL_PROFILE: PERHAPS_ELSEWHERE | f.FEARED_HARM.among("political", "lgbtiq") | f.BMI_DECLARATION.some,
        f.GERMAN_INTEREST: PROFILE,
        f.ORDER_BMI_CONSENT: ORDER_EXISTS | ORDER_CLOSED,
        f.ORDER_APPLIED_IN_TIME: ORDER_CLOSED,
        f.ORDER_EXTENSION_CLAUSE: TITLE_23_1,
        f.ORDER_WAR_REASON: TITLE_23_1,
        f.VISA_PROCEDURE: PERHAPS_ELSEWHERE,
        f.ABH_CONSENT: PERHAPS_ELSEWHERE,
        f.HFK_STAGE: HARDSHIP_COMMISSION,
        f.HFK_EARLIER_RESULT: HARDSHIP_COMMISSION,
        f.HFK_NEW_FACTS: f.HFK_STAGE.among("rejected_by_hfk", "order_refused", "not_accepted")
        | f.HFK_EARLIER_RESULT.among("not_accepted", "rejected_by_hfk", "order_refused"),
        f.HFK_STATE_EXCLUSION: PERHAPS_ENFORCEABLE & f.HFK_STAGE.not_among("request_made", "order_issued"),
        f.URGENT_REASONS_23A: HERE,
        f.EXPLOITATION_PLACE: EXPLOITED,
        f.UNDER_21_AT_OFFENCE: EXPLOITED,
        f.VICTIM_EVIDENCE: EXPLOITED,
        f.PROSECUTOR_STATEMENT: EXPLOITED,
        f.PERPETRATOR_CONTACT_ENDED: EXPLOITED,
        f.PERPETRATOR_CONTACT: EXPLOITED,
        f.WILLING_TO_TESTIFY: EXPLOITED,
        f.CRIMINAL_CASE_STAGE: EXPLOITED,
        f.CRIMINAL_CASE_COUNTRY: CRIMINAL_CASE,
        f.TESTIMONY_GIVEN: CRIMINAL_CASE,
        f.FURTHER_TESTIMONY_NEEDED: f.CRIMINAL_CASE_STAGE.among(
            "investigation", "charges_or_trial", "convicted_not_final"
        ),
        f.REFLECTION_PERIOD_UNTIL: EXPLOITED & HERE,
        f.STAY_REASONS_AFTER_CASE: f.CRIMINAL_CASE_STAGE.among(
            "ended_conviction",
            "ended_acquittal",
            "ended_discontinued",
            "ended_no_suspicion",
            "convicted_not_final",
            "prosecution_impossible",
        )
        | f.CURRENT_TITLE_NORM.among("25_4a_1", "25_4a_3"),
        f.REASONS_REQUIRE_STAY_4A3: f.STAY_REASONS_AFTER_CASE.some,
    }
)
"""When a question is asked, in the reading of triggers; a fact without an entry is always asked.

An answer is set aside only where its condition is *no* in three-valued logic.
"""

# Older case files have only the coarse answer, so it stays accepted; where both are there, the fine one decides,
# because it says what the coarse one leaves open.
COARSE: Mapping[Fact, Fact] = MappingProxyType(
    {
        f.PASSPORT_VALID: f.PASSPORT_STATE,
        f.SECURITY_GROUND: f.SECURITY_CONCERN,
        f.PERPETRATOR_CONTACT_ENDED: f.PERPETRATOR_CONTACT,
    }
)
"""The coarse fact to the finer one that wins where it is answered and not set aside."""

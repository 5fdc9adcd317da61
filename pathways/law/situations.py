"""Situations that many norms speak of, said once: where the person is, whether asylum is pending, and the like."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF, finer_first, once_known, unless_known
from pathways.engine.days import days
from pathways.law.facts import (
    APPLICATION_FILED_ON,
    ASYLUM_HISTORY,
    ASYLUM_SUIT_PENDING,
    BMI_DECLARATION,
    CRIMINAL_CASE_COUNTRY,
    CRIMINAL_CASE_STAGE,
    CURRENT_TITLE_NORM,
    FREE_MOVEMENT_STATUS,
    HFK_STAGE,
    LAND_CONSENT_10_1,
    LOCATION,
    NATIONALITY,
    PERMIT_HISTORY,
    STATE_ORDER_MATCH,
    TITLE_VALID_UNTIL,
    VISA_PROCEDURE,
)

IN_GERMANY = LOCATION.among("in_germany")
ABROAD = LOCATION.among("abroad_home_country", "abroad_third_country", "abroad_unspecified")
AT_THE_BORDER = LOCATION.among("border_or_transit")

# § 1 Abs. 2 Nr. 1 AufenthG, § 11 Abs. 14 FreizügG/EU: the Act applies where it is more favourable (dispute 18).
FREE_MOVEMENT = FREE_MOVEMENT_STATUS.among("eu_eea_citizen", "family_of_eu_citizen", "swiss")
# fmt: off
EU_AND_EEA_BUT_GERMANY = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU",
    "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
))
# fmt: on
# Until somebody says what right the person has, an EU, EEA or Swiss passport stands for it.
PERHAPS_FREE_MOVEMENT = finer_first(
    FREE_MOVEMENT_STATUS,
    FREE_MOVEMENT,
    once_known(NATIONALITY, NATIONALITY.among("CH", *EU_AND_EEA_BUT_GERMANY)),
)

# § 10 AufenthG: pending until the last suit for protection has ended; follow-up applications count.
ASYLUM_PENDING = ASYLUM_HISTORY.among("pending", "rejected_appeal_pending") | (
    ASYLUM_HISTORY.among("ban_60_5_7", "inadmissible", "recognised_subsidiary", "revoked") & ASYLUM_SUIT_PENDING.yes
)

# § 10 Abs. 1 AufenthG: a consent is a step of its own, so it counts only once it has been given.
CONSENT_NOT_GIVEN = unless_known(LAND_CONSENT_10_1, LAND_CONSENT_10_1.no)

# § 51 Abs. 1 Nr. 8 AufenthG: titles that an asylum application extinguishes.
EXTINGUISHED_BY_ASYLUM = (
    "22_1", "22_2", "23_1", "23_2", "23_4", "25_3", "25_4_1", "25_4_2", "25_4a_1", "25_4a_3", "25_4b", "25_5",
)  # fmt: skip
ILLEGIBLE_NORMS = ("25_unspecified", "old_law")
TITLE_SURVIVES_ASYLUM = CURRENT_TITLE_NORM.not_among(*EXTINGUISHED_BY_ASYLUM, *ILLEGIBLE_NORMS)

# § 81 Abs. 4, § 84 AufenthG: whether such a permit can still be extended is disputed (dispute 2).
END_CONTESTED = PERMIT_HISTORY.among("extension_refused_contested", "shortened_contested", "expired_late_application")

# Finally over: nothing is left that could be extended.
PERMIT_SURELY_OVER = PERMIT_HISTORY.among("never_held", "lapsed_or_revoked", "extension_refused_final")
TITLE_RUNS = ~TITLE_VALID_UNTIL.by(AS_OF - days(1))
APPLIED_IN_TIME = APPLICATION_FILED_ON.by(TITLE_VALID_UNTIL)
# §§ 16f Abs. 3, 17 Abs. 3 AufenthG limit the change from these titles (dispute 19).
SCHOOL_OR_EXCHANGE_TITLE = CURRENT_TITLE_NORM.among("16f", "17")

VISA_APPLIED_FOR = VISA_PROCEDURE.among("application_filed", "granted", "refused")
DECLARATION_WITHDRAWN = BMI_DECLARATION.among("declared_lapsed_or_withdrawn", "suspended")

# § 23a Abs. 2 S. 4 AufenthG: by its request the commission has found urgent reasons, whatever the ministry decides.
COMMISSION_REQUESTED = HFK_STAGE.among("request_made", "order_issued", "order_refused")

ALL_CONDITIONS_OF_THE_ORDER = STATE_ORDER_MATCH.among("all_conditions")
ORDER_ENDED = STATE_ORDER_MATCH.among("order_expired", "order_closed_for_new_cases")

CRIMINAL_CASE_RUNS = CRIMINAL_CASE_STAGE.among("investigation", "charges_or_trial", "convicted_not_final")
ENDED_BY_JUDGMENT = CRIMINAL_CASE_STAGE.among("ended_conviction", "ended_acquittal")
# § 6 Nr. 4 StGB: proceedings abroad alone decide nothing here, a German case can be opened at any time.
CASE_PERHAPS_IN_GERMANY = ~CRIMINAL_CASE_COUNTRY.only("abroad")

"""First grant or extension? The table that decides under which rules a pathway is judged (`rule_mode`)."""

from __future__ import annotations

from pathways.engine.conditions import ALWAYS
from pathways.engine.pathway import Mode, ModeRow
from pathways.law.facts import CURRENT_STATUS, CURRENT_TITLE_NORM, PERMIT_HISTORY, REQUEST_KIND
from pathways.law.situations import PERMIT_SURELY_OVER

# A national visa of the own norm counts: the first permit in Germany follows from it, § 6 Abs. 3 S. 2 AufenthG.
# Its holder has never held a permit, and that answer must not throw her back to the rules for entering. Nor must a
# wrong "never held" beside a card of the own norm.
TITLE_IN_HAND = CURRENT_STATUS.among(
    "national_visa", "residence_permit", "fiction_81_4", "fiction_ordered_81_4_3"
) & PERMIT_HISTORY.among("never_held")

PERHAPS_A_PERMIT = (
    CURRENT_STATUS.among(
        "residence_permit",
        "national_visa",
        "fiction_81_4",
        "fiction_ordered_81_4_3",
        "application_pending_no_certificate",
    )
    | PERMIT_HISTORY.among(
        "valid_or_continuing", "extension_refused_contested", "shortened_contested", "expired_late_application"
    )
    | REQUEST_KIND.among("extension_same_title")
)


def mode_rows(own_norm: str, *illegible: str) -> tuple[ModeRow, ...]:
    """The table for a pathway: the value of `current_title_norm` that is its own norm, and those that leave it open."""
    own = CURRENT_TITLE_NORM.among(own_norm)
    norm_open = ~CURRENT_TITLE_NORM.known | CURRENT_TITLE_NORM.among(*illegible)
    return (
        ModeRow(REQUEST_KIND.among("first_grant", "change_of_title"), Mode.FIRST_GRANT),
        ModeRow(own & (~PERMIT_SURELY_OVER | TITLE_IN_HAND), Mode.EXTENSION),
        ModeRow(norm_open & PERHAPS_A_PERMIT, Mode.FIRST_GRANT, softens=True),
        ModeRow(ALWAYS, Mode.FIRST_GRANT),
    )

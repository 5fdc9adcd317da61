"""Answers that someone can bring about, and how: what „Was würde den Weg öffnen?“ may propose."""

from __future__ import annotations

from pathways.engine.lawbook import Change
from pathways.law import facts as f

CHANGES = (
    Change(
        f.ENFORCEABLY_REQUIRED_TO_LEAVE,
        False,
        "aufschiebende Wirkung erreichen oder Titel zurückgewinnen (§ 58 Abs. 2 S. 2, § 84 Abs. 1 Nr. 1 AufenthG)",
    ),
    Change(
        f.ASYLUM_HISTORY,
        "withdrawn",
        "Asylantrag zurücknehmen – nur nach Beratung (§ 10 Abs. 3 S. 1 AufenthG)",
    ),
    Change(
        f.LAND_CONSENT_10_1,
        True,
        "Zustimmung der obersten Landesbehörde einholen (§ 10 Abs. 1 AufenthG)",
    ),
    Change(
        f.LEFT_GERMANY_AFTER_ASYLUM,
        True,
        "ausreisen und neu einreisen – nur nach Beratung (§ 10 Abs. 3 S. 2 AufenthG)",
    ),
    Change(
        f.PUBLIC_INTEREST_STATEMENT,
        "authority_requests_presence",
        "schriftliche Erklärung einer Behörde, der Staatsanwaltschaft oder des Gerichts einholen "
        "(§ 25 Abs. 4 S. 1 AufenthG)",
    ),
    Change(
        f.BMI_DECLARATION,
        "declared",
        "Aufnahmeerklärung des Bundes; kein Antrag möglich, nur ein Vorschlag (§ 22 S. 2 AufenthG)",
    ),
    Change(
        f.STATE_ORDER_MATCH,
        "all_conditions",
        "alle Bedingungen einer Landesanordnung erfüllen (§ 23 Abs. 1 AufenthG)",
    ),
    Change(
        f.HFK_NEW_FACTS,
        True,
        "neue Tatsachen für eine weitere Eingabe (§ 23a Abs. 2 AufenthG, Landesrecht)",
    ),
    Change(
        f.PROSECUTOR_STATEMENT,
        "presence_appropriate",
        "Erklärung der Staatsanwaltschaft oder des Strafgerichts (§ 25 Abs. 4a S. 2 Nr. 1 AufenthG)",
    ),
    Change(
        f.PERPETRATOR_CONTACT,
        "ended",
        "Verbindung zu den Beschuldigten abbrechen (§ 25 Abs. 4a S. 2 Nr. 2 AufenthG)",
    ),
    Change(
        f.WILLING_TO_TESTIFY,
        "yes",
        "Bereitschaft zur Aussage erklären; dafür gibt es Bedenkzeit (§ 25 Abs. 4a S. 2 Nr. 3, § 59 Abs. 7 AufenthG)",
    ),
    Change(
        f.SECURITY_CONCERN,
        "none",
        "Sicherheitsbedenken ausräumen (§ 5 Abs. 4 AufenthG); anwaltlich",
    ),
)

"""Deadlines of departure, removal and persons: what cannot wait."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import AS_OF, Condition
from pathways.engine.dated import Span
from pathways.engine.days import years
from pathways.engine.facts import Day
from pathways.engine.routes import Deadline, Due, Wording
from pathways.law.facts import (
    BIRTH_DATE,
    DEPARTURE_DEADLINE,
    EXPLOITATION_FORM,
    GROUND_TYPES,
    LOCATION,
    PENDING_CRIMINAL_CASE,
    REFERENCE_PERSON_BIRTH_DATE,
    REFLECTION_PERIOD_UNTIL,
    REMOVAL_STAGE,
)
from pathways.law.sources import (
    aufenthg,
    decision,
    vwgo,
)
from pathways.law.sources.decisions import BVERWG_COMING_OF_AGE


def _turns_18_within_a_year(birth: Day) -> Condition:
    return birth.by(AS_OF - years(17)) & birth.after(AS_OF - years(18))


REMOVAL: tuple[Deadline, ...] = (
    Deadline(
        id="d_departure",
        title="Ausreisefrist",
        when=DEPARTURE_DEADLINE.known,
        due=(Due(DEPARTURE_DEADLINE),),
        wordings=(
            Wording(
                "Ende der Ausreisefrist. Bei Anhaltspunkten für Menschenhandel beträgt sie mindestens einen Monat.",
                (aufenthg("50", "2a", former="in der Fassung bis 25.11.2011", unverified=True),),
                span=Span(until=date(2011, 11, 25), unverified=True),
            ),
            Wording(
                "Ende der Ausreisefrist (7 bis 30 Tage). Bei Anhaltspunkten für Menschenhandel beträgt sie mindestens "
                "drei Monate.",
                (aufenthg("59", 1, 1), aufenthg("59", 7, 2)),
            ),
        ),
    ),
    Deadline(
        id="d_removal",
        title="Abschiebung steht bevor",
        when=REMOVAL_STAGE.among("date_fixed", "detention"),
        wordings=(
            Wording(
                "Noch heute anwaltliche Hilfe und Eilantrag.",
                (vwgo("80"), vwgo("123")),
                span=Span(until=date(2015, 10, 23), unverified=True),
            ),
            Wording(
                "Noch heute anwaltliche Hilfe und Eilantrag. Der Termin wird nicht angekündigt; steht er fest, ist § "
                "23a in der Regel verschlossen.",
                (aufenthg("59", 1, 8), aufenthg("23a", 1, 3), vwgo("80"), vwgo("123")),
                span=Span(since=date(2015, 10, 24), unverified=True),
            ),
        ),
    ),
    Deadline(
        id="d_victim_removal",
        title="Abschiebung trotz Anhaltspunkten für Ausbeutung",
        when=EXPLOITATION_FORM.some & REMOVAL_STAGE.among("threat_only", "preparation", "date_fixed", "detention"),
        wordings=(
            Wording(
                "Sofort Bedenkzeit und Beteiligung der Staatsanwaltschaft verlangen, nur mit Einverständnis der "
                "Person. Duldung: bei einem Verbrechen, wenn die Anwesenheit im Strafverfahren sachgerecht ist, sonst "
                "nach Ermessen.",
                (aufenthg("59", 7), aufenthg("72", 6), aufenthg("60a", 2, "2, 3")),
            ),
        ),
    ),
    Deadline(
        id="d_own_case_removal",
        title="Eigenes Strafverfahren und Abschiebung",
        when=PENDING_CRIMINAL_CASE.yes & REMOVAL_STAGE.among("preparation", "date_fixed", "detention"),
        wordings=(
            Wording(
                "Die Staatsanwaltschaft muss der Abschiebung einer beschuldigten Person zustimmen; nicht bei Taten "
                "nach § 95 und bei geringem Unrecht. Zustimmung nachfragen.",
                (aufenthg("72", 4),),
            ),
        ),
    ),
    Deadline(
        id="d_reflection_end",
        title="Ende der Bedenkzeit",
        when=REFLECTION_PERIOD_UNTIL.known,
        due=(Due(REFLECTION_PERIOD_UNTIL),),
        wordings=(
            Wording(
                "Bis dahin über die Aussage entscheiden und den Antrag auf die Aufenthaltserlaubnis stellen.",
                (aufenthg("59", 7),),
            ),
        ),
    ),
    Deadline(
        id="d_child_18",
        title="18. Geburtstag",
        when=_turns_18_within_a_year(BIRTH_DATE) | _turns_18_within_a_year(REFERENCE_PERSON_BIRTH_DATE),
        due=tuple(
            Due(birth, years(18), when=_turns_18_within_a_year(birth))
            for birth in (BIRTH_DATE, REFERENCE_PERSON_BIRTH_DATE)
        ),
        wordings=(
            Wording(
                "Mit der Volljährigkeit kann der Anspruch auf Familiennachzug enden: Antrag stellen und rechtzeitig "
                "vorläufigen Rechtsschutz beantragen.",
                (aufenthg("36a"), vwgo("123"), decision(BVERWG_COMING_OF_AGE)),
            ),
        ),
    ),
    Deadline(
        id="d_medical",
        title="Ärztliche Bescheinigung",
        when=GROUND_TYPES.among("medical_treatment") & LOCATION.among("in_germany"),
        wordings=(
            Wording(
                "Die qualifizierte ärztliche Bescheinigung unverzüglich vorlegen.",
                (aufenthg("60a", "2c, 2d"),),
            ),
        ),
    ),
)

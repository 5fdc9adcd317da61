"""Deadlines against decisions and against silence."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import AS_OF
from pathways.engine.dated import Span
from pathways.engine.days import days, months, weeks, years
from pathways.engine.routes import Deadline, Due, Wording
from pathways.law.facts import (
    APPLICATION_FILED_ON,
    COURT_PROTECTION,
    DECISION_KIND,
    DECISION_SERVED_ON,
    REMEDY_INSTRUCTION,
)
from pathways.law.sources import (
    asylg,
    aufenthg,
    vwgo,
    vwvfg,
)

_NOT_INSTRUCTED = REMEDY_INSTRUCTION.among("missing", "wrong")
_UNTIL_GEAS = Span(until=date(2026, 6, 11))
_SINCE_GEAS = Span(since=date(2026, 6, 12))


DECISIONS: tuple[Deadline, ...] = (
    Deadline(
        id="d_abh_refusal",
        title="Rechtsbehelf gegen den Bescheid",
        when=DECISION_KIND.among("abh_refusal_title", "abh_revocation_or_expulsion", "benefits", "sponsor_recovery")
        & DECISION_SERVED_ON.known,
        due=(Due(DECISION_SERVED_ON, months(1), instead=((_NOT_INSTRUCTED, years(1)),)),),
        wordings=(
            Wording(
                "Binnen eines Monats Widerspruch oder Klage, je nach Landesrecht. Ohne oder mit falscher "
                "Rechtsbehelfsbelehrung ein Jahr.",
                (vwgo("70"), vwgo("74"), vwgo("58", 2)),
            ),
        ),
    ),
    Deadline(
        id="d_interim",
        title="Eilantrag neben dem Rechtsbehelf",
        when=DECISION_KIND.among("abh_refusal_title")
        & COURT_PROTECTION.not_among(
            "interim_granted", "interim_granted_80_5", "interim_granted_123", "suspensive_by_law"
        ),
        wordings=(
            Wording(
                "Widerspruch und Klage schieben nichts auf. Endet durch die Ablehnung ein Titel oder eine Fiktion: "
                "sofort Antrag nach § 80 Abs. 5 VwGO, sonst nach § 123 VwGO.",
                (aufenthg("84", 1, nr=1), vwgo("80", 5), vwgo("123")),
            ),
        ),
    ),
    Deadline(
        id="d_mission_refusal",
        title="Klage gegen die Ablehnung des Visums",
        when=DECISION_KIND.among("mission_visa_refusal") & DECISION_SERVED_ON.known,
        due=(Due(DECISION_SERVED_ON, months(1), instead=((_NOT_INSTRUCTED, years(1)),)),),
        wordings=(
            Wording(
                "Remonstration bei der Auslandsvertretung oder Klage beim VG Berlin: binnen eines Monats, wenn eine "
                "Belehrung beiliegt, sonst binnen eines Jahres.",
                (vwgo("74"), vwgo("58", 2), vwgo("52", nr="2 S. 5"), aufenthg("77", 2)),
                span=Span(until=date(2025, 6, 30)),
            ),
            Wording(
                "Klage beim VG Berlin binnen eines Monats, wenn eine Belehrung beiliegt, sonst binnen eines Jahres. "
                "Die Ablehnung braucht weder Gründe noch Belehrung; eine Remonstration gibt es seit dem 1.7.2025 "
                "nicht mehr.",
                (vwgo("74"), vwgo("58", 2), vwgo("52", nr="2 S. 5"), aufenthg("77", 2)),
                span=Span(since=date(2025, 7, 1)),
            ),
        ),
    ),
    Deadline(
        id="d_bamf",
        title="Klage gegen den Bescheid des BAMF",
        when=DECISION_KIND.among("bamf_simple", "bamf_o_u_or_inadmissible", "bamf_transfer") & DECISION_SERVED_ON.known,
        due=(
            Due(
                DECISION_SERVED_ON,
                weeks(1),
                instead=((_NOT_INSTRUCTED, months(3)), (DECISION_KIND.among("bamf_simple"), weeks(2))),
            ),
        ),
        wordings=(
            Wording(
                "Klage binnen zwei Wochen; bei „offensichtlich unbegründet“, „unzulässig“ und Überstellung mit "
                "Eilantrag binnen einer Woche. Es gilt die Belehrung im Bescheid.",
                (
                    asylg("74", 1, former="a.F.", unverified=True),
                    asylg("36", 3, 1, former="a.F.", unverified=True),
                    asylg("34a", 2, former="a.F.", unverified=True),
                ),
                span=_UNTIL_GEAS,
            ),
            Wording(
                "Klage binnen zwei Wochen; im beschleunigten Verfahren und bei Überstellung binnen einer Woche, "
                "ebenso der Eilantrag. Ohne oder mit falscher Belehrung drei Monate. Begründung binnen eines Monats. "
                "Wurde der Asylantrag vor dem 12.6.2026 gestellt, gilt die Belehrung im Bescheid.",
                (asylg("74", "1, 2"), asylg("36", 2), asylg("34a", 3)),
                span=_SINCE_GEAS,
            ),
        ),
    ),
    Deadline(
        id="d_58a",
        title="Eilantrag gegen die Abschiebungsanordnung",
        when=DECISION_KIND.among("removal_order_58a"),
        due=(Due(DECISION_SERVED_ON, days(7)),),
        wordings=(
            Wording(
                "Vorläufigen Rechtsschutz binnen sieben Tagen nach der Bekanntgabe beantragen; sofort anwaltliche "
                "Hilfe.",
                (aufenthg("58a", 4, 2),),
            ),
        ),
    ),
    Deadline(
        id="d_service",
        title="Tag der Zustellung klären",
        when=DECISION_SERVED_ON.missing & DECISION_KIND.some,
        wordings=(
            Wording(
                "Umschlag suchen und Tag der Zustellung feststellen: Ein einfacher Brief im Inland gilt am vierten "
                "Tag nach der Aufgabe zur Post als bekannt gegeben; bei förmlicher Zustellung zählt das Datum auf dem "
                "Umschlag.",
                (vwvfg("41", 2),),
            ),
        ),
    ),
    Deadline(
        id="d_inaction",
        title="Untätigkeit der Behörde",
        # More than three months: the day on which the third month ends does not count yet.
        when=APPLICATION_FILED_ON.by(AS_OF - months(3) - days(1)) & DECISION_KIND.among("none"),
        due=(Due(APPLICATION_FILED_ON, months(3)),),
        wordings=(
            Wording(
                "Drei Monate nach dem Antrag ist in der Regel die Untätigkeitsklage zulässig. Vorher schriftlich "
                "nachfragen und eine Frist setzen.",
                (vwgo("75"),),
            ),
        ),
    ),
)

"""Deadlines of titles and applications: before what day something has to be applied for."""

from __future__ import annotations

from pathways.engine.conditions import AS_OF
from pathways.engine.days import days, months
from pathways.engine.routes import Deadline, Due, Wording
from pathways.law.facts import (
    APPLICATION_FILED_ON,
    APPLICATION_PURPOSES,
    BIRTH_DATE,
    CURRENT_STATUS,
    CURRENT_TITLE_NORM,
    ENTRY_MODE,
    LAST_ENTRY_DATE,
    TITLE_VALID_UNTIL,
)
from pathways.law.sources import (
    aufenthg,
    aufenthv,
    decision,
)
from pathways.law.sources.decisions import BVERWG_SCHENGEN_VISA, OVG_NDS_PURPOSES

TITLES: tuple[Deadline, ...] = (
    Deadline(
        id="d_title_expiry",
        title="Ablauf des Titels",
        when=TITLE_VALID_UNTIL.known & CURRENT_STATUS.among("residence_permit", "national_visa"),
        due=(Due(TITLE_VALID_UNTIL),),
        wordings=(
            Wording(
                "Nur ein Antrag nach § 25a oder § 25b vor dem Ablauf hält den Titel nach § 104c aufrecht. Ein Antrag "
                "auf einen anderen Titel tut das nicht: Über ihn muss vor dem Ablauf entschieden sein.",
                (aufenthg("81", 4, 1), aufenthg("104c", 2, "1, 3")),
                when=CURRENT_TITLE_NORM.among("104c") & ~APPLICATION_PURPOSES.within("25a", "25b"),
            ),
            Wording(
                "Vor dem Ablauf Verlängerung oder anderen Titel beantragen. Dann gilt der Titel kraft Gesetzes fort; "
                "die Fiktionsbescheinigung weist das nur nach. Zu spät: sofort nachholen und Fortgeltung zur "
                "Vermeidung einer unbilligen Härte beantragen.",
                (aufenthg("81", 4, "1, 3"), aufenthg("81", 5)),
            ),
        ),
    ),
    Deadline(
        id="d_name_all_purposes",
        title="Alle Zwecke im Antrag",
        when=APPLICATION_FILED_ON.known,
        wordings=(
            Wording(
                "Jeden Aufenthaltszweck und Paragrafen gegenüber der Ausländerbehörde nennen. Ein Zweck, der erst vor "
                "Gericht vorgebracht wird, hilft gegen die Ablehnung nicht: dann neuer Antrag und § 123 VwGO.",
                (decision(OVG_NDS_PURPOSES, "LS 1, 2"),),
            ),
        ),
    ),
    Deadline(
        id="d_schengen_visa",
        title="Ablauf des Schengen-Visums",
        when=CURRENT_STATUS.among("schengen_visa") & TITLE_VALID_UNTIL.known,
        due=(Due(TITLE_VALID_UNTIL),),
        wordings=(
            Wording(
                "Ein Antrag auf einen Titel lässt den Aufenthalt nicht fortgelten, auch nicht bei Visa anderer "
                "Schengen-Staaten: vor dem Ablauf das Visum selbst verlängern lassen oder eine Entscheidung erreichen.",
                (aufenthg("81", 4, 2), aufenthg("6", 2), decision(BVERWG_SCHENGEN_VISA)),
            ),
        ),
    ),
    Deadline(
        id="d_visa_free",
        title="Ende des visumfreien Aufenthalts",
        when=CURRENT_STATUS.among("visa_free_stay") & (TITLE_VALID_UNTIL.known | LAST_ENTRY_DATE.known),
        due=(Due(TITLE_VALID_UNTIL), Due(LAST_ENTRY_DATE, days(90), when=TITLE_VALID_UNTIL.missing)),
        wordings=(
            Wording(
                "Den Titel vor dem letzten erlaubten Tag beantragen; Angehörige der bevorzugten Staaten binnen 90 "
                "Tagen nach der Einreise.",
                (aufenthg("81", 3, 1), aufenthv("41", 3)),
            ),
        ),
    ),
    Deadline(
        id="d_newborn",
        title="Antrag für das hier geborene Kind",
        when=ENTRY_MODE.among("born_in_germany") & BIRTH_DATE.known & BIRTH_DATE.after(AS_OF - months(6)),
        due=(Due(BIRTH_DATE, months(6)),),
        wordings=(Wording("Binnen sechs Monaten nach der Geburt den Titel beantragen.", (aufenthg("81", 2, 2),)),),
    ),
)

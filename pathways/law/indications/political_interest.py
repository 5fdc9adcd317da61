"""H: „politische Interessen der Bundesrepublik“ (§ 22 S. 2 AufenthG); allein die Regierung beurteilt sie."""

from __future__ import annotations

from pathways.engine.conditions import ALWAYS
from pathways.law.facts import (
    ACUTE_DANGER_ABROAD,
    ALTERNATIVE_ADMISSION_STATE,
    FEARED_HARM,
    GERMAN_INTEREST,
    GERMANY_LINK,
    LOCATION,
    NATIONALITY,
    OTHER_ENTRY_ROUTE,
    POLITICAL_PROFILE,
    PROTECTION_IN_OTHER_STATE,
    SECURITY_GROUND,
)
from pathways.law.indications.point import contra, pro
from pathways.law.sources import aufenthg, bt, decision, paper, rule
from pathways.law.sources import decisions as d
from pathways.law.sources.papers import PRESS_28_2_2024, PRESS_2022
from pathways.law.sources.rules import BAMF_IRAN

_GOVERNMENT = bt("21/1353", "Antwort zu 7, 11–13")
_NO_PROFILE = POLITICAL_PROFILE.only("none")

# H+3 (years of publicly documented activity) rests on a note alone and is left out.
POLITICAL_INTEREST = (
    pro(
        "H1",
        "Herausragender Einsatz für Meinungsfreiheit, Demokratie, Menschenrechte",
        POLITICAL_PROFILE.among("human_rights_defender", "opposition", "journalist_media", "ngo"),
        _GOVERNMENT,
    ),
    pro(
        "H2",
        "Besondere Gefährdung gerade wegen dieses Einsatzes",
        ACUTE_DANGER_ABROAD.yes & POLITICAL_PROFILE.some,
        _GOVERNMENT,
    ),
    pro(
        "H4",
        "Wer als „ausländischer Agent“ eingestuft ist oder für eine „unerwünschte Organisation“ gearbeitet hat, "
        "gehörte 2022 zu den Profilen für Russland",
        NATIONALITY.among("RU"),
        paper(PRESS_2022),
    ),
    pro(
        "H5",
        "Wer öffentlich Haltung gegen den Krieg zeigt, gehörte 2022 in Wissenschaft, Kultur und Medien zu den Profilen",
        POLITICAL_PROFILE.among("academic", "culture", "journalist_media"),
        paper(PRESS_2022),
    ),
    pro(
        "H6",
        "Bezug zu Deutschland durch die Tätigkeit",
        GERMANY_LINK.among("work_for_german_institution", "former_stay") | GERMAN_INTEREST.yes,
        paper(PRESS_2022),
        _GOVERNMENT,
    ),
    pro("H7", "Kein Visum zu anderem Zweck möglich", OTHER_ENTRY_ROUTE.among("none_seen"), rule(BAMF_IRAN)),
    pro(
        "H8",
        "Gefahr kann nur durch Aufnahme in Deutschland abgewendet werden",
        ALTERNATIVE_ADMISSION_STATE.no,
        rule(BAMF_IRAN),
    ),
    contra("H1", "Kein öffentliches Engagement erkennbar", _NO_PROFILE, _GOVERNMENT),
    contra(
        "H2",
        "Verfolgung wegen Orientierung oder Identität allein: kein Programm, Verweis auf Asyl",
        FEARED_HARM.among("lgbtiq") & _NO_PROFILE,
        bt("21/1353", "Antworten 8–10"),
    ),
    contra(
        "H3",
        "Kriegsdienst allein: Asylverfahren",
        FEARED_HARM.among("conscription_refusal", "desertion") & _NO_PROFILE,
        bt("21/1353"),
        paper(PRESS_28_2_2024),
    ),
    contra(
        "H4",
        "Anderes Visum kommt in Betracht",
        OTHER_ENTRY_ROUTE.among("open_and_reasonable"),
        rule(BAMF_IRAN),
    ),
    contra(
        "H5",
        "In Sicherheit in einem Drittstaat",
        LOCATION.among("abroad_third_country") & PROTECTION_IN_OTHER_STATE.not_among("none"),
        rule(BAMF_IRAN),
    ),
    contra(
        "H6",
        "Ohne Ortskräfteverfahren: Frühere Aufnahmen binden nicht",
        GERMANY_LINK.among("work_for_german_institution"),
        decision(d.OVG_BB_LOCAL_STAFF),
    ),
    contra("H7", "Sicherheitsbedenken", SECURITY_GROUND.yes, aufenthg("5", 4), aufenthg("73")),
    contra(
        "H8",
        "Freiwillige Bundesaufnahmen sollen enden; nur noch einzelne Entscheidungen",
        ALWAYS,
        bt("21/1353", "Antwort 10"),
    ),
)

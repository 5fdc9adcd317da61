"""What Russian citizens should check first, and what is known about it."""

from __future__ import annotations

from pathways.engine.conditions import finer_first
from pathways.engine.routes import Referral
from pathways.law.deadlines import Hint
from pathways.law.disputes import RUSSIAN_CONSCRIPTS
from pathways.law.facts import (
    FEARED_HARM,
    LOCATION,
    NATIONALITY,
    PASSPORT_STATE,
    PASSPORT_VALID,
    POLITICAL_PROFILE,
)
from pathways.law.referrals.groups import RUSSIA
from pathways.law.sources import asylg, aufenthg, aufenthv, bt, decision, eu_2024_1347, paper
from pathways.law.sources.decisions import OVG_BB_RU_CONSCRIPTS, VG_BERLIN_CONSCRIPTS_1, VG_BERLIN_CONSCRIPTS_3
from pathways.law.sources.papers import PRESS_28_2_2024

_RUSSIAN = NATIONALITY.among("RU")

RUSSIAN_ROUTES: tuple[Referral, ...] = (
    Referral(
        id="r_ru_opposition_abroad",
        group=RUSSIA,
        title="Opposition, Menschenrechte, Medien: im Ausland",
        says="Aufnahme nach § 22 S. 2: kein Antrag, eine vorschlagende Stelle suchen. 2025/26 sehr zurückhaltend. "
        "Daneben Visa für Arbeit, Studium oder Familie.",
        when=_RUSSIAN
        & LOCATION.among("abroad_home_country", "abroad_third_country", "abroad_unspecified")
        & POLITICAL_PROFILE.some,
        cite=(aufenthg("22", satz=2), bt("21/1353", "Antwort zu 1")),
        check=("Schengen-Visa: Die Praxis gegenüber russischen Staatsangehörigen ist seit 2025 enger [UNVERIFIED].",),
        warning="Nichts versprechen: kein Formular, keine Frist.",
    ),
    Referral(
        id="r_ru_opposition_here",
        group=RUSSIA,
        title="Opposition, Menschenrechte, Medien: in Deutschland",
        says="Asyl prüfen (Flüchtlingsschutz); § 25 Abs. 4 S. 1 nur für einen vorübergehenden Grund.",
        when=_RUSSIAN & LOCATION.among("in_germany") & POLITICAL_PROFILE.some,
        cite=(asylg("3"), eu_2024_1347("13"), aufenthg("25", 4, 1), aufenthg("51", 1, nr=8)),
        warning="Mit einem Titel nach § 22 S. 2 keinen Asylantrag stellen: Der Titel erlischt.",
    ),
    Referral(
        id="r_ru_deserter",
        group=RUSSIA,
        title="Desertion",
        says="Asyl. Nach Angaben des BAMF sollen Deserteure in der Regel internationalen Schutz erhalten, wenn keine "
        "Ausschluss- oder Sicherheitsgründe bestehen.",
        when=_RUSSIAN & FEARED_HARM.among("desertion"),
        cite=(asylg("3"), paper(PRESS_28_2_2024)),
    ),
    Referral(
        id="r_ru_conscript",
        group=RUSSIA,
        title="Wehrpflicht, Reserve, Mobilisierung",
        says="Asyl mit Einzelfallprüfung; ob Wehrpflichtigen subsidiärer Schutz zusteht, ist vor Gericht umstritten.",
        when=_RUSSIAN & FEARED_HARM.among("conscription_refusal"),
        cite=(
            eu_2024_1347("18"),
            decision(OVG_BB_RU_CONSCRIPTS),
            decision(VG_BERLIN_CONSCRIPTS_1),
            decision(VG_BERLIN_CONSCRIPTS_3),
        ),
        check=("Kommt die Person aus Tschetschenien? Dann beurteilt auch das OVG die Lage anders.",),
        dispute=RUSSIAN_CONSCRIPTS,
    ),
    Referral(
        id="r_ru_queer",
        group=RUSSIA,
        title="LSBTIQ",
        says="Asyl mit Einzelfallprüfung; ein Aufnahmeprogramm ist nicht geplant, einen Automatismus gibt es nicht. § "
        "22 S. 2 nur bei öffentlicher Rolle.",
        when=_RUSSIAN & FEARED_HARM.among("lgbtiq"),
        cite=(asylg("3"), bt("21/1353", "Antwort zu 8–10"), aufenthg("22", satz=2)),
        check=(
            "Länderbeleg: Entscheidung des russischen Obersten Gerichts zur „internationalen LGBT-Bewegung“ (2023) "
            "[UNVERIFIED].",
        ),
    ),
    Referral(
        id="r_ru_passport",
        group=RUSSIA,
        title="Kein gültiger russischer Pass",
        says="Reiseausweis für Ausländer, wenn der Weg zur Botschaft unzumutbar ist; die Gründe belegen.",
        when=_RUSSIAN & finer_first(PASSPORT_STATE, PASSPORT_STATE.among("expired", "none"), PASSPORT_VALID.no),
        cite=(aufenthv("5"), aufenthv("6")),
        warning="Vor jedem Kontakt zur Botschaft klären, ob er gefährlich ist.",
    ),
)

RUSSIAN_HINTS: tuple[Hint, ...] = (
    Hint(
        "r_ru_statistics",
        "Zahlen zu Aufnahmen",
        "Die Bundesregierung zählt Titel und Visa, nicht Anträge oder Vorschläge: Aus den Zahlen folgt keine Aussicht.",
        (bt("21/1353"),),
    ),
)

"""Duldung and other bridges: what keeps a stay possible while a title is out of reach."""

from __future__ import annotations

from pathways.engine.routes import Referral
from pathways.law.deadlines import Hint
from pathways.law.facts import (
    CRIMINAL_CASE_STAGE,
    CURRENT_STATUS,
    DULDUNG_TYPE,
    GROUND_TYPES,
    LIVELIHOOD_SECURED,
    PUBLIC_INTEREST_STATEMENT,
    SPONSOR_DECLARATION,
)
from pathways.law.referrals.groups import BRIDGING
from pathways.law.sources import aufenthg, aufenthv, avwv, stgb, visakodex

BRIDGES: tuple[Referral, ...] = (
    Referral(
        id="r_60a_2_2",
        group=BRIDGING,
        title="Duldung als Zeugin oder Zeuge eines Verbrechens",
        says="Duldung, wenn Staatsanwaltschaft oder Strafgericht die Anwesenheit für sachgerecht halten.",
        when=PUBLIC_INTEREST_STATEMENT.among("authority_requests_presence") & CRIMINAL_CASE_STAGE.some,
        cite=(
            aufenthg("60a", 2, 2),
            stgb("232", 3, 2),
            stgb("232a", "3, 4"),
            stgb("232b", "3, 4"),
            stgb("233a", 3),
        ),
        check=("Ist die Tat ein Verbrechen? Das Grunddelikt des § 232 Abs. 1 StGB ist keines.",),
    ),
    Referral(
        id="r_60a_2_3",
        group=BRIDGING,
        title="Duldung aus dringenden Gründen",
        says="Duldung im Ermessen, wenn § 25 Abs. 4 S. 1 wegen der vollziehbaren Ausreisepflicht verschlossen ist.",
        when=CURRENT_STATUS.among("duldung", "gueb") & GROUND_TYPES.some,
        cite=(aufenthg("60a", 2, 3), avwv("25.4.1.1"), avwv("60a.2.3", unverified=True)),
    ),
    Referral(
        id="r_visa_extension",
        group=BRIDGING,
        title="Verlängerung des Visums oder des visumfreien Aufenthalts",
        says="Verlängerung wegen höherer Gewalt oder aus humanitären Gründen bis zu 90 Tagen in 180; darüber hinaus "
        "als nationales Visum. Visumfrei: weitere 90 Tage.",
        when=CURRENT_STATUS.among("schengen_visa", "visa_free_stay")
        & GROUND_TYPES.among(
            "medical_treatment",
            "care_of_relative",
            "care_by_relative",
            "dying_or_death_of_relative",
            "birth_or_maternity_protection",
            "court_or_authority_case",
        ),
        cite=(visakodex("33"), aufenthg("6", 2, 2), aufenthv("40")),
        warning="Vor dem Ablauf beantragen.",
    ),
    Referral(
        id="r_7_1_3",
        group=BRIDGING,
        title="Erlaubnis zu einem sonstigen Zweck",
        says="Aufenthaltserlaubnis für eine selbst bezahlte Behandlung (Ermessen).",
        when=GROUND_TYPES.among("medical_treatment")
        & (LIVELIHOOD_SECURED.among("yes") | SPONSOR_DECLARATION.among("offered", "signed")),
        cite=(aufenthg("7", 1, 3),),
        check=("Sind Behandlung und Lebensunterhalt für die ganze Dauer bezahlt?",),
    ),
    Referral(
        id="r_60b",
        group=BRIDGING,
        title="„Duldung light“",
        says="Die Zeit mit einer Duldung nach § 60b zählt für §§ 25a, 25b nicht, außer nach §§ 25a Abs. 5, 25b Abs. "
        "7. Mitwirken und die Aufhebung des Zusatzes beantragen.",
        when=DULDUNG_TYPE.among("60b"),
        cite=(aufenthg("60b"), aufenthg("25a", 5), aufenthg("25b", 7)),
    ),
)

BRIDGING_HINTS: tuple[Hint, ...] = (
    Hint(
        "r_60a_2_1",
        "Abschiebung unmöglich",
        "Duldung bei Krankheit, fehlenden Papieren oder Familie mit Bleiberecht; bei Krankheit mit qualifizierter "
        "Bescheinigung.",
        (aufenthg("60a", 2, 1), aufenthg("60a", "2c, 2d")),
    ),
    Hint(
        "r_60a_1",
        "Abschiebungsstopp eines Landes",
        "Gibt es eine Anordnung der obersten Landesbehörde für diese Gruppe?",
        (aufenthg("60a", 1),),
    ),
    Hint(
        "r_paternity",
        "Anerkennung der Vaterschaft",
        "Ist eine Anerkennung geplant, die der Zustimmung der Ausländerbehörde bedarf? Solange das Verfahren läuft, "
        "ist die Abschiebung ausgesetzt.",
        (aufenthg("85a ff."), aufenthg("60a", 2, 4)),
    ),
)

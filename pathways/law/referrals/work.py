"""Routes through work, training and integration, and for victims of labour exploitation."""

from __future__ import annotations

from datetime import date

from pathways.engine.conditions import AS_OF
from pathways.engine.dated import Span
from pathways.engine.days import months, years
from pathways.engine.routes import Referral
from pathways.law.deadlines import Hint
from pathways.law.facts import (
    BIRTH_DATE,
    CHILD_AFFECTED,
    CONTINUOUS_STAY_SINCE,
    CURRENT_STATUS,
    CURRENT_TITLE_NORM,
    DULDUNG_SINCE,
    EMPLOYMENT,
    ENFORCEABLY_REQUIRED_TO_LEAVE,
    EXPLOITATION_FORM,
    GERMAN_LEVEL,
    SCHOOL_OR_TRAINING,
)
from pathways.law.referrals.groups import WORK
from pathways.law.sources import aueg, aufenthg, schwarzarbg

_TRAINING = EMPLOYMENT.among("training_contract") & CURRENT_STATUS.among("duldung", "asylum_gestattung")
_CHANCE = CURRENT_TITLE_NORM.among("104c")
_UNDER_27 = BIRTH_DATE.known & BIRTH_DATE.after(AS_OF - years(27))
_SIX_YEARS_OR_FOUR = CONTINUOUS_STAY_SINCE.lasted(years(6)) | (
    CONTINUOUS_STAY_SINCE.lasted(years(4)) & CHILD_AFFECTED.yes
)

WORK_ROUTES: tuple[Referral, ...] = (
    Referral(
        id="r_16g",
        group=WORK,
        title="Ausbildungs-Aufenthaltserlaubnis",
        says="Aufenthaltserlaubnis für die Berufsausbildung („ist zu erteilen“); vor jedem Titel im Ermessen prüfen.",
        when=_TRAINING,
        cite=(aufenthg("16g"), aufenthg("16g", 10)),
        check=("Ist die Identität innerhalb der Fristen des § 16g Abs. 2 Nr. 3 geklärt?",),
        span=Span(since=date(2024, 3, 1), unverified=True),
    ),
    Referral(
        id="r_60c",
        group=WORK,
        title="Ausbildungsduldung",
        says="Duldung für die Berufsausbildung („ist zu erteilen“).",
        when=_TRAINING,
        cite=(aufenthg("60c", 1),),
        check=("Nur wenn die Voraussetzungen des § 16g nicht erfüllt sind.",),
        span=Span(since=date(2020, 1, 1), unverified=True),
    ),
    Referral(
        id="r_60d",
        group=WORK,
        title="Beschäftigungsduldung",
        says="Duldung für 30 Monate bei dauerhafter Beschäftigung.",
        when=EMPLOYMENT.among("permitted_job"),
        cite=(aufenthg("60d"),),
        check=(
            "Mindestens 20 Wochenstunden?",
            "Seit mindestens zwölf Monaten geduldet?",
            "Einreise bis zum 31.12.2022?",
        ),
        span=Span(since=date(2020, 1, 1), unverified=True),
    ),
    Referral(
        id="r_work_edu",
        group=WORK,
        title="Arbeit, Studium, Ausbildung, Chancenkarte",
        says="Titel zum Zweck der Ausbildung oder Erwerbstätigkeit; in der Regel mit Visum aus dem Ausland.",
        when=EMPLOYMENT.among("job_offer") | SCHOOL_OR_TRAINING.among("study", "vocational_training"),
        cite=(
            aufenthg("16a–16f"),
            aufenthg("18a–18g"),
            aufenthg("19c"),
            aufenthg("20"),
            aufenthg("20a"),
            aufenthg("21"),
            aufenthg("10", 3, "4, 5"),
        ),
        check=(
            "Nach der Ablehnung oder Rücknahme eines Asylantrags sind §§ 18a, 18b, 19c Abs. 2 vor der Ausreise "
            "versperrt.",
        ),
    ),
    Referral(
        id="r_25a",
        group=WORK,
        title="Gut integrierte junge Menschen",
        says="Aufenthaltserlaubnis für gut integrierte Jugendliche und junge Volljährige („soll“), auch mit einem "
        "Titel nach § 104c; § 10 Abs. 3 S. 2 steht nicht zwingend entgegen.",
        when=_UNDER_27 & (DULDUNG_SINCE.lasted(months(12)) | _CHANCE) & CONTINUOUS_STAY_SINCE.lasted(years(3)),
        cite=(aufenthg("25a", 1), aufenthg("25a", 4)),
        check=("Seit drei Jahren erfolgreich in der Schule oder ein anerkannter Schul- oder Berufsabschluss?",),
        span=Span(since=date(2011, 7, 1), unverified=True),
    ),
    Referral(
        id="r_25b",
        group=WORK,
        title="Nachhaltige Integration",
        says="Aufenthaltserlaubnis bei nachhaltiger Integration („soll“), auch mit einem Titel nach § 104c; § 10 Abs. "
        "3 S. 2 steht nicht zwingend entgegen.",
        when=(CURRENT_STATUS.among("duldung") | _CHANCE) & _SIX_YEARS_OR_FOUR & GERMAN_LEVEL.not_among("none", "a1"),
        cite=(aufenthg("25b", 1), aufenthg("25b", 5, 2)),
        check=(
            "Lebensunterhalt überwiegend durch Arbeit gesichert?",
            "Vier Jahre genügen nur in häuslicher Gemeinschaft mit einem minderjährigen ledigen Kind.",
        ),
        span=Span(since=date(2015, 8, 1), unverified=True),
    ),
    Referral(
        id="r_104c",
        group=WORK,
        title="Chancen-Aufenthaltsrecht",
        says="Mit dem Titel nach § 104c zu § 25a oder § 25b wechseln, bevor er endet.",
        when=_CHANCE,
        cite=(aufenthg("104c", former="a.F."), aufenthg("25a"), aufenthg("25b")),
        span=Span(date(2022, 12, 31), date(2025, 12, 30)),
    ),
    Referral(
        id="r_104c",
        group=WORK,
        title="Früheres Chancen-Aufenthaltsrecht",
        says="Seit dem 31.12.2025 nur noch Übergangsrecht: Der Titel läuft aus und kann nur als § 25a oder § 25b "
        "verlängert werden.",
        when=_CHANCE,
        cite=(aufenthg("104c", "1, 2"), aufenthg("25a"), aufenthg("25b")),
        warning="Ein Antrag auf einen anderen Titel lässt den alten nicht fortgelten (§ 104c Abs. 2 S. 3).",
        span=Span(since=date(2025, 12, 31)),
    ),
    Referral(
        id="r_25_5",
        group=WORK,
        title="Ausreise unmöglich",
        says="Aufenthaltserlaubnis, wenn die Ausreise unverschuldet unmöglich ist (Ermessen; „soll“ nach 18 Monaten "
        "Aussetzung der Abschiebung).",
        when=ENFORCEABLY_REQUIRED_TO_LEAVE.yes,
        cite=(aufenthg("25", 5),),
        check=(
            "Ist die Ausreise aus rechtlichen oder tatsächlichen Gründen auf absehbare Zeit unmöglich, ohne eigenes "
            "Verschulden?",
        ),
    ),
    Referral(
        id="r_25_4b",
        group=WORK,
        title="Ausbeutung bei der Arbeit",
        says="Aufenthaltserlaubnis während des Strafverfahrens gegen den Arbeitgeber, verlängerbar bis zur Zahlung "
        "des Lohns; auch hier gilt die Bedenkzeit.",
        when=EXPLOITATION_FORM.among("labour", "illegal_employment_below_standards"),
        cite=(
            aufenthg("25", "4b"),
            schwarzarbg("10", 1),
            schwarzarbg("11", 1, nr=3),
            aueg("15a"),
            aufenthg("59", 7),
        ),
    ),
)

WORK_HINTS: tuple[Hint, ...] = (
    Hint(
        "r_19d",
        "Qualifizierte Geduldete",
        "Mit Duldung und abgeschlossener Ausbildung, anerkanntem Abschluss oder qualifizierter Beschäftigung: § 19d "
        "prüfen.",
        (aufenthg("19d"),),
    ),
)

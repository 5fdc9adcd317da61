"""Routes to protection: asylum, subsequent application, removal bans, temporary protection."""

from __future__ import annotations

from datetime import date

from pathways.engine.dated import Span
from pathways.engine.routes import Referral
from pathways.law.deadlines import Hint
from pathways.law.facts import (
    ASYLUM_HISTORY,
    ASYLUM_PREVIOUS_REJECTION,
    FEARED_HARM,
    LOCATION,
    NATIONALITY,
    PROTECTION_IN_OTHER_STATE,
    TRANSFER_TO_OTHER_STATE,
)
from pathways.law.referrals.groups import PROTECTION
from pathways.law.sources import asylblg, asylg, aufenthg, eu_2024_1347, eu_2024_1348, gg, ukraine_fgv

_ASYLUM = (
    LOCATION.among("in_germany")
    & ASYLUM_HISTORY.among("never", "intends")
    & FEARED_HARM.among(
        "political",
        "religion_ethnicity",
        "lgbtiq",
        "gender_violence",
        "conscription_refusal",
        "desertion",
        "torture_death_penalty",
        "war_violence",
    )
)
_ASYLUM_WARNING = (
    "Nicht ohne Beratung stellen: Ein Titel nach §§ 22, 23, 25 Abs. 3–5 erlischt. Titel bis zu sechs Monaten und die "
    "Fiktionen des § 81 enden; nur die Fiktion nach § 81 Abs. 4 bleibt, wenn der Titel insgesamt länger als sechs "
    "Monate galt und seine Verlängerung beantragt ist. Danach sperrt § 10 Abs. 1, 3 andere Titel."
)
_ASYLUM_CHECK = (
    "Unbegleitete Minderjährige und Minderjährige ohne Vertretung: Den Antrag stellt das Jugendamt oder der Vormund.",
    "Vor dem Antrag Beratung in Anspruch nehmen; das BAMF muss schriftlich auf die Folgen hinweisen.",
)
_ASYLUM_EFFECTS = (
    aufenthg("51", 1, nr=8),
    asylg("55", 2),
    aufenthg("10", "1, 3"),
    asylg("14", 1, 3),
    asylg("12a"),
    asylg("12b"),
)

PROTECTION_ROUTES: tuple[Referral, ...] = (
    Referral(
        id="r_asylum",
        group=PROTECTION,
        title="Asyl, Flüchtlingsschutz, subsidiärer Schutz",
        says="Asylantrag beim BAMF: Asylberechtigung, Flüchtlingseigenschaft oder subsidiärer Schutz.",
        when=_ASYLUM,
        cite=(
            gg("16a"),
            asylg("3", former="a.F."),
            asylg("4", former="a.F."),
            aufenthg("51", 1, nr=8),
            aufenthg("10", "1, 3"),
        ),
        check=_ASYLUM_CHECK,
        warning=_ASYLUM_WARNING,
        span=Span(until=date(2026, 6, 11)),
    ),
    Referral(
        id="r_asylum",
        group=PROTECTION,
        title="Asyl, Flüchtlingsschutz, subsidiärer Schutz",
        says="Asylantrag beim BAMF: Asylberechtigung, Flüchtlingseigenschaft oder subsidiärer Schutz. Anträge vor dem "
        "12.6.2026 bleiben nach altem Recht (§§ 3, 4 AsylG a.F.) zu beurteilen.",
        when=_ASYLUM,
        cite=(
            gg("16a"),
            asylg("1"),
            asylg("3"),
            eu_2024_1347("13"),
            eu_2024_1347("18"),
            eu_2024_1347("15"),
            asylg("87e", 2),
            *_ASYLUM_EFFECTS,
        ),
        check=(
            *_ASYLUM_CHECK,
            "Unbegleitete Minderjährige: nur enger begrenzte Gründe für „offensichtlich unbegründet“ (§ 30 S. 2 "
            "AsylG).",
        ),
        warning=_ASYLUM_WARNING,
        span=Span(since=date(2026, 6, 12)),
    ),
    Referral(
        id="r_followup",
        group=PROTECTION,
        title="Folgeantrag",
        says="Neuer Asylantrag nach einer Ablehnung oder Rücknahme. Ohne Bleiberecht nur in den Fällen des § 71 Abs. "
        "3 S. 1, 2 AsylG; sonst wird erst nach der Klagefrist und einem ablehnenden Eilbeschluss abgeschoben.",
        when=(ASYLUM_HISTORY.among("rejected_final", "withdrawn") | ASYLUM_PREVIOUS_REJECTION.some) & FEARED_HARM.some,
        cite=(asylg("71"), eu_2024_1348("55"), eu_2024_1348("56")),
        check=("Gibt es neue Tatsachen oder Beweise seit der letzten Entscheidung?",),
        warning="Die Sperren aus der früheren Ablehnung bleiben. Nur mit anwaltlicher Hilfe.",
    ),
    Referral(
        id="r_60_5_7",
        group=PROTECTION,
        title="Nationales Abschiebungsverbot",
        says="Abschiebungsverbot nach § 60 Abs. 5 oder 7; der Titel nach § 25 Abs. 3 soll erteilt werden, für "
        "mindestens ein Jahr. Wer nie Asyl beantragt hat, wendet sich an die Ausländerbehörde, die das BAMF beteiligt.",
        when=ASYLUM_HISTORY.among("never", "rejected_final", "inadmissible", "revoked")
        & FEARED_HARM.among("lacking_treatment", "destitution", "torture_death_penalty", "war_violence"),
        cite=(
            aufenthg("60", "5, 7"),
            aufenthg("72", 2),
            asylg("42"),
            aufenthg("25", 3),
            aufenthg("26", 1, 3),
            aufenthg("60a", "2c"),
        ),
        check=(
            "Bei Krankheit: lebensbedrohlich oder schwerwiegend und durch die Abschiebung wesentlich schlechter (§ 60 "
            "Abs. 7 S. 3–5), mit qualifizierter Bescheinigung.",
            "Läuft neben dem Verbot noch eine Klage auf internationalen Schutz?",
        ),
        warning="Gefahren im Herkunftsland zählen bei § 25 Abs. 4 S. 1 nicht; sie schaden dort aber auch nicht.",
    ),
    Referral(
        id="r_inadmissible_other_state",
        group=PROTECTION,
        title="Schutz oder Zuständigkeit in einem anderen EU-Staat",
        says="Ein Asylantrag ist unzulässig, wenn ein anderer EU-Staat schon Schutz gewährt; bei Überstellung ist "
        "dieser Staat zuständig.",
        when=PROTECTION_IN_OTHER_STATE.among("eu_state") | TRANSFER_TO_OTHER_STATE.yes,
        cite=(asylg("29", nr=2), asylblg("1", 4, nr=1)),
        warning="Leistungen sind dann fast ausgeschlossen: sofort beraten lassen.",
    ),
    Referral(
        id="r_24",
        group=PROTECTION,
        title="Vorübergehender Schutz (Ukraine)",
        says="Aufenthaltserlaubnis nach § 24. Am 1.2.2026 gültige Erlaubnisse gelten bis zum 4.3.2027 fort.",
        when=NATIONALITY.among("UA"),
        cite=(
            aufenthg("24"),
            ukraine_fgv("2"),
            aufenthg("24", "3–5"),
            asylblg("1", 1, nr=8),
            asylblg("1", 1, nr="1b"),
        ),
        check=(
            "Auch ohne ukrainische Staatsangehörigkeit: Schutz, Daueraufenthalt oder Familie in der Ukraine am "
            "24.2.2022?",
        ),
        warning="Verteilung auf die Länder; AsylbLG nur in besonderen Fällen.",
    ),
    Referral(
        id="r_72_2",
        group=PROTECTION,
        title="Beteiligung des BAMF bei Gefahren im Herkunftsland",
        says="Über Abschiebungsverbote entscheidet die Ausländerbehörde nur nach Beteiligung des BAMF.",
        when=FEARED_HARM.some & LOCATION.among("in_germany") & ASYLUM_HISTORY.among("never"),
        cite=(aufenthg("72", 2), asylg("42"), aufenthg("25", 3)),
        warning="Solche Gefahren zählen bei § 25 Abs. 4 S. 1 nicht, sperren ihn aber auch nicht.",
    ),
)

PROTECTION_HINTS: tuple[Hint, ...] = (
    Hint(
        "r_safe_country",
        "Sicherer Herkunftsstaat",
        "Steht die Staatsangehörigkeit in den Listen sicherer Herkunftsstaaten? Dann drohen ein Arbeitsverbot und ein "
        "Einreiseverbot.",
        (asylg("29a"), asylg("29b"), aufenthg("60a", 6, 1, nr=3), aufenthg("11", 7)),
    ),
)

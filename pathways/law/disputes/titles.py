"""Disputes about the demands of one of the eight titles."""

from __future__ import annotations

from pathways.engine.pathway import Dispute, Position
from pathways.law.sources import aufenthg, bt, decision, emrk, gg, paper, rule, stgb
from pathways.law.sources import decisions as d
from pathways.law.sources.papers import KOK
from pathways.law.sources.rules import AA_INSTRUCTION, HAMBURG_VICTIMS

ANY_PERMIT_FOR_25_4_2 = Dispute(
    1,
    "Setzt § 25 Abs. 4 S. 2 AufenthG eine Aufenthaltserlaubnis derselben Art voraus, oder genügt jede "
    "Aufenthaltserlaubnis, auch eine nach Visumverfahren? (Einig ist man, dass es überhaupt eine zu "
    "verlängernde Aufenthaltserlaubnis geben muss: VGH BW 9.2.2005 – 11 S 1099/04.)",
    (
        Position(
            "Jede Aufenthaltserlaubnis genügt: Das Gesetz spricht von „einer Aufenthaltserlaubnis“, und die "
            "Begründung stellt auf den schon rechtmäßigen Aufenthalt ab.",
            (aufenthg("25", 4, 2, quote="eine Aufenthaltserlaubnis"), bt("15/420", "S. 80")),
        ),
        Position(
            "Nur humanitäre Aufenthaltserlaubnisse oder nur solche nach § 25 Abs. 4 S. 1 AufenthG können nach "
            "Satz 2 verlängert werden.",
            (aufenthg("25", 4),),
            unverified=True,
        ),
    ),
)
EXTENDABLE_AFTER_REFUSAL = Dispute(
    2,
    "Kann nach § 25 Abs. 4 S. 2 AufenthG noch verlängert werden, wenn die Person gerade durch die Ablehnung "
    "vollziehbar ausreisepflichtig geworden ist, und erhält § 81 Abs. 4 AufenthG die Verlängerbarkeit?",
    (
        Position(
            "Ja: Satz 2 weicht von § 8 Abs. 1 und 2 ab, und rechtmäßiger Aufenthalt bestand bei Antragstellung.",
            (aufenthg("25", 4, 2), aufenthg("81", 4, 1)),
        ),
        Position(
            "Nein: Mit der Ablehnung ist kein rechtmäßiger Aufenthalt mehr da, an den eine Verlängerung "
            "anknüpfen könnte.",
            (aufenthg("84", 1, nr=1), aufenthg("58", 2, 2)),
        ),
    ),
)
DISCONTINUED_CASE_FOR_4A3 = Dispute(
    6,
    "Eröffnet auch die Einstellung des Strafverfahrens die Verlängerung nach § 25 Abs. 4a S. 3 AufenthG?",
    (
        Position(
            "Ja: Eine Verurteilung ist nicht nötig, das Gesetz verlangt nur die Beendigung des Strafverfahrens.",
            (aufenthg("25", "4a", 3), rule(HAMBURG_VICTIMS)),
        ),
        Position("In der Praxis endet der Titel meist mit der Einstellung.", (paper(KOK),)),
    ),
)
VICTIM_TEST_FOR_4A3 = Dispute(
    7,
    "Wie streng ist die Opfereigenschaft bei § 25 Abs. 4a S. 3 AufenthG zu prüfen, wenn für Satz 1 die "
    "Einschätzung der Staatsanwaltschaft genügt?",
    (
        Position(
            "Bei Satz 3 muss die Opfereigenschaft erwiesen sein; ein nicht erhärteter Verdacht genügt nicht mehr.",
            (decision(d.OVG_BREMEN_VICTIM_PROVEN),),
        ),
        Position(
            "Schon Satz 1 setzt ein „Opfer“ voraus; wer den Titel danach erhalten hat, ist bei Satz 3 nicht noch "
            "einmal strenger zu prüfen.",
            (aufenthg("25", "4a", 1, quote="Opfer"), stgb("232–233a")),
        ),
    ),
)
DECLARATION_JUSTICIABLE = Dispute(
    8,
    "Ist die Aufnahmeerklärung nach § 22 S. 2 AufenthG gerichtlich überprüfbar, und kann man sich gegen ihren "
    "Widerruf oder Wegfall wehren?",
    (
        Position(
            "Die Erklärung ist eine politische Entscheidung der Regierung ohne Außenwirkung; auf sie kann vor "
            "der Einreise nicht vertraut werden, höchstens Willkür wird geprüft.",
            (
                decision(d.OVG_BB_DECLARATION),
                decision(d.OVG_BB_DECLARATION_2),
                decision(d.VG_BERLIN_ARBITRARINESS),
                decision(d.VG_BERLIN_NO_RELIANCE),
            ),
        ),
        Position(
            "Die Abkehr von einer Erklärung kann rechtswidrig sein: Visumanspruch bei willkürlicher Abkehr, "
            "Vertrauensschutz nach der Einreise (der zweite Fall betraf eine Person in Deutschland). Das "
            "Bundesverfassungsgericht hat das Recht auf das Visum offengelassen.",
            (
                decision(d.VG_BERLIN_VISA_CLAIM),
                decision(d.OVG_BREMEN_RELIANCE),
                decision(d.BVERFG_TIMELY_VISA_DECISION),
            ),
        ),
    ),
)
FAMILY_HARDSHIP_FOR_22_1 = Dispute(
    9,
    "Gibt es in extremen familiären Härtefällen während der Aussetzung des § 36a AufenthG ein Recht auf ein Visum "
    "nach § 22 S. 1 AufenthG?",
    (
        Position(
            "Nein, es bleibt beim Ermessen nach den Maßstäben der internen Weisung.",
            (aufenthg("22", satz=1), rule(AA_INSTRUCTION)),
        ),
        Position(
            "Ja, im Einzelfall: Art. 6 GG ist über § 22 AufenthG zu verwirklichen, wenn der Nachzug sonst "
            "ausgesetzt ist.",
            (gg("6"), decision(d.VG_BERLIN_CHILD_ILL), decision(d.BVERWG_COMING_OF_AGE)),
        ),
    ),
)
LAPSED_STATE_ORDERS = Dispute(
    12,
    "Begründen ausgelaufene Landesaufnahmeanordnungen nach § 23 Abs. 1 AufenthG in Härtefällen noch Ansprüche auf "
    "Gleichbehandlung?",
    (
        Position("Nein: Mit der Anordnung endet die Grundlage.", (aufenthg("23", 1, 1),)),
        Position(
            "Ja, soweit die Anordnung tatsächlich weiter angewandt wird.",
            (gg("3", 1), decision(d.BVERWG_EQUAL_TREATMENT)),
        ),
    ),
)
ROOTS_FOR_25_4_1 = Dispute(
    13,
    "Können lange verwurzelte Menschen über Art. 8 EMRK „dringende persönliche Gründe“ nach § 25 Abs. 4 S. 1 "
    "AufenthG haben, obwohl der Titel nur vorübergehend ist?",
    (
        Position(
            "Nein: Satz 1 trägt nur einen vorübergehenden Aufenthalt.",
            (aufenthg("25", 4, 1, quote="vorübergehende weitere Anwesenheit"), decision(d.OVG_NDS_TEMPORARY)),
        ),
        Position(
            "Art. 8 EMRK ist zu beachten; der Weg führt dann über § 25 Abs. 5 oder § 25b AufenthG.",
            (emrk("8"), aufenthg("25", 5), aufenthg("25b")),
        ),
    ),
)
LIMITS_OF_CHANGE = Dispute(
    19,
    "Schließen die Zweckwechselgrenzen der Titel für Schulbesuch, Austausch und Ähnliches (§ 16f Abs. 3, § 17 Abs. 3 "
    "AufenthG) § 25 Abs. 4 AufenthG aus?",
    (
        Position(
            "Ja: § 25 Abs. 4 S. 2 AufenthG weicht nur von § 8 AufenthG ab (vergleichbar zur früheren Vorschrift: "
            "OVG Nds).",
            (aufenthg("16f", 3), aufenthg("17", 3), decision(d.OVG_NDS_PURPOSES, "LS 3")),
        ),
        Position("Nein: Humanitäre Titel liegen außerhalb dieser Grenzen.", (aufenthg("25", 4, 2),)),
    ),
)
STRICT_CLAIM_FOR_22_2 = Dispute(
    20,
    "Ist § 22 S. 2 AufenthG in Deutschland während oder nach einem Asylverfahren ein gesetzlicher Anspruch im Sinne "
    "des § 10 AufenthG, auch wenn von Voraussetzungen des § 5 Abs. 1 AufenthG nur nach Ermessen abgesehen wird?",
    (
        Position(
            "Nein: Ein strikter Anspruch liegt nur vor, wenn alle zwingenden und regelmäßigen Voraussetzungen "
            "erfüllt sind.",
            (decision(d.BVERWG_STRICT_CLAIM, "LS 2"),),
        ),
        Position("Ja: Der Titel „ist zu erteilen“.", (aufenthg("22", satz=2, quote="ist zu erteilen"),)),
    ),
)

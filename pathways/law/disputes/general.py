"""Disputes about the general requirements, the bars and the frame of all titles."""

from __future__ import annotations

from pathways.engine.pathway import Dispute, Position
from pathways.law.sources import asylg, aufenthg, decision, eu_2024_1348, freizuegg, rl_2004_81
from pathways.law.sources import decisions as d

_BEFORE_GEAS = "i.d.F. vom 27.2.2024"

SECTION_5_FOR_25_4_2 = Dispute(
    3,
    "Gelten die allgemeinen Voraussetzungen des § 5 AufenthG (Lebensunterhalt, Pass) überhaupt für § 25 Abs. 4 "
    "S. 2 AufenthG, der von § 8 Abs. 1 AufenthG abweicht?",
    (
        Position(
            "Ja, sie gelten; von ihnen kann nach Ermessen abgesehen werden.",
            (aufenthg("5", 1), aufenthg("5", 3, 2)),
            unverified=True,
        ),
        Position(
            "Nein: § 8 Abs. 1 AufenthG, der sie bei der Verlängerung anwendbar macht, ist gerade abbedungen.",
            (aufenthg("25", 4, 2), aufenthg("8", 1)),
            unverified=True,
        ),
    ),
)
SECURITY_BAR_FOR_23A = Dispute(
    4,
    "Sperrt § 5 Abs. 4 AufenthG auch die Aufenthaltserlaubnis nach § 23a AufenthG? (In der Praxis scheitern "
    "solche Fälle an den Ausschlussgründen der Länder und an § 23a Abs. 1 S. 3 AufenthG.)",
    (
        Position(
            "Nein: § 23a AufenthG weicht von allen Erteilungsvoraussetzungen ab.",
            (aufenthg("23a", 1, 1),),
            unverified=True,
        ),
        Position(
            "Ja: § 5 Abs. 4 AufenthG ist ein Versagungsgrund und keine Erteilungsvoraussetzung.",
            (aufenthg("5", 4),),
            unverified=True,
        ),
    ),
)
ASYLUM_BARS_FOR_VICTIMS = Dispute(
    5,
    "Sind die Sperren des § 10 Abs. 1 und Abs. 3 S. 2 AufenthG für den Soll-Titel des § 25 Abs. 4a AufenthG mit "
    "der Richtlinie 2004/81/EG vereinbar?",
    (
        Position(
            "Die Sperre greift nach dem Wortlaut: Eine Soll-Norm gibt keinen gesetzlichen Anspruch.",
            (aufenthg("10", 1, 1), aufenthg("10", 3, 2), decision(d.BVERWG_STRICT_CLAIM)),
        ),
        Position(
            "Die Richtlinie sieht den Aufenthaltstitel für Opfer vor, die mit den Behörden zusammenarbeiten; "
            "die Sperre muss dahinter zurücktreten.",
            (rl_2004_81("8", unverified=True),),
        ),
    ),
)
QUALIFIED_REJECTION_2024_TO_2026 = Dispute(
    10,
    "Sperrt eine Ablehnung als offensichtlich unbegründet nach § 30 Abs. 1 Nr. 3–7 AsylG (Fassung vom 27.2.2024 "
    "bis 11.6.2026) seit dem 12.6.2026 noch jeden Titel nach § 10 Abs. 3 S. 2 AufenthG?",
    (
        Position(
            "Nein: Die neue Fassung nennt diese Nummern nicht mehr, sondern nur noch Art. 42 VO (EU) 2024/1348.",
            (aufenthg("10", 3, 2), eu_2024_1348("42", unverified=True)),
        ),
        Position(
            "Ja: Die Sperre besteht nach ihrem Zweck fort; alte Anträge bleiben unter altem Recht.",
            (asylg("30", 1, nr="3–7", former=_BEFORE_GEAS), asylg("87e")),
        ),
    ),
)
RUSSIAN_CONSCRIPTS = Dispute(
    11,
    "Haben russische Wehrpflichtige, die nicht desertiert sind, Anspruch auf subsidiären Schutz?",
    (
        Position(
            "Im Allgemeinen nein (anders für Tschetschenien).",
            (decision(d.OVG_BB_RU_CONSCRIPTS), decision(d.OVG_BB_RU_CONSCRIPTS_2)),
        ),
        Position(
            "Ja, ihnen ist subsidiärer Schutz zuzuerkennen.",
            (
                decision(d.VG_BERLIN_CONSCRIPTS_1),
                decision(d.VG_BERLIN_CONSCRIPTS_2),
                decision(d.VG_BERLIN_CONSCRIPTS_3),
            ),
        ),
    ),
)
OLD_REJECTIONS_AFTER_GEAS = Dispute(
    15,
    "Welche Wirkung haben vor dem 12.6.2026 ergangene Ablehnungen als unzulässig oder offensichtlich unbegründet "
    "seit der GEAS-Reform für § 10 AufenthG?",
    (
        Position(
            "Sie wirken wie nach dem Recht, unter dem sie ergangen sind.",
            (asylg("87e"), aufenthg("104", 19)),
            unverified=True,
        ),
        Position(
            "Es gilt allein die neue Fassung des § 10 AufenthG.",
            (aufenthg("10", 3),),
            unverified=True,
        ),
    ),
)
OVERSTAY_BAN = Dispute(
    16,
    "Hindert ein Einreise- und Aufenthaltsverbot wegen versäumter Ausreisefrist (§ 11 Abs. 6 AufenthG) noch einen "
    "Titel, obwohl „Absatz 1 Satz 2“, auf den verwiesen wird, seit dem 27.2.2024 ein anderer Satz ist?",
    (
        Position("Ja, nach dem Zweck der Verweisung.", (aufenthg("11", 6, 2), aufenthg("11", 1, 3)), unverified=True),
        Position("Nein, nach dem Wortlaut.", (aufenthg("11", 6, 2), aufenthg("11", 1, 2)), unverified=True),
    ),
)
SUSPENSION_AND_NEW_SUBSIDIARY_TITLES = Dispute(
    17,
    "Erfasst die Aussetzung des Familiennachzugs nach § 104 Abs. 14 AufenthG („§ 25 Absatz 2 Satz 1 zweite "
    "Alternative“) auch subsidiäre Titel, die seit dem 12.6.2026 auf § 25 Abs. 2 S. 2 AufenthG beruhen?",
    (
        Position("Ja: Es handelt sich um ein Redaktionsversehen.", (aufenthg("104", 14, 1),)),
        Position(
            "Nein: Der Wortlaut nennt diese Titel nicht.",
            (aufenthg("104", 14, 1), aufenthg("25", 2, 2)),
        ),
    ),
)
FREE_MOVEMENT_AND_TITLES = Dispute(
    18,
    "Können Unionsbürgerinnen und Unionsbürger, Staatsangehörige der EWR-Staaten und der Schweiz und ihre Familien "
    "einen der acht Titel erhalten, ohne dass der Verlust ihres Freizügigkeitsrechts festgestellt ist?",
    (
        Position(
            "Ja, soweit das AufenthG eine günstigere Rechtsstellung gibt.",
            (freizuegg("11", 14, 1),),
        ),
        Position(
            "Nein: Das Freizügigkeitsrecht geht vor und genügt; bei § 23a AufenthG fehlt ohne "
            "Verlustfeststellung auch die Ausreisepflicht.",
            (aufenthg("1", 2, nr=1), freizuegg("7")),
        ),
    ),
)
BAR_WITHOUT_WARNING = Dispute(
    21,
    "Greift die Sperre des § 10 Abs. 3 S. 2 AufenthG auch, wenn der schriftliche Hinweis nach § 14 Abs. 1 S. 3 AsylG "
    "fehlt?",
    (
        Position("Nein, ohne den Hinweis keine Sperre.", (asylg("14", 1, 3), decision(d.OVG_LSA_WARNING))),
        Position(
            "Ja, der Wortlaut macht keine Ausnahme; eine weitere Entscheidung ist nicht bekannt.",
            (aufenthg("10", 3, 2),),
            unverified=True,
        ),
    ),
)

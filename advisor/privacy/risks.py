"""The risks to the people concerned that a DPIA has to weigh, each with the measures against it and what remains."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.privacy.measures import measures
from advisor.privacy.parts import Table, blank


@dataclass(frozen=True, slots=True)
class Risk:
    """What could happen, to whom it would do what, the ids of the measures against it, and what they leave open."""

    what: str
    harm: str
    against: tuple[str, ...]
    remains: str


RISKS = (
    Risk(
        "Fremde kommen an einen Fall: erratenes Passwort, gestohlene Sitzung, liegen gelassenes Gerät",
        "Verfolgung, Gewalt, Rache der Täter, Ausgrenzung; auch gegen Angehörige im Herkunftsland",
        ("login", "factor", "session", "transport", "browser"),
        "Wer ein angemeldetes Gerät benutzt, sieht, was die Person sehen darf.",
    ),
    Risk(
        "Neugier oder Missbrauch in der eigenen Stelle, Zugriff einer anderen Stelle",
        "Vertrauensbruch, Bloßstellung, Weitergabe an Dritte",
        ("roles", "log"),
        "Wer zum Team gehört, kann lesen und abschreiben. Das Protokoll schreckt ab, verhindert es aber nicht.",
    ),
    Risk(
        "Datenbank oder Sicherung gerät in falsche Hände: Diebstahl, Einbruch, Fehler des Betreibers",
        "Alle Fälle der Stelle werden auf einmal bekannt",
        ("sealed", "backup", "names"),
        "Wer auch den Hauptschlüssel hat oder den laufenden Server beherrscht, kann lesen.",
    ),
    Risk(
        "Behörden verlangen die Herausgabe oder beschlagnahmen den Server",
        "Angaben, die Ratsuchende im Vertrauen gemacht haben, werden gegen sie verwendet",
        ("sealed", "deletion", "retention", "questions"),
        "Was gespeichert ist, kann verlangt werden. Ob ein Zeugnisverweigerungsrecht oder Beschlagnahmeverbot hilft, "
        "muss der Träger klären.",
    ),
    Risk(
        "Es wird mehr gefragt oder notiert, als für die Beratung nötig ist",
        "Ratsuchende offenbaren Traumata, Krankheiten oder Straftaten ohne Nutzen",
        ("questions", "names"),
        "Freie Notizen kann das Programm nicht begrenzen.",
    ),
    Risk(
        "Das Ergebnis ist falsch oder wird für eine Entscheidung gehalten",
        "Ein möglicher Weg oder eine Frist wird versäumt; Verlust des Aufenthalts",
        ("updates", "tests"),
        "Regeln können falsch oder veraltet sein. Jedes Ergebnis zeigt seine Gründe und muss von einer "
        "rechtskundigen Person geprüft werden.",
    ),
    Risk(
        "Antworten gehen verloren oder werden unbemerkt verändert",
        "Falsche Beratung, versäumte Fristen",
        ("updates", "log", "limits", "backup"),
        "Was seit der letzten Sicherung entstanden ist, geht bei einem Totalausfall verloren.",
    ),
    Risk(
        "Daten bleiben länger als nötig oder tauchen nach dem Löschen wieder auf",
        "Angaben holen die Person Jahre später ein",
        ("deletion", "retention"),
        "Ohne eingestellte Fristen löscht nichts von selbst. Ausdrucke, Downloads und eigene Kopien der Sicherungen "
        "erreicht das Programm nicht.",
    ),
    Risk(
        "Betroffene erfahren nicht, was gespeichert ist, oder bekommen Angaben über andere",
        "Rechte lassen sich nicht ausüben; Dritte werden bloßgestellt",
        ("disclosure", "log"),
        "Ob eine Notiz andere Personen betrifft, muss ein Mensch entscheiden.",
    ),
)


def table() -> Table:
    """The risks with measures and what remains; how likely and how grave each is, is for the office to say."""
    by_id = {measure.id: measure for measure in measures()}
    rows = []
    for risk in RISKS:
        against = tuple(by_id[each].title for each in risk.against)
        weight = (f"Schwere: {blank()}", f"Wahrscheinlichkeit: {blank()}")
        rows.append((risk.what, (risk.harm, *weight), against, risk.remains))
    heads = ("Risiko", "Folgen für die Betroffenen", "Maßnahmen", "Was bleibt")
    return Table("Risiken, Maßnahmen und was bleibt", heads, tuple(rows))

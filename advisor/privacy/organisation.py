"""The technical and organisational measures of Art. 32 GDPR: the program's own, and gaps for those of the office."""

from __future__ import annotations

from advisor.accounts.models import Office
from advisor.privacy import recipients, retention
from advisor.privacy.head import reservation
from advisor.privacy.measures import LIMITS, SOURCE, Aim, table
from advisor.privacy.parts import Bullets, Paragraph, Section, blank

_OFFICE = (
    ("Zutritt zu Räumen, Schränken und zum Server", "wer hat Schlüssel, wie ist der Serverraum gesichert"),
    ("Rechner der Mitarbeitenden", "verschlüsselte Datenträger, Bildschirmsperre, Aktualisierungen, private Geräte"),
    ("Server", "Betriebssystem, Aktualisierungen, verschlüsselte Datenträger, Zugang der Administration"),
    ("Hauptschlüssel", "wo er liegt, wer ihn hat, wo die zweite Kopie ist"),
    ("Sicherungen", "wohin, wie oft, wer prüft sie, wann zuletzt eine Wiederherstellung geprobt wurde"),
    ("Täglicher Lauf und Prüfung des Protokolls", "wann sie laufen, wer die Meldungen liest"),
    ("Letzter Prüfwert des Protokolls", "wo er außerhalb des Servers aufbewahrt wird"),
    ("Ausdrucke, heruntergeladene Dateien, E-Mails", "Aufbewahrung, Aktenvernichtung, verschlüsselter Versand"),
    ("Rollen", "wer sie vergibt, wann sie überprüft werden, was beim Ausscheiden geschieht"),
    ("Verpflichtung und Schulung (Art. 29, Art. 32 Abs. 4 DSGVO)", "Vertraulichkeit, § 203 StGB, soweit er gilt"),
    ("Datenpannen (Art. 33, 34 DSGVO)", "wer entscheidet, wer binnen 72 Stunden meldet"),
    ("Überprüfung dieser Maßnahmen (Art. 32 Abs. 1 Buchst. d DSGVO)", "wann, durch wen"),
)


def organisation(office: Office) -> tuple[Section, ...]:
    """The measures for one office."""
    return (
        reservation(),
        *_of_the_program(),
        Section(
            "Wer was darf und wie lange Fälle bleiben",
            (recipients.roles(), retention.periods(office), Paragraph(retention.AFTER), Paragraph(retention.BACKUPS)),
            "Art. 5 Abs. 1 Buchst. e, f, Art. 25 DSGVO",
        ),
        Section("Wogegen das Programm nicht schützt", (Bullets(LIMITS),)),
        Section(
            "Maßnahmen des Trägers",
            (Bullets(tuple(f"{title}: {blank(what)}" for title, what in _OFFICE)),),
            "Art. 24, Art. 32 DSGVO",
        ),
    )


def _of_the_program() -> tuple[Section, ...]:
    sections = [Section(aim.value, (table(aim),)) for aim in Aim]
    first = Section(
        "Maßnahmen des Programms",
        (
            Paragraph(
                f"Neben jeder Maßnahme steht die Nummer der Zusage in {SOURCE} im Quelltext des Programms. Dort "
                "stehen der Test, der sie hält, und was sie nicht abdeckt. Zahlen sind die Einstellungen dieser "
                "Installation."
            ),
        ),
        "Art. 32 Abs. 1 DSGVO",
    )
    return (first, *sections)

"""What the program itself does for the security of the data, each with its promises in docs/security.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.contrib.auth.password_validation import MinimumLengthValidator, get_default_password_validators

from advisor.backup.save import KEEP_KEYS_DAYS
from advisor.cases.team import OUTSIDE_HOURS
from advisor.lifecycle.wastebin import UNDO_DAYS
from advisor.logbook.models import Action
from advisor.privacy.parts import Table, blank
from advisor.vault.safe import SECRET_BYTES, STEP_BYTES

SOURCE = "docs/security.md"


class Aim(StrEnum):
    """What a measure is for, by the letters of Art. 32 Abs. 1 GDPR."""

    SECRECY = "Pseudonymisierung und Verschlüsselung (Art. 32 Abs. 1 Buchst. a DSGVO)"
    ACCESS = "Vertraulichkeit: wer sich anmeldet und wer was sieht (Art. 32 Abs. 1 Buchst. b DSGVO)"
    INTEGRITY = "Integrität: nichts unbemerkt geändert (Art. 32 Abs. 1 Buchst. b DSGVO)"
    STANDING = "Verfügbarkeit und Belastbarkeit (Art. 32 Abs. 1 Buchst. b DSGVO)"
    RECOVERY = "Rasche Wiederherstellung (Art. 32 Abs. 1 Buchst. c DSGVO)"
    REVIEW = "Regelmäßige Überprüfung (Art. 32 Abs. 1 Buchst. d DSGVO)"
    DESIGN = "Datenschutz durch Gestaltung des Programms (Art. 25 DSGVO)"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is done, in two words and in full, what for, and the numbers of the promises it keeps."""

    id: str
    title: str
    aim: Aim
    text: str
    promises: tuple[int, ...]


def measures() -> tuple[Measure, ...]:
    """All measures, with the numbers this installation is set to."""
    return (*_secrecy(), *_access(), *_integrity(), *_standing(), *_design())


def _secrecy() -> tuple[Measure, ...]:
    return (
        Measure(
            "sealed",
            "Verschlüsselung je Fall",
            Aim.SECRECY,
            "Antworten, Notizen, Bezeichnungen von Personen, Rückfragen, Ergebnisse und Memos liegen "
            f"verschlüsselt in der Datenbank (AES-{SECRET_BYTES * 8}-GCM), jeder Fall mit eigenem Schlüssel, gebunden "
            f"an Fall und Feld. Längen werden auf {STEP_BYTES} Byte gerundet. Der Hauptschlüssel liegt außerhalb der "
            "Datenbank und lässt sich im Betrieb wechseln.",
            (7,),
        ),
        Measure(
            "names",
            "Keine Namen nötig",
            Aim.SECRECY,
            "Ein Fall braucht keinen Namen, ein Aktenzeichen genügt. Adressen, Seitentitel, Dateinamen und das "
            "Protokoll des Servers enthalten nichts aus Fällen.",
            (13,),
        ),
        Measure(
            "transport",
            "Verschlüsselte Verbindung",
            Aim.SECRECY,
            _transport(),
            (5,),
        ),
    )


def _transport() -> str:
    days = settings.SECURE_HSTS_SECONDS // 86_400
    told = f" Browser merken sich {days} Tage lang, nur verschlüsselt zu kommen (HSTS)." if days else ""
    if settings.SECURE_SSL_REDIRECT:
        return f"Wer unverschlüsselt anfragt, wird auf TLS umgeleitet.{told}"
    return (
        f"TLS erzwingt auf dieser Installation nicht das Programm, sondern {blank('womit TLS erzwungen wird')}.{told}"
    )


def _access() -> tuple[Measure, ...]:
    factor = (
        "Für alle Konten ist ein zweiter Faktor Pflicht (App oder Sicherheitsschlüssel, mit Ersatzcodes)."
        if settings.SECOND_FACTOR_REQUIRED
        else "Ein zweiter Faktor ist möglich, auf dieser Installation aber NICHT Pflicht."
    )
    return (
        Measure(
            "login",
            "Nur auf Einladung",
            Aim.ACCESS,
            "Ohne Anmeldung ist nichts zu sehen außer Anmeldung, Impressum, Datenschutz, Barrierefreiheit und "
            "technischen Auskünften ohne Inhalt. Konten gibt es nur auf Einladung der Stelle.",
            (1,),
        ),
        Measure(
            "roles",
            "Rollen und Trennung der Stellen",
            Aim.ACCESS,
            "Jede Seite verlangt eine Rolle; was nicht ausdrücklich erlaubt ist, ist verboten. Stellen sind streng "
            "getrennt. In der Stelle sieht einen Fall nur, wer zuständig ist oder dazugehört; alle anderen "
            f"Beratenden nur mit Begründung, die im Protokoll steht, und für {OUTSIDE_HOURS} Stunden.",
            (2,),
        ),
        Measure(
            "factor",
            "Zweiter Faktor und Passwörter",
            Aim.ACCESS,
            f"{factor} Passwörter haben mindestens {_shortest_password()} Zeichen und liegen nur als Prüfwert vor "
            f"({get_hasher().algorithm}). Versuche werden gezählt und gebremst. Ein neues Passwort beendet andere "
            "Sitzungen.",
            (3,),
        ),
        Measure(
            "session",
            "Sitzungen",
            Aim.ACCESS,
            f"Nach {settings.SESSION_IDLE_AGE // 60} Minuten ohne Tätigkeit wird abgemeldet, spätestens nach "
            f"{settings.SESSION_COOKIE_AGE // 3600} Stunden. Alle sehen ihre Sitzungen und können sie beenden. Browser "
            "werden angewiesen, keine Seiten aus Fällen zu speichern.",
            (4, 6),
        ),
        Measure(
            "browser",
            "Schutz im Browser",
            Aim.ACCESS,
            "Seiten laden nichts von fremden Servern; eine Content Security Policy verbietet eingebettete Skripte. "
            "Der PDF-Schreiber erreicht weder Dateien noch das Netz. Eingaben werden überall als Text gezeigt; "
            "eigene Texte der Redaktion gibt es noch nicht.",
            (5, 11, 12),
        ),
    )


def _shortest_password() -> int:
    validators = get_default_password_validators()
    return max((each.min_length for each in validators if isinstance(each, MinimumLengthValidator)), default=0)


def _integrity() -> tuple[Measure, ...]:
    return (
        Measure(
            "log",
            "Protokoll",
            Aim.INTEGRITY,
            f"Ein Protokoll hält {len(Action)} Arten von Vorgängen fest, auch jedes Ansehen eines Falls. Die "
            "Datenbank selbst lässt es nicht ändern oder löschen; eine Prüfsummenkette deckt Eingriffe auf (Befehl "
            "verify_log).",
            (10,),
        ),
        Measure(
            "updates",
            "Nichts überschreiben",
            Aim.INTEGRITY,
            "Eine Eingabe gilt erst als gespeichert, wenn sie in der Datenbank steht. Ändern zwei dasselbe, wird "
            "nichts überschrieben. Falsche Eingaben werden mit einer Meldung abgelehnt; verändertes Verschlüsseltes "
            "wird erkannt.",
            (7, 14, 15),
        ),
    )


def _standing() -> tuple[Measure, ...]:
    return (
        Measure(
            "limits",
            "Grenzen",
            Aim.STANDING,
            "Größen von Anfragen und die Zahl erzeugter PDF sind begrenzt. Fällt die Datenbank aus, bleibt im "
            "Formular stehen, was getippt wurde.",
            (14, 15),
        ),
        Measure(
            "backup",
            "Sicherung",
            Aim.RECOVERY,
            "Sicherung und Wiederherstellung sind je ein Befehl. Sicherungen sind verschlüsselt, werden nach dem "
            "Schreiben geprüft und enthalten den Hauptschlüssel nicht.",
            (16,),
        ),
        Measure(
            "tests",
            "Tests und festgelegte Versionen",
            Aim.REVIEW,
            "Jede Zusage hat einen Test, der bei jeder Änderung des Programms läuft. Fremde Programmteile sind auf "
            "Versionen und Prüfsummen festgelegt.",
            (18,),
        ),
    )


def _design() -> tuple[Measure, ...]:
    return (
        Measure(
            "questions",
            "Sparsame Fragen",
            Aim.DESIGN,
            "Eine Frage erscheint erst, wenn frühere Antworten sie nötig machen. Jede Frage nennt ihren Zweck, jede "
            "darf offen bleiben.",
            (),
        ),
        Measure(
            "deletion",
            "Löschen mit dem Schlüssel",
            Aim.DESIGN,
            "Wer einen Fall löscht, vernichtet seinen Schlüssel; dann sind auch Kopien in Sicherungen nicht mehr "
            f"lesbar, sobald die alten Schlüsseldateien fort sind ({KEEP_KEYS_DAYS} Tage). {UNDO_DAYS} Tage lässt es "
            "sich rückgängig machen. Ein Löschnachweis ohne Angaben zur Person bleibt.",
            (8,),
        ),
        Measure(
            "retention",
            "Fristen",
            Aim.DESIGN,
            "Fälle werden nach Fristen der Stelle gelöscht; eine Vorschau zeigt vorher, was gelöscht würde.",
            (9,),
        ),
        Measure(
            "disclosure",
            "Auskunft",
            Aim.DESIGN,
            "Auskunft und Datenübertragung (Art. 15, 20 DSGVO) entstehen in einem Schritt; andere Personen bleiben "
            "verborgen.",
            (17,),
        ),
    )


# Said wherever measures are listed: a document that only praises is of no use to whoever has to judge.
LIMITS = (
    "Wer den laufenden Server beherrscht oder seinen Betreiber zwingt, kann lesen, was der Server liest. Dagegen "
    "hilft die Verschlüsselung nicht.",
    "In Klarschrift stehen in der Datenbank: Aktenzeichen, Art, Stand und Tage eines Falls, Namen und Rollen der "
    "Mitarbeitenden, wer wann was getan hat, die Fassung der Regeln und die gerundete Länge des Verschlüsselten.",
    "Heruntergeladene, gedruckte oder versandte Memos, Auskünfte und Falldateien liegen außerhalb des Programms.",
    "Das Protokoll erkennt man nur dann als ganz neu geschrieben, wenn sein letzter Prüfwert auch woanders "
    "aufbewahrt wird.",
)


def table(aim: Aim) -> Table:
    """The measures for one aim."""
    return Table(
        aim.value,
        ("Maßnahme", "Was geschieht", "Zusage"),
        tuple((each.title, each.text, promised(each.promises)) for each in measures() if each.aim is aim),
    )


def promised(numbers: tuple[int, ...]) -> str:
    """Where the promises and their tests stand."""
    return f"{SOURCE}, Nr. {', '.join(map(str, numbers))}" if numbers else "–"

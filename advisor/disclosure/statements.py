"""What the answer says besides the data: purposes, recipients, how long, rights, origin (Art. 15 Abs. 1 and 2 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.cases.models import AccessKind, CaseAccess
from advisor.disclosure.accesses import Access
from advisor.disclosure.stored import Stored
from advisor.lifecycle.retention import kept_until, rules_of
from advisor.logbook.models import Action
from pathways.content.words import day_words


@dataclass(frozen=True, slots=True)
class Statement:
    """A heading with its place in the GDPR, and paragraphs."""

    title: str
    cite: str
    lines: tuple[str, ...]


def statements(stored: Stored, log: tuple[Access, ...], further: str) -> tuple[Statement, ...]:
    """All statements; ``further``: what the office adds about whom it gave data to outside this program."""
    return (
        Statement("Wozu die Daten gespeichert sind", "Art. 15 Abs. 1 Buchst. a DSGVO", _PURPOSES),
        Statement("Welche Arten von Daten", "Art. 15 Abs. 1 Buchst. b DSGVO", _CATEGORIES),
        Statement("Wer sie sehen kann oder bekommen hat", "Art. 15 Abs. 1 Buchst. c, Abs. 2 DSGVO",
                  (*_recipients(stored, log), *further.splitlines())),
        Statement("Wie lange", "Art. 15 Abs. 1 Buchst. d DSGVO", (_how_long(stored),)),
        Statement("Ihre Rechte", "Art. 15 Abs. 1 Buchst. e, f DSGVO", _RIGHTS),
        Statement("Woher die Daten sind", "Art. 15 Abs. 1 Buchst. g DSGVO", tuple(_origin(log))),
        Statement("Keine automatische Entscheidung", "Art. 15 Abs. 1 Buchst. h, Art. 22 DSGVO", _NO_DECISION),
    )  # fmt: skip


_PURPOSES = (
    "Wir prüfen mit Ihren Angaben, welche humanitären Aufenthaltstitel für Sie in Betracht kommen, welche Fristen "
    "laufen und was als Nächstes zu tun ist.",
    "Das Protokoll zeigt, wer wann mit dem Fall gearbeitet hat. Es schützt Ihre Daten vor unbefugten Zugriffen "
    "(Art. 32 DSGVO).",
)
_CATEGORIES = (
    "Aktenzeichen und Stand des Falls, Ihre Antworten mit Nachweisen und Notizen, berechnete Ergebnisse, Memos, "
    "interne Rückfragen zum Fall und das Protokoll.",
    "Darunter können besonders geschützte Daten sein, zum Beispiel zu Gesundheit, Herkunft, Religion (Art. 9 DSGVO) "
    "oder zu Strafverfahren (Art. 10 DSGVO).",
)
_RIGHTS = (
    "Sie können verlangen, dass falsche Daten berichtigt werden (Art. 16 DSGVO), dass Daten gelöscht werden "
    "(Art. 17 DSGVO) und dass wir sie nur eingeschränkt verarbeiten (Art. 18 DSGVO).",
    "Sie können der Verarbeitung widersprechen, soweit sie auf Art. 6 Abs. 1 Buchst. e oder f DSGVO beruht "
    "(Art. 21 DSGVO). Eine Einwilligung können Sie jederzeit für die Zukunft widerrufen (Art. 7 Abs. 3 DSGVO).",
    "Soweit Sie uns Daten selbst gegeben haben und die Verarbeitung auf Einwilligung oder Vertrag beruht, bekommen Sie "
    "sie auch in maschinenlesbarer Form (Art. 20 DSGVO). Die JSON-Datei zu dieser Auskunft ist dafür gedacht.",
    "Sie können sich bei einer Datenschutzaufsichtsbehörde beschweren, zum Beispiel bei der Ihres Bundeslandes "
    "(Art. 77 DSGVO).",
)
_NO_DECISION = (
    "Es gibt keine automatisierte Entscheidung im Sinn von Art. 22 DSGVO. Das Programm vergleicht Ihre Antworten mit "
    "den Voraussetzungen der Gesetze und zeigt zu jedem Ergebnis die Gründe. Was daraus folgt, prüft ein Mensch.",
)


def _recipients(stored: Stored, log: tuple[Access, ...]) -> Iterator[str]:
    case = stored.case
    team = CaseAccess.objects.filter(case=case, kind=AccessKind.MEMBER).count()
    if case.office_wide:
        yield "In unserer Stelle: alle, die beraten."
    elif team:
        yield f"In unserer Stelle: die zuständige Beratung und {team} weitere Personen aus dem Team des Falls."
    else:
        yield "In unserer Stelle: die zuständige Beratung."
    done = {access.action for access in log}
    if Action.OPENED_FROM_OUTSIDE in done:
        yield "Andere Beratende der Stelle mit Begründung, jeweils für einen Arbeitstag; die Tage stehen unten."
    if stored.consultations:
        yield "Wer in unserer Stelle Fälle rechtlich prüft (Freigabe), zu den unten genannten Rückfragen."
    if any(memo.releases.all() for memo in stored.memos):
        yield "Ehrenamtliche der Stelle, die ein für sie freigegebenes Memo drucken durften."
    yield "Die Verwaltung der Stelle: Aktenzeichen, Stand und Protokoll, keine Antworten."
    yield (
        "Wer den Server betreibt, auf dem das Programm läuft, verwaltet die verschlüsselte Datenbank. Das Programm "
        "selbst übermittelt nichts an andere und nichts in ein Drittland."
    )


def _how_long(stored: Stored) -> str:
    case = stored.case
    rules = rules_of(case.office_id)
    after = "Danach liegt der Fall zwei Wochen im Papierkorb; dann werden die Daten und ihr Schlüssel vernichtet."
    if until := kept_until(case, rules):
        return f"Bis zum {day_words(until)}, es sei denn, eine Frist läuft noch. {after}"
    months = next((count for kind, count in rules.items() if kind == case.kind), None)
    if months:
        return f"Solange der Fall läuft, und {months} Monate nach dem Abschluss. {after}"
    return (
        "Eine feste Dauer ist noch nicht festgelegt. Maßgeblich ist, wie lange die Daten für die Beratung und ihren "
        "Nachweis nötig sind."
    )


def _origin(log: tuple[Access, ...]) -> Iterator[str]:
    yield (
        "Von Ihnen und aus Unterlagen, die Sie uns gezeigt haben. Bei jeder Antwort steht, ob ein Nachweis gesehen "
        "wurde."
    )
    if any(access.action is Action.CASE_IMPORTED for access in log):
        yield "Ein Teil der Antworten wurde aus einer Falldatei eingelesen, die unserer Stelle übergeben wurde."
    yield (
        "Ergebnisse hat das Programm aus diesen Antworten berechnet. Notizen und Rückfragen haben unsere Beratenden "
        "geschrieben."
    )

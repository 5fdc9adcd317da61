"""How long this office keeps cases, as it has decided, and what follows after that."""

from __future__ import annotations

from advisor.accounts.models import Office
from advisor.backup.save import KEEP_KEYS_DAYS
from advisor.cases.models import CaseKind
from advisor.lifecycle.retention import rules_of
from advisor.lifecycle.wastebin import UNDO_DAYS
from advisor.privacy.parts import Table, blank

AFTER = (
    f"Danach liegt ein Fall {UNDO_DAYS} Tage im Papierkorb. Dann werden seine Daten gelöscht und sein Schlüssel wird "
    "vernichtet. Solange noch etwas offen ist (eine Frist, eine Frage an die Freigabe, ein freigegebenes Memo), "
    "löscht das Programm nicht."
)
BACKUPS = (
    "In Sicherungen ist ein gelöschter Fall nicht mehr lesbar, sobald die Schlüsseldateien aus der Zeit davor "
    f"gelöscht sind; der Sicherungsbefehl löscht sie nach {KEEP_KEYS_DAYS} Tagen, wenn nichts anderes eingestellt "
    "ist. Für eigene Kopien der Sicherungen gilt das nur, wenn der Betreiber sie ebenso behandelt."
)


def periods(office: Office) -> Table:
    """What the office has decided for each type of case; a gap where it has not."""
    rules = rules_of(office.pk)
    return Table(
        "Aufbewahrung von Fällen nach dem Abschluss",
        ("Art des Falls", "Frist"),
        tuple((str(kind.label), in_words(rules.get(kind))) for kind in CaseKind),
    )


def in_words(months: int | None) -> str:
    """A period; a gap where nothing is decided."""
    if months is None:
        return f"nicht festgelegt, es wird nichts von selbst gelöscht {blank('Frist, einzustellen unter Aufbewahrung')}"
    return f"{months} Monat{'' if months == 1 else 'e'} nach dem Abschluss"

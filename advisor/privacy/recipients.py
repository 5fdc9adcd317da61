"""Who gets to see what: the roles of an office with what each may do, from the one place that grants it."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.accounts.models import Role
from advisor.policies import GRANTED, Permission
from advisor.privacy.parts import Table

WORDS: Mapping[Permission, str] = {
    Permission.WORK_ON_CASES: (
        "Fälle anlegen und die eigenen oder geteilten öffnen, beantworten und als Memo ausgeben; andere Fälle der "
        "Stelle nur mit Begründung, die im Protokoll steht"
    ),
    Permission.LIST_CASES: "Aktenzeichen, Stand und zuständige Person der Fälle der Stelle sehen, keine Antworten",
    Permission.PRINT_RELEASED: "Memos drucken, die für diese Person und eine bestimmte Zeit freigegeben sind",
    Permission.ANSWER_CONSULTATIONS: "vorgelegte Fälle lesen, bis die Frage beantwortet ist",
    Permission.MANAGE_PEOPLE: "Konten der Stelle verwalten: einladen, Rollen geben, stilllegen",
    Permission.READ_LOG: "Protokoll der Stelle lesen",
    Permission.MANAGE_LIFECYCLE: "Aufbewahrung festlegen, Fälle aus dem Papierkorb holen, Löschnachweise sehen",
    Permission.MANAGE_GUIDANCE: "Anleitung, Befähigungen und Fortbildungen verwalten",
    Permission.MANAGE_LETTERHEAD: "Briefkopf der Stelle für alle Papiere festlegen",
    Permission.MANAGE_PRIVACY: "diese Unterlagen erzeugen",
    Permission.READ_GOLDEN: "Musterfälle lesen: Antworten ohne Namen, Aktenzeichen und Verbindung zu einem Fall",
    Permission.READ_TEXTS: "Texte mit ihrem Verlauf lesen und Fehler melden",
    Permission.EDIT_TEXTS: "Texte schreiben",
    Permission.RELEASE_TEXTS: "Texte freigeben oder zurückgeben",
    Permission.READ_FIGURES: "veröffentlichte Statistiken lesen",
    Permission.OWN_ACCOUNT: "das eigene Konto verwalten",
}


def roles() -> Table:
    """The roles as a table."""
    return Table(
        "Rollen in der Stelle und was sie sehen und tun dürfen",
        ("Rolle", "Darf"),
        tuple((str(role.label), _may(role)) for role in Role),
    )


def _may(role: Role) -> tuple[str, ...]:
    granted = GRANTED[role]
    return tuple(words for permission, words in WORDS.items() if permission in granted) or ("derzeit nichts",)


def readers() -> tuple[str, ...]:
    """The roles whose holders can get to read answers or memos, in words."""
    reading = {Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS, Permission.PRINT_RELEASED}
    return tuple(str(role.label) for role in Role if GRANTED[role] & reading)

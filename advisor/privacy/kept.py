"""What rows the program keeps, about whom, whether sealed, and what ends them: one entry for every model there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor.batch.pruning import BATCH_DAYS
from advisor.cases.team import OUTSIDE_HOURS
from advisor.lifecycle.housekeeping import INVITATION_DAYS
from advisor.rescreen.pruning import RUN_DAYS


class Whose(StrEnum):
    """Whom a row is about."""

    CLIENTS = "Ratsuchende und ihre Angehörigen"
    STAFF = "Mitarbeitende und Ehrenamtliche"
    NOBODY = "niemand"


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of one model: about whom, what they say, whether that is sealed with a key, and until when they are kept."""

    whose: Whose
    what: str
    sealed: bool
    until: str


_CASE = "bis der Fall gelöscht wird"
_STAYS = "keine Löschung vorgesehen"
_DAILY = "bis zum täglichen Lauf nach ihrem Ende"

KEPT: Mapping[str, Kept] = {
    "cases.Case": Kept(
        Whose.CLIENTS,
        "Aktenzeichen der Stelle, Art und Stand des Falls, Tage (auch der nächsten Frist), zuständige Person; "
        "verschlüsselt: wie die Wege und Fristen stehen",
        False,
        _CASE,
    ),
    "cases.Person": Kept(Whose.CLIENTS, "Bezeichnung und Beziehung jeder Person im Fall", True, _CASE),
    "cases.SharedAnswer": Kept(Whose.CLIENTS, "Antworten, die für alle Personen im Fall gelten", True, _CASE),
    "cases.Answer": Kept(Whose.CLIENTS, "Antworten mit Nachweis und Notiz", True, _CASE),
    "cases.PaperState": Kept(Whose.CLIENTS, "Stand der Unterlagen mit Notiz", True, _CASE),
    "cases.DateNote": Kept(Whose.CLIENTS, "erledigte Fristen und eigene Termine mit Notiz", True, _CASE),
    "cases.CaseMark": Kept(
        Whose.CLIENTS, "Prüfwerte, über die Listen Fälle nach Ergebnis, Weg und Land finden", True, _CASE
    ),
    "cases.Assessment": Kept(Whose.CLIENTS, "Ergebnisse mit den Antworten des Tages", True, _CASE),
    "rescreen.Footing": Kept(Whose.CLIENTS, "wie jede Person bei der letzten Neubewertung stand", True, _CASE),
    "rescreen.MovedResult": Kept(
        Whose.CLIENTS, "was sich durch geändertes Recht am Ergebnis geändert hat, und wer es gesehen hat", True, _CASE
    ),
    "rescreen.GoldenCase": Kept(
        Whose.CLIENTS,
        "Musterfälle: Antworten ohne Namen, Aktenzeichen und Notizen und ohne Verbindung zu einem Fall, mit Ergebnis",
        True,
        "bis sie zurückgezogen werden; Nummer und Grund bleiben",
    ),
    "guidance.Consultation": Kept(Whose.CLIENTS, "Fragen an die Freigabe und ihre Antworten", True, _CASE),
    "memo.KeptMemo": Kept(
        Whose.CLIENTS, "fertige Memos, Merkblätter und Unterlagen für die Härtefallkommission als Dateien", True, _CASE
    ),
    "dossier.DossierSection": Kept(
        Whose.CLIENTS, "Lebenslauf, Begründung und andere Texte für die Härtefallkommission", True, _CASE
    ),
    "lifecycle.Ending": Kept(
        Whose.CLIENTS, "warum und wann ein Fall gelöscht wird; erledigte Fristen verschlüsselt", True, _CASE
    ),
    "lifecycle.DeletionCertificate": Kept(
        Whose.STAFF, "Löschnachweis: Kennung, Tage, Zahlen und wer gelöscht hat; nichts aus dem Fall", False, _STAYS
    ),
    "cases.CaseAccess": Kept(
        Whose.STAFF,
        "wer welchen Fall öffnen darf",
        False,
        f"{_CASE} oder der Zugang endet (mit Begründung nach {OUTSIDE_HOURS} Stunden)",
    ),
    "memo.Release": Kept(
        Whose.STAFF, "wem ein Papier wofür zum Drucken freigegeben ist; Druckcode als Prüfwert", False, _CASE
    ),
    "followup.CalendarFeed": Kept(
        Whose.STAFF, "Kalender-Adresse als Prüfwert, Tag des letzten Abrufs", False, "bis sie zurückgezogen wird"
    ),
    "batch.Batch": Kept(
        Whose.STAFF, "Sammelaufträge: wer wann Memos für mehrere Fälle wollte", False, f"{BATCH_DAYS} Tage"
    ),
    "batch.BatchItem": Kept(
        Whose.STAFF,
        "Sammelaufträge: welcher Fall, ob sein Memo fertig ist und warum nicht; nichts aus dem Fall",
        False,
        f"{BATCH_DAYS} Tage",
    ),
    "rescreen.Run": Kept(
        Whose.NOBODY, "Neubewertungen aller offenen Fälle: wann, nach welchem Rechtsstand", False, f"{RUN_DAYS} Tage"
    ),
    "rescreen.Chunk": Kept(
        Whose.NOBODY, "Teile einer Neubewertung: wie viele Fälle, wie viele anders", False, f"{RUN_DAYS} Tage"
    ),
    "rescreen.LawState": Kept(Whose.NOBODY, "Sätze und Fundstellen früherer Fassungen des Regelwerks", False, _STAYS),
    "guidance.MemoRecord": Kept(
        Whose.STAFF, "Nachweis jedes Memos: Tag, wer beraten hat, unter wessen Anleitung", False, _STAYS
    ),
    "guidance.Qualification": Kept(Whose.STAFF, "juristische Befähigung", False, _STAYS),
    "guidance.Guidance": Kept(Whose.STAFF, "wer unter wessen Anleitung berät (§ 6 Abs. 2 RDG)", False, _STAYS),
    "guidance.Training": Kept(Whose.STAFF, "Fortbildungen", False, _STAYS),
    "logbook.Event": Kept(
        Whose.STAFF,
        "Protokoll: wer wann was getan hat, mit der Kennung des Falls; Einzelheiten mit dem Schlüssel des Falls "
        "verschlüsselt",
        True,
        f"{_STAYS}; die Einzelheiten werden unlesbar, wenn der Fall gelöscht wird",
    ),
    "editorial.ImpactCount": Kept(
        Whose.STAFF,
        "wer vor einer Freigabe zählen ließ, wie viele Memos sich ändern; nur Zahlen",
        False,
        "bis zur nächsten Zählung derselben Person",
    ),
    "texts.Revision": Kept(
        Whose.STAFF, "Fassungen der Texte: wer sie wann geschrieben hat, mit Anmerkung", False, _STAYS
    ),
    "texts.Step": Kept(
        Whose.STAFF, "was mit einer Fassung geschehen ist: vorgelegt, zurückgegeben, kommentiert", False, _STAYS
    ),
    "texts.Release": Kept(Whose.STAFF, "Freigaben von Texten: wer, wann, mit welcher Auswirkung", False, _STAYS),
    "texts.ReleasedText": Kept(Whose.STAFF, "welche Fassung in welcher Freigabe steht", False, _STAYS),
    "texts.Review": Kept(Whose.STAFF, "wer einen Text geprüft und nicht geändert hat", False, _STAYS),
    "texts.Report": Kept(
        Whose.STAFF, "Meldungen zu Texten, mit einem Schlüssel der Stelle verschlüsselt", True, _STAYS
    ),
    "accounts.User": Kept(
        Whose.STAFF,
        "Benutzername, Name, E-Mail-Adresse, gewählte Sprache, Passwort als Prüfwert, Tag der letzten Anmeldung",
        False,
        "das Konto wird stillgelegt; der Name bleibt, weil das Protokoll auf ihn verweist",
    ),
    "accounts.RoleGrant": Kept(Whose.STAFF, "Rollen in der Stelle", False, "bis die Rolle entzogen wird"),
    "accounts.Invitation": Kept(
        Whose.STAFF, "Einladungen: für wen, E-Mail-Adresse, Rollen", False, f"{INVITATION_DAYS} Tage nach ihrem Ende"
    ),
    "account.EmailAddress": Kept(Whose.STAFF, "E-Mail-Adresse des Kontos", False, "solange das Konto sie hat"),
    "account.EmailConfirmation": Kept(
        Whose.STAFF, "Bestätigung einer E-Mail-Adresse (wird nicht benutzt)", False, "wird nicht angelegt"
    ),
    "mfa.Authenticator": Kept(
        Whose.STAFF,
        "zweiter Faktor: Geheimnisse verschlüsselt, öffentlicher Teil von Sicherheitsschlüsseln",
        True,
        "bis der zweite Faktor entfernt wird",
    ),
    "usersessions.UserSession": Kept(
        Whose.STAFF, "Angaben zu Sitzungen: Zeit, IP-Adresse, Kennung des Browsers", False, _DAILY
    ),
    "sessions.Session": Kept(Whose.STAFF, "laufende Anmeldungen", False, _DAILY),
    "django_tasks_database.DBTaskResult": Kept(
        Whose.NOBODY, "Aufträge im Hintergrund: welcher, wann, wie ausgegangen; keine Angaben zu Fällen", False, _DAILY
    ),
    "accounts.CacheEntry": Kept(Whose.STAFF, "Zahl der Versuche, zum Beispiel bei der Anmeldung", False, _DAILY),
    "accounts.Office": Kept(Whose.NOBODY, "Name der Stelle", False, _STAYS),
    "memo.OfficeLetterhead": Kept(
        Whose.NOBODY, "Briefkopf der Stelle: Anschrift, Telefon, Logo", False, "bis zur nächsten Änderung"
    ),
    "lifecycle.RetentionRule": Kept(Whose.NOBODY, "Aufbewahrungsfristen", False, "bis zur nächsten Änderung"),
    "logbook.Chain": Kept(Whose.NOBODY, "Länge und Prüfwert des Protokolls", False, _STAYS),
    "vault.DataKey": Kept(
        Whose.NOBODY, "Schlüssel der Fälle, mit dem Hauptschlüssel verschlüsselt", True, "bis der Fall gelöscht wird"
    ),
}

# Django's own words about models; nobody is described in them.
NOT_USED = frozenset({"auth.Permission", "auth.Group", "contenttypes.ContentType"})


def of(whose: Whose) -> tuple[Kept, ...]:
    """The rows about these people."""
    return tuple(kept for kept in KEPT.values() if kept.whose is whose)

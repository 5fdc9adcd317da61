"""Everything the log has a word for."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Action(models.TextChoices):
    """What somebody did; the value stands in the chain for good, so that it is never renamed or used again."""

    # people
    LOGIN = "login", _("Angemeldet")
    LOGIN_FAILED = "login_failed", _("Anmeldung gescheitert")
    LOGOUT = "logout", _("Abgemeldet")
    SESSION_ENDED = "session_ended", _("Sitzung beendet")
    INVITED = "invited", _("Eingeladen")
    INVITATION_WITHDRAWN = "invitation_withdrawn", _("Einladung zurückgezogen")
    JOINED = "joined", _("Einladung angenommen")
    ROLES_CHANGED = "roles_changed", _("Rollen geändert")
    DEACTIVATED = "deactivated", _("Konto stillgelegt")
    REACTIVATED = "reactivated", _("Konto wieder freigegeben")
    PASSWORD_CHANGED = "password_changed", _("Passwort geändert")
    PASSWORD_LINK_MADE = "password_link_made", _("Link für neues Passwort erzeugt")
    PASSWORD_RESET = "password_reset", _("Passwort neu gesetzt")
    SECOND_FACTOR_ADDED = "second_factor_added", _("Zweiten Faktor eingerichtet")
    SECOND_FACTOR_REMOVED = "second_factor_removed", _("Zweiten Faktor entfernt")
    SECOND_FACTOR_RESET = "second_factor_reset", _("Zweiten Faktor zurückgesetzt")
    RECOVERY_CODES_MADE = "recovery_codes_made", _("Ersatzcodes erzeugt")
    RECOVERY_CODE_USED = "recovery_code_used", _("Ersatzcode benutzt")
    OFFICE_MADE = "office_made", _("Stelle eingerichtet")
    REFUSED = "refused", _("Zugriff abgelehnt")

    # cases
    CASE_CREATED = "case_created", _("Fall angelegt")
    CASE_IMPORTED = "case_imported", _("Fall eingelesen")
    CASE_VIEWED = "case_viewed", _("Fall angesehen")
    CASE_CHANGED = "case_changed", _("Angaben zum Fall geändert")
    CASE_EXPORTED = "case_exported", _("Falldatei heruntergeladen")
    ANSWERED = "answered", _("Antworten gespeichert")
    STATE_CHANGED = "state_changed", _("Stand geändert")
    ASSESSED = "assessed", _("Ergebnis berechnet")
    SHARED = "shared", _("Fall geteilt")
    UNSHARED = "unshared", _("Fall nicht mehr geteilt")
    # A button has the same words in German and others in English.
    HANDED_OVER = "handed_over", pgettext_lazy("log", "Fall übergeben")
    PAPER_NOTED = "paper_noted", _("Unterlage vermerkt")
    DATE_NOTED = "date_noted", _("Frist oder Termin vermerkt")
    DUE_VIEWED = "due_viewed", _("Fristen auf der Startseite angesehen")
    CASES_FILTERED = "cases_filtered", _("Fälle nach Ergebnis oder Land gesucht")
    JUDGED_ANEW = "judged_anew", _("Ergebnis hat sich von selbst geändert")
    CALENDAR_CHANGED = "calendar_changed", _("Kalender-Adresse geändert")
    CALENDAR_READ = "calendar_read", _("Kalender abgerufen")
    OPENED_FROM_OUTSIDE = "opened_from_outside", _("Mit Begründung geöffnet")
    PERSON_ADDED = "person_added", _("Person zum Fall hinzugefügt")
    PERSON_CHANGED = "person_changed", _("Angaben zu einer Person geändert")
    PERSON_REMOVED = "person_removed", _("Person aus dem Fall entfernt")

    RESCREENED = "rescreened", _("Offene Fälle neu bewertet")
    CHANGES_VIEWED = "changes_viewed", _("Geänderte Ergebnisse angesehen")
    CHANGE_SEEN = "change_seen", _("Geändertes Ergebnis als gesehen vermerkt")
    GOLDEN_KEPT = "golden_kept", _("Musterfall aufgenommen")
    GOLDEN_RETIRED = "golden_retired", _("Musterfall zurückgezogen")

    # texts
    TEXT_WRITTEN = "text_written", _("Text geschrieben")
    TEXT_SUBMITTED = "text_submitted", _("Text zur Freigabe vorgelegt")
    TEXT_RETURNED = "text_returned", _("Text zurückgegeben")
    TEXT_COMMENTED = "text_commented", _("Text kommentiert")
    TEXT_WITHDRAWN = "text_withdrawn", _("Text zurückgezogen")
    TEXTS_RELEASED = "texts_released", _("Texte freigegeben")
    TEXT_REVIEWED = "text_reviewed", _("Text geprüft, unverändert")
    TEXT_REPORTED = "text_reported", _("Fehler in einem Text gemeldet")
    TEXT_REPORT_SETTLED = "text_report_settled", _("Meldung zu einem Text erledigt")
    TEXTS_EXPORTED = "texts_exported", _("Texte ausgegeben")
    TEXTS_IMPORTED = "texts_imported", _("Texte eingelesen")

    # memos
    MEMO_VIEWED = "memo_viewed", _("Memo angesehen")
    MEMO_MADE = "memo_made", _("Memo erzeugt")
    MEMO_DOWNLOADED = "memo_downloaded", _("Memo heruntergeladen")
    MEMO_RELEASED = "memo_released", _("Memo freigegeben")
    MEMO_WITHDRAWN = "memo_withdrawn", _("Freigabe zurückgenommen")
    MEMO_PRINTED = "memo_printed", _("Memo gedruckt")
    PRINT_CODE_USED = "print_code_used", _("Druckcode benutzt")
    LETTERHEAD_CHANGED = "letterhead_changed", _("Briefkopf geändert")
    SHEET_VIEWED = "sheet_viewed", _("Merkblatt angesehen")
    SHEET_MADE = "sheet_made", _("Merkblatt erzeugt")
    DOSSIER_VIEWED = "dossier_viewed", _("Unterlagen für die Härtefallkommission angesehen")
    DOSSIER_CHANGED = "dossier_changed", _("Unterlagen für die Härtefallkommission ergänzt")
    DOSSIER_MADE = "dossier_made", _("Unterlagen für die Härtefallkommission erzeugt")
    BATCH_STARTED = "batch_started", _("Sammelauftrag begonnen")
    BATCH_CANCELLED = "batch_cancelled", _("Sammelauftrag abgebrochen")
    BATCH_DOWNLOADED = "batch_downloaded", _("Sammelauftrag heruntergeladen")

    # guidance
    ASKED = "asked", _("Fall vorgelegt")
    QUESTION_WITHDRAWN = "question_withdrawn", _("Vorlage zurückgezogen")
    ANSWERED_QUESTION = "answered_question", _("Vorlage beantwortet")
    GUIDANCE_CHANGED = "guidance_changed", _("Anleitung geändert")
    TRAINING_CHANGED = "training_changed", _("Schulung eingetragen")
    REPORT_MADE = "report_made", _("Jahresbericht erzeugt")
    FIGURES_COUNTED = "figures_counted", _("Zahlen der Stelle angesehen")

    # retention, deletion, rights of the person
    RETENTION_CHANGED = "retention_changed", _("Aufbewahrung geändert")
    RETENTION_VIEWED = "retention_viewed", _("Aufbewahrung oder Papierkorb angesehen")
    RETENTION_RUN = "retention_run", _("Aufbewahrung geprüft")
    DELETION_SCHEDULED = "deletion_scheduled", _("Löschung vorgemerkt")
    DELETION_UNDONE = "deletion_undone", _("Löschung zurückgenommen")
    CASE_DESTROYED = "case_destroyed", _("Fall gelöscht")
    DISCLOSED = "disclosed", _("Auskunft erteilt")

    # the log and the installation
    LOG_VIEWED = "log_viewed", _("Protokoll angesehen")
    LOG_EXPORTED = "log_exported", _("Protokoll heruntergeladen")
    BACKUP_MADE = "backup_made", _("Sicherung erstellt")
    BACKUP_RESTORED = "backup_restored", _("Sicherung eingespielt")
    DATABASE_MOVED = "database_moved", _("Datenbank umgezogen")
    KEYS_ROTATED = "keys_rotated", _("Schlüssel gewechselt")

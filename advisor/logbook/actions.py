"""Everything the log has a word for."""

from __future__ import annotations

from django.db import models


class Action(models.TextChoices):
    """What somebody did; the value stands in the chain for good, so that it is never renamed or used again."""

    # people
    LOGIN = "login", "Angemeldet"
    LOGIN_FAILED = "login_failed", "Anmeldung gescheitert"
    LOGOUT = "logout", "Abgemeldet"
    SESSION_ENDED = "session_ended", "Sitzung beendet"
    INVITED = "invited", "Eingeladen"
    INVITATION_WITHDRAWN = "invitation_withdrawn", "Einladung zurückgezogen"
    JOINED = "joined", "Einladung angenommen"
    ROLES_CHANGED = "roles_changed", "Rollen geändert"
    DEACTIVATED = "deactivated", "Konto stillgelegt"
    REACTIVATED = "reactivated", "Konto wieder freigegeben"
    PASSWORD_CHANGED = "password_changed", "Passwort geändert"
    PASSWORD_LINK_MADE = "password_link_made", "Link für neues Passwort erzeugt"
    PASSWORD_RESET = "password_reset", "Passwort neu gesetzt"
    SECOND_FACTOR_ADDED = "second_factor_added", "Zweiten Faktor eingerichtet"
    SECOND_FACTOR_REMOVED = "second_factor_removed", "Zweiten Faktor entfernt"
    SECOND_FACTOR_RESET = "second_factor_reset", "Zweiten Faktor zurückgesetzt"
    RECOVERY_CODES_MADE = "recovery_codes_made", "Ersatzcodes erzeugt"
    RECOVERY_CODE_USED = "recovery_code_used", "Ersatzcode benutzt"
    OFFICE_MADE = "office_made", "Stelle eingerichtet"
    REFUSED = "refused", "Zugriff abgelehnt"

    # cases
    CASE_CREATED = "case_created", "Fall angelegt"
    CASE_IMPORTED = "case_imported", "Fall eingelesen"
    CASE_VIEWED = "case_viewed", "Fall angesehen"
    CASE_CHANGED = "case_changed", "Angaben zum Fall geändert"
    CASE_EXPORTED = "case_exported", "Falldatei heruntergeladen"
    ANSWERED = "answered", "Antworten gespeichert"
    STATE_CHANGED = "state_changed", "Stand geändert"
    ASSESSED = "assessed", "Ergebnis berechnet"
    SHARED = "shared", "Fall geteilt"
    UNSHARED = "unshared", "Fall nicht mehr geteilt"
    HANDED_OVER = "handed_over", "Fall übergeben"
    PAPER_NOTED = "paper_noted", "Unterlage vermerkt"
    DATE_NOTED = "date_noted", "Frist oder Termin vermerkt"
    JUDGED_ANEW = "judged_anew", "Ergebnis hat sich von selbst geändert"
    CALENDAR_CHANGED = "calendar_changed", "Kalender-Adresse geändert"
    CALENDAR_READ = "calendar_read", "Kalender abgerufen"
    OPENED_FROM_OUTSIDE = "opened_from_outside", "Mit Begründung geöffnet"
    PERSON_ADDED = "person_added", "Person zum Fall hinzugefügt"
    PERSON_CHANGED = "person_changed", "Angaben zu einer Person geändert"
    PERSON_REMOVED = "person_removed", "Person aus dem Fall entfernt"

    # memos
    MEMO_VIEWED = "memo_viewed", "Memo angesehen"
    MEMO_MADE = "memo_made", "Memo erzeugt"
    MEMO_DOWNLOADED = "memo_downloaded", "Memo heruntergeladen"
    MEMO_RELEASED = "memo_released", "Memo freigegeben"
    MEMO_WITHDRAWN = "memo_withdrawn", "Freigabe zurückgenommen"
    MEMO_PRINTED = "memo_printed", "Memo gedruckt"

    # guidance
    ASKED = "asked", "Fall vorgelegt"
    QUESTION_WITHDRAWN = "question_withdrawn", "Vorlage zurückgezogen"
    ANSWERED_QUESTION = "answered_question", "Vorlage beantwortet"
    GUIDANCE_CHANGED = "guidance_changed", "Anleitung geändert"
    TRAINING_CHANGED = "training_changed", "Schulung eingetragen"
    REPORT_MADE = "report_made", "Jahresbericht erzeugt"

    # retention, deletion, rights of the person
    RETENTION_CHANGED = "retention_changed", "Aufbewahrung geändert"
    RETENTION_VIEWED = "retention_viewed", "Aufbewahrung oder Papierkorb angesehen"
    RETENTION_RUN = "retention_run", "Aufbewahrung geprüft"
    DELETION_SCHEDULED = "deletion_scheduled", "Löschung vorgemerkt"
    DELETION_UNDONE = "deletion_undone", "Löschung zurückgenommen"
    CASE_DESTROYED = "case_destroyed", "Fall gelöscht"
    DISCLOSED = "disclosed", "Auskunft erteilt"

    # the log and the installation
    LOG_VIEWED = "log_viewed", "Protokoll angesehen"
    LOG_EXPORTED = "log_exported", "Protokoll heruntergeladen"
    BACKUP_MADE = "backup_made", "Sicherung erstellt"
    BACKUP_RESTORED = "backup_restored", "Sicherung eingespielt"
    KEYS_ROTATED = "keys_rotated", "Schlüssel gewechselt"

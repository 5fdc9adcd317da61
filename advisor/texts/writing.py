"""What an editor does with texts: write a revision, submit it, take it back, read and leave it; reports of faults."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.accounts.models import Office, User
from advisor.logbook.actions import Action
from advisor.logbook.record import record
from advisor.texts.faults import Overtaken, TextFault
from advisor.texts.library import library_of
from advisor.texts.models import NOTE_LENGTH, ReleasedText, Report, Review, Revision, Step, StepKind
from advisor.texts.subjects import fingerprint_of, german_digest
from advisor.vault.safe import Safe
from advisor.vault.services import standing_safe
from pathways.content.value_slots import ALL_SLOTS

LONGEST_BODY = 20_000
LONGEST_MESSAGE = 4_000
_DONE = {
    StepKind.SUBMITTED: Action.TEXT_SUBMITTED,
    StepKind.RETURNED: Action.TEXT_RETURNED,
    StepKind.COMMENTED: Action.TEXT_COMMENTED,
    StepKind.WITHDRAWN: Action.TEXT_WITHDRAWN,
}


def write(
    slot_id: str,
    language: str,
    body: str,
    author: User,
    note: str = "",
    base: int = 0,
    review_on: date | None = None,
    fingerprint: str = "",
    german: str = "",
) -> Revision:
    """Keep a text as a new revision of the author's office; it counts only once somebody else has released it.

    ``base``: the number of the newest revision the author has seen, 0 for none; Overtaken where there is a newer one.
    ``fingerprint``, ``german``: the law it was written against and the digest of the German text it translates, where
    that was done elsewhere; by default the law of today and `german_beside`.
    TextFault for a slot or language there is none of, or a text nobody could read. Faults of the text do not hinder:
    a draft is kept as it is.
    """
    office = _office(author)
    if slot_id not in _slots_by_language(language):
        raise TextFault(_("Diesen Text gibt es nicht."))
    body = body.replace("\r\n", "\n").strip()
    if not body or len(body) > LONGEST_BODY or "\x00" in body:
        raise TextFault(_("Der Text ist leer oder zu lang."))
    latest = newest(office, slot_id, language)
    if (latest.number if latest else 0) != base:
        raise _overtaken(office, slot_id, language)
    try:
        with transaction.atomic():
            revision = Revision.objects.create(
                office=office,
                slot=slot_id,
                language=language,
                number=base + 1,
                body=body,
                fingerprint=fingerprint or fingerprint_of(slot_id, body),
                german="" if language == "de" else german or german_digest(german_beside(office, slot_id)),
                made_from=latest,
                author=author,
                note=_short(note),
                review_on=review_on,
            )
            record(Action.TEXT_WRITTEN, by=author, office_id=office.pk, subject=_subject(revision))
    except IntegrityError:
        raise _overtaken(office, slot_id, language) from None
    return revision


def newest(office: Office, slot_id: str, language: str = "de") -> Revision | None:
    """The newest revision of a text, whatever was done with it."""
    found = Revision.objects.filter(office=office, slot=slot_id, language=language)
    return found.select_related("author").order_by("-number").first()


def german_beside(office: Office, slot_id: str) -> str:
    """The German text that a translation is made from: the one being worked on, else the one that counts, else ""."""
    latest = newest(office, slot_id)
    if latest and last_step(latest) is not StepKind.WITHDRAWN:
        return latest.body
    counts = library_of(office).entry(slot_id)
    return counts.body if counts else ""


def submit(revision: Revision, by: User, comment: str = "") -> Step:
    """Put an own revision to whoever releases; TextFault unless it is the newest one and open."""
    if revision.author_id != by.pk:
        raise TextFault(_("Vorlegen kann eine Fassung nur, wer sie geschrieben hat."))
    with held([revision]):
        _not_released(revision)
        state = last_step(revision)
        if state is StepKind.SUBMITTED:
            raise TextFault(_("Diese Fassung ist schon vorgelegt."))
        if state is StepKind.WITHDRAWN:
            raise TextFault(_("Diese Fassung ist zurückgezogen. Schreiben Sie eine neue."))
        latest = newest(revision.office, revision.slot, revision.language)
        if latest is not None and latest.pk != revision.pk:
            raise Overtaken(latest)
        return _step(revision, StepKind.SUBMITTED, by, comment)


def send_back(revision: Revision, by: User, comment: str) -> Step:
    """Return a submitted revision to its author with a comment; TextFault where it is not submitted."""
    if not comment.strip():
        raise TextFault(_("Bitte schreiben Sie, was zu ändern ist."))
    with held([revision]):
        if last_step(revision) is not StepKind.SUBMITTED or _is_released(revision):
            raise TextFault(_("Diese Fassung liegt nicht zur Freigabe vor."))
        return _step(revision, StepKind.RETURNED, by, comment)


def comment(revision: Revision, by: User, words: str) -> Step:
    """Say something about a revision; its state stays."""
    if not words.strip():
        raise TextFault(_("Der Kommentar ist leer."))
    return _step(revision, StepKind.COMMENTED, by, words)


def withdraw(revision: Revision, by: User, words: str = "") -> Step:
    """Take back a submitted revision, or lay a draft aside; only its author does, and not once it is released."""
    if revision.author_id != by.pk:
        raise TextFault(_("Zurückziehen kann eine Fassung nur, wer sie geschrieben hat."))
    with held([revision]):
        _not_released(revision)
        return _step(revision, StepKind.WITHDRAWN, by, words)


def review(slot_id: str, by: User, next_on: date, note: str = "", language: str = "de") -> Review:
    """Note that a text was read and stays as it is; TextFault where there is none or its law has changed since."""
    office = _office(by)
    current = library_of(office).entry(slot_id, language)
    if current is None:
        raise TextFault(_("Hier gibt es keinen Text, der geprüft werden kann."))
    if current.is_stale:
        raise TextFault(_("Das Recht hinter diesem Text hat sich geändert. Er braucht eine neue Freigabe."))
    if next_on <= timezone.localdate():
        raise TextFault(_("Der nächste Tag zum Prüfen liegt in der Zukunft."))
    with transaction.atomic():
        found = Review.objects.create(
            office=office,
            slot=slot_id,
            language=language,
            revision_id=current.revision_id,
            by=by,
            fingerprint=current.fingerprint,
            next_on=next_on,
            note=_short(note),
        )
        record(Action.TEXT_REVIEWED, by=by, office_id=office.pk, subject=f"{slot_id} {language}")
    return found


def report(slot_id: str, by: User, message: str, language: str = "de") -> Report:
    """Say that something is wrong with a text as it counts now; the message is sealed."""
    office = _office(by)
    if slot_id not in _slots_by_language(language):
        raise TextFault(_("Diesen Text gibt es nicht."))
    message = message.strip()
    if not message or len(message) > LONGEST_MESSAGE:
        raise TextFault(_("Die Meldung ist leer oder zu lang."))
    current = library_of(office).entry(slot_id, language)
    found = Report(
        office=office,
        slot=slot_id,
        language=language,
        revision_id=current.revision_id if current else None,
        by=by,
    )
    found.sealed_message = _safe(office.pk).seal_text(_place(found), message)
    with transaction.atomic():
        found.save(force_insert=True)
        record(Action.TEXT_REPORTED, by=by, office_id=office.pk, subject=f"{slot_id} {language}")
    return found


def message_of(report: Report) -> str:
    """What somebody reported."""
    return _safe(report.office_id).open_text(_place(report), report.sealed_message)


def settle(report: Report, by: User) -> None:
    """Note that a report is dealt with; TextFault where it is already."""
    if by.office_id is None or by.office_id != report.office_id:
        raise TextFault(_("Diese Meldung gehört einer anderen Stelle."))
    with transaction.atomic():
        open_ones = Report.objects.filter(pk=report.pk, settled_at=None)
        if not open_ones.update(settled_by=by, settled_at=timezone.now()):
            raise TextFault(_("Diese Meldung ist schon erledigt."))
        subject = f"{report.slot} {report.language}"
        record(Action.TEXT_REPORT_SETTLED, by=by, office_id=report.office_id, subject=subject)


def last_step(revision: Revision) -> StepKind | None:
    """What was last done with a revision, comments aside; None for a draft."""
    steps = revision.steps.exclude(kind=StepKind.COMMENTED).order_by("-pk")
    kind = steps.values_list("kind", flat=True).first()
    return StepKind(kind) if kind else None


@contextmanager
def held(revisions: Collection[Revision]) -> Iterator[None]:
    """A transaction in which nobody else does anything with these revisions: what was checked inside still holds.

    On SQLite one writes at a time anyway.
    """
    with transaction.atomic():
        keys = [each.pk for each in revisions]
        list(Revision.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
        yield


def _is_released(revision: Revision) -> bool:
    return ReleasedText.objects.filter(revision=revision).exists()


def _not_released(revision: Revision) -> None:
    if _is_released(revision):
        raise TextFault(_("Diese Fassung ist schon freigegeben."))


def _step(revision: Revision, kind: StepKind, by: User, comment: str) -> Step:
    if by.office_id != revision.office_id:
        raise TextFault(_("Diese Fassung gehört einer anderen Stelle."))
    if len(comment) > LONGEST_MESSAGE:
        raise TextFault(_("Der Kommentar ist zu lang."))
    with transaction.atomic():
        found = Step.objects.create(revision=revision, kind=kind, by=by, comment=comment.strip())
        record(_DONE[kind], by=by, office_id=revision.office_id, subject=_subject(revision))
    return found


def _overtaken(office: Office, slot_id: str, language: str) -> TextFault:
    latest = newest(office, slot_id, language)
    return Overtaken(latest) if latest else TextFault(_("Diese Fassung gibt es nicht mehr."))


def _slots_by_language(language: str) -> frozenset[str]:
    return frozenset(slot.id for slot in ALL_SLOTS.values() if language in slot.languages)


def _office(user: User) -> Office:
    if user.office is None:
        raise TextFault(_("Ohne Stelle gibt es keine Texte."))
    return user.office


def _subject(revision: Revision) -> str:
    return f"{revision.slot} {revision.language} {revision.number}"


def _short(note: str) -> str:
    return " ".join(note.split())[:NOTE_LENGTH]


def _safe(office_id: int) -> Safe:
    return standing_safe(f"text-reports/{office_id}")


def _place(report: Report) -> str:
    return f"text-report/{report.uuid}"

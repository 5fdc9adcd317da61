"""Making revisions count: checked, released by somebody else than their author, all at once or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.db import IntegrityError
from django.db.models import Max
from django.utils.translation import gettext as _

from advisor.accounts.models import Office, User
from advisor.logbook.actions import Action
from advisor.logbook.record import record
from advisor.texts.faults import NotReleasable, Unexplained
from advisor.texts.library import Library, library_of
from advisor.texts.models import NOTE_LENGTH, Release, ReleasedText, Revision, StepKind
from advisor.texts.subjects import faults_of, fingerprint_of, german_digest
from advisor.texts.writing import held, last_step
from pathways.content.checks import Fault, blocking
from pathways.content.value_slots import ALL_SLOTS
from pathways.engine.fingerprint import law_version
from pathways.law import LAW

Golden = Callable[[], Sequence[object]]


def release(
    revisions: Collection[Revision],
    by: User,
    note: str = "",
    explanation: str = "",
    golden: Golden | None = None,
    touched: Mapping[str, Any] | None = None,
) -> Release:
    """Release submitted revisions together; from the next moment they count for the office.

    ``golden``: judges the golden cases and gives those that come out differently; they block without ``explanation``.
    ``touched``: how many memos change, as counted. NotReleasable with the reason for whatever cannot be released;
    then nothing is.
    """
    office = _one_office(revisions, by)
    _may_count(revisions, by, office)
    # They take long, and hang on nothing that somebody does with a text meanwhile.
    flips = tuple(golden()) if golden else ()
    if flips and not explanation.strip():
        raise Unexplained(flips)
    try:
        with held(revisions):
            _may_count(revisions, by, office)
            made = Release.objects.create(
                office=office,
                number=(Release.objects.filter(office=office).aggregate(last=Max("number"))["last"] or 0) + 1,
                by=by,
                note=" ".join(note.split())[:NOTE_LENGTH],
                law_version=law_version(LAW),
                explanation=explanation.strip(),
                touched=dict(touched or {}),
            )
            for revision in revisions:
                _put_in(made, revision, by)
            record(Action.TEXTS_RELEASED, by=by, office_id=office.pk, subject=f"{made.number}: {len(revisions)}")
    except IntegrityError:
        raise NotReleasable(_("Inzwischen hat jemand anderes freigegeben. Bitte neu laden.")) from None
    return made


def check(revisions: Collection[Revision], library: Library) -> dict[tuple[str, str], tuple[Fault, ...]]:
    """The faults that keep revisions from release, by slot and language, judged together with what counts already."""
    found = {}
    for revision in revisions:
        together = {each.language for each in revisions if each.slot == revision.slot}
        others = library.languages(revision.slot) | together - {revision.language}
        current = library.entry(revision.slot, revision.language)
        faults = faults_of(
            revision.slot, revision.language, revision.body, frozenset(others), current.body if current else ""
        )
        if stops := blocking(faults):
            found[revision.slot, revision.language] = stops
    return found


def _one_office(revisions: Collection[Revision], by: User) -> Office:
    if not revisions or by.office is None:
        raise NotReleasable(_("Es ist nichts ausgewählt."))
    if any(revision.office_id != by.office_id for revision in revisions):
        raise NotReleasable(_("Ein Text gehört einer anderen Stelle."))
    if len({(revision.slot, revision.language) for revision in revisions}) < len(revisions):
        raise NotReleasable(_("Von einem Text lässt sich nur eine Fassung freigeben."))
    return by.office


def _may_count(revisions: Collection[Revision], by: User, office: Office) -> None:
    """NotReleasable where one of them may not, as things stand now."""
    library = library_of(office)
    for revision in revisions:
        _may_count_alone(revision, by, library)
        german = next((each for each in revisions if (each.slot, each.language) == (revision.slot, "de")), None)
        _translates(revision, german.body if german else "", library)
    if found := check(revisions, library):
        raise NotReleasable(_("In den Texten ist noch etwas zu ändern."), found)


def _translates(revision: Revision, german: str, library: Library) -> None:
    """``german``: the text that is released with it."""
    counts = library.entry(revision.slot)
    body = german or (counts.body if counts else "")
    if revision.language != "de" and body and revision.german != german_digest(body):
        raise NotReleasable(
            _("Der deutsche Text ist ein anderer als der übersetzte. Die Übersetzung braucht eine neue Fassung.")
        )


def _may_count_alone(revision: Revision, by: User, library: Library) -> None:
    if revision.author_id == by.pk:
        raise NotReleasable(_("Einen eigenen Text gibt jemand anderes frei."))
    if revision.slot not in ALL_SLOTS:
        raise NotReleasable(_("Was ein Text beschreibt, gibt es im Recht nicht mehr."))
    current = library.entry(revision.slot, revision.language)
    if current and current.number >= revision.number:
        raise NotReleasable(_("Diese oder eine neuere Fassung ist schon freigegeben."))
    if last_step(revision) is not StepKind.SUBMITTED:
        raise NotReleasable(_("Freigegeben wird nur, was vorgelegt ist."))
    if revision.fingerprint != fingerprint_of(revision.slot, revision.body):
        raise NotReleasable(
            _("Das Recht hat sich geändert, seit der Text geschrieben wurde. Er braucht eine neue Fassung.")
        )


def _put_in(made: Release, revision: Revision, by: User) -> None:
    ReleasedText.objects.create(
        release=made,
        revision=revision,
        office=made.office,
        slot=revision.slot,
        language=revision.language,
        author_id=revision.author_id,
        releaser=by,
    )

"""The released texts of an office as one file, and such a file as texts for somebody to release elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.accounts.models import Office, User
from advisor.logbook.actions import Action
from advisor.logbook.record import record
from advisor.texts.faults import TextFault
from advisor.texts.library import Key, library_of
from advisor.texts.models import ReleasedText, Revision, StepKind
from advisor.texts.state import newest_unreleased
from advisor.texts.writing import newest, submit, write
from pathways.engine.fingerprint import law_version
from pathways.law import LAW

FORMAT = "wegweiser-texts/1"
LONGEST = 8_000_000
FURTHEST_REVIEW = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Carried:
    """A text on its way. ``fingerprint``: of the law it was written against; ``review_on``: a day or ""."""

    slot: str
    language: str
    body: str
    note: str
    fingerprint: str
    review_on: str
    german: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a file. ``made``: put to the releasers; ``left_out``: (slot, language) somebody is working on."""

    made: tuple[Revision, ...]
    left_out: tuple[Key, ...]


def export_texts(office: Office, by: User | None = None) -> str:
    """What the office has released and what counts of it, as JSON; the same texts give the same file."""
    found = [
        Carried(
            each.slot,
            each.language,
            each.body,
            each.note,
            each.fingerprint,
            each.review_on.isoformat() if each.review_on else "",
            each.german,
        )
        for each in _counting(office)
    ]
    with transaction.atomic():
        record(Action.TEXTS_EXPORTED, by=by, office_id=office.pk, subject=str(len(found)))
    content = {
        "format": FORMAT,
        "from": office.name,
        "law_version": law_version(LAW),
        "texts": [asdict(each) for each in found],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def import_texts(content: str, by: User) -> Intake:
    """Put the texts of a file to the releasers of somebody's office, as their revisions, all or none.

    What counts there already word for word is not put to anybody again, and where somebody's draft, submitted or
    returned revision is open, the text is left out and named. TextFault for a file that is none or names what there
    is not.
    """
    origin, carried = read_bundle(content)
    office = by.office
    if office is None:
        raise TextFault(_("Ohne Stelle gibt es keine Texte."))
    with transaction.atomic():
        library = library_of(office)
        open_work = {key for key, (_own, last) in newest_unreleased(office).items() if last != StepKind.WITHDRAWN}
        different = [
            each
            for each in carried
            if (current := library.entry(each.slot, each.language)) is None or current.body != each.body
        ]
        left_out = tuple((each.slot, each.language) for each in different if (each.slot, each.language) in open_work)
        made = tuple(
            _taken_in(each, origin, office, by) for each in different if (each.slot, each.language) not in open_work
        )
        record(Action.TEXTS_IMPORTED, by=by, office_id=office.pk, subject=str(len(made)))
    return Intake(made, left_out)


def read_bundle(content: str) -> tuple[str, tuple[Carried, ...]]:
    """Where a file comes from and its texts; TextFault for what is none."""
    if len(content) > LONGEST:
        raise TextFault(_("Die Datei ist zu groß."))
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise TextFault(_("Die Datei ist kein Bündel von Texten.")) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("texts"), list):
        raise TextFault(_("Die Datei ist kein Bündel von Texten."))
    carried = tuple(_read(each) for each in data["texts"])
    if len({(each.slot, each.language) for each in carried}) < len(carried):
        raise TextFault(_("In der Datei steht ein Text zweimal."))
    return " ".join(str(data.get("from", "")).split())[:200], carried


def _counting(office: Office) -> list[Revision]:
    library = library_of(office)
    wanted = {each.revision_id for each in library.entries.values() if each.revision_id is not None}
    released = ReleasedText.objects.filter(office=office, revision_id__in=wanted).select_related("revision")
    return [each.revision for each in released.order_by("slot", "language")]


def _taken_in(carried: Carried, origin: str, office: Office, by: User) -> Revision:
    latest = newest(office, carried.slot, carried.language)
    revision = write(
        carried.slot,
        carried.language,
        carried.body,
        by,
        carried.note,
        latest.number if latest else 0,
        date.fromisoformat(carried.review_on) if carried.review_on else None,
        carried.fingerprint,
        carried.german,
    )
    submit(revision, by, _("Eingelesen aus einem Bündel von: %(office)s") % {"office": origin})
    return revision


def _read(entry: object) -> Carried:
    names = {"slot", "language", "body", "note", "fingerprint", "review_on", "german"}
    if not isinstance(entry, Mapping) or set(entry) != names or not all(isinstance(v, str) for v in entry.values()):
        raise TextFault(_("Ein Text in der Datei ist nicht vollständig."))
    said: Mapping[str, Any] = entry
    try:
        review_on = date.fromisoformat(said["review_on"]) if said["review_on"] else None
    except ValueError:
        raise TextFault(_("Ein Tag in der Datei ist keiner.")) from None
    # A day that has passed is taken: such a text is overdue here too, which is what its readers have to know.
    if review_on and review_on > timezone.localdate() + FURTHEST_REVIEW:
        raise TextFault(_("Ein Text in der Datei soll erst in mehr als 400 Tagen wieder angesehen werden."))
    if not said["fingerprint"] or len(said["fingerprint"]) > 64 or len(said["german"]) > 16:
        raise TextFault(_("Ein Text in der Datei ist nicht vollständig."))
    return Carried(**said)

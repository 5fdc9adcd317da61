"""The released texts of an office as one file, and such a file as texts for somebody to release elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from advisor.accounts.models import Office, User
from advisor.logbook.actions import Action
from advisor.logbook.record import record
from advisor.texts.faults import TextFault
from advisor.texts.library import library_of
from advisor.texts.models import ReleasedText, Revision
from advisor.texts.writing import newest, submit, write
from pathways.engine.fingerprint import law_version
from pathways.law import LAW

FORMAT = "wegweiser-texts/1"
LONGEST = 8_000_000


@dataclass(frozen=True, slots=True)
class Carried:
    """A text on its way. ``fingerprint``: of the law it was written against; ``review_on``: a day or ""."""

    slot: str
    language: str
    body: str
    note: str
    fingerprint: str
    review_on: str


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


def import_texts(content: str, by: User) -> tuple[Revision, ...]:
    """Put the texts of a file to the releasers of somebody's office, as their revisions, all or none.

    What counts there already word for word is left out. TextFault for a file that is none or names what there is not.
    """
    origin, carried = read_bundle(content)
    office = by.office
    if office is None:
        raise TextFault(_("Ohne Stelle gibt es keine Texte."))
    library = library_of(office)
    with transaction.atomic():
        made = tuple(
            _taken_in(each, origin, office, by)
            for each in carried
            if (current := library.entry(each.slot, each.language)) is None or current.body != each.body
        )
        record(Action.TEXTS_IMPORTED, by=by, office_id=office.pk, subject=str(len(made)))
    return made


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
    )
    submit(revision, by, _("Eingelesen aus einem Bündel von: %(office)s") % {"office": origin})
    return revision


def _read(entry: object) -> Carried:
    names = {"slot", "language", "body", "note", "fingerprint", "review_on"}
    if not isinstance(entry, Mapping) or set(entry) != names or not all(isinstance(v, str) for v in entry.values()):
        raise TextFault(_("Ein Text in der Datei ist nicht vollständig."))
    said: Mapping[str, Any] = entry
    try:
        if said["review_on"]:
            date.fromisoformat(said["review_on"])
    except ValueError:
        raise TextFault(_("Ein Tag in der Datei ist keiner.")) from None
    if not said["fingerprint"] or len(said["fingerprint"]) > 64:
        raise TextFault(_("Ein Text in der Datei ist nicht vollständig."))
    return Carried(**said)

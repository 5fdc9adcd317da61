"""What an office has released – texts, values of Länder, figures – as one file, and such a file for another office."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from hashlib import sha256
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
from pathways.content.value_slots import ALL_SLOTS
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
class Plan:
    """What a file holds beside what counts in an office.

    ``new``: nobody has released it there; ``different``: something else counts; ``same``: word for word what counts;
    ``left_out``: (slot, language) somebody is working on; ``unknown``: places this version of the law does not have.
    ``is_changed``: the file is not as it was written.
    """

    origin: str
    is_changed: bool
    new: tuple[Carried, ...]
    different: tuple[Carried, ...]
    same: tuple[Carried, ...]
    left_out: tuple[Key, ...]
    unknown: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a file. ``made``: put to the releasers; ``left_out``, ``unknown``: as in its plan."""

    made: tuple[Revision, ...]
    left_out: tuple[Key, ...] = ()
    unknown: tuple[Key, ...] = ()


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
        "digest": _digest(found),
        "texts": [asdict(each) for each in found],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def import_texts(content: str, by: User) -> Intake:
    """Put the texts of a file to the releasers of somebody's office, as their revisions, all or none.

    What counts there already word for word is not put to anybody again, and where somebody's draft, submitted or
    returned revision is open, the text is left out and named, as is one whose place there is not. TextFault for a file
    that is none.
    """
    office = by.office
    if office is None:
        raise TextFault(_("Ohne Stelle gibt es keine Texte."))
    with transaction.atomic():
        plan = plan_of(content, office)
        made = tuple(_taken_in(each, plan.origin, office, by) for each in (*plan.new, *plan.different))
        record(Action.TEXTS_IMPORTED, by=by, office_id=office.pk, subject=str(len(made)))
    return Intake(made, plan.left_out, plan.unknown)


def plan_of(content: str, office: Office) -> Plan:
    """What would become of a file in an office; TextFault for what is none."""
    origin, is_changed, carried = read_bundle(content)
    library = library_of(office)
    working = {key for key, (_own, last) in newest_unreleased(office).items() if last != StepKind.WITHDRAWN}
    sorted_out: dict[str, list[Carried]] = {name: [] for name in ("new", "different", "same", "left_out", "unknown")}
    for each in carried:
        current = library.entry(each.slot, each.language)
        if each.slot not in ALL_SLOTS:
            name = "unknown"
        elif current is not None and current.body == each.body:
            name = "same"
        elif (each.slot, each.language) in working:
            name = "left_out"
        else:
            name = "new" if current is None or current.is_built_in else "different"
        sorted_out[name].append(each)
    left_out, unknown = (tuple((e.slot, e.language) for e in sorted_out.pop(name)) for name in ("left_out", "unknown"))
    kept = {name: tuple(each) for name, each in sorted_out.items()}
    return Plan(origin, is_changed, left_out=left_out, unknown=unknown, **kept)


def read_bundle(content: str) -> tuple[str, bool, tuple[Carried, ...]]:
    """Where a file comes from, whether it was changed since, and its texts; TextFault for what is none."""
    if len(content) > LONGEST:
        raise TextFault(_("Die Datei ist zu groß."))
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise TextFault(_("Die Datei ist kein Bündel von Texten.")) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("texts"), list):
        raise TextFault(_("Die Datei ist kein Bündel von Texten."))
    carried = tuple(_read(each, place) for place, each in enumerate(data["texts"], 1))
    seen: set[Key] = set()
    for place, each in enumerate(carried, 1):
        if (each.slot, each.language) in seen:
            raise TextFault(_in_place(place, each.slot, _("Der Text steht schon weiter oben.")))
        seen.add((each.slot, each.language))
    origin = " ".join(str(data.get("from", "")).split())[:200]
    return origin, data.get("digest") != _digest(carried), carried


def _digest(carried: Iterable[Carried]) -> str:
    """The same for the same texts in the same order."""
    said = json.dumps([asdict(each) for each in carried], ensure_ascii=False, separators=(",", ":"))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


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


def _read(entry: object, place: int) -> Carried:
    names = {"slot", "language", "body", "note", "fingerprint", "review_on", "german"}
    if not isinstance(entry, Mapping) or set(entry) != names or not all(isinstance(v, str) for v in entry.values()):
        named = str(entry.get("slot", "")) if isinstance(entry, Mapping) else ""
        wanted = _("Es müssen genau diese Angaben da sein: {names}").format(names=", ".join(sorted(names)))
        raise TextFault(_in_place(place, named, wanted))
    said: Mapping[str, Any] = entry
    try:
        review_on = date.fromisoformat(said["review_on"]) if said["review_on"] else None
    except ValueError:
        raise TextFault(_in_place(place, said["slot"], _("Der Tag der nächsten Prüfung ist keiner."))) from None
    # A day that has passed is taken: such a text is overdue here too, which is what its readers have to know.
    if review_on and review_on > timezone.localdate() + FURTHEST_REVIEW:
        raise TextFault(
            _in_place(place, said["slot"], _("Die nächste Prüfung liegt mehr als 400 Tage in der Zukunft."))
        )
    if not said["fingerprint"] or len(said["fingerprint"]) > 64 or len(said["german"]) > 16:
        raise TextFault(_in_place(place, said["slot"], _("Der Stand des Rechts fehlt oder ist zu lang.")))
    return Carried(**said)


def _in_place(place: int, slot: str, what: str) -> str:
    return _("Eintrag {place} ({slot}): {what}").format(place=place, slot=slot[:100], what=what)

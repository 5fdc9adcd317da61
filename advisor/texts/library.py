"""What counts now as the texts of an office: the program's own, replaced slot by slot by what the office released."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from advisor.accounts.models import Office
from advisor.texts.models import ReleasedText
from advisor.texts.subjects import fingerprint_of, german_digest
from pathways.content.builtin import Texts, as_texts, built_in, merged
from pathways.content.land_slots import NAMES_OF, LandValue, read_land
from pathways.content.markup import Statement, fill, read
from pathways.content.slots import SLOTS, Subject, slot_id
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW

_PATHWAY_NAMES = ("about", "when", "procedure", "documents", "pitfalls", "effects", "contacts", "local", "plain")
_NOTHING: Mapping[str, str] = MappingProxyType({})

Key = tuple[str, str]  # slot and language


@dataclass(frozen=True)
class CurrentText:
    """A text that counts, or would if its law had not changed.

    ``number``, ``release``: of its revision and release, 0 for a text of the program, -1 for a draft that is looked at.
    ``day``: of the release, or of the law the program's text was written under. ``german``: of a translation, the
    digest of the German text it was made from.
    """

    slot: str
    language: str
    body: str
    day: date
    fingerprint: str
    number: int = 0
    release: int = 0
    revision_id: int | None = None
    german: str = ""
    lawbook: Lawbook = field(default=LAW, repr=False)

    @property
    def is_built_in(self) -> bool:
        """Whether it comes with the program."""
        return self.number == 0

    @cached_property
    def is_stale(self) -> bool:
        """Whether the law it was written against has changed since."""
        return not self.fingerprint or self.fingerprint != fingerprint_of(self.slot, self.body, self.lawbook)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements, placeholders unfilled."""
        return read(self.body)[0]


@dataclass(frozen=True, slots=True)
class TextUsed:
    """A text as a paper notes it: where it comes from, not what it says."""

    slot: str
    language: str
    number: int
    release: int
    day: str


@dataclass(frozen=True)
class Library:
    """The texts of an office by slot and language; what is stale is known and left out of everything that is shown."""

    entries: Mapping[Key, CurrentText]

    @cached_property
    def on_questions(self) -> dict[tuple[str, str], Any]:
        """What pages have made of the texts on questions, by question and Land; a library never changes."""
        return {}

    def entry(self, slot: str, language: str = "de") -> CurrentText | None:
        """The text that was last released or came with the program, stale or not."""
        return self.entries.get((slot, language))

    def text(self, slot: str, language: str = "de") -> CurrentText | None:
        """The text to show; None where there is none, its law has changed or it translates what no longer counts."""
        found = self.entry(slot, language)
        return None if found is None or found.is_stale or self.is_behind(found) else found

    def is_behind(self, text: CurrentText) -> bool:
        """Whether it translates another German text than the one that counts, or one that is stale itself."""
        if text.language == "de":
            return False
        german = self.entry(text.slot)
        return german is None or german.is_stale or text.german != german_digest(german.body)

    def statements(
        self, slot: str, language: str = "de", values: Mapping[str, str] = _NOTHING
    ) -> tuple[Statement, ...]:
        """What is shown of a slot, placeholders filled in; empty where nothing is."""
        found = self.text(slot, language)
        return tuple(fill(each, values) for each in found.statements) if found else ()

    def texts(self, pathway_id: str, values: Mapping[str, str] = _NOTHING) -> Texts:
        """What is said about a pathway in German. ``values``: for the placeholders, by name."""
        said = {
            name: as_texts(self.statements(slot_id(Subject.PATHWAY, pathway_id, name), "de", values))
            for name in _PATHWAY_NAMES
        }
        about = merged(said.pop("about"))
        return Texts(about=about, **said)

    def land(self, land: str) -> Mapping[str, LandValue]:
        """What the office has released about a Land, by the name of the field; behind the program's own is left out."""
        found = ((name, self.text(slot_id(Subject.LAND, land, name))) for name in NAMES_OF.get(land, ()))
        return {name: read_land(each.body) for name, each in found if each is not None}

    def stale(self) -> tuple[CurrentText, ...]:
        """The texts that are left out because their law has changed, in the order of the slots."""
        return tuple(found for found in self.in_order() if found.is_stale)

    def in_order(self) -> tuple[CurrentText, ...]:
        """All texts in the order of the slots; those for which there is no slot any more stand last."""
        order = {slot: place for place, slot in enumerate(SLOTS)}
        return tuple(sorted(self.entries.values(), key=lambda each: (order.get(each.slot, len(order)), each.language)))

    def languages(self, slot: str) -> frozenset[str]:
        """The languages in which there is a text."""
        return frozenset(language for known, language in self.entries if known == slot)

    def behind(self, slot: str, body: str) -> frozenset[str]:
        """The languages whose translation would no longer count with this German text."""
        others = (self.entry(slot, language) for language in self.languages(slot) if language != "de")
        return frozenset(each.language for each in others if each and each.german != german_digest(body))

    def with_draft(self, slot: str, language: str, body: str, german: str = "") -> Library:
        """The same with one text as if it counted, for previews and to see what it changes.

        ``german``: of a translation, the digest of what it was made from; by default of what counts.
        """
        if language != "de" and not german and (counts := self.entry(slot)):
            german = german_digest(counts.body)
        today, law = timezone.localdate(), fingerprint_of(slot, body)
        draft = CurrentText(slot, language, body, today, law, -1, -1, german=german)
        return Library(MappingProxyType({**self.entries, (slot, language): draft}))

    def used_by(self, pathway_ids: Iterable[str], names: Collection[str] = _PATHWAY_NAMES) -> tuple[TextUsed, ...]:
        """The pathway texts that papers about these pathways show, with their revisions and releases."""
        return self.used(slot_id(Subject.PATHWAY, each, name) for each in pathway_ids for name in names)

    def used(self, slots: Iterable[str]) -> tuple[TextUsed, ...]:
        """The texts that stand in these places, with their revisions and releases."""
        return tuple(_used(found) for slot in slots if (found := self.text(slot)))

    def digest(self) -> str:
        """The same for libraries that say the same, what is left out of papers left out of both."""
        digest = hashlib.sha256()
        for key, found in sorted(self.entries.items()):
            if not (found.is_stale or self.is_behind(found)):
                digest.update(repr((key, found.body)).encode())
        return digest.hexdigest()[:16]


def library_of(office: Office | int, lawbook: Lawbook = LAW) -> Library:
    """The texts of an office. One query; a second one when somebody has released since this process looked last."""
    office_id = office if isinstance(office, int) else office.pk
    last = ReleasedText.objects.filter(office_id=office_id).order_by("-pk").values_list("release__uuid", flat=True)
    return _library(office_id, last.first(), lawbook)


def library_at(office_id: int, last: UUID | None) -> Library:
    """The same for who has read already which release was the office's ``last``, if any; a query if it is a new one."""
    return _library(office_id, last, LAW)


def built_in_library(lawbook: Lawbook = LAW) -> Library:
    """The texts that come with the program."""
    return _built_in(lawbook)


def texts_digest(office: Office | int) -> str:
    """Changes whenever something else is said to the office's people."""
    return library_of(office).digest()


@lru_cache(maxsize=64)
def _library(office_id: int, last: UUID | None, lawbook: Lawbook) -> Library:
    """``last``: the newest release; with it the texts are known for good."""
    own = _built_in(lawbook)
    if last is None:
        return own
    return Library(
        MappingProxyType({**own.entries, **{(e.slot, e.language): e for e in _released(office_id, lawbook)}})
    )


@cache
def _built_in(lawbook: Lawbook) -> Library:
    found = (
        CurrentText(each.slot, "de", each.body, each.stand, each.fingerprint, lawbook=lawbook)
        for each in built_in().values()
    )
    return Library(MappingProxyType({(each.slot, each.language): each for each in found}))


def _released(office_id: int, lawbook: Lawbook) -> Iterator[CurrentText]:
    own = ReleasedText.objects.filter(office_id=office_id)
    newest = own.values("slot", "language").annotate(last=Max("pk")).order_by().values("last")
    for row in own.filter(pk__in=newest).select_related("revision", "release"):
        yield CurrentText(
            row.slot,
            row.language,
            row.revision.body,
            timezone.localdate(row.release.at),
            row.revision.fingerprint,
            row.revision.number,
            row.release.number,
            row.revision_id,
            row.revision.german,
            lawbook,
        )


def _used(found: CurrentText) -> TextUsed:
    return TextUsed(found.slot, found.language, found.number, found.release, found.day.isoformat())


def due_on_its_own(text: CurrentText) -> date:
    """When a text has to be read again where nobody has set a day: a year after it began to count."""
    last_of_february = text.day.month == 2 and text.day.day == 29
    return text.day.replace(year=text.day.year + 1, day=28 if last_of_february else text.day.day)


def under(library: Library, lawbook: Lawbook) -> Library:
    """The same texts under another law."""
    return Library(MappingProxyType({key: replace(each, lawbook=lawbook) for key, each in library.entries.items()}))

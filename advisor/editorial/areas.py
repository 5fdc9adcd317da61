"""Where on the editors' pages a text stands: with its pathway, with what all pathways demand, or with its question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.translation import gettext as _

from advisor.cases.sections import IN_TALK
from advisor.editorial.labels import CRITERIA, PATHWAYS, pathway_title, subject_words
from pathways.content.slots import Slot, Subject, is_general
from pathways.content.value_slots import ALL_SLOTS
from pathways.law.figures import table, tables
from pathways.law.laender.profile import profile, profiles

GENERAL, FACTS, LAENDER, FIGURES = "general", "facts", "laender", "figures"


@dataclass(frozen=True, slots=True)
class Area:
    """A page of texts: a pathway with its own criteria, the general criteria, the questions, the Länder or the figures.

    ``land``, ``table``: which of these, where a text is about one.
    """

    id: str
    land: str = ""
    table: str = ""

    @property
    def title(self) -> str:
        """For the page and the list of areas."""
        if self.id == GENERAL:
            return _("Voraussetzungen für mehrere Wege")
        if self.id == LAENDER:
            return profile(self.land).name if self.land else _("Länder")
        if self.id == FIGURES:
            return table(self.table).title if self.table else _("Zahlen")
        return _("Fragen des Fragebogens") if self.id == FACTS else pathway_title(self.id)

    @property
    def short(self) -> str:
        """For a link to it."""
        return PATHWAYS[self.id].cite.text if self.german else self.title

    @property
    def german(self) -> bool:
        """Whether its title is the law's, which stays German."""
        return self.id in PATHWAYS

    @property
    def address(self) -> str:
        """Its page."""
        if self.land:
            return reverse("laender:one", args=(self.land.lower(),))
        if self.table:
            return reverse("figures:table", args=(self.table,))
        names = {GENERAL: "editorial:general", FACTS: "editorial:facts", LAENDER: "laender:overview"}
        names[FIGURES] = "figures:overview"
        return reverse(names[self.id]) if self.id in names else reverse("editorial:pathway", args=(self.id,))

    def subjects(self) -> Iterator[tuple[Subject, str]]:
        """What its texts are about, in the order of the page."""
        if self.id == FACTS:
            yield from ((Subject.FACT, fact.id) for fact in IN_TALK)
            return
        if self.id == LAENDER:
            yield from ((Subject.LAND, each.land) for each in profiles())
            return
        if self.id == FIGURES:
            yield from ((Subject.FIGURES, each.slug) for each in tables())
            return
        if self.german:
            yield Subject.PATHWAY, self.id
        yield from ((Subject.CRITERION, each) for each in CRITERIA if _of_criterion(each) == self.id)


def all_areas() -> tuple[Area, ...]:
    """The pathways in the order of the law, then what several share, the questions, the Länder, the figures."""
    return tuple(map(Area, (*PATHWAYS, GENERAL, FACTS, LAENDER, FIGURES)))


def area_of(slot: Slot) -> Area:
    """Where a text stands."""
    if slot.subject_kind is Subject.FACT:
        return Area(FACTS)
    if slot.subject_kind is Subject.LAND:
        return Area(LAENDER, slot.subject_id)
    if slot.subject_kind is Subject.FIGURES:
        return Area(FIGURES, table=slot.subject_id)
    return Area(slot.subject_id if slot.subject_kind is Subject.PATHWAY else _of_criterion(slot.subject_id))


@cache
def slots_about() -> Mapping[tuple[Subject, str], tuple[Slot, ...]]:
    """The slots of each subject, in their order."""
    found: dict[tuple[Subject, str], list[Slot]] = {}
    for slot in ALL_SLOTS.values():
        found.setdefault((slot.subject_kind, slot.subject_id), []).append(slot)
    return {subject: tuple(slots) for subject, slots in found.items()}


def title_of(kind: Subject, subject_id: str) -> str:
    """The heading of the texts about one subject; on its own page a pathway needs no name."""
    return _("Der Weg im Ganzen") if kind is Subject.PATHWAY else subject_words(kind, subject_id)


@cache
def _of_criterion(criterion_id: str) -> str:
    """The pathway whose own the criterion is; ids of pathways may begin alike."""
    if is_general(criterion_id):
        return GENERAL
    return max((each for each in PATHWAYS if criterion_id.startswith(f"{each}_")), key=len, default=GENERAL)

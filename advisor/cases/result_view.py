"""What the result pages show: the case in words, with what the law and the texts add to each pathway."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.cases.scenario import Proposal
from advisor.texts.library import Library
from advisor.texts.shown import Explained, explained_criteria, shown_texts
from pathways.content.builtin import Texts
from pathways.content.reading import (
    CaseReading,
    CriterionReading,
    LandReading,
    PathwayReading,
    Point,
    Shared,
    own_criteria,
    points,
    shared_criteria,
)
from pathways.content.words import VERDICTS, Label
from pathways.engine.assess import Verdict
from pathways.engine.pathway import Kind
from pathways.engine.truth import Truth

_OPENED = VERDICTS[Verdict.MET]
_FOLDED = (VERDICTS[Verdict.EXCLUDED], VERDICTS[Verdict.NOT_IN_FORCE])
_DECIDING = (
    (_("Voraussetzungen"), (Kind.MANDATORY, Kind.EXTENSION)),
    (_("Sperren und Regelausschlüsse"), (Kind.BAR, Kind.RULE, Kind.LAND)),
    (_("Allgemeine Voraussetzungen und Ausnahmen davon"), (Kind.WAIVABLE,)),
)
_TABLES = (
    *_DECIDING,
    (_("Wird abgewogen"), (Kind.FACTOR,)),
    (_("Verfahren und Form"), (Kind.FORMAL,)),
    (_("Hinweise"), (Kind.INFO,)),
)
_LISTS = (("yes", _("Spricht dafür")), ("no", _("Spricht dagegen")), ("open", _("Noch offen")))


@dataclass(frozen=True, slots=True)
class PointList:
    """One of the three lists: for, against, open."""

    key: str
    title: Promise
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a criteria table; ``bound``, ``ways``: for which pathways it holds, where that has to be said.

    ``explained``: what editors say about it, under headings; on the page of a pathway.
    """

    item: CriterionReading
    bound: str = ""
    ways: str = ""
    explained: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    """Criteria of one sort."""

    heading: Promise
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PathwayView:
    """A pathway on a page; ``opened``: shown unfolded, ``criteria``: those shown with it, ``land``: its procedure.

    ``explained``: what editors say about its criteria, by id. ``proposals``: what would open it.
    """

    reading: PathwayReading
    criteria: tuple[CriterionReading, ...]
    texts: Texts
    explained: Mapping[str, tuple[Explained, ...]]
    land: LandReading | None
    opened: bool
    proposals: tuple[Proposal, ...]

    @property
    def lists(self) -> tuple[PointList, ...]:
        """What speaks for the title and what is still open among the criteria shown here, and all that speaks against.

        A requirement that has to be waived must not be overlooked because it is explained elsewhere on the page.
        """
        speaks_for, _, still_open = points(self.criteria)
        _, speaks_against, _ = self.reading.points
        found = (speaks_for, speaks_against, still_open)
        return tuple(PointList(key, title, listed) for (key, title), listed in zip(_LISTS, found, strict=True))

    @property
    def open_elsewhere(self) -> int:
        """How many of the points still open are shown once for several pathways."""
        shown = {item.id for item in self.criteria}
        return sum(i.counts and i.truth is Truth.OPEN and i.id not in shown for i in self.reading.criteria)

    @property
    def tables(self) -> tuple[CriteriaTable, ...]:
        """All the criteria by sort."""
        entries = [Entry(item, explained=self.explained.get(item.id, ())) for item in self.criteria]
        return _tables(entries, _TABLES)

    @property
    def deciding(self) -> tuple[CriteriaTable, ...]:
        """The criteria that decide, by sort; none for a folded pathway: its page has them."""
        if self.reading.verdict in _FOLDED:
            return ()
        return _tables([Entry(item) for item in self.criteria], _DECIDING)

    @property
    def remediable(self) -> tuple[CriterionReading, ...]:
        """The criteria for which something helps."""
        return tuple(item for item in self.criteria if item.remedies)


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The pathways with one verdict."""

    verdict: Label
    pathways: tuple[PathwayView, ...]


@dataclass(frozen=True, slots=True)
class SharedView:
    """What comes out the same for several pathways; ``waived``: what has to be waived, ``still_open``: what decides."""

    tables: tuple[CriteriaTable, ...]
    remediable: tuple[CriterionReading, ...]
    waived: tuple[Entry, ...]
    still_open: tuple[Entry, ...]


def verdict_groups(
    case: CaseReading, shared: tuple[Shared, ...], proposals: Sequence[Proposal], library: Library
) -> tuple[VerdictGroup, ...]:
    """The pathways of a case, the promising ones first and unfolded, without what is shown once for several."""
    return tuple(
        VerdictGroup(
            label,
            tuple(_pathway(reading, own_criteria(reading, shared), case, proposals, library) for reading in readings),
        )
        for label, readings in case.by_verdict
    )


def shared_view(shared: tuple[Shared, ...]) -> SharedView:
    """What several pathways have alike."""
    entries = tuple(Entry(entry.item, entry.bound, entry.ways) for entry in shared)
    return SharedView(
        tables=_tables(entries, _DECIDING),
        remediable=tuple(entry.item for entry in entries if entry.item.remedies),
        waived=tuple(e for e in entries if e.item.waiver is not None and e.item.waiver.needed),
        still_open=tuple(e for e in entries if e.item.counts and e.item.truth is Truth.OPEN),
    )


def shared_of(case: CaseReading) -> tuple[Shared, ...]:
    """What comes out the same for several of the pathways in force."""
    gone = VERDICTS[Verdict.NOT_IN_FORCE]
    return shared_criteria([pathway for pathway in case.pathways if pathway.verdict is not gone])


def pathway_view(case: CaseReading, pathway_id: str, proposals: Sequence[Proposal], library: Library) -> PathwayView:
    """One pathway with all its criteria; KeyError where there is none."""
    for reading in case.pathways:
        if reading.id == pathway_id:
            shown = _pathway(reading, reading.criteria, case, proposals, library)
            said = explained_criteria(library, [item.id for item in reading.criteria], place_values(case))
            return replace(shown, explained=said)
    raise KeyError(pathway_id)


def _pathway(
    reading: PathwayReading,
    criteria: tuple[CriterionReading, ...],
    case: CaseReading,
    proposals: Sequence[Proposal],
    library: Library,
) -> PathwayView:
    return PathwayView(
        reading=reading,
        criteria=criteria,
        texts=shown_texts(library, reading.id, place_values(case)),
        explained={},
        land=case.land if reading.hangs_on_the_land else None,
        opened=reading.verdict is _OPENED,
        proposals=tuple(p for p in proposals if reading.id in {opened.id for opened in p.opens}),
    )


def place_values(case: CaseReading) -> Mapping[str, str]:
    """What the placeholders of texts stand for in a case, as far as it is known."""
    return {"land": case.land.name if case.land else "", "stichtag": case.as_of}


def _tables(entries: Sequence[Entry], sorts: Sequence[tuple[Promise, Container[Kind]]]) -> tuple[CriteriaTable, ...]:
    found = ((heading, tuple(e for e in entries if e.item.kind in kinds)) for heading, kinds in sorts)
    return tuple(CriteriaTable(heading, rows) for heading, rows in found if rows)

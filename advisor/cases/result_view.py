"""What the result page shows: the case in words, with what the law and the texts add to each pathway."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathways.content.builtin import Text, Texts, pathway_ids, texts
from pathways.content.reading import CaseReading, PathwayReading, Point
from pathways.content.words import VERDICTS, Label, marked
from pathways.engine.assess import Verdict
from pathways.engine.pathway import Effect
from pathways.law.effects import EFFECTS

_OPENED = VERDICTS[Verdict.MET]
_FOLDED = (VERDICTS[Verdict.EXCLUDED], VERDICTS[Verdict.NOT_IN_FORCE])


@dataclass(frozen=True, slots=True)
class PointList:
    """One of the three lists: for, against, open."""

    key: str
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PathwayView:
    """A pathway on the page; ``opened``: shown unfolded."""

    reading: PathwayReading
    effects: tuple[Effect, ...]
    texts: Texts | None
    opened: bool

    @property
    def help_heading(self) -> str:
        """What the list of remedies and changes is called: nothing has to be opened where all is fulfilled."""
        return "Was hilft" if self.reading.verdict is _OPENED else "Was würde den Weg öffnen?"

    @property
    def lists(self) -> tuple[PointList, ...]:
        """What speaks for the title, what against it, what is still open."""
        speaks_for, speaks_against, still_open = self.reading.points
        return (
            PointList("yes", "Spricht dafür", speaks_for),
            PointList("no", "Spricht dagegen", speaks_against),
            PointList("open", "Noch offen", still_open),
        )


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The pathways with one verdict; ``folded``: shown only on demand."""

    verdict: Label
    pathways: tuple[PathwayView, ...]
    folded: bool


def verdict_groups(case: CaseReading) -> tuple[VerdictGroup, ...]:
    """The pathways of a case, the promising ones first and unfolded."""
    return tuple(
        VerdictGroup(label, tuple(_pathway(reading) for reading in readings), label in _FOLDED)
        for label, readings in case.by_verdict
    )


def _pathway(reading: PathwayReading) -> PathwayView:
    return PathwayView(
        reading=reading,
        effects=tuple(EFFECTS.get(reading.id, ())),
        texts=_texts(reading.id),
        opened=reading.verdict is _OPENED,
    )


def _texts(pathway_id: str) -> Texts | None:
    if pathway_id not in pathway_ids():
        return None
    found = texts(pathway_id)
    return Texts(
        _marked(found.about),
        when=tuple(map(_marked, found.when)),
        procedure=tuple(map(_marked, found.procedure)),
        documents=tuple(map(_marked, found.documents)),
        pitfalls=tuple(map(_marked, found.pitfalls)),
    )


def _marked(text: Text) -> Text:
    return replace(text, text=marked(text.text), cite=marked(text.cite))

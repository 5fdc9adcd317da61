"""A pathway in words: verdict, the decisive point, what speaks for and against, and what would open it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pathways.content import words
from pathways.content.reading.answers import AnswerBook
from pathways.content.reading.criteria import CriterionReading, criterion_reading
from pathways.content.reading.points import Point, points
from pathways.content.words import Label, gettext_noop
from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.citations import Citation
from pathways.engine.consultation import relevance_of
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Grant, Kind
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from pathways.engine.whatif import ways_open

_REQUIRED = frozenset({Kind.MANDATORY, Kind.EXTENSION})
_NOT_IN_FORCE = gettext_noop("Die Norm gilt am Stichtag nicht.")
_NOT_MET = gettext_noop("Nicht erfüllt:")
_OPEN = gettext_noop("Offen:")
_ALL_MET = {
    Grant.SHALL: gettext_noop("Alles Zwingende ist erfüllt; der Titel ist zu erteilen."),
    Grant.SHOULD: gettext_noop("Alles Zwingende ist erfüllt; der Titel soll erteilt werden."),
    Grant.MAY: gettext_noop("Alles Zwingende ist erfüllt; der Titel kann erteilt werden."),
    Grant.MAY_ORDER: gettext_noop("Alles Zwingende ist erfüllt; der Titel kann angeordnet werden."),
}
_BARRING = frozenset({Kind.BAR, Kind.RULE, Kind.LAND})


@dataclass(frozen=True, slots=True)
class Way:
    """A smallest set of changes that would take the exclusion away, and the verdict after it."""

    changes: tuple[str, ...]
    verdict: Label


@dataclass(frozen=True, slots=True)
class Decisive:
    """What a verdict hangs on: the demand of the law it is about, what is said of it, and how many more there are.

    ``lead``: what the program says, for a screen in another language; ``says``: German, empty where no demand decides.
    """

    lead: str
    says: str = ""
    more: int = 0

    @property
    def line(self) -> str:
        """The whole as one German line."""
        if not self.more:
            return f"{self.lead} {self.says}".rstrip()
        return f"{self.lead} {self.says} – und {self.more} {'weiterer Punkt' if self.more == 1 else 'weitere Punkte'}"


@dataclass(frozen=True, slots=True)
class PathwayReading:
    """A pathway in a case, in words.

    ``decisive``: what the verdict hangs on; ``decisive_cite``: where that stands. ``hangs_on_the_land``: its procedure
    is Land law.
    """

    id: str
    title: str
    cite: Citation
    verdict: Label
    grant: str
    mode: str
    consequence: str
    exception_needed: bool
    ripens: str
    decisive: Decisive
    criteria: tuple[CriterionReading, ...]
    ways: tuple[Way, ...]
    decisive_cite: tuple[Citation, ...] = ()
    hangs_on_the_land: bool = False

    @property
    def decisive_point(self) -> str:
        """What the verdict hangs on as one German line."""
        return self.decisive.line

    @property
    def requirements(self) -> tuple[CriterionReading, ...]:
        """What the norm demands."""
        return self._of(_REQUIRED)

    @property
    def barriers(self) -> tuple[CriterionReading, ...]:
        """Bars, rule exclusions and grounds of Land law."""
        return self._of(_BARRING)

    @property
    def general(self) -> tuple[CriterionReading, ...]:
        """The general requirements of § 5, each with its waiver."""
        return self._of({Kind.WAIVABLE})

    @property
    def factors(self) -> tuple[CriterionReading, ...]:
        """What the authority weighs."""
        return self._of({Kind.FACTOR})

    @property
    def steps(self) -> tuple[CriterionReading, ...]:
        """Steps of procedure and form."""
        return self._of({Kind.FORMAL})

    @property
    def notes(self) -> tuple[CriterionReading, ...]:
        """What one has to know."""
        return self._of({Kind.INFO})

    @property
    def points(self) -> tuple[tuple[Point, ...], tuple[Point, ...], tuple[Point, ...]]:
        """What speaks for the title, what against, and what is still open."""
        return points(self.criteria)

    def _of(self, kinds: Iterable[Kind]) -> tuple[CriterionReading, ...]:
        return tuple(item for item in self.criteria if item.kind in kinds)


def pathway_reading(
    result: PathwayResult,
    ripe: date | None,
    lawbook: Lawbook,
    book: AnswerBook,
    view: CaseView,
    *,
    explained: bool,
) -> PathwayReading:
    """Put the result of one pathway into words; ``explained``: with the explanation of each criterion."""
    pathway = result.pathway
    criteria = tuple(criterion_reading(finding, book, view, explained=explained) for finding in result.findings)
    return PathwayReading(
        id=pathway.id,
        title=pathway.title,
        cite=pathway.cite,
        verdict=words.VERDICTS[result.verdict],
        grant=words.GRANTS[result.grant],
        mode=words.MODES[result.mode] if result.mode else "",
        consequence=pathway.consequence,
        exception_needed=result.exception_needed,
        ripens=words.day_words(ripe) if ripe else "",
        decisive=_decisive(result, criteria),
        criteria=criteria,
        ways=tuple(
            Way(tuple(change.how for change in way.changes), words.VERDICTS[way.verdict])
            for way in ways_open(lawbook, relevance_of(lawbook), pathway, view)
        ),
        decisive_cite=_decisive_cite(result, criteria),
        hangs_on_the_land=pathway.hangs_on_the_land,
    )


def _decisive(result: PathwayResult, criteria: tuple[CriterionReading, ...]) -> Decisive:
    match result.verdict:
        case Verdict.NOT_IN_FORCE:
            return Decisive(_NOT_IN_FORCE)
        case Verdict.EXCLUDED | Verdict.EXCEPTION:
            return _first_of(_NOT_MET, [finding.criterion.says for finding in result.decisive])
        case Verdict.OPEN:
            return _first_of(_OPEN, [item.says for item in _still_open(result, criteria)])
    return Decisive(_ALL_MET[result.grant])


def _decisive_cite(result: PathwayResult, criteria: tuple[CriterionReading, ...]) -> tuple[Citation, ...]:
    if result.verdict is Verdict.OPEN:
        return _still_open(result, criteria)[0].cite
    return result.decisive[0].criterion.cite if result.decisive else (result.pathway.cite,)


def _still_open(result: PathwayResult, criteria: tuple[CriterionReading, ...]) -> list[CriterionReading]:
    """The open points; what all titles ask says little about this one, so its own demands come first."""
    still_open = [item for item in criteria if item.counts and item.truth is Truth.OPEN]
    return sorted(still_open, key=lambda item: not item.id.startswith(result.pathway.id))


def _first_of(lead: str, sayings: list[str]) -> Decisive:
    return Decisive(lead, sayings[0].removesuffix("."), len(sayings) - 1)

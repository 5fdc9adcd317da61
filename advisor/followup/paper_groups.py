"""Which papers to see to now, and the others by the pathway that needs them: nobody looks through ninety at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.cases.proofs import WORTH_PROVING, Weight
from advisor.cases.urgent_proofs import most_urgent
from advisor.followup.paper_lines import PaperLine
from pathways.content.reading.case import ORDER
from pathways.content.words import VERDICTS, Label, short_cite
from pathways.engine.assess import PathwayResult
from pathways.engine.consultation import Assessment


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Papers that stand together; ``folded``: shown only on demand.

    ``title``: its heading; of the papers of one pathway its name as in the law, with ``norm`` and ``verdict``.
    """

    key: str
    title: str
    lines: tuple[PaperLine, ...]
    folded: bool = False
    norm: str = ""
    verdict: Label | None = None

    @property
    def there(self) -> int:
        """How many of them are there."""
        return sum(line.is_there for line in self.lines)


def paper_groups(lines: Iterable[PaperLine], assessment: Assessment) -> tuple[PaperGroup, ...]:
    """Every paper once: what to see to now, what is noted, then folded what single pathways and several of them need.

    A group with a line that was sent with a fault is not folded.
    """
    left = list(lines)
    now = _now(left, assessment)
    noted = [line for line in left if line not in now and (line.item is None or line.is_noted)]
    if_asked = [line for line in left if line.item and line.item.weight is Weight.IF_ASKED and line not in noted]
    rest = [line for line in left if line not in now and line not in noted and line not in if_asked]
    found = [
        PaperGroup("now", _("Jetzt besorgen"), tuple(now)),
        PaperGroup("noted", _("Schon vermerkt"), tuple(noted)),
        *(_of_pathway(result, rest) for result in _worth(assessment)),
        _folded("several", _("Für mehrere Wege"), [line for line in rest if len(_needing(line)) > 1]),
        _folded("if_asked", _("Nur wenn danach gefragt wird"), if_asked),
    ]
    return tuple(group for group in found if group.lines)


def _now(lines: Iterable[PaperLine], assessment: Assessment) -> list[PaperLine]:
    """What to see to now, the most urgent first."""
    to_get = {line.item.id: line for line in lines if line.item and line.is_to_get}
    items = (line.item for line in to_get.values() if line.item)
    return [to_get[item.id] for item in most_urgent(items, assessment)]


def _worth(assessment: Assessment) -> list[PathwayResult]:
    worth = [result for result in assessment.pathways if result.verdict in WORTH_PROVING]
    return sorted(worth, key=lambda result: ORDER.index(result.verdict))


def _needing(line: PaperLine) -> tuple[str, ...]:
    return line.item.pathways if line.item else ()


def _of_pathway(result: PathwayResult, lines: Iterable[PaperLine]) -> PaperGroup:
    pathway = result.pathway
    own = [line for line in lines if _needing(line) == (pathway.id,)]
    own.sort(key=lambda line: line.is_weighed)
    label = VERDICTS[result.verdict]
    return _folded(pathway.id, pathway.title, own, short_cite(pathway.cite), label)


def _folded(key: str, title: str, lines: list[PaperLine], norm: str = "", verdict: Label | None = None) -> PaperGroup:
    return PaperGroup(key, title, tuple(lines), not any(line.form for line in lines), norm, verdict)

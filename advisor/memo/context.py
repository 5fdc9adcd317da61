"""Statistics in a long memo: those about the chosen pathways, each with its day, source and limits."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import Remark
from pathways.content.figure_words import counted_until, figure_number, number
from pathways.engine.relevance import CaseView
from pathways.law.facts import FEDERAL_STATE, NATIONALITY
from pathways.law.figures import Counted, Table, hardship
from pathways.law.laender.claims import Confidence, Figures

_OF_THE_COMMISSION = "p23a"
_MEASURES = (
    ("petitions", "Eingaben"),
    ("considered", "beraten"),
    ("requests", "Ersuchen"),
    ("granted", "Titel angeordnet"),
)


def context_figures(
    pathways: Collection[str], view: CaseView, notes: Endnotes, shown: Iterable[Table]
) -> tuple[Remark, ...]:
    """What is counted about these pathways; of one nationality only where the person has it.

    ``shown``: the tables as the office's people read them. What nobody has checked is left out: a memo is taken at its
    word.
    """
    chosen = frozenset(pathways)
    nationalities = view.values.get(NATIONALITY.id) or ()
    assert isinstance(nationalities, Collection)
    found = [
        _remark(table, chosen, notes)
        for table in shown
        if _is_about(table, chosen) and (not table.nationality or table.nationality in nationalities)
    ]
    if _OF_THE_COMMISSION in chosen:
        found += _commission(hardship(), view.values.get(FEDERAL_STATE.id))
    return tuple(found)


def _is_about(table: Table, chosen: frozenset[str]) -> bool:
    of_a_line = any(figure.pathways & chosen for figure in table.figures)
    return not table.is_unverified and (of_a_line or bool(table.pathways & chosen))


def _remark(table: Table, chosen: frozenset[str], notes: Endnotes) -> Remark:
    lines = [figure for figure in table.figures if figure.pathways & chosen]
    words = [f"{each.label}: {figure_number(each)}" for each in lines]
    if not lines:
        words = [figure_number(table.figures[0]) if table.total is None else number(table.total)]
    limits = dict.fromkeys((table.caveat, *(each.caveat for each in lines if each.caveat)))
    cites = dict.fromkeys(cite for each in lines or table.figures[:1] for cite in table.cites_of(each))
    until = counted_until(table.cut_off, table.period)
    text = f"{'; '.join(words)} {table.unit} ({until}). {' '.join(limits)}"
    return Remark(text, notes.refs(tuple(cites)), lead=table.title)


def _commission(counted: Iterable[Counted], land: object) -> list[Remark]:
    """The newest figures of the commission of the Land that were read in their source."""
    for line in counted:
        read = line.figures
        if line.land == land and read and read.confidence is Confidence.VERIFIED and _numbers(read):
            until = counted_until(read.cut_off)
            words = f"{', '.join(_numbers(read))} ({', '.join(part for part in (read.unit, until) if part)})"
            lead = f"Härtefallkommission {line.name} {read.period}"
            return [Remark(f"{words}. {read.note}".strip(), lead=lead, source=read.source)]
    return []


def _numbers(read: Figures) -> list[str]:
    found = ((words, getattr(read, name)) for name, words in _MEASURES)
    return [f"{number(value)} {words}" for words, value in found if value is not None]

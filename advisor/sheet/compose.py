"""Composing a sheet for a client: a pure function from an assessment and the words of a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.cases.papers import Paper, Progress
from advisor.cases.proofs import Backing, ProofItem, Weight, proof_list
from advisor.cases.urgent_proofs import most_urgent
from advisor.memo.parts import Letterhead
from advisor.texts.library import Library
from pathways.content.builtin import as_texts
from pathways.content.sheet import NORMS, RIGHT_TO_LEFT, Translation, document_key, german
from pathways.content.slots import Subject, slot_id
from pathways.content.words import marked
from pathways.engine.assess import Verdict
from pathways.engine.citations import Citation, joined
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers
from pathways.law.situations import ABROAD, EXTINGUISHED_BY_ASYLUM, TITLE_SURVIVES_ASYLUM

MOST_EXPLAINED = 1  # of the titles that come into consideration; the others are named
MOST_PAPERS = 16  # what still fits on two pages beside the deadlines
_SHOWN = (Verdict.MET, Verdict.OPEN, Verdict.EXCEPTION)
_PAPER_ORDER = {Progress.MISSING: 0, Progress.ASKED: 1, None: 2}


@dataclass(frozen=True, slots=True)
class Said:
    """Something in the language of the sheet; ``german``: the same in German, empty on a German sheet.

    ``cite``: where it stands in the law.
    """

    text: str
    german: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Possible:
    """What is said of titles with the same verdict, and which these are; ``plain``: what the first ones mean."""

    says: str
    titles: tuple[Said, ...]
    plain: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A deadline with its day, or a paper with how far it is."""

    name: Said
    state: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed; ``t``: the fixed texts by name."""

    language: str
    t: Mapping[str, str]
    letterhead: Letterhead
    possible: tuple[Possible, ...]
    deadlines: tuple[Row, ...]
    counting: Said
    papers: tuple[Row, ...]
    there: tuple[Said, ...]
    is_cut: bool
    warnings: tuple[Said, ...]
    limits: tuple[str, ...]

    @property
    def direction(self) -> str:
        """Which way its lines run."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


def _unbroken(cites: tuple[Citation, ...]) -> str:
    """Places in the law whose section sign never stands alone at the end of a line."""
    return joined(cites).replace("§ ", "§\u00a0")


@dataclass(frozen=True, slots=True)
class _Speaker:
    words: Translation

    @property
    def is_german(self) -> bool:
        return self.words.language == "de"

    def text(self, name: str) -> str:
        return self.words[f"text.{name}"]

    def named(self, key: str, cite: str = "") -> Said:
        return Said(self.words[key], "" if self.is_german else german()[key], cite)

    def stated(self, name: str) -> Said:
        return Said(self.text(name), cite=_unbroken(NORMS[name]) if name in NORMS else "")


def compose_sheet(
    assessment: Assessment,
    answers: Answers,
    papers: Mapping[str, Paper],
    words: Translation,
    letterhead: Letterhead,
    library: Library,
) -> Sheet:
    """The sheet on an assessment; ``papers``: how far they are by id. KeyError where ``words`` lack a text.

    ``library``: what the office's editors say about titles in plain words, printed where there is a text in the
    language of the sheet.
    """
    say = _Speaker(words)
    listed = [(item, papers.get(item.id)) for item in proof_list(assessment, answers)]
    wanted = [pair for pair in listed if _is_to_bring(*pair)]
    to_bring = [pair for pair in wanted if _progress(pair[1]) is not None]
    to_bring.sort(key=lambda pair: _PAPER_ORDER[_progress(pair[1])])
    unnoted = (item for item, paper in wanted if _progress(paper) is None)
    to_bring += [(item, papers.get(item.id)) for item in most_urgent(unnoted, assessment)]
    day = f"{assessment.as_of:%d.%m.%Y}"
    return Sheet(
        language=words.language,
        t={key.removeprefix("text."): said[1].replace("{day}", day) for key, said in words.texts.items()},
        letterhead=letterhead,
        possible=tuple(_possible(assessment, say, library)),
        deadlines=tuple(_deadlines(assessment, say)),
        counting=say.stated("counting"),
        papers=tuple(_row(item, paper, say) for item, paper in to_bring[:MOST_PAPERS]),
        there=tuple(say.named(document_key(item.words)) for item, paper in listed if _is_there(item, paper)),
        is_cut=len(wanted) > min(len(to_bring), MOST_PAPERS),
        warnings=tuple(_warnings(assessment, say)),
        limits=tuple(_limits(say)),
    )


def _possible(assessment: Assessment, say: _Speaker, library: Library) -> Iterator[Possible]:
    for verdict in _SHOWN:
        found = [result.pathway for result in assessment.pathways if result.verdict is verdict]
        titles = tuple(say.named(f"pathway.{each.id}", _unbroken((each.cite,))) for each in found)
        if titles:
            explained = found[:MOST_EXPLAINED] if verdict is Verdict.MET else []
            plain = tuple(said for each in explained for said in _plain(each.id, say, library))
            yield Possible(say.text(verdict.value), titles, plain)


def _plain(pathway_id: str, say: _Speaker, library: Library) -> Iterator[Said]:
    """What a title means in plain words, each paragraph with where it stands."""
    slot = slot_id(Subject.PATHWAY, pathway_id, "plain")
    for text in as_texts(library.statements(slot, say.words.language)):
        yield Said(marked(text.text), cite=marked(text.cite).replace("§ ", "§\u00a0"))


def _deadlines(assessment: Assessment, say: _Speaker) -> Iterator[Row]:
    for due in assessment.deadlines:
        name = say.named(f"deadline.{due.deadline.id}", _unbroken(due.wording.cite))
        if due.day is None:
            yield Row(name, say.text("no_day"))
        else:
            is_over = due.day < assessment.as_of
            yield Row(name, f"{due.day:%d.%m.%Y}" + (f" – {say.text('passed')}" if is_over else ""))


def _row(item: ProofItem, paper: Paper | None, say: _Speaker) -> Row:
    states = {Progress.MISSING: "missing", Progress.ASKED: "asked", None: "to_bring"}
    return Row(say.named(document_key(item.words)), say.text(states[_progress(paper)]))


def _progress(paper: Paper | None) -> Progress | None:
    return paper.progress if paper else None


def _is_there(item: ProofItem, paper: Paper | None) -> bool:
    progress = _progress(paper)
    return progress is Progress.THERE or (progress is None and item.backing is Backing.SEEN)


def _is_to_bring(item: ProofItem, paper: Paper | None) -> bool:
    """What has to be shown, and whatever the team has noted as missing or asked for."""
    if _is_there(item, paper):
        return False
    return item.weight is Weight.REQUIRED or _progress(paper) is not None


def _warnings(assessment: Assessment, say: _Speaker) -> Iterator[Said]:
    yield say.stated("asylum")
    if _may_lapse_by_asylum(assessment):
        yield say.stated("lapse")
    if not ABROAD.triggered(assessment.view):
        yield say.stated("leave")
    for name in ("late", "false", "sign"):
        yield say.stated(name)


def _may_lapse_by_asylum(assessment: Assessment) -> bool:
    """Whether the title of today, or one that may be possible, is one that an asylum application ends."""
    possible = {result.pathway.id.removeprefix("p") for result in assessment.pathways if result.verdict in _SHOWN}
    return bool(possible.intersection(EXTINGUISHED_BY_ASYLUM)) or not TITLE_SURVIVES_ASYLUM.triggered(assessment.view)


def _limits(say: _Speaker) -> Iterator[str]:
    yield say.text("no_promise")
    yield say.text("your_word")
    if not say.is_german:
        yield say.text("counter")
        if not say.words.reviewed:
            yield say.text("binding")

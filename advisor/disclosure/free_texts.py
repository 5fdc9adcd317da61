"""The free texts of a case, each of which may say something about somebody else and can be left out."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.disclosure.stored import Stored
from advisor.dossier.sections import title_of
from advisor.web.wording import day_words, label
from pathways.law import LAW

OMITTED = "[weggelassen: enthält Angaben über andere Personen]"
_WORD = re.compile(r"\w{3,}")
_NOTE, _QUESTION, _ANSWER, _REASON = "note", "question", "answer", "reason"
_PAPER, _DATE, _DOSSIER = "paper", "date", "dossier"


@dataclass(frozen=True, slots=True)
class FreeText:
    """A text somebody typed: its key, where it stands and which other persons of the case it names."""

    key: str
    where: str
    text: str
    names: tuple[str, ...]


class FreeTexts:
    """The free texts of what is stored, each once; ``omitted``: the keys of those to leave out."""

    def __init__(self, stored: Stored, omitted: Collection[str] = ()) -> None:
        self._stored = stored
        self.omitted = frozenset(omitted)
        found: dict[str, FreeText] = {}
        for kind, place, where, text in _typed(stored):
            if text:
                key = self._key(kind, place, text)
                names = tuple(name for name in stored.others if _words(name) & _words(text))
                found.setdefault(key, FreeText(key, where, text, names))
        self.all = tuple(found.values())

    @property
    def seen(self) -> str:
        """A digest of all of them: with another one, somebody has to look again before anything leaves the house."""
        return self._stored.case.safe.blind("disclosure/seen", " ".join(sorted(text.key for text in self.all))).hex()

    def note(self, fact_id: str, text: str) -> str:
        """A note to an answer, or that it was left out."""
        return self._kept(_NOTE, fact_id, text)

    def paper(self, key: str, text: str) -> str:
        """What a paper of the team's own is called or what was noted about one, or that it was left out."""
        return self._kept(_PAPER, key, text)

    def date(self, key: str, text: str) -> str:
        """What a date is or what was noted about one, or that it was left out."""
        return self._kept(_DATE, key, text)

    def dossier(self, section: str, text: str) -> str:
        """What was written into the papers for a hardship commission, or that it was left out."""
        return self._kept(_DOSSIER, section, text)

    def question(self, uuid: Any, text: str) -> str:
        """A question to the releaser, or that it was left out."""
        return self._kept(_QUESTION, str(uuid), text)

    def answer(self, uuid: Any, text: str) -> str:
        """An answer of the releaser, or that it was left out."""
        return self._kept(_ANSWER, str(uuid), text)

    def reason(self, at: Any, text: str) -> str:
        """A reason to open the case, or that it was left out."""
        return self._kept(_REASON, at.isoformat(), text)

    def _kept(self, kind: str, place: str, text: str) -> str:
        return OMITTED if text and self._key(kind, place, text) in self.omitted else text

    def _key(self, kind: str, place: str, text: str) -> str:
        return self._stored.case.safe.blind("disclosure/text", json.dumps([kind, place, text])).hex()


def _words(text: str) -> frozenset[str]:
    """The words of a text; one of a name is enough for somebody to look twice."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _typed(stored: Stored) -> Iterator[tuple[str, str, str, str]]:
    """Kind, place, place in words and text of every free text, also of the notes that only evidence still holds."""
    for fact_id, answer in stored.answers.items():
        yield _NOTE, fact_id, _note_to(fact_id), answer.note
    for old in stored.unread:
        yield _NOTE, old.question, _note_to(old.question), old.note
    for evidence in stored.evidence:
        day = day_words(timezone.localdate(evidence.row.at))
        for fact_id, detail in evidence.answers.get("details", {}).items():
            where = _("Notiz zu „{label}“ im Ergebnis vom {day}").format(label=_label(fact_id), day=day)
            yield _NOTE, fact_id, where, detail.get("note", "")
    for paper in stored.papers:
        yield _PAPER, paper.id, _("Eigene Unterlage"), paper.words if paper.is_own else ""
        yield _PAPER, paper.id, _("Notiz zur Unterlage „{words}“").format(words=paper.words), paper.note
    for noted in stored.dates:
        day = day_words(noted.day)
        yield _DATE, noted.id, _("Eigener Termin am {day}").format(day=day), noted.words
        yield _DATE, noted.id, _("Notiz zur Frist oder zum Termin am {day}").format(day=day), noted.note
    for entry in stored.dossier:
        where = _("Unterlagen für die Härtefallkommission: {section}").format(section=title_of(entry.section))
        for written in (entry.text, *(cell for row in entry.rows for cell in (row.what, row.where))):
            yield _DOSSIER, entry.section, where, written
    for row, question, answered in stored.consultations:
        day = day_words(timezone.localdate(row.asked_at))
        yield _QUESTION, str(row.uuid), _("Vorlage vom {day}: Frage").format(day=day), question
        yield _ANSWER, str(row.uuid), _("Vorlage vom {day}: Antwort").format(day=day), answered
    for opening in stored.openings:
        day = day_words(timezone.localdate(opening.at))
        where = _("Grund für die Öffnung am {day}").format(day=day)
        yield _REASON, opening.at.isoformat(), where, opening.reason


def _note_to(fact_id: str) -> str:
    return _("Notiz zu „{label}“").format(label=_label(fact_id))


def _label(fact_id: str) -> str:
    """The question's label in the language of the page; its id where the questionnaire no longer has it."""
    fact = LAW.facts_by_id.get(fact_id)
    return label(fact) if fact else fact_id

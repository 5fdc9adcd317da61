"""Reading `wegweiser-case/1` files: every fault at once, each with its place, what was found and what is allowed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Fact, Gap, Proof, Value
from pathways.engine.faults import Fault, Finding, NotAValue, Wrong
from pathways.engine.values import LONGEST_SHOWN, guess, read_answer, read_value, shown

__all__ = ["FORMAT", "CaseFile", "CaseFileFaults", "Fault", "read_case", "read_value"]

FORMAT = "wegweiser-case/1"
LARGEST_FILE = 1024 * 1024  # bytes
LONGEST_REFERENCE = 100  # characters
_GUESSES = 20  # faults that get a "did you mean"


class CaseFileFaults(ValueError):
    """A case file that cannot be read; carries every fault."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as it was handed in; ``as_of`` None: the reader decides the day."""

    answers: Mapping[str, Answer]
    as_of: date | None = None
    reference: str | None = None


class _Object(dict[str, Any]):
    """A JSON object that remembers keys named twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(name for name, _ in pairs)
        self.twice = tuple(name for name, count in counts.items() if count > 1)


def read_case(raw: bytes, facts: Mapping[str, Fact]) -> CaseFile:
    """Read a case file; CaseFileFaults with every fault where it is not one.

    ``facts``: the vocabulary by id.
    """
    reader = _Reader(facts)
    case = reader.read(raw)
    if reader.faults:
        raise CaseFileFaults(tuple(reader.faults))
    return case


@dataclass(slots=True)
class _Reader:
    vocabulary: Mapping[str, Fact]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: str, wrong: Wrong, meant: str = "", **parts: object) -> None:
        self.faults.append(Fault(path or "file", Finding(wrong, parts, meant)))

    def read(self, raw: bytes) -> CaseFile:
        document = self._parse(raw)
        if not isinstance(document, _Object):
            if not self.faults:
                self.fault("file", Wrong.NO_OBJECT, found=shown(document))
            return CaseFile({})
        self._keys_named_twice(document, "")
        if "format" not in document:
            self.fault("format", Wrong.NO_FORMAT, format=FORMAT)
        elif document["format"] != FORMAT:
            self.fault("format", Wrong.OTHER_FORMAT, found=shown(document["format"]), format=FORMAT)
        answers = self._answers(document)
        return CaseFile(self._details(document, answers), self._as_of(document), self._reference(document))

    def _parse(self, raw: bytes) -> Any:
        if len(raw) > LARGEST_FILE:
            self.fault("file", Wrong.TOO_LONG, size=len(raw), most=LARGEST_FILE)
            return None
        try:
            return json.loads(raw.decode("utf-8"), object_pairs_hook=_Object, parse_constant=_no_constant)
        except UnicodeDecodeError as error:
            self.fault("file", Wrong.NO_UTF8, byte=error.start)
        except json.JSONDecodeError as error:
            self.fault("file", Wrong.NO_JSON, reason=error.msg, line=error.lineno, column=error.colno)
        except (RecursionError, ValueError) as error:
            self.fault("file", Wrong.NO_READABLE_JSON, reason=type(error).__name__)
        return None

    def _keys_named_twice(self, mapping: _Object, path: str) -> None:
        for name in mapping.twice:
            self.fault(_below(path, name), Wrong.TWICE)

    def _as_of(self, document: _Object) -> date | None:
        if "as_of" not in document:
            return None
        found = document["as_of"]
        try:
            day = PartialDay.parse(found) if isinstance(found, str) else None
        except ValueError as error:
            self.fault("as_of", Wrong.NO_FULL_DAY, found=shown(found), reason=f": {error}")
            return None
        if day is None or not day.is_exact or len(found) != len("YYYY-MM-DD"):
            self.fault("as_of", Wrong.NO_FULL_DAY, found=shown(found), reason="")
            return None
        return day.earliest

    def _reference(self, document: _Object) -> str | None:
        if "reference" not in document:
            return None
        found = document["reference"]
        if not isinstance(found, str) or not 1 <= len(found) <= LONGEST_REFERENCE or not _writable(found):
            self.fault("reference", Wrong.NO_REFERENCE, found=shown(found), most=LONGEST_REFERENCE)
            return None
        return found

    def _answers(self, document: _Object) -> dict[str, Answer]:
        if "facts" not in document:
            self.fault("facts", Wrong.NO_FACTS)
            return {}
        found = document["facts"]
        if not isinstance(found, _Object):
            self.fault("facts", Wrong.NO_FACTS_OBJECT, found=shown(found))
            return {}
        self._keys_named_twice(found, "facts")
        answers: dict[str, Answer] = {}
        for fact_id, value in found.items():
            path = _below("facts", fact_id)
            fact = self.vocabulary.get(fact_id)
            if fact is None:
                self._unknown_fact(path, fact_id)
            elif (read := self._value(fact, value, path)) is not None:
                answers[fact_id] = Answer(read)
        return answers

    def _unknown_fact(self, path: str, fact_id: str) -> None:
        # Looking for what was meant takes time; a file with thousands of unknown keys is not a slip of the pen.
        meant = guess(fact_id, self.vocabulary) if len(self.faults) < _GUESSES else ""
        self.fault(path, Wrong.UNKNOWN_FACT, meant)

    def _value(self, fact: Fact, found: Any, path: str) -> Value | Gap | None:
        try:
            return read_answer(fact, found)
        except NotAValue as error:
            self.faults.append(Fault(path, error.finding))
            return None

    def _details(self, document: _Object, answers: dict[str, Answer]) -> dict[str, Answer]:
        if "details" not in document:
            return answers
        found = document["details"]
        if not isinstance(found, _Object):
            self.fault("details", Wrong.NO_DETAILS_OBJECT, found=shown(found))
            return answers
        self._keys_named_twice(found, "details")
        for fact_id, detail in found.items():
            path = _below("details", fact_id)
            if fact_id not in self.vocabulary:
                self._unknown_fact(path, fact_id)
            elif not isinstance(detail, _Object):
                self.fault(path, Wrong.NO_DETAIL, found=shown(detail))
            else:
                answer = answers.get(fact_id, Answer(Gap.NOT_ASKED))
                answers[fact_id] = Answer(answer.value, self._proof(detail, path), self._note(detail, path))
        return answers

    def _proof(self, detail: _Object, path: str) -> Proof | None:
        self._keys_named_twice(detail, path)
        for key in detail:
            if key in ("proof", "note"):
                continue
            self.fault(_below(path, key), Wrong.UNKNOWN_DETAIL)
        if "proof" not in detail:
            return None
        found = detail["proof"]
        if not isinstance(found, str) or found not in set(Proof):
            self.fault(f"{path}.proof", Wrong.NONE_OF, found=shown(found), allowed=", ".join(Proof))
            return None
        return Proof(found)

    def _note(self, detail: _Object, path: str) -> str:
        found = detail.get("note", "")
        if not isinstance(found, str) or not _writable(found):
            self.fault(f"{path}.note", Wrong.NO_TEXT, found=shown(found))
            return ""
        return found


def _below(path: str, name: str) -> str:
    plain = name.replace("_", "a").isalnum() and name.isascii() and len(name) <= LONGEST_SHOWN
    step = name if plain else f"[{shown(name)}]"
    if not path:
        return step
    return f"{path}{step}" if step.startswith("[") else f"{path}.{step}"


def _writable(text: str) -> bool:
    """Whether the text can be written as UTF-8 (a lone surrogate cannot)."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")

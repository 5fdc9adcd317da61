"""The one way from rows to what they hold and back: answers, names and evidence, sealed with the key of their case."""

from __future__ import annotations

import json
import zlib
from typing import Any
from uuid import UUID

from advisor.cases.choices import Relation
from advisor.cases.models import Answer as Row
from advisor.cases.models import Assessment, Case, Person, SharedAnswer
from advisor.vault.safe import Safe
from pathways.engine.facts import Answer, Fact, Gap, Proof
from pathways.engine.report import plain_value
from pathways.engine.values import read_value

ANSWERED = "answered"
_SLOT = "answer"


def slot_of(safe: Safe, owner: UUID, fact_id: str) -> bytes:
    """Where the answer to a question stands: the same each time, telling nobody which question it is.

    ``owner``: the person, or the case where the answer holds for everybody in it.
    """
    return safe.blind(f"{_SLOT}/{owner}", fact_id)


def answer_place(owner: UUID, slot: bytes) -> str:
    """The place an answer is bound to; anywhere else it does not open."""
    return f"{_SLOT}/{owner}/{slot.hex()}"


def seal_answer(safe: Safe, person: Person, fact_id: str, answer: Answer, by_id: int) -> Row:
    """The row of an answer about one person, not yet saved."""
    slot, sealed = _sealed(safe, person.uuid, fact_id, answer)
    return Row(person=person, slot=slot, sealed=sealed, by_id=by_id)


def seal_shared(safe: Safe, case: Case, fact_id: str, answer: Answer, by_id: int) -> SharedAnswer:
    """The row of an answer for everybody in a case, not yet saved."""
    slot, sealed = _sealed(safe, case.uuid, fact_id, answer)
    return SharedAnswer(case=case, slot=slot, sealed=sealed, by_id=by_id)


def _sealed(safe: Safe, owner: UUID, fact_id: str, answer: Answer) -> tuple[bytes, bytes]:
    slot = slot_of(safe, owner, fact_id)
    text = json.dumps([fact_id, *_columns(answer)], ensure_ascii=False, separators=(",", ":"))
    return slot, safe.seal_text(answer_place(owner, slot), text)


def resealed(safe: Safe, owner: UUID, other: UUID, row: Row | SharedAnswer) -> dict[str, bytes]:
    """Slot and content of a row as they are where the answer belongs to somebody else; nothing of it is read."""
    content = open_answer(safe, owner, row.slot, row.sealed)
    slot = slot_of(safe, other, content[0])
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return {"slot": slot, "sealed": safe.seal_text(answer_place(other, slot), text)}


def open_answer(safe: Safe, owner: UUID, slot: bytes | memoryview, sealed: bytes | memoryview) -> list[Any]:
    """Question, state, value, proof and note of a row; Tampered where they were not sealed for this place."""
    found: list[Any] = json.loads(safe.open_text(answer_place(owner, bytes(slot)), sealed))
    return found


def read_answer(fact: Fact, state: str, value: Any, proof: str, note: str) -> Answer | None:
    """The answer as the engine knows it; None where the vocabulary of today cannot read it."""
    supported = Proof(proof) if proof else None
    if state != ANSWERED:
        return Answer(Gap(state), supported, note)
    try:
        return Answer(read_value(fact, value), supported, note)
    except ValueError:
        return None


def label_of(case: Case, person: Person) -> str:
    """What a person of the case is called; empty where nobody has said."""
    sealed = bytes(person.sealed_label)
    return case.safe.open_text(f"label/{person.uuid}", sealed) if sealed else ""


def seal_label(case: Case, person: Person, label: str) -> None:
    """Give a person of the case a name, not yet saved."""
    person.sealed_label = case.safe.seal_text(f"label/{person.uuid}", label) if label else b""


def relation_of(case: Case, person: Person) -> Relation | None:
    """How a person belongs to the first one of the case; None for that one and where nobody has said."""
    sealed = bytes(person.sealed_relation)
    return Relation(case.safe.open_text(f"relation/{person.uuid}", sealed)) if sealed else None


def seal_relation(case: Case, person: Person, relation: Relation | None) -> None:
    """Say how a person belongs to the first one, not yet saved."""
    person.sealed_relation = case.safe.seal_text(f"relation/{person.uuid}", relation.value) if relation else b""


def seal_evidence(case: Case, row: Assessment, answers: dict[str, Any], report: dict[str, Any]) -> None:
    """Put answers and report into a row of evidence, not yet saved; packed, because a report is long and repeats."""
    text = json.dumps({"answers": answers, "report": report}, ensure_ascii=False, separators=(",", ":"))
    row.sealed = case.safe.seal(f"assessment/{row.uuid}", zlib.compress(text.encode()))


def open_evidence(case: Case, row: Assessment) -> dict[str, Any]:
    """``answers`` (a case file) and ``report`` (an assessment) of a row of evidence."""
    found: dict[str, Any] = json.loads(zlib.decompress(case.safe.open(f"assessment/{row.uuid}", row.sealed)))
    return found


def _columns(answer: Answer) -> tuple[str, Any, str, str]:
    gap = answer.value if isinstance(answer.value, Gap) else None
    return (
        gap.value if gap else ANSWERED,
        None if gap else plain_value(answer.value),
        answer.proof.value if answer.proof else "",
        answer.note.replace("\x00", ""),  # no page and no paper can show that character
    )

"""The texts that come with the program: what pathways, criteria and questions mean in practice. They decide nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from pathways.content.markup import Statement, read
from pathways.content.slots import SLOTS, Subject, slot_id, subject_fingerprint
from pathways.engine.citations import Citation

# The law these texts and the effects of the titles were written under; a case may be judged under an older one.
STATE_OF_LAW = date(2026, 8, 19)

FOLDER = Path(__file__).with_name("builtin")
FINGERPRINTS = FOLDER / "fingerprints.toml"
_HEAD = "# The law each text of the program was written against; written by `manage.py texts --accept`."


@dataclass(frozen=True, slots=True)
class Text:
    """A statement as it is shown: plain words, the same with bold and italic, and where it stands."""

    text: str
    html: str = ""
    cites: tuple[Citation, ...] = ()

    @property
    def cite(self) -> str:
        """Where it stands, in one line; several places in one act name it once, after the last of them."""
        return "; ".join(_runs(self.cites))


def _runs(cites: tuple[Citation, ...]) -> Iterator[str]:
    run, section = "", ""
    for cite, following in pairwise((*cites, None)):
        if cite is None:
            continue
        act = f" {cite.source.name}"
        is_below = bool(section) and section == _section(cite.text.removesuffix(act))
        text = cite.text.removeprefix(f"{section} ") if is_below else cite.text
        is_place = cite.text.endswith(act) and not cite.is_unverified
        if is_place and following and following.source == cite.source:
            run += f"{text.removesuffix(act)}, "
            section = _section(cite.text.removesuffix(act))
        else:
            yield f"{run}{text if not cite.is_unverified else cite}"
            run, section = "", ""


def _section(place: str) -> str:
    """The section of a place with something below it: ``§ 81`` of ``§ 81 Abs. 3``; "" for a whole section."""
    sign, number, *below = place.split(" ")
    return f"{sign} {number}" if below and number[:1].isdigit() else ""


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything said about one pathway that counts now; empty where nothing does."""

    about: Text | None = None
    when: tuple[Text, ...] = ()
    procedure: tuple[Text, ...] = ()
    documents: tuple[Text, ...] = ()
    pitfalls: tuple[Text, ...] = ()
    effects: tuple[Text, ...] = ()
    contacts: tuple[Text, ...] = ()
    local: tuple[Text, ...] = ()
    plain: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A text of the program, German. ``stand``: the state of the law; ``fingerprint``: "" where none was accepted."""

    slot: str
    body: str
    stand: date
    fingerprint: str


@cache
def built_in() -> Mapping[str, BuiltIn]:
    """All texts of the program by slot; ValueError where a file has a text for nothing there is."""
    accepted = tomllib.loads(FINGERPRINTS.read_text(encoding="utf-8")) if FINGERPRINTS.exists() else {}
    found: dict[str, BuiltIn] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        if path.name == FINGERPRINTS.name:
            continue
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        stand = date.fromisoformat(data.pop("stand"))
        for slot, body in _bodies(path.stem, data):
            if slot in found:
                raise ValueError(f"{path.name}: {slot} has a text already")
            found[slot] = BuiltIn(slot, body.strip(), stand, str(accepted.get(slot, "")))
    return MappingProxyType(found)


def accept(slots: Iterable[str]) -> tuple[str, ...]:
    """Write down that these texts fit the law of today; gives those that were not accepted like this before."""
    known = {each.slot: each.fingerprint for each in built_in().values()}
    now = {slot: _today(built_in()[slot].body, slot) for slot in slots}
    merged_ones = {slot: now.get(slot, digest) for slot, digest in known.items() if now.get(slot, digest)}
    lines = [f'"{slot}" = "{digest}"' for slot, digest in sorted(merged_ones.items())]
    FINGERPRINTS.write_text("\n".join([_HEAD, *lines, ""]), encoding="utf-8")
    built_in.cache_clear()
    return tuple(slot for slot, digest in now.items() if known[slot] != digest)


def _today(body: str, slot: str) -> str:
    statements, _troubles = read(body)
    return subject_fingerprint(SLOTS[slot], tuple(dict.fromkeys(c for each in statements for c in each.cites)))


def orphans() -> tuple[str, ...]:
    """The texts of the program for slots that the law does not have."""
    return tuple(slot for slot in built_in() if slot not in SLOTS)


def as_texts(statements: Iterable[Statement]) -> tuple[Text, ...]:
    """Statements as they are shown."""
    return tuple(Text(each.text, each.html, each.cites) for each in statements)


def merged(texts: Iterable[Text]) -> Text | None:
    """Several paragraphs as one; None where there is none."""
    found = tuple(texts)
    if not found:
        return None
    cites = dict.fromkeys(cite for text in found for cite in text.cites)
    return Text(" ".join(text.text for text in found), " ".join(text.html for text in found), tuple(cites))


def _bodies(stem: str, data: Mapping[str, Mapping[str, str | Mapping[str, str]]]) -> Iterable[tuple[str, str]]:
    for kind, entries in data.items():
        for name, said in entries.items():
            if kind == Subject.PATHWAY.value and isinstance(said, str):
                yield slot_id(Subject.PATHWAY, stem, name), said
            elif kind != Subject.PATHWAY.value and isinstance(said, Mapping):
                yield from ((slot_id(Subject(kind), name, each), body) for each, body in said.items())
            else:
                raise ValueError(f"{stem}: {kind}.{name} is no text")

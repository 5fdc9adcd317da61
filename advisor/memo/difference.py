"""How two memos about the same person differ, in words: a pure function of what both are composed of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Parts = Mapping[str, Any]  # a memo as plain data, as `advisor.memo.making` keeps it

_STATES = {"yes": "erfüllt", "open": "offen", "no": "nicht erfüllt"}
_NEVER = "nicht beantwortet"
_TEXTS = (("about", "Worum es geht"), ("steps", "Verfahren"), ("pitfalls", "Fallstricke"))
_WRITERS = (("adviser", "Beratung"), ("guidance", "Unter Anleitung von"))


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs in one respect, a sentence each; in German like everything on paper."""

    title: str
    lines: tuple[str, ...]


def difference(before: Parts, after: Parts) -> tuple[Changes, ...]:
    """What differs from an earlier memo to a later one, the results first; empty where nothing does.

    Only what stands in both is compared where their length or choice of pathways differs: what a paper leaves out has
    not changed thereby.
    """
    found = (
        Changes("Ergebnis", tuple(_verdicts(before, after))),
        Changes("Fristen", tuple(_deadlines(before, after))),
        Changes("Voraussetzungen", tuple(_criteria(before, after))),
        Changes("Angaben", tuple(_answers(before, after))),
        Changes("Recht und Texte", tuple(_law(before, after))),
    )
    return tuple(changes for changes in found if changes.lines)


def _verdicts(before: Parts, after: Parts) -> Iterable[str]:
    old = {row["cite"]: row for row in before["overview"]}
    for row in after["overview"]:
        was = old.get(row["cite"])
        if was is None or (was["verdict"]["key"] == row["verdict"]["key"] and was["point"] == row["point"]):
            continue
        verdict, earlier = row["verdict"]["word"], was["verdict"]["word"]
        if verdict == earlier:
            yield f"{row['cite']}: weiterhin {verdict}. Woran es hängt: {row['point']} (vorher: {was['point']})"
        else:
            yield f"{row['cite']}: jetzt {verdict}, vorher {earlier}. Woran es hängt: {row['point']}"


def _deadlines(before: Parts, after: Parts) -> Iterable[str]:
    old = {(due["title"], due["day"]): due for due in before["deadlines"]}
    new = {(due["title"], due["day"]): due for due in after["deadlines"]}
    for (title, day), due in new.items():
        was = old.get((title, day))
        if was is None:
            yield f"neu: {title}, {day}"
        elif due["passed"] and not was["passed"]:
            yield f"abgelaufen: {title}, {day}"
    yield from (f"entfallen: {title}, {day}" for title, day in old if (title, day) not in new)


def _criteria(before: Parts, after: Parts) -> Iterable[str]:
    old, new = _states(before), _states(after)
    for (where, says), state in new.items():
        was = old.get((where, says))
        if was is not None and was != state:
            lead = f"{where}: " if where else ""
            yield f"{lead}{says} – jetzt {_STATES[state]}, vorher {_STATES[was]}"


def _states(memo: Parts) -> dict[tuple[str, str], str]:
    """The state of every demand that a memo names, by pathway; "" for those of several pathways."""
    found: dict[tuple[str, str], str] = {}
    for part in memo["pathways"]:
        _collect(found, part["cite"], part)
    if memo["shared"]:
        _collect(found, "", memo["shared"])
    return found


def _collect(found: dict[tuple[str, str], str], where: str, part: Parts) -> None:
    named = [(row["says"], row["state"]["key"]) for table in part["tables"] for row in table["rows"]]
    named += [(remark["text"], "yes") for remark in part["done"]]
    named += [(remark["text"], "open") for remark in part["unsettled"]]
    for says, state in named:
        if state in _STATES:  # what is only weighed or noted has none
            found.setdefault((where, says.removesuffix(".")), state)


def _answers(before: Parts, after: Parts) -> Iterable[str]:
    old, new = _given(before), _given(after)
    for label, line in new.items():
        was = old.get(label)
        if was is None:
            yield f"{label}: {line['words']} (vorher {_NEVER})"
        elif was["words"] != line["words"]:
            yield f"{label}: {line['words']} (vorher {was['words']})"
        elif was["proof"] != line["proof"]:
            yield f"{label}: Beleg {line['proof'] or 'keiner'} (vorher {was['proof'] or 'keiner'})"
        elif was["note"] != line["note"]:
            yield f"{label}: Notiz geändert"
    for label, line in old.items():
        if label not in new:
            yield f"{label}: {_NEVER} (vorher {line['words']})"


def _given(memo: Parts) -> dict[str, Parts]:
    return {line["label"]: line for section in memo["answers"] for line in section["lines"]}


def _law(before: Parts, after: Parts) -> Iterable[str]:
    if before["as_of"] != after["as_of"]:
        yield f"Stichtag {after['as_of']}, vorher {before['as_of']}"
    if before["law_version"] != after["law_version"]:
        yield f"Fassung des Regelwerks {after['law_version']}, vorher {before['law_version']}"
    if before["length"] == after["length"]:
        old = {part["cite"]: part for part in before["pathways"]}
        for part in after["pathways"]:
            was = old.get(part["cite"])
            names = [name for key, name in _TEXTS if was is not None and _texts(was, key) != _texts(part, key)]
            if names:
                yield f"{part['cite']}: anderer Wortlaut ({', '.join(names)})"
    for key, name in _WRITERS:
        if before["letterhead"][key] != after["letterhead"][key]:
            yield f"{name}: {after['letterhead'][key] or 'niemand'} (vorher {before['letterhead'][key] or 'niemand'})"


def _texts(part: Parts, key: str) -> list[str]:
    return [remark["text"] for remark in part[key]]

"""Heads of chains on paper: where each chain ended, to keep elsewhere and to hold against the log later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from advisor.logbook.models import Chain

_LINE = re.compile(r"wegweiser-log/1 (?P<key>\d{1,18}) (?P<length>\d{1,18}) (?P<head>[0-9a-f]{64})")


class Head(NamedTuple):
    """Where a chain ended."""

    key: int
    length: int
    head: bytes

    def __str__(self) -> str:
        return f"wegweiser-log/1 {self.key} {self.length} {self.head.hex()}"


def heads() -> Iterator[Head]:
    """The heads of all chains now."""
    for key, length, head in Chain.objects.order_by("pk").values_list("pk", "length", "head"):
        yield Head(key, length, bytes(head))


def read_heads(lines: Iterable[str]) -> Iterator[Head]:
    """The heads that stand in these lines; empty lines are skipped. ValueError, with the line's number, for others."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if not (match := _LINE.fullmatch(line.strip())):
            raise ValueError(f"line {number} is not the head of a chain")
        yield Head(int(match["key"]), int(match["length"]), bytes.fromhex(match["head"]))

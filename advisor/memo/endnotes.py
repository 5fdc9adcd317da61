"""Numbering of sources: each gets one endnote, each place that cites it a way there and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.memo.parts import Endnote, Ref
from pathways.engine.citations import Citation

_NUMBERED = re.compile(r"(§§?|Abs\.|Art\.|Nr\.|Rn\.|S\.) (?=\d)")


class Endnotes:
    """Collects citations while a memo is composed and numbers them in order of reading."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._cited: list[Citation] = []
        self._anchors: list[list[str]] = []

    def refs(self, citations: Iterable[Citation]) -> tuple[Ref, ...]:
        """References for the citations of one place."""
        return tuple(self._ref(citation) for citation in citations)

    def _ref(self, citation: Citation) -> Ref:
        key = (citation.text, citation.url)
        if key not in self._numbers:
            self._numbers[key] = len(self._cited) + 1
            self._cited.append(citation)
            self._anchors.append([])
        number = self._numbers[key]
        anchors = self._anchors[number - 1]
        anchors.append(f"z{number}-{len(anchors) + 1}")
        return Ref(_unbroken(citation.text), number, anchors[-1], citation.is_unverified)

    def notes(self) -> tuple[Endnote, ...]:
        """All endnotes so far, in the order of their numbers; the full name stands where a source is named first."""
        first: dict[str, int] = {}
        for number, citation in enumerate(self._cited, 1):
            first.setdefault(citation.source.key, number)
        return tuple(
            Endnote(
                number=number,
                text=_unbroken(citation.text),
                full_name=citation.source.full_name if first[citation.source.key] == number else "",
                url=citation.url or citation.source.url,
                unverified=citation.is_unverified,
                anchors=tuple(anchors),
            )
            for number, (citation, anchors) in enumerate(zip(self._cited, self._anchors, strict=True), 1)
        )


def _unbroken(text: str) -> str:
    """The text with no line break between a sign or abbreviation and its number."""
    return _NUMBERED.sub("\\1\u00a0", text)

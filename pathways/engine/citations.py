"""Where a legal statement stands: a source from the one registry, and the place in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of text a source is."""

    STATUTE = "statute"
    REGULATION = "administrative_rule"
    DECISION = "decision"
    PARLIAMENT = "parliamentary_paper"
    PAPER = "paper"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that can be cited. ``url`` points to the official text where one is public, otherwise it is empty."""

    key: str
    kind: SourceKind
    name: str
    full_name: str = ""
    url: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source, as it is printed. ``url`` leads to that place; ``unverified``: nobody has checked it yet."""

    source: Source
    text: str
    url: str = ""
    unverified: bool = False

    def __str__(self) -> str:
        return f"{self.text} [UNVERIFIED]" if self.is_unverified else self.text

    @property
    def is_unverified(self) -> bool:
        """Whether the place or the whole source still has to be checked."""
        return self.unverified or self.source.unverified


def joined(citations: tuple[Citation, ...]) -> str:
    """Several citations as one line, in order."""
    return "; ".join(str(citation) for citation in citations)

"""How a point for or against an open legal concept is written down."""

from __future__ import annotations

from dataclasses import replace

from pathways.engine.citations import Citation
from pathways.engine.conditions import Condition
from pathways.engine.pathway import Indication, Side


def pro(number: str, text: str, when: Condition, *cite: Citation) -> Indication:
    """A point that speaks for the concept; ``number``: its group and its place in the list (``"A1"``)."""
    return Indication(f"{number[0]}+{number[1:]}", Side.FOR, text, when, cite)


def contra(number: str, text: str, when: Condition, *cite: Citation) -> Indication:
    """A point that speaks against the concept."""
    return Indication(f"{number[0]}-{number[1:]}", Side.AGAINST, text, when, cite)


def orientation(citation: Citation, about: str = "") -> Citation:
    """A citation that stands for another norm (``about``) and only gives orientation; the text says so."""
    words = f"zur Orientierung: {citation.text}"
    return replace(citation, text=f"{words} ({about})" if about else words)

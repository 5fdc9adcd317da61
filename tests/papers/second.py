"""A second opinion: the checks of avalpdf, on what this folder reads itself, for its own reader takes a second a page.

Nothing here asks the network; `own_reading` is avalpdf from end to end, for the papers of a page or two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avalpdf.converter import pdf_to_json
from avalpdf.extractor import create_simplified_json, extract_content
from avalpdf.validator import AccessibilityValidator

from tests.papers.reading import Element, Opened

# What it warns of without knowing better: text that was typed as it is, and links whose words are the number of a note;
# where those lead stands with the link, which `checks.links` sees to.
_KNOWN = re.compile(r"contains only numbers|Incorrect accent usage")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What avalpdf says: faults, warnings that are none of the known ones, and what it praises."""

    issues: tuple[str, ...]
    warnings: tuple[str, ...]
    successes: tuple[str, ...]


def opinion(opened: Opened, language: str) -> Opinion:
    """The opinion on what this folder has read."""
    root = opened.pdf.Root
    metadata = {
        "title": str(opened.pdf.docinfo.get("/Title", "")),
        "lang": str(root.get("/Lang", "")),
        "tagged": str(bool(root.get("/MarkInfo", {}).get("/Marked", False))).lower(),
    }
    return _judged({"StructTreeRoot": {"K": [_node(top) for top in opened.tree]}, **metadata}, language)


def own_reading(path: Path, language: str) -> Opinion:
    """The opinion on what avalpdf has read itself."""
    return _judged(pdf_to_json(str(path)), language)


def _judged(found: dict[str, Any], language: str) -> Opinion:
    simple = create_simplified_json(found, extract_content(found["StructTreeRoot"]))
    validator = AccessibilityValidator(expected_lang=language)
    validator.validate_metadata(simple["metadata"])
    for name in sorted(dir(AccessibilityValidator)):
        if name.startswith("validate_") and name != "validate_metadata":
            getattr(validator, name)(simple["content"])
    return Opinion(
        tuple(validator.issues),
        tuple(warning for warning in validator.warnings if not _KNOWN.search(warning)),
        tuple(validator.successes),
    )


def _node(element: Element) -> dict[str, Any]:
    kids = [
        {"Content": [{"Type": "Text", "Text": part}]} if isinstance(part, str) else _node(part)
        for part in element.parts
    ]
    return {"S": element.tag, "Alt": str(element.raw.get("/Alt", "")), "K": kids}

"""The foot of a page marked as what it is: the PDF writer leaves it in no tag, which not every reader passes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf


def mark_furniture(pdf: pydyf.PDF) -> None:
    """Mark as an artifact of the page what stands on pages and not in the order of reading; before the file is written.

    The writer builds tags for the boxes in the margins and does not hang them into the tree; those are taken out.
    """
    by_reference = {item.reference: item for item in pdf.objects}
    root = by_reference.get(pdf.catalog.get("StructTreeRoot"))
    if root is None:
        return
    read = set(_tags(root, by_reference))
    pages = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"]
    numbers = by_reference[root["ParentTree"]]["Nums"]
    for page, owners in zip(numbers[::2], numbers[1::2], strict=True):
        if not isinstance(owners, pydyf.Array):
            continue  # of a link
        unread = {number for number, owner in enumerate(owners) if owner not in read}
        for number in unread:
            by_reference[owners[number]].free = "f"
            owners[number] = "null"
        for stream in _streams(pages[page], by_reference):
            _rename(stream, unread)


def _tags(element: Any, by_reference: dict[bytes, Any]) -> Iterator[bytes]:
    """The references of all tags in the tree."""
    for kid in element.get("K", ()):
        found = by_reference.get(kid) if isinstance(kid, bytes) else None
        if found is not None and "S" in found:
            yield kid
            yield from _tags(found, by_reference)


def _streams(page: pydyf.Dictionary, by_reference: dict[bytes, Any]) -> Iterator[Any]:
    contents = page["Contents"]
    for reference in contents if isinstance(contents, pydyf.Array) else [contents]:
        yield by_reference[reference]


def _rename(stream: Any, unread: set[int]) -> None:
    """Open the marked content of these numbers as an artifact."""
    for place, item in enumerate(stream.stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in unread:
            stream.stream[place - 1] = "/Artifact"
            stream.stream[place] = pydyf.Dictionary({"Type": "/Pagination"})

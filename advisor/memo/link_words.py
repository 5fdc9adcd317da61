"""What the links of a file say: their titles, which the PDF writer passes over for the bare target."""

from __future__ import annotations

from typing import Any

import pydyf


def say_where_links_lead(document: Any) -> None:
    """Give each link its title, or else its own words, for whoever does not see it; before the file is written."""
    for page in document.pages:
        for _kind, _target, _place, box in page.links:
            words = box.element.get("title") or " ".join("".join(box.element.itertext()).split())
            annotation = getattr(box, "link_annotation", None)
            if annotation is not None and words:
                annotation["Contents"] = pydyf.String(words)

"""The state of the texts that an office works with, as one digest."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from advisor.accounts.models import Office
from pathways.content.builtin import pathway_ids, texts

_SHOWN = 16


def texts_digest(office: Office) -> str:
    """The digest of the texts of an office: those that come with the program."""
    return _builtin()


@cache
def _builtin() -> str:
    said = [(pathway_id, repr(texts(pathway_id))) for pathway_id in sorted(pathway_ids())]
    return sha256(repr(said).encode()).hexdigest()[:_SHOWN]

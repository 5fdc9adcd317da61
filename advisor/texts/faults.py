"""Why something cannot be done with a text, in words for whoever tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pathways.content.checks import Fault

if TYPE_CHECKING:
    from advisor.texts.models import Revision


class TextFault(ValueError):
    """Something that cannot be done; the words say why."""


class Overtaken(TextFault):
    """Somebody has written a newer revision since; ``latest`` is that one."""

    def __init__(self, latest: Revision) -> None:
        super().__init__(_("Inzwischen hat jemand anderes eine neue Fassung geschrieben."))
        self.latest = latest


class NotReleasable(TextFault):
    """Texts that cannot be released; ``faults``: those of a revision, by its slot and language."""

    def __init__(self, words: str, faults: Mapping[tuple[str, str], Sequence[Fault]] | None = None) -> None:
        super().__init__(words)
        self.faults = dict(faults or {})


class Unexplained(TextFault):
    """Golden cases come out differently and nobody has said why that is right; ``flips`` says which."""

    def __init__(self, flips: Sequence[object]) -> None:
        super().__init__(_("Musterfälle gehen anders aus. Freigeben lässt sich erst mit einer Begründung."))
        self.flips = tuple(flips)

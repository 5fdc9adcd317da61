"""What a memo prints for whom: the one place where that is decided (see docs/decisions/0028)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.memo.models import Audience


@dataclass(frozen=True, slots=True)
class Prints:
    """How a memo for somebody differs from the whole.

    ``selection``: only what is shown for the chosen pathways and what that rests on; nothing that speaks against, is
    open, declined or noted. ``attached``: the assessment goes with the file in machine-readable form. ``says``: the
    sentence in the head of the paper that tells its reader.
    """

    selection: bool = False
    attached: bool = False
    says: str = ""


PRINTS: Mapping[Audience, Prints] = {
    Audience.FILE: Prints(attached=True),
    # A lawyer is bound to secrecy and needs the weak points more than anybody.
    Audience.LAWYER: Prints(says="Für die Anwältin oder den Anwalt; mit Notizen und Einschätzungen der Beratung."),
    Audience.AUTHORITY: Prints(
        selection=True,
        says="Auswahl für eine Behörde: Genannt ist nur, was zu den gewählten Wegen dargelegt wird und worauf es "
        "beruht. Eine vollständige Prüfung ist dieses Papier nicht.",
    ),
}

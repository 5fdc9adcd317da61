"""A paper of a person as the page "Unterlagen & Fristen" shows it: what is kept, or what was typed and refused."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import Form

from advisor.cases.papers import Paper, Progress
from advisor.cases.proofs import Backing, ProofItem, Weight
from pathways.content.words import short_cite
from pathways.law import LAW

_NORMS = {pathway.id: short_cite(pathway.cite) for pathway in LAW.pathways}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper as the page shows it; ``item`` None: no criterion names it (any more).

    ``is_seen``: it counts as there because the answers behind it were proved. ``form``: with faults, where it was sent.
    """

    paper: Paper
    item: ProofItem | None
    by: str
    form: Form | None = None

    @property
    def words(self) -> str:
        """What it is called."""
        return self.item.words if self.item else self.paper.words

    @property
    def progress(self) -> str:
        """What is chosen on the page: what was typed where it was refused, otherwise what is kept."""
        return self._typed("progress", self.paper.progress or "")

    @property
    def note(self) -> str:
        """The note on the page."""
        return self._typed("note", self.paper.note)

    @property
    def asked_on(self) -> str:
        """The day it was asked for, on the page."""
        return self._typed("asked_on", f"{self.paper.asked_on:%d.%m.%Y}" if self.paper.asked_on else "")

    @property
    def was(self) -> str:
        """The fingerprint of what the page shows: with a fault in it, still of what it has shown before."""
        return self.paper.fingerprint if self.is_overtaken else self._typed("was", self.paper.fingerprint)

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody else was quicker."""
        return self.form is not None and bool(self.form.non_field_errors())

    def _typed(self, name: str, kept: str) -> str:
        return str(self.form.data.get(name, "")) if self.form is not None else kept

    @property
    def is_seen(self) -> bool:
        """Whether nobody has said how far it is, but a proof was seen for every answer behind it."""
        return self.paper.progress is None and self.item is not None and self.item.backing is Backing.SEEN

    @property
    def is_there(self) -> bool:
        """Whether it is there, or counts as there."""
        return self.paper.progress is Progress.THERE or self.is_seen

    @property
    def is_noted(self) -> bool:
        """Whether something is known about it, so that it belongs on top."""
        return self.is_there or not self.paper.says_nothing

    @property
    def is_past(self) -> bool:
        """Whether no criterion asks for it any more."""
        return self.item is None and not self.paper.is_own

    @property
    def is_to_get(self) -> bool:
        """Whether somebody should see to it: something has to be shown by it, and it is neither there nor asked for."""
        required = self.item is not None and self.item.weight is Weight.REQUIRED
        return required and not self.is_there and self.paper.progress is not Progress.ASKED

    @property
    def is_weighed(self) -> bool:
        """Whether nothing has to be shown by it: it is weighed."""
        return self.item is not None and self.item.weight is Weight.WEIGHED

    @property
    def is_for_all(self) -> bool:
        """Whether every pathway of the law needs it."""
        return self.item is not None and len(self.item.pathways) == len(LAW.pathways)

    @property
    def norms(self) -> str:
        """The norms of the pathways that need it."""
        needing = self.item.pathways if self.item else ()
        return ", ".join(_NORMS[key] for key in needing)

"""Two texts that the editor of the demonstration is working on: one waits for release, one is a draft."""

from __future__ import annotations

from advisor.accounts.models import User
from advisor.texts.library import built_in_library
from advisor.texts.models import Revision
from advisor.texts.writing import submit, write

_SUBMITTED = "pathway.p23a.pitfalls"
_PITFALL = (
    "- Wer umzieht, sagt es der Kommission sofort: Vielleicht ist dann ein anderes Land zuständig. "
    "[[§ 23a Abs. 2 S. 1 AufenthG]]"
)
_DRAFT = "pathway.p25_4_2.documents"
_DOCUMENT = "- Bestätigung der Schule, wenn ein Kind kurz vor dem Abschluss steht. [[§ 25 Abs. 4 S. 2 AufenthG]]"


def write_texts(editor: User) -> None:
    """Begin both, unless somebody in the editor's office has written already."""
    if Revision.objects.filter(office=editor.office).exists():
        return
    library = built_in_library()
    for slot, line, note in (
        (_SUBMITTED, _PITFALL, "Rückfrage aus der Beratung"),
        (_DRAFT, _DOCUMENT, "Fehlte bisher"),
    ):
        current = library.entry(slot)
        if current is None:
            continue
        revision = write(slot, "de", f"{current.body}\n{line}", editor, note)
        if slot == _SUBMITTED:
            submit(revision, editor)

"""What a kept paper is called in words: its kind and, where that says something, its language."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.guidance.models import PaperKind

LANGUAGES = {
    "de": gettext_lazy("Deutsch"),
    "en": gettext_lazy("Englisch"),
    "ru": gettext_lazy("Russisch"),
    "uk": gettext_lazy("Ukrainisch"),
    "ar": gettext_lazy("Arabisch"),
    "fa": gettext_lazy("Farsi"),
}

_FILES = {PaperKind.MEMO: "memo", PaperKind.SHEET: "merkblatt", PaperKind.DOSSIER: "unterlagen"}


def paper_name(kind: str, language: str) -> str:
    """Such as „Memo“ or „Merkblatt auf Arabisch“; ``language``: a tag of BCP 47, said as it is where it is unknown."""
    name = str(PaperKind(kind).label)
    if kind != PaperKind.SHEET and language == "de":
        return name
    return _("{paper} auf {language}").format(paper=name, language=LANGUAGES.get(language, language))


def file_stem(kind: str, case: UUID, number: int) -> str:
    """What a file is called: of random ids and numbers only; a name or key in a file name travels with every mail."""
    return f"{_FILES[PaperKind(kind)]}-{str(case)[:8]}-{number}"

"""The words of the sheet for clients: the German ones, their translations, and whether a translation still fits."""

from pathways.content.sheet.norms import NORMS
from pathways.content.sheet.translated import (
    LANGUAGES,
    RIGHT_TO_LEFT,
    Fault,
    Translation,
    Trouble,
    document_key,
    faults,
    german,
    translation,
)

__all__ = [
    "LANGUAGES",
    "NORMS",
    "RIGHT_TO_LEFT",
    "Fault",
    "Translation",
    "Trouble",
    "document_key",
    "faults",
    "german",
    "translation",
]

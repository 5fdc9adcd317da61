"""The four documents an office needs, by the word in their address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office
from advisor.privacy.consent import consent
from advisor.privacy.impact import impact
from advisor.privacy.organisation import organisation
from advisor.privacy.parts import Section
from advisor.privacy.record import record

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its word in addresses and file names, its title, what it is for, and what makes its sections.

    All of it is German but ``purpose``, which is said on a page only.
    """

    slug: str
    title: str
    cite: str
    purpose: StrOrPromise
    sections: Callable[[Office], tuple[Section, ...]]


_ALL = (
    Document(
        "verzeichnis",
        "Verzeichnis von Verarbeitungstätigkeiten",
        "Art. 30 Abs. 1 DSGVO",
        _(
            "Beschreibt, welche Daten Ihre Stelle mit Wegweiser wozu verarbeitet. Auf Anfrage der Aufsichtsbehörde "
            "vorzulegen."
        ),
        record,
    ),
    Document(
        "folgenabschaetzung",
        "Datenschutz-Folgenabschätzung",
        "Art. 35 DSGVO",
        _(
            "Jede Frage mit ihrer Datenkategorie und den Voraussetzungen, die sie brauchen; Risiken und Maßnahmen. "
            "Lang."
        ),
        impact,
    ),
    Document(
        "einwilligung",
        "Information und Einwilligung für Ratsuchende",
        "Art. 6, 7, 9, 13 DSGVO",
        _("In einfacher Sprache, zum Ausdrucken, Erklären und Unterschreiben."),
        consent,
    ),
    Document(
        "massnahmen",
        "Technische und organisatorische Maßnahmen",
        "Art. 32 DSGVO",
        _("Was das Programm für die Sicherheit tut, und was Ihre Stelle ergänzen muss."),
        organisation,
    ),
)
DOCUMENTS: Mapping[str, Document] = {document.slug: document for document in _ALL}

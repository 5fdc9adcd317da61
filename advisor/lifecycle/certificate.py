"""The proof that a case was deleted, as lines for a page and as PDF."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.lifecycle.models import DeletionCertificate
from advisor.memo import render
from pathways.content.words import day_words


@dataclass(frozen=True, slots=True)
class Line:
    """What is proved, in words."""

    label: str
    text: str


def certificate_lines(row: DeletionCertificate) -> tuple[Line, ...]:
    """All that the proof says, in German; who had the case deleted is named by the number of the account."""
    with override("de"):
        return _lines(row)


def _lines(row: DeletionCertificate) -> tuple[Line, ...]:
    return (
        Line("Nachweis", str(row.uuid)),
        Line("Kennung des Falls", str(row.case)),
        Line("Art des Falls", row.get_kind_display()),
        Line("Angelegt am", day_words(row.created_on)),
        Line("Abgeschlossen am", day_words(row.closed_on) if row.closed_on else "nicht abgeschlossen"),
        Line("Zur Löschung vorgemerkt am", day_words(row.scheduled_on) if row.scheduled_on else "–"),
        Line("Vernichtet am", day_words(row.destroyed_on)),
        Line("Grund", row.get_reason_display()),
        Line("Veranlasst von", f"Konto Nr. {row.by_id}" if row.by_id else "Programm nach den Fristen der Stelle"),
        Line("Gelöschte Zeilen", _counts(row)),
        Line("Schlüssel des Falls", "vernichtet"),
    )


def certificate_pdf(row: DeletionCertificate) -> bytes:
    """The proof as PDF; the same bytes each time."""
    context = {"certificate": row, "lines": certificate_lines(row)}
    with override("de"):
        return render.write_pdf(render_to_string("lifecycle/certificate_paper.html", context), row.uuid.hex)


def _counts(row: DeletionCertificate) -> str:
    return ", ".join(f"{_name(label)}: {count}" for label, count in row.counts.items()) or "–"


def _name(label: str) -> str:
    """The words for a model; its label where there is no such model any longer."""
    try:
        return str(apps.get_model(label)._meta.verbose_name_plural)
    except LookupError:
        return label

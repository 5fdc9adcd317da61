"""The sections of the papers for a hardship commission: what each is about, and which answers belong into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pathways.engine.facts import Fact
from pathways.law import LAW
from pathways.law.laender.profile import Topic


@dataclass(frozen=True, slots=True)
class Section:
    """One section; ``title`` stands on paper, ``asks`` tells the counsellor what belongs here.

    ``facts``: the answers it prints; ``needed``: those of them without which something is missing. ``rows``: whether it
    has a table of times. ``always``: printed unless somebody leaves it out; otherwise only where somebody takes it in.
    """

    id: str
    topic: Topic
    title: str
    asks: Promise
    facts: tuple[Fact, ...] = ()
    needed: frozenset[str] = frozenset()
    rows: bool = False
    always: bool = True


def _facts(*ids: str) -> tuple[Fact, ...]:
    return tuple(LAW.facts_by_id[fact_id] for fact_id in ids)


SECTIONS = (
    Section(
        "lebenslauf",
        Topic.CV,
        "Lebenslauf",
        _("Von der Geburt bis heute, ohne Lücken: Schule, Ausbildung, Arbeit, Flucht, Orte."),
        _facts("birth_date", "nationality"),
        frozenset({"birth_date", "nationality"}),
        rows=True,
    ),
    Section(
        "aufenthalt",
        Topic.STAY,
        "Aufenthalt in Deutschland",
        _("Einreise, Papiere, Verfahren und Wohnorte in Deutschland."),
        _facts(
            *("last_entry_date", "entry_mode", "continuous_stay_since", "current_status", "duldung_since"),
            *("asylum_history", "enforceably_required_to_leave", "departure_deadline"),
        ),
        frozenset({"last_entry_date", "current_status"}),
        rows=True,
    ),
    Section(
        "integration",
        Topic.INTEGRATION,
        "Integration",
        _("Sprache, Schule, Ausbildung, Arbeit, Verein, Ehrenamt, Menschen, die unterstützen."),
        _facts("german_level", "school_or_training", "employment", "livelihood_secured"),
        frozenset({"german_level", "school_or_training", "employment"}),
        rows=True,
    ),
    Section(
        "familie",
        Topic.FAMILY,
        "Familie",
        _("Wer lebt hier, wer anderswo, wie oft ist Kontakt? Wie geht es den Kindern?"),
        _facts("family_in_germany", "family_relation", "child_affected"),
        frozenset({"family_in_germany"}),
    ),
    Section(
        "gesundheit",
        Topic.HEALTH,
        "Gesundheit",
        _("Nur, was die Person der Kommission sagen will. Diagnosen stehen besser im Arztbericht."),
        _facts("medical_evidence", "ill_person", "treatment_elsewhere", "care_dependency"),
        always=False,
    ),
    Section(
        "verhalten",
        Topic.CONDUCT,
        "Straftaten und Mitwirkung",
        _("Nur, wenn es darauf ankommt: Was war, wie lange ist es her, was hat die Person seitdem getan?"),
        _facts("criminal_record", "pending_criminal_case", "identity_clarified", "passport_state"),
        always=False,
    ),
    Section(
        "begruendung",
        Topic.REASONS,
        "Begründung",
        _("Warum wäre es besonders hart, gehen zu müssen? Das beurteilen Sie; das Programm schreibt hier nichts."),
    ),
    Section(
        "anlagen",
        Topic.ENCLOSURES,
        "Anlagen",
        _("Was Sie beilegen und was noch kommt. Die Liste der Unterlagen steht schon da."),
    ),
)
BY_ID: Mapping[str, Section] = {section.id: section for section in SECTIONS}


def title_of(section_id: str) -> str:
    """What a section is called on paper; its id where there is none of that id any more."""
    return BY_ID[section_id].title if section_id in BY_ID else section_id

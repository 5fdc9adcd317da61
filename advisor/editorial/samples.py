"""Invented cases for seeing how a text will look on paper; nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answer
from pathways.engine.values import read_answer
from pathways.law import LAW

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Sample:
    """A case by its id, in words, and with its answers as a case file has them."""

    id: str
    label: StrOrPromise
    values: Mapping[str, Any]

    def answers(self) -> dict[str, Answer]:
        """The answers in the order of the vocabulary."""
        facts = LAW.facts_by_id
        given = {key: Answer(read_answer(facts[key], value)) for key, value in self.values.items()}
        return {fact.id: given[fact.id] for fact in LAW.facts if fact.id in given}

    def assessment(self, as_of: date) -> Assessment:
        """The judgement of this case on a day."""
        return consult(LAW, self.answers(), as_of)


_HERE: Mapping[str, Any] = MappingProxyType(
    {"location": "in_germany", "identity_clarified": True, "security_concern": "none", "entry_ban": "none"}
)
_SAMPLES = (
    Sample(
        "haertefall",
        _("seit neun Jahren in Nordrhein-Westfalen, geduldet"),
        {
            **_HERE,
            "nationality": ["AM"],
            "birth_date": "1984-05-02",
            "federal_state": "NW",
            "current_status": "duldung",
            "enforceably_required_to_leave": True,
            "ground_types": ["long_integration", "family_unity"],
            "roots_in_germany": "strong",
            "german_level": "b1",
        },
    ),
    Sample(
        "bleibegrund",
        _("mit Aufenthaltserlaubnis in Bayern"),
        {
            **_HERE,
            "nationality": ["RU"],
            "birth_date": "1996-11-20",
            "federal_state": "BY",
            "current_status": "residence_permit",
        },
    ),
    Sample(
        "ausland",
        _("aus Russland, noch im Herkunftsland"),
        {"location": "abroad_home_country", "nationality": ["RU"], "birth_date": "1990-02-14"},
    ),
    Sample("leer", _("noch nichts beantwortet"), {}),
)
SAMPLES: Mapping[str, Sample] = MappingProxyType({sample.id: sample for sample in _SAMPLES})

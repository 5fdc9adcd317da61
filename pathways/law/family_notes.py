"""What the answers about one person of a family mean for another: notes to be checked, each with its pin-cite.

Nothing is said here that the catalogue does not say elsewhere: what a title gives a family is read from the effects,
routes from the referrals, coming of age from the deadline, the declaration of admission from its criterion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.engine.citations import Citation
from pathways.engine.conditions import ALWAYS, AS_OF, NEVER, Condition
from pathways.engine.days import Period, years
from pathways.engine.facts import Day
from pathways.engine.pathway import Effect
from pathways.law import s22_2
from pathways.law.deadlines import DEADLINES
from pathways.law.effects import EFFECTS
from pathways.law.facts import (
    ASYLUM_HISTORY,
    BIRTH_DATE,
    BMI_DECLARATION,
    CURRENT_STATUS,
    DECLARATION_ROLE,
    FAMILY_IN_GERMANY,
    FREE_MOVEMENT_STATUS,
    LOCATION,
    NATIONALITY,
)
from pathways.law.facts.asking import TITLE_OF_A_PATHWAY
from pathways.law.sources import aufenthg

SPOUSE, CHILD, PARENT, SIBLING, OTHER = "spouse", "child", "parent", "sibling", "other"
"""How the relative belongs to the holder."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FamilyNote:
    """What may follow for a relative from the answers about the holder.

    ``says``: with the names as ``{holder}`` and ``{relative}``; ``{norms}``: the pathways it is about, ``{day}``: the
    day counted. ``relations``: what the relative is to the holder. ``holder``, ``relative``: when it is so, in three
    values; ``told``: when it is known already, so that there is nothing to say. ``pathways``: it is about the title of
    these pathways, as far as they are open to the holder. ``day``: counted from an answer about the relative.
    ``route``: the referral whose words and places are added. What is said of several relatives in the same words is
    said once, unless ``day`` or the sentence is about one.
    """

    id: str
    says: str
    relations: frozenset[str]
    cite: tuple[Citation, ...] = ()
    holder: Condition = ALWAYS
    relative: Condition = ALWAYS
    told: Condition = NEVER
    pathways: tuple[str, ...] = ()
    day: tuple[Day, Period] | None = None
    route: str = ""

    @property
    def of_several(self) -> bool:
        """Whether the names of several relatives can stand for ``{relative}``."""
        return bool(self.pathways or self.route)


_REUNION = "Familiennachzug"
AGE = years(18)
MINOR = BIRTH_DATE.after(AS_OF - AGE)
_SOON_OF_AGE = BIRTH_DATE.by(AS_OF - years(17)) & MINOR
_HERE = LOCATION.among("in_germany")
_COMING_OF_AGE = next(deadline for deadline in DEADLINES if deadline.id == "d_child_18").wordings[-1]
_DECLARATION = next(each for each in s22_2.PATHWAY.criteria if each.id == "p22_2_family_covered")


def _by_words() -> Mapping[Effect, tuple[str, ...]]:
    """What titles give for reunification, each with the pathways of which the same is said."""
    found: dict[Effect, tuple[str, ...]] = {}
    for pathway, effects in EFFECTS.items():
        for effect in effects:
            if effect.topic == _REUNION:
                found[effect] = (*found.get(effect, ()), pathway)
    return found


def _reunion(relation: str, relative: Condition) -> tuple[FamilyNote, ...]:
    return tuple(
        FamilyNote(
            id=f"n_reunion_{relation}_{pathways[0]}",
            says=f"Bekommt {{holder}} den Titel nach {{norms}}, gilt für den Familiennachzug von {{relative}}: "
            f"{effect.text}",
            relations=frozenset({relation}),
            cite=effect.cite,
            relative=relative,
            pathways=pathways,
        )
        for effect, pathways in _by_words().items()
    )


def _route(choice: str, route: str, holder: Condition) -> tuple[FamilyNote, ...]:
    """A route through a relative in Germany: for spouses, for a minor child, for the parents of a minor."""
    label = FAMILY_IN_GERMANY.by_id[choice].label
    says = (
        f"{{holder}} lebt in Deutschland. Zur Frage „{FAMILY_IN_GERMANY.label}“ gehört bei {{relative}} deshalb die "
        f"Antwort „{label}“."
    )
    told = FAMILY_IN_GERMANY.among(choice)
    cases = ((SPOUSE, ALWAYS, ALWAYS), (CHILD, ALWAYS, MINOR), (PARENT, MINOR, ALWAYS))
    return tuple(
        FamilyNote(
            id=f"n_{route}_{relation}",
            says=says,
            relations=frozenset({relation}),
            holder=holder & _HERE & of_holder,
            relative=of_relative,
            told=told,
            route=route,
        )
        for relation, of_holder, of_relative in cases
    )


FAMILY_NOTES: tuple[FamilyNote, ...] = (
    FamilyNote(
        id="n_minor",
        says="{relative} wird am {day} volljährig. Bis dahin stellen die gesetzlichen Vertreter die nötigen Anträge. "
        f"{_COMING_OF_AGE.text}",
        relations=frozenset({CHILD}),
        cite=(aufenthg("80", "1, 4"), *_COMING_OF_AGE.cite),
        relative=_SOON_OF_AGE,
        day=(BIRTH_DATE, AGE),
    ),
    FamilyNote(
        id="n_declaration",
        says=f"Für {{holder}} geht es um eine Aufnahmeerklärung. {_DECLARATION.says} Ist {{relative}} darin genannt? "
        f"{_DECLARATION.remedies[0].text}",
        relations=frozenset({SPOUSE, CHILD, PARENT, SIBLING, OTHER}),
        cite=tuple(dict.fromkeys((*_DECLARATION.cite, *_DECLARATION.remedies[0].cite))),
        holder=BMI_DECLARATION.among("contact_initiated", "declared", "visa_issued", "suspended"),
        relative=~DECLARATION_ROLE.among("main_person", "relative_named"),
        told=DECLARATION_ROLE.among("main_person", "relative_named"),
    ),
    *_route("german", "r_family_german", FREE_MOVEMENT_STATUS.among("german") | NATIONALITY.among("DE")),
    *_route("settled_or_work_title", "r_family_foreigner", CURRENT_STATUS.among("settlement_permit")),
    *_route("refugee", "r_family_refugee", ASYLUM_HISTORY.among("recognised_refugee")),
    *_route("subsidiary", "r_family_subsidiary", ASYLUM_HISTORY.among("recognised_subsidiary")),
    *_route(
        "humanitarian_title",
        "r_family_hum",
        CURRENT_STATUS.among("residence_permit") & TITLE_OF_A_PATHWAY,
    ),
    *_reunion(SPOUSE, ALWAYS),
    *_reunion(CHILD, MINOR),
)

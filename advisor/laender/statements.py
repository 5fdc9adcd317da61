"""What is known about a Land as its page shows it: each statement with source, day, and how far it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.texts.lands import Own
from advisor.web.wording import partial_day_words
from pathways.content.land_slots import LAND_SLOTS, MORE, entries_of, entry_name
from pathways.content.slots import Subject, slot_id
from pathways.engine.days import PartialDay
from pathways.law.laender.claims import Claim, Confidence, Counselling, Exclusion, Figures, Programme, Rigidity
from pathways.law.laender.profile import Profile
from pathways.law.laender.profile import profile as program_profile

# What a statement names as its source where nobody kept which of the sources of the Land it was.
NO_SINGLE_SOURCE = "Quellenliste dieses Landes"
FIELDS = (
    ("commission", gettext_lazy("Name der Kommission")),
    ("seat", gettext_lazy("Wo sie angesiedelt ist")),
    ("members", gettext_lazy("Mitglieder")),
    ("legal_basis", gettext_lazy("Rechtsgrundlage")),
    ("submission", gettext_lazy("Wer kann den Fall einbringen?")),
    ("suspension", gettext_lazy("Abschiebung während des Verfahrens")),
    ("majority", gettext_lazy("Mehrheit für ein Ersuchen")),
    ("decision", gettext_lazy("Wer entscheidet?")),
    ("website", gettext_lazy("Seite der Kommission")),
    ("exception", gettext_lazy("Ausnahmen von den Ausschlussgründen")),
)
FIELD_WORDS = dict(FIELDS)
LIST_WORDS: Mapping[str, Promise] = {
    "exclusions": gettext_lazy("Grund {number}"),
    "parts": gettext_lazy("Teil der Eingabe {number}"),
    "programmes": gettext_lazy("Programm {number}"),
    "counselling": gettext_lazy("Fachberatung {number}"),
}


class Mark(Enum):
    """How far a statement can be relied on; a sign and words, so that neither colour nor form alone says it."""

    READ = ("gelesen", "✓", gettext_lazy("in der Quelle gelesen"))
    UNVERIFIED = ("ungeprueft", "?", gettext_lazy("ungeprüft"))
    STALE = ("ueberholt", "↻", gettext_lazy("vielleicht überholt"))
    UNKNOWN = ("unbekannt", "–", gettext_lazy("nicht bekannt"))

    def __init__(self, key: str, sign: str, words: Promise) -> None:
        self.key = key
        self.sign = sign
        self.words = words


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. ``details``: what belongs to it, label and German text.

    ``field``: "" in a list; ``slot``: where it can be changed, "" nowhere; ``own``: the office's own statement instead.
    """

    label: str
    claim: Claim
    day: str
    marks: tuple[Mark, ...]
    details: tuple[tuple[str, str], ...] = ()
    field: str = ""
    own: Own | None = None
    slot: str = ""

    @property
    def in_list_of_sources(self) -> bool:
        """Whether only the list of the Land's sources says where it comes from."""
        return self.claim.source == NO_SINGLE_SOURCE


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements there are, and how many of them are not simply read in a source of today."""

    statements: int
    unverified: int
    stale: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a commission counted in a period; None where a number is not known."""

    figures: Figures
    numbers: tuple[tuple[str, int | None], ...]
    day: str
    mark: Mark


def marks_of(claim: Claim) -> tuple[Mark, ...]:
    """What a reader has to know before relying on a statement; never empty."""
    if not claim.is_known:
        return (Mark.UNKNOWN,)
    found = [Mark.UNVERIFIED] if claim.is_unverified else []
    found += [Mark.STALE] if claim.stale else []
    return tuple(found) or (Mark.READ,)


def tally(profiles: Iterable[Profile]) -> Tally:
    """The statements of these profiles, counted; one that is unverified and stale counts as both."""
    claims = [claim for profile in profiles for claim in profile.claims]
    return Tally(
        len(claims),
        sum(claim.is_unverified for claim in claims),
        sum(claim.stale for claim in claims),
        sum(not claim.is_known for claim in claims),
    )


def of_fields(profile: Profile, own: Mapping[str, Own]) -> tuple[Statement, ...]:
    """What there is one of, from the name of the commission to the exceptions; ``own``: by field, set in already."""
    return tuple(
        replace(_field(profile, name, str(label)), own=own.get(name), slot=_slot(profile, name))
        for name, label in FIELDS
    )


def of_exclusions(profile: Profile, own: Mapping[str, Own]) -> tuple[Statement, ...]:
    """The grounds against dealing with a case, each with how hard it stands."""
    return _in_list(profile, "exclusions", own, (_exclusion(each) for each in profile.exclusions))


def of_parts(profile: Profile, own: Mapping[str, Own]) -> tuple[Statement, ...]:
    """What the commission is known to want in a petition."""
    return _in_list(profile, "parts", own, (_statement("", each.claim) for each in profile.parts))


def of_programmes(profile: Profile, own: Mapping[str, Own]) -> tuple[Statement, ...]:
    """The admission orders of the Land."""
    return _in_list(profile, "programmes", own, (_programme(each) for each in profile.programmes))


def of_counselling(profile: Profile, own: Mapping[str, Own]) -> tuple[Statement, ...]:
    """Specialised counselling for victims of trafficking."""
    return _in_list(profile, "counselling", own, (_counselling(each) for each in profile.counselling))


def of_figures(profile: Profile) -> tuple[Counted, ...]:
    """What the commission counted, as the profile lists it."""
    return tuple(_counted(each) for each in profile.figures)


def day_words(day: PartialDay | None) -> str:
    """The day of a source; "" where it has none."""
    return partial_day_words(day) if day else ""


def claim_of(profile: Profile, field: str) -> Claim:
    """The statement in a field; KeyError where there is no such field."""
    if field not in FIELD_WORDS:
        raise KeyError(field)
    return profile.members.claim if field == "members" else getattr(profile, field)


def more_slot(profile: Profile, name: str, own: Mapping[str, Own]) -> str:
    """Where something can be added to a list; "" where the office has: it stands in the list then."""
    added = entry_name(name, MORE)
    return "" if added in own else _slot(profile, added)


def _in_list(
    profile: Profile, name: str, own: Mapping[str, Own], statements: Iterable[Statement]
) -> tuple[Statement, ...]:
    """The entries as they stand in the profile of an office: those of the program, then what it has added."""
    known = len(entries_of(program_profile(profile.land), name))
    found = []
    for number, statement in enumerate(statements, 1):
        place = entry_name(name, number if number <= known else MORE)
        label = str(LIST_WORDS[name]).format(number=number)
        found.append(replace(statement, label=label, slot=_slot(profile, place), own=own.get(place)))
    return tuple(found)


def _slot(profile: Profile, name: str) -> str:
    slot = slot_id(Subject.LAND, profile.land, name)
    return slot if slot in LAND_SLOTS else ""


def _field(profile: Profile, name: str, label: str) -> Statement:
    details: list[tuple[str, str]] = []
    if name == "members":
        details += [(_("Wer dort sitzt"), seat) for seat in profile.members.seats]
        details += [(_("Amtszeit"), profile.members.term)] if profile.members.term else []
    return _statement(label, claim_of(profile, name), tuple(details), name)


def _exclusion(ground: Exclusion) -> Statement:
    unsaid = ground.rigidity is Rigidity.UNSAID
    return _statement("", ground.claim, () if unsaid else ((_("Wie fest"), str(ground.rigidity)),))


def _counselling(each: Counselling) -> Statement:
    return _statement("", each.claim, ((_("Ort"), each.town),) if each.town else ())


def _programme(programme: Programme) -> Statement:
    details = (
        (_("Stand"), str(programme.state)),
        (_("Grundlage"), programme.basis),
        (_("Angeordnet"), programme.ordered),
        (_("Läuft bis"), programme.ends),
        *((_("Bedingung"), condition) for condition in programme.conditions),
    )
    # Without a basis the office says it in its own words: what the program knew of the old ones would contradict them.
    return _statement("", programme.claim, details if programme.basis else ())


def _counted(figures: Figures) -> Counted:
    numbers = (
        (_("Eingaben"), figures.petitions),
        (_("beraten"), figures.considered),
        (_("Ersuchen"), figures.requests),
        (_("Titel angeordnet"), figures.granted),
    )
    mark = Mark.UNVERIFIED if figures.confidence is Confidence.UNVERIFIED else Mark.READ
    return Counted(figures, numbers, day_words(figures.cut_off), mark)


def _statement(label: str, claim: Claim, details: tuple[tuple[str, str], ...] = (), field: str = "") -> Statement:
    return Statement(label, claim, day_words(claim.date), marks_of(claim), details, field)

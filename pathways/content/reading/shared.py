"""What comes out the same for several pathways and is therefore shown once: criteria, and what the titles give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pathways.content.reading.criteria import CriterionReading
from pathways.content.reading.pathways import PathwayReading
from pathways.content.words import gettext_noop, short_cite
from pathways.engine.citations import Citation
from pathways.engine.pathway import Effect

_EXCEPT = gettext_noop("Außer bei")
_ONLY = gettext_noop("Gilt für")


@dataclass(frozen=True, slots=True)
class Shared:
    """A criterion that comes out the same for several pathways.

    ``bound``: whether it holds for those ``ways`` or for all but them; both empty where it holds for all.
    """

    item: CriterionReading
    pathways: frozenset[str]
    bound: str
    ways: str

    @property
    def scope(self) -> str:
        """For which pathways it holds, in German; empty where for all."""
        return f"{self.bound} {self.ways}".strip()


@dataclass(frozen=True, slots=True)
class EffectWording:
    """One wording of what titles give in one respect; ``holds_for`` names the norms, "alle" where they are all."""

    holds_for: str
    text: str
    cite: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EffectTopic:
    """What the titles give in one respect, each wording once."""

    topic: str
    wordings: tuple[EffectWording, ...]


def shared_criteria(pathways: Collection[PathwayReading]) -> tuple[Shared, ...]:
    """For each criterion asked in several pathways the outcome most of them have, if at least two have it."""
    found: dict[str, list[tuple[CriterionReading, PathwayReading]]] = {}
    for pathway in pathways:
        for item in pathway.criteria:
            found.setdefault(item.id, []).append((item, pathway))
    shared = []
    for entries in found.values():
        alike = max(([p for other, p in entries if other == item] for item, _ in entries), key=len)
        if len(alike) > 1:
            item = next(item for item, pathway in entries if pathway is alike[0])
            shared.append(Shared(item, frozenset(pathway.id for pathway in alike), *_scope(alike, pathways)))
    return tuple(shared)


def _scope(alike: Collection[PathwayReading], pathways: Collection[PathwayReading]) -> tuple[str, str]:
    """For which of the pathways something holds, in the shorter way."""
    others = [pathway for pathway in pathways if pathway not in alike]
    if not others:
        return "", ""
    return (_EXCEPT, names(others)) if len(others) < len(alike) else (_ONLY, names(alike))


def own_criteria(pathway: PathwayReading, shared: Iterable[Shared]) -> tuple[CriterionReading, ...]:
    """The criteria of a pathway that are not shown once for several."""
    elsewhere = {entry.item.id for entry in shared if pathway.id in entry.pathways}
    return tuple(item for item in pathway.criteria if item.id not in elsewhere)


def names(pathways: Iterable[PathwayReading]) -> str:
    """Several pathways by their norms, without the name of the act."""
    return ", ".join(short_cite(pathway.cite) for pathway in pathways)


def effect_topics(
    pathways: Collection[PathwayReading], effects: Mapping[str, Collection[Effect]]
) -> tuple[EffectTopic, ...]:
    """What the titles give, compared topic by topic."""
    topics: dict[str, dict[Effect, list[PathwayReading]]] = {}
    for pathway in pathways:
        for effect in effects.get(pathway.id, ()):
            topics.setdefault(effect.topic, {}).setdefault(effect, []).append(pathway)
    return tuple(
        EffectTopic(
            topic,
            tuple(
                EffectWording("alle" if len(alike) == len(pathways) else names(alike), effect.text, effect.cite)
                for effect, alike in found.items()
            ),
        )
        for topic, found in topics.items()
    )

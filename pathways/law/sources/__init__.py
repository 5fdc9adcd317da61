"""The one registry of everything that is cited, and the constructors of citations."""

from __future__ import annotations

from collections.abc import Mapping

from pathways.engine.citations import Source
from pathways.law.sources.act import Act
from pathways.law.sources.decisions import DECISIONS, decision
from pathways.law.sources.other_acts import (
    OTHER_ACTS,
    bayhfkomv,
    emrk,
    eu_2024_1347,
    eu_2024_1348,
    eu_2024_1351,
    hfkvo_nrw,
    nhaertekvo,
    rl_2004_81,
    rl_2024_1712,
    saechshfkvo,
    sdue,
    visakodex,
)
from pathways.law.sources.papers import PAPERS, bt, paper, wd, wd_fn
from pathways.law.sources.rules import RULES, avwv, nds_old, rule, vab_berlin
from pathways.law.sources.statutes import (
    FEDERAL_ACTS,
    asylblg,
    asylg,
    aueg,
    aufenthg,
    aufenthv,
    bafoeg,
    beschv,
    bgb,
    bkgg,
    estg,
    freizuegg,
    gg,
    rdg,
    schwarzarbg,
    sgb2,
    sgb3,
    sgb12,
    sgb14,
    stag,
    stgb,
    stpo,
    uhvorschg,
    ukraine_fgv,
    vwgo,
    vwvfg,
)

ACTS: tuple[Act, ...] = FEDERAL_ACTS + OTHER_ACTS


def _by_key(sources: tuple[Source, ...]) -> Mapping[str, Source]:
    registry: dict[str, Source] = {}
    for source in sources:
        if registry.setdefault(source.key, source) is not source:
            raise ValueError(f"two sources with the key {source.key}")
    return registry


SOURCES: Mapping[str, Source] = _by_key((*(act.source for act in ACTS), *DECISIONS, *RULES, *PAPERS))

__all__ = [
    "ACTS",
    "SOURCES",
    "Act",
    "asylblg",
    "asylg",
    "aueg",
    "aufenthg",
    "aufenthv",
    "avwv",
    "bafoeg",
    "bayhfkomv",
    "beschv",
    "bgb",
    "bkgg",
    "bt",
    "decision",
    "emrk",
    "estg",
    "eu_2024_1347",
    "eu_2024_1348",
    "eu_2024_1351",
    "freizuegg",
    "gg",
    "hfkvo_nrw",
    "nds_old",
    "nhaertekvo",
    "paper",
    "rdg",
    "rl_2004_81",
    "rl_2024_1712",
    "rule",
    "saechshfkvo",
    "schwarzarbg",
    "sdue",
    "sgb2",
    "sgb3",
    "sgb12",
    "sgb14",
    "stag",
    "stgb",
    "stpo",
    "uhvorschg",
    "ukraine_fgv",
    "vab_berlin",
    "visakodex",
    "vwgo",
    "vwvfg",
    "wd",
    "wd_fn",
]

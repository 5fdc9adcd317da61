"""Short names of the pathways, as people say them, where the title in the law file would fill three lines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "p22_1": "Aufnahme aus dem Ausland",
        "p22_2": "Politische Interessen",
        "p23_1": "Landesaufnahme",
        "p23a": "Härtefall",
        "p25_4_1": "Vorübergehender Aufenthalt",
        "p25_4_2": "Außergewöhnliche Härte",
        "p25_4a_1": "Menschenhandel, im Strafverfahren",
        "p25_4a_3": "Menschenhandel, danach",
    }
)

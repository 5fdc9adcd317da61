"""The groups of other routes, in the order in which an adviser should check them."""

from __future__ import annotations

PROTECTION = "Schutz"
FAMILY = "Familie"
WORK = "Arbeit, Ausbildung, Integration"
BRIDGING = "Duldung und Überbrückung"
RUSSIA = "Russische Staatsangehörige"

GROUPS = (PROTECTION, FAMILY, WORK, BRIDGING, RUSSIA)

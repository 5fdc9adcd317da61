"""What speaks for and against the open legal concepts; shown to the adviser, who alone judges."""

from __future__ import annotations

from pathways.engine.pathway import Indication
from pathways.law.indications.compelling_humanity import COMPELLING_HUMANITY
from pathways.law.indications.extraordinary_hardship import EXTRAORDINARY_HARDSHIP
from pathways.law.indications.political_interest import POLITICAL_INTEREST
from pathways.law.indications.presence_appropriate import PRESENCE_APPROPRIATE
from pathways.law.indications.reasons_4a3 import REASONS_4A3
from pathways.law.indications.special_situation import SPECIAL_SITUATION
from pathways.law.indications.temporary import TEMPORARY
from pathways.law.indications.urgent_humanitarian_22 import URGENT_HUMANITARIAN_22
from pathways.law.indications.urgent_reasons_23a import URGENT_REASONS_23A
from pathways.law.indications.urgent_reasons_25_4_1 import URGENT_REASONS_25_4_1

INDICATIONS: tuple[Indication, ...] = (
    *URGENT_HUMANITARIAN_22,
    *URGENT_REASONS_25_4_1,
    *SPECIAL_SITUATION,
    *COMPELLING_HUMANITY,
    *EXTRAORDINARY_HARDSHIP,
    *URGENT_REASONS_23A,
    *TEMPORARY,
    *POLITICAL_INTEREST,
    *PRESENCE_APPROPRIATE,
    *REASONS_4A3,
)

__all__ = [
    "COMPELLING_HUMANITY",
    "EXTRAORDINARY_HARDSHIP",
    "INDICATIONS",
    "POLITICAL_INTEREST",
    "PRESENCE_APPROPRIATE",
    "REASONS_4A3",
    "SPECIAL_SITUATION",
    "TEMPORARY",
    "URGENT_HUMANITARIAN_22",
    "URGENT_REASONS_23A",
    "URGENT_REASONS_25_4_1",
]

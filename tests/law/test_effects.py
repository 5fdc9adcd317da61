"""What the titles bring: the same topics everywhere, each with its norm, and the differences that matter."""

from __future__ import annotations

import pytest

from pathways.law.effects import EFFECTS


def test_every_pathway_has_the_same_effects_in_the_same_order() -> None:
    pathways = {"p22_1", "p22_2", "p23_1", "p23a", "p25_4_1", "p25_4_2", "p25_4a_1", "p25_4a_3"}
    assert set(EFFECTS) == pathways
    assert len({tuple(effect.topic for effect in effects) for effects in EFFECTS.values()}) == 1


@pytest.mark.parametrize(
    ("pathway", "topic", "says"),
    [
        ("p22_1", "Arbeit", "erlaubt."),
        ("p23a", "Erlöschen durch einen Asylantrag", "Nein"),
        ("p23_1", "Einbürgerung", "nicht ausgeschlossen"),
        ("p25_4_1", "Lebensunterhalt", "AsylbLG;"),
        ("p25_4_2", "Lebensunterhalt", "SGB II"),
        ("p25_4_2", "BAföG", "15 Monaten"),
        ("p25_4a_1", "Geltungsdauer", "ein Jahr"),
        ("p25_4a_3", "Integrationskurs", "Anspruch;"),
        ("p25_4a_3", "Schutz vor Ausweisung", "besonders schwer"),
    ],
)
def test_where_the_titles_differ(pathway: str, topic: str, says: str) -> None:
    (text,) = (effect.text for effect in EFFECTS[pathway] if effect.topic == topic)
    assert says in text


def test_every_effect_is_cited() -> None:
    assert all(effect.cite for effects in EFFECTS.values() for effect in effects)

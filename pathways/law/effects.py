"""What each title brings: the same topics in the same order for every pathway, as the law stands on 19 August 2026."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.engine.citations import Citation
from pathways.engine.pathway import Effect
from pathways.law.sources import (
    asylblg,
    aufenthg,
    aufenthv,
    bafoeg,
    beschv,
    bkgg,
    estg,
    rule,
    sgb2,
    sgb12,
    stag,
    uhvorschg,
)
from pathways.law.sources.rules import BAMF_CIRCULAR

_22 = ("p22_1", "p22_2")
_23 = ("p23_1",)
_23A = ("p23a",)
_TEMPORARY = ("p25_4_1",)
_HARDSHIP = ("p25_4_2",)
_VICTIM = ("p25_4a_1",)
_AFTER_CASE = ("p25_4a_3",)
_PARAGRAPH_4 = _TEMPORARY + _HARDSHIP
_PARAGRAPH_4A = _VICTIM + _AFTER_CASE
_ALL = _22 + _23 + _23A + _PARAGRAPH_4 + _PARAGRAPH_4A


@dataclass(frozen=True, slots=True)
class _Cell:
    pathways: tuple[str, ...]
    text: str
    cite: tuple[Citation, ...]


_THREE_YEARS = "Bis zu drei Jahre."
_ORDINARY_BENEFITS = "Grundsicherungsgeld (SGB II) oder Sozialhilfe (SGB XII)"
_CHILD_BENEFITS = (estg("62", 2), bkgg("1", 3), uhvorschg("1", "2a"))
_WORK_ONCE_PERMITTED = "Verboten, bis die Ausländerbehörde sie erlaubt; ohne Zustimmung der Bundesagentur."
_NARROW_REUNION = "Ehegatten und Kinder nur aus völkerrechtlichen, humanitären oder politischen Gründen."
_FIRST_PERMIT = "Erste Aufenthaltserlaubnis 100 €"
_FEE_RELIEF = "Minderjährige die Hälfte; keine Gebühr für die Erlaubnis bei Bezug von SGB II, SGB XII oder AsylbLG"
_FEE_NORMS = (aufenthv("45"), aufenthv("50"), aufenthv("53", 1), aufenthv("52", 7))

_TABLE: tuple[tuple[str, tuple[_Cell, ...]], ...] = (
    (
        "Geltungsdauer",
        (
            _Cell(_22 + _23 + _23A + _HARDSHIP, _THREE_YEARS, (aufenthg("26", 1, 1),)),
            _Cell(
                _TEMPORARY,
                "Höchstens sechs Monate, bis 18 Monate rechtmäßiger Aufenthalt erreicht sind; danach bis zu drei "
                "Jahre.",
                (aufenthg("26", 1, 1),),
            ),
            _Cell(_VICTIM, "Jeweils ein Jahr, in begründeten Einzelfällen länger.", (aufenthg("26", 1, 4),)),
            _Cell(_AFTER_CASE, "Jeweils zwei Jahre, in begründeten Einzelfällen länger.", (aufenthg("26", 1, 4),)),
        ),
    ),
    (
        "Arbeit",
        (
            _Cell(_22 + _23A, "Kraft Gesetzes erlaubt.", (aufenthg("4a", 1, 1),)),
            _Cell(
                _23,
                "Verboten; die Anordnung kann die Arbeit erlauben oder ihre Erlaubnis zulassen.",
                (aufenthg("23", 1, 4),),
            ),
            _Cell(
                _TEMPORARY,
                _WORK_ONCE_PERMITTED,
                (aufenthg("25", 4, 3), beschv("31")),
            ),
            _Cell(
                _HARDSHIP,
                f"{_WORK_ONCE_PERMITTED} Nach einem Wechsel aus einem Arbeits- oder Studientitel im selben "
                "Schreiben beantragen: Die alte Erlaubnis gilt nur während der Fiktion fort.",
                (aufenthg("25", 4, 3), beschv("31"), aufenthg("81", 4), aufenthg("84", 2, 2)),
            ),
            _Cell(
                _PARAGRAPH_4A,
                _WORK_ONCE_PERMITTED,
                (aufenthg("25", "4a", 4), beschv("31")),
            ),
        ),
    ),
    (
        "Lebensunterhalt",
        (
            _Cell(
                _22,
                f"{_ORDINARY_BENEFITS}, ohne die Sperre der ersten drei Monate.",
                (sgb2("7", 1, 3), sgb12("23", 3, 2)),
            ),
            _Cell(
                _23,
                f"{_ORDINARY_BENEFITS}; AsylbLG nur bei Titeln „wegen des Krieges in ihrem Heimatland“.",
                (asylblg("1", 1, nr=3, lit="a"),),
            ),
            _Cell(_23A, f"{_ORDINARY_BENEFITS}.", (sgb2("7", 1, 3), sgb12("23", 3, 2))),
            _Cell(
                _TEMPORARY,
                "AsylbLG; nach 36 Monaten Leistungen entsprechend dem SGB XII.",
                (asylblg("1", 1, nr=3, lit="b"), asylblg("2")),
            ),
            _Cell(
                _HARDSHIP,
                f"{_ORDINARY_BENEFITS}; das AsylbLG nennt nur Satz 1.",
                (asylblg("1", 1, nr=3, lit="b"), sgb2("7", 1, 3)),
            ),
            _Cell(
                _VICTIM,
                f"{_ORDINARY_BENEFITS}; vorher, auch in der Bedenkzeit, AsylbLG.",
                (sgb2("7", 1, 3), sgb12("23", 3, 2), asylblg("1", 1, nr="4, 5")),
            ),
            _Cell(_AFTER_CASE, f"{_ORDINARY_BENEFITS}.", (sgb2("7", 1, 3), sgb12("23", 3, 2))),
        ),
    ),
    (
        "Umzug in ein anderes Land bei Sozialhilfe",
        (
            _Cell(_22 + _23, "Es gilt die Wohnsitzregel des § 12a.", (aufenthg("12a"),)),
            _Cell(_23A + _PARAGRAPH_4, "Eingeschränkte Sozialhilfe.", (sgb12("23", 5, "5, 6"),)),
            _Cell(_PARAGRAPH_4A, "Dem Wortlaut nach nicht eingeschränkt.", (sgb12("23", 5, "5, 6"),)),
        ),
    ),
    (
        "Wohnsitzregel",
        (
            _Cell(
                _22,
                "Drei Jahre im zugewiesenen Land, wenn die Person in einem Aufnahmeverfahren zugewiesen wurde.",
                (aufenthg("12a", 1, 1),),
            ),
            _Cell(_23, "Drei Jahre im zugewiesenen Land.", (aufenthg("12a", 1, 1),)),
            _Cell(_23A + _HARDSHIP + _PARAGRAPH_4A, "Keine.", (aufenthg("12a", 1, 1),)),
            _Cell(
                _TEMPORARY, "Keine; Auflagen nach § 12 Abs. 2 sind möglich.", (aufenthg("12a", 1, 1), aufenthg("12", 2))
            ),
        ),
    ),
    (
        "Kindergeld, Kinderzuschlag, Unterhaltsvorschuss",
        (
            _Cell(_22, "Nach der allgemeinen Regel, weil der Titel die Arbeit erlaubt.", _CHILD_BENEFITS),
            _Cell(
                _23,
                "Nach der allgemeinen Regel, wenn der Titel für mindestens sechs Monate die Arbeit erlaubt; mit einem "
                "Titel wegen des Krieges wie bei § 23a.",
                (estg("62", 2, nr=2), aufenthg("23", 1, 4), *_CHILD_BENEFITS[1:]),
            ),
            _Cell(
                _23A + _PARAGRAPH_4 + _PARAGRAPH_4A,
                "Nur bei Arbeit, Elternzeit oder Leistungen nach dem SGB III oder nach 15 Monaten Aufenthalt.",
                (estg("62", 2, nr="2 lit. c, Nr. 3, 4"), *_CHILD_BENEFITS[1:]),
            ),
        ),
    ),
    (
        "BAföG",
        (
            _Cell(_22 + _23 + _23A, "Sofort.", (bafoeg("8", 2, nr=1),)),
            _Cell(_HARDSHIP, "Nach 15 Monaten.", (bafoeg("8", 2, nr=2),)),
            _Cell(_TEMPORARY + _PARAGRAPH_4A, "Nicht über diesen Titel.", (bafoeg("8", 2),)),
        ),
    ),
    (
        "Familiennachzug",
        (
            _Cell(_22 + _23 + _VICTIM, _NARROW_REUNION, (aufenthg("29", 3, 1),)),
            _Cell(
                _23A,
                "Nach den allgemeinen Regeln: § 29 Abs. 3 nennt § 23a nicht.",
                (
                    aufenthg("29", 3),
                    aufenthg("27–32"),
                    aufenthg("30", 1, 1, nr=3, lit="d, e"),
                    aufenthg("32", 1, nr=4),
                    aufenthg("5"),
                    aufenthg("29", 1),
                ),
            ),
            _Cell(_TEMPORARY, "Ausgeschlossen.", (aufenthg("29", 3, 3),)),
            _Cell(
                _HARDSHIP,
                "Ausgeschlossen; für ein hier geborenes Kind bleibt § 33 S. 1.",
                (aufenthg("29", 3, 3), aufenthg("33", satz=1)),
            ),
            _Cell(
                _AFTER_CASE,
                "Dem Wortlaut nach unter den allgemeinen Regeln, denn § 29 Abs. 3 nennt nur „Absatz 4a Satz 1“; "
                "manche Behörden sehen das anders.",
                (aufenthg("29", 3, 1), aufenthg("27–32")),
            ),
        ),
    ),
    (
        "Niederlassungserlaubnis",
        (
            _Cell(
                _ALL,
                "Nach fünf Jahren möglich (Ermessen); die Zeit eines vorangegangenen Asylverfahrens zählt.",
                (aufenthg("26", 4), aufenthg("9", 2, 1)),
            ),
        ),
    ),
    ("Daueraufenthalt-EU", (_Cell(_ALL, "Nicht mit diesem Titel.", (aufenthg("9a", 3, nr=1),)),)),
    (
        "Einbürgerung",
        (
            _Cell(_23, "Mit diesem Titel nicht ausgeschlossen.", (stag("10", 1, 1, nr=2),)),
            _Cell(_22 + _23A + _PARAGRAPH_4 + _PARAGRAPH_4A, "Nicht mit diesem Titel.", (stag("10", 1, 1, nr=2),)),
        ),
    ),
    (
        "Integrationskurs",
        (
            _Cell(
                _22 + _23 + _23A + _PARAGRAPH_4 + _VICTIM,
                "Kein Anspruch; freie Plätze gibt es 2026 nicht. Eine Verpflichtung zur Teilnahme ist möglich.",
                (aufenthg("44", 4), aufenthg("44a"), rule(BAMF_CIRCULAR)),
            ),
            _Cell(
                _AFTER_CASE,
                "Anspruch; er erlischt nach einem Jahr.",
                (aufenthg("44", 1, 1, nr=1, lit="c"), aufenthg("44", 2)),
            ),
        ),
    ),
    (
        "Schutz vor Ausweisung",
        (
            _Cell(_22 + _23 + _23A + _PARAGRAPH_4, "Nach den allgemeinen Regeln.", (aufenthg("55"),)),
            _Cell(_VICTIM, "Das Bleibeinteresse wiegt schwer.", (aufenthg("55", 2, nr=6),)),
            _Cell(_AFTER_CASE, "Das Bleibeinteresse wiegt besonders schwer.", (aufenthg("55", 1, nr=5),)),
        ),
    ),
    (
        "Erlöschen durch einen Asylantrag",
        (
            _Cell(_22 + _23 + _PARAGRAPH_4 + _PARAGRAPH_4A, "Ja, kraft Gesetzes.", (aufenthg("51", 1, nr=8),)),
            _Cell(_23A, "Nein: § 23a steht dort nicht.", (aufenthg("51", 1, nr=8),)),
        ),
    ),
    (
        "Erlöschen durch Ausreise",
        (
            _Cell(
                _ALL,
                "Bei Ausreise aus einem nicht vorübergehenden Grund oder nach mehr als sechs Monaten im Ausland, wenn "
                "keine längere Frist bestimmt ist.",
                (aufenthg("51", 1, nr="6, 7"),),
            ),
        ),
    ),
    (
        "Gebühren",
        (
            _Cell(_22, f"Visum 75 €. {_FIRST_PERMIT}. {_FEE_RELIEF}.", (aufenthv("46", 2), *_FEE_NORMS)),
            _Cell(_23 + _23A + _VICTIM, f"{_FIRST_PERMIT}. {_FEE_RELIEF}.", _FEE_NORMS),
            _Cell(
                _TEMPORARY,
                f"{_FIRST_PERMIT}, Verlängerung 96 € (bis drei Monate) oder 93 €. {_FEE_RELIEF}.",
                _FEE_NORMS,
            ),
            _Cell(
                _HARDSHIP,
                f"98 € beim Wechsel des Zwecks, sonst 96 € (bis drei Monate) oder 93 €. {_FEE_RELIEF}.",
                _FEE_NORMS,
            ),
            _Cell(_AFTER_CASE, f"93 €. {_FEE_RELIEF}.", _FEE_NORMS),
        ),
    ),
)

EFFECTS: Mapping[str, tuple[Effect, ...]] = {
    pathway: tuple(
        Effect(topic, cell.text, cell.cite) for topic, cells in _TABLE for cell in cells if pathway in cell.pathways
    )
    for pathway in _ALL
}

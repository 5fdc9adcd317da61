"""What can be wrong with a case file, worded once for the command (English) and once for the pages (German)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in both languages, with the same places to fill in."""

    en: str
    de: str


class Wrong(Enum):
    """The kinds of faults."""

    NO_OBJECT = Wording("{found} is not a JSON object", "{found} ist kein JSON-Objekt")
    TOO_LONG = Wording(
        "is {size} bytes long; at most {most} are allowed", "ist {size} Bytes lang; höchstens {most} sind erlaubt"
    )
    NO_UTF8 = Wording("is not UTF-8: byte {byte} cannot be read", "ist kein UTF-8: Byte {byte} ist nicht lesbar")
    NO_JSON = Wording(
        "is not JSON: {reason} in line {line}, column {column}",
        "ist kein JSON; es bricht ab in Zeile {line}, Spalte {column}",
    )
    NO_READABLE_JSON = Wording("is not JSON that can be read: {reason}", "ist kein JSON, das sich lesen lässt")
    TWICE = Wording("is named twice", "kommt zweimal vor")
    NO_FORMAT = Wording('is missing; it has to be "{format}"', "fehlt; hier muss „{format}“ stehen")
    OTHER_FORMAT = Wording('{found} is not "{format}"', "{found} ist nicht „{format}“")
    NO_FULL_DAY = Wording(
        "{found} is not a full day YYYY-MM-DD{reason}",
        "{found} ist kein ganzes Datum, das es gibt, in der Form JJJJ-MM-TT",
    )
    NO_REFERENCE = Wording(
        "{found} is not a text of 1 to {most} characters", "{found} ist kein Text von 1 bis {most} Zeichen"
    )
    NO_FACTS = Wording(
        "is missing; it has to be an object, which may be empty",
        "fehlt; hier muss ein Objekt stehen, das leer sein darf",
    )
    NO_FACTS_OBJECT = Wording(
        "{found} is not an object of fact ids and answers", "{found} ist kein Objekt aus Fragen und Antworten"
    )
    NO_DETAILS_OBJECT = Wording(
        "{found} is not an object of fact ids and details", "{found} ist kein Objekt aus Fragen und Einzelheiten"
    )
    NO_DETAIL = Wording(
        "{found} is not an object with proof and note", "{found} ist kein Objekt mit Nachweis (proof) und Notiz (note)"
    )
    UNKNOWN_DETAIL = Wording("is not one of proof, note", "ist weder Nachweis (proof) noch Notiz (note)")
    UNKNOWN_FACT = Wording("is not a known fact", "ist keine bekannte Frage")
    NO_TEXT = Wording("{found} is not a text", "{found} ist kein Text")
    NONE_OF = Wording("{found} is not one of {allowed}", "{found} gibt es hier nicht; erlaubt: {allowed}")
    NO_LIST = Wording(
        "{found} is not a list of at least one value", "{found} ist keine Liste mit mindestens einer Antwort"
    )
    VALUE_TWICE = Wording("{found} names a value twice", "{found} nennt eine Antwort zweimal")
    NONE_ALONE = Wording('{found}: "none" stands alone', "{found}: „none“ passt nicht zu einer anderen Antwort")
    NO_DAY_TEXT = Wording(
        "{found} is not a day YYYY, YYYY-MM or YYYY-MM-DD, unknown or declined",
        "{found} ist kein Tag in der Form JJJJ, JJJJ-MM oder JJJJ-MM-TT und weder unknown noch declined",
    )
    NO_DAY = Wording(
        "{found} is not a day: {reason}",
        "{found} ist kein Tag, den es gibt, in der Form JJJJ, JJJJ-MM oder JJJJ-MM-TT",
    )


_GUESS = Wording('; did you mean "{meant}"?', "; gemeint ist vielleicht „{meant}“")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, with what fills the wording; ``meant``: the id that was probably meant, or empty."""

    wrong: Wrong
    parts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    meant: str = ""

    @property
    def en(self) -> str:
        """One line in English: what was found and what is allowed."""
        return self.wrong.value.en.format_map(self.parts) + (_GUESS.en.format(meant=self.meant) if self.meant else "")

    @property
    def de(self) -> str:
        """The same in German."""
        return self.wrong.value.de.format_map(self.parts) + (_GUESS.de.format(meant=self.meant) if self.meant else "")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file: the JSON path and what is wrong there."""

    path: str
    finding: Finding

    @property
    def message(self) -> str:
        """What was found and what is allowed, in one English line."""
        return self.finding.en

    @property
    def message_de(self) -> str:
        """The same in German."""
        return self.finding.de

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class NotAValue(ValueError):
    """What was found is no value of the fact."""

    def __init__(self, wrong: Wrong, meant: str = "", **parts: object) -> None:
        self.finding = Finding(wrong, parts, meant)
        super().__init__(self.finding.en)

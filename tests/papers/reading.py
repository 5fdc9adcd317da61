"""A PDF opened to be judged: its tags with the text they hold, and the text that no tag holds."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

import pikepdf

# Where in the file a piece of text stands: the page and its number on it.
Place = tuple[int, int]

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_FLEXIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2010\u2011\u202a-\u202e\u2060-\u2069\ufe0f-]+")


def squeezed(text: str) -> str:
    """A text without blanks, hyphens and signs that print nothing: lines are broken anywhere."""
    return _FLEXIBLE.sub("", text)


@dataclass(slots=True)
class Element:
    """A tag: its name, the object in the file, and its own text and tags in the order of reading."""

    tag: str
    raw: Any
    parts: list[str | Element] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The tags in it."""
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """All text in it, in the order of reading."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self) -> Iterator[Element]:
        """This tag and all below it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(slots=True)
class Shown:
    """What the pages show: text by its place, text of the page's furniture, and text that is neither."""

    marked: dict[Place, str] = field(default_factory=lambda: defaultdict(str))
    furniture: dict[int, str] = field(default_factory=lambda: defaultdict(str))
    stray: str = ""


class Opened:
    """A PDF with what can be asked about it; read once."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = pikepdf.open(io.BytesIO(content))
        self._numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.placed: set[Place] = set()

    @cached_property
    def shown(self) -> Shown:
        """The text on the pages."""
        shown = Shown()
        for number, page in enumerate(self.pdf.pages):
            _read_page(page, number, shown)
        return shown

    @cached_property
    def tree(self) -> list[Element]:
        """The top tags."""
        root = Element("", None)
        self._fill(root, self.pdf.Root.StructTreeRoot.get("/K"), None)
        return root.children

    @property
    def elements(self) -> Iterator[Element]:
        """All tags in the order of reading."""
        for top in self.tree:
            yield from top.all()

    @cached_property
    def text(self) -> str:
        """All text in the order of reading."""
        return "".join(top.text for top in self.tree)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Levels and words of the headings."""
        found = (element for element in self.elements if re.fullmatch(r"H\d", element.tag))
        return [(int(element.tag[1]), " ".join(element.text.split())) for element in found]

    def of(self, *tags: str) -> list[Element]:
        """The tags of these names."""
        return [element for element in self.elements if element.tag in tags]

    def _fill(self, parent: Element, kids: Any, page: int | None) -> None:
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self._put(parent, page, kid)
                continue
            here = self._numbers[kid.Pg.objgen] if "/Pg" in kid else page
            if "/S" in kid:
                child = Element(str(kid.S).lstrip("/"), kid)
                parent.parts.append(child)
                self._fill(child, kid.get("/K"), here)
            elif "/MCID" in kid:
                self._put(parent, here, int(kid.MCID))

    def _put(self, parent: Element, page: int | None, number: int) -> None:
        assert page is not None
        place = (page, number)
        self.placed.add(place)
        parent.parts.append(self.shown.marked.get(place, ""))


def _read_page(page: Any, number: int, shown: Shown) -> None:
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    nested: list[Place | str | None] = []
    characters: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ ' \""):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator in ("BDC", "BMC"):
            nested.append(_marked_as(operands, number))
        elif operator == "EMC":
            nested.pop()
        elif operator == "Tf":
            characters = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ", "'", '"'):
            pieces = operands[-1] if operator == "TJ" else operands
            said = _decoded(b"".join(bytes(each) for each in pieces if isinstance(each, pikepdf.String)), characters)
            where = next((entry for entry in reversed(nested) if entry is not None), None)
            if where is None:
                shown.stray += said
            elif isinstance(where, str):
                shown.furniture[number] += said
            else:
                shown.marked[where] += said


def _marked_as(operands: list[Any], page: int) -> Place | str | None:
    if str(operands[0]) == "/Artifact":
        return "furniture"
    if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
        return page, int(operands[1].MCID)
    return None


def _characters(font: Any) -> dict[bytes, str]:
    """What each code of a font means."""
    if "/ToUnicode" not in font:
        return {}
    pairs = _PAIR.findall(font.ToUnicode.read_bytes().split(b"endcodespacerange", 1)[-1])
    return {bytes.fromhex(code.decode()): bytes.fromhex(means.decode()).decode("utf-16-be") for code, means in pairs}


def _decoded(codes: bytes, characters: dict[bytes, str]) -> str:
    """What the signs say, each stretch from right to left turned round, as programs that read aloud do."""
    signs = [characters.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2)]
    turned: list[str] = []
    before = False
    ways = [before := bool(_FROM_RIGHT.search(sign)) or (before and sign.isspace()) for sign in signs]
    for from_right, stretch in groupby(zip(ways, signs, strict=True), key=lambda pair: pair[0]):
        found = [sign for _, sign in stretch]
        turned += reversed(found) if from_right else found
    return "".join(turned)

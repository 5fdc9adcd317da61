"""Papers to judge: one row each with how it is written, what must arrive on it, and how long it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.papers.ink import Margins

# Typed by somebody in every place there is: markup, three more scripts, a word that never ends, signs of every kind.
LATIN = 'MARKE-EINS Straße <b>fett</b> & „Zitat“ {{ x }} "q"'
CYRILLIC = "МАРКА-ДВА Їжак"
ARABIC = "علامة"
FARSI = "نشانه"
ENDLESS = "Donaudampf" * 40
EMOJI = "Zeichen\U0001f600Ende"
CONTROL = "zwei\x00\x1bZeilen"
TYPED = "\n".join((LATIN, CYRILLIC, ARABIC, FARSI, ENDLESS, EMOJI, CONTROL))
MARKS = (LATIN, CYRILLIC, ARABIC, FARSI, ENDLESS, EMOJI)


MEMO = Margins()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper and what must be true of it.

    ``marks``: what was typed and arrives; ``in_order``: words in the order of reading; ``absent``: what is not
    printed; ``personal``: besides the marks, what must not stand in the data about the file. ``pages``: the fewest and
    the most. ``bookmarked``: the deepest level of headings that has a bookmark. ``attached``: whether a file is
    attached. ``by_hand``: whether there are cells to write into.
    ``long``: whether it is judged only on demand, for another row of the table has as much that can go wrong.
    """

    write: Callable[[], bytes]
    language: str = "de"
    marks: tuple[str, ...] = ()
    in_order: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    pages: tuple[int, int] = (1, 10)
    margins: Margins = MEMO
    bookmarked: int = 6
    attached: bool = False
    by_hand: bool = False
    long: bool = False

    @property
    def from_right(self) -> bool:
        """Whether the paper is read from right to left."""
        return self.language in ("ar", "fa")

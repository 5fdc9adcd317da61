"""Finding a citation in the registry of sources, and setting it into a text: nobody types one."""

from __future__ import annotations

import re
from functools import cache

from pathways.content.citing import all_citations, citation_from
from pathways.content.markup import CLOSES, OPENS, token_of
from pathways.engine.citations import Citation

MOST = 20
# Where the next citation goes, for those who cannot set one where the cursor stands.
HERE = OPENS + CLOSES
_PART = re.compile(r"\w+")


def found(query: str, most: int = MOST) -> tuple[Citation, ...]:
    """The citations in which all words of a query occur, best those that say them in one run; none for an empty query.

    One that reads back by itself comes first, also where no rule has cited that place yet.
    """
    wanted = _parts(query)
    if not wanted:
        return ()
    ranked = [
        (*rank, order, citation)
        for order, (citation, parts) in enumerate(_registry())
        if (rank := _rank(wanted, parts)) is not None
    ]
    ranked.sort(key=lambda entry: entry[:-1])
    exactly = citation_from(" ".join(query.split()))
    hits = ([exactly] if exactly else []) + [entry[-1] for entry in ranked]
    return tuple(dict.fromkeys(hits))[:most]


def with_citation(body: str, text: str) -> str:
    """A text with one more citation: where it says ``HERE``, otherwise at its end; as it was for an unknown one."""
    citation = citation_from(text)
    if citation is None:
        return body
    if HERE in body:
        return body.replace(HERE, token_of(citation), 1)
    rest = body.rstrip()
    return f"{rest} {token_of(citation)}" if rest else token_of(citation)


def _rank(wanted: list[str], parts: list[str]) -> tuple[bool, int] | None:
    """What sorts the best first: not in one run, how many words are only begun; None where one does not occur."""
    begun = 0
    for word in wanted:
        if word in parts:
            continue
        if not any(part.startswith(word) for part in parts):
            return None
        begun += 1
    runs = (parts[start : start + len(wanted)] for start in range(len(parts)))
    return wanted not in runs, begun


@cache
def _registry() -> tuple[tuple[Citation, list[str]], ...]:
    return tuple((citation, _parts(citation.text)) for citation in all_citations().values())


def _parts(text: str) -> list[str]:
    return _PART.findall(text.casefold())

"""Every address of the application with what it takes; an address without a line here fails the tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

READ = frozenset({"GET", "HEAD"})
BOTH = READ | {"POST"}
WRITE = frozenset({"POST"})
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "X" * 500)
EXAMPLES = {"section": "a", "fact_id": "location", "weg": "p23a", "pathway": "p23a", "pathway_id": "p23a"}


@dataclass(frozen=True, slots=True)
class Address:
    """What an address takes. ``open_to_all``: without login; ``of_a_case``: only for the office of the case."""

    takes: frozenset[str]
    open_to_all: bool = False
    of_a_case: bool = False


ANY = frozenset(METHODS[:7])  # a redirection for whatever comes
ADDRESSES: Mapping[str, Address] = {
    "start": Address(ANY),
    # Who is logged in is sent on, whatever the method.
    "accounts:login": Address(frozenset(METHODS), open_to_all=True),
    "accounts:logout": Address(WRITE | {"OPTIONS"}),
    "cases:list": Address(READ),
    "cases:new": Address(BOTH),
    "cases:import": Address(BOTH),
    "cases:edit": Address(BOTH, of_a_case=True),
    "cases:export": Address(frozenset({"GET"}), of_a_case=True),
    "cases:questionnaire": Address(READ, of_a_case=True),
    "cases:section": Address(BOTH, of_a_case=True),
    "cases:answer": Address(WRITE, of_a_case=True),
    "cases:result": Address(READ, of_a_case=True),
    "cases:pathway": Address(READ, of_a_case=True),
    "memo:preview": Address(READ, of_a_case=True),
    "memo:pdf": Address(WRITE, of_a_case=True),
}


def resolved() -> dict[str, tuple[str, ...]]:
    """The names of all addresses with the parts they need, as the application has them."""
    return dict(_names(get_resolver()))


def _names(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _names(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", tuple(entry.pattern.converters)


def path(name: str, uuid: object) -> str:
    """An address of that name for the case with that id."""
    parts = resolved()[name]
    return reverse(name, kwargs={part: uuid if part == "uuid" else EXAMPLES[part] for part in parts})

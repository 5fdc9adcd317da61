"""The application without sealing or without its log, for measurements only: what stays out is what each brings along.

Without sealing the same rows hold the same JSON as it is: no cipher, no keyed digest, no padding, no place an answer
is bound to, no key to unwrap. The row of the key is still read along with its case. Without the log the transaction
that looking at a case makes only for its line stays out too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from django.apps import AppConfig
from django.conf import settings

if TYPE_CHECKING:
    from advisor.vault.models import DataKey


class OpenDrawer:
    """Stands in for a `Safe` and seals nothing."""

    __slots__ = ()

    def seal(self, place: str, plain: bytes) -> bytes:
        """The same bytes."""
        return plain

    def open(self, place: str, sealed: bytes | memoryview) -> bytes:
        """The same bytes."""
        return bytes(sealed)

    def seal_text(self, place: str, text: str) -> bytes:
        """The text as bytes."""
        return text.encode()

    def open_text(self, place: str, sealed: bytes | memoryview) -> str:
        """The text that these bytes are."""
        return bytes(sealed).decode()

    def blind(self, place: str, text: str) -> bytes:
        """The text as bytes: within a person it is as unique as a digest."""
        return text.encode()


_DRAWER = OpenDrawer()


@contextmanager
def sealing() -> Iterator[None]:
    """As long as this lasts, what is written and read is not sealed."""
    from advisor.cases import models, services
    from advisor.cases import sealing as places

    new_key = services.new_key

    def key_and_drawer() -> tuple[DataKey, OpenDrawer]:
        return new_key()[0], _DRAWER

    with ExitStack() as stack:
        stack.enter_context(patch.object(models, "unlock", _constant(_DRAWER)))
        stack.enter_context(patch.object(services, "new_key", key_and_drawer))
        stack.enter_context(patch.object(places, "answer_place", _constant("")))
        yield


@contextmanager
def logging() -> Iterator[None]:
    """As long as this lasts, nothing that is done with a case goes on record."""
    # Both before either is changed: the one takes `log` over from the other when it is first imported.
    from advisor.cases import fetch, services

    with ExitStack() as stack:
        for module in (services, fetch):
            stack.enter_context(patch.object(module, "log", _constant(None)))
        stack.enter_context(patch.object(fetch, "transaction", SimpleNamespace(atomic=nullcontext)))
        yield


WITHOUT: dict[str, Callable[[], AbstractContextManager[None]]] = {"": nullcontext, "sealing": sealing, "log": logging}


class WithoutConfig(AppConfig):
    """Has a whole process run without what the setting BENCHMARK_WITHOUT names."""

    name = "benchmarks"
    label = "benchmarks"

    def ready(self) -> None:
        """Begin, without an end."""
        WITHOUT[settings.BENCHMARK_WITHOUT]().__enter__()


def _constant(value: Any) -> Callable[..., Any]:
    def give(*_: Any, **__: Any) -> Any:
        return value

    return give

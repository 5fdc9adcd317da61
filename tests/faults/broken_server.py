"""A server with the fault the harness must find: it acknowledges first and commits afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.signals import request_started
from django.db import close_old_connections, transaction

from tests.faults.server import healthy, mortal

# At the start of a request Django closes a connection that is in the middle of a transaction; here it is meant to be.
request_started.disconnect(close_old_connections)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The healthy application in one transaction that ends when the answer has been sent."""
    return mortal(_late, environ.get("HTTP_X_DIE", ""), environ, start_response)


def _late(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    outer = transaction.Atomic(using=None, savepoint=True, durable=False)
    outer._from_testcase = True  # blocks inside that insist on being the outermost believe they are
    outer.__enter__()
    return _Late(healthy(environ, start_response), outer)


class _Late:
    """A body after which the transaction ends."""

    def __init__(self, body: Iterable[bytes], outer: Any) -> None:
        self.body = body
        self.outer = outer

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.body)

    def close(self) -> None:
        """Called by the server after the last byte: much too late."""
        self.outer.__exit__(None, None, None)
        if hasattr(self.body, "close"):
            self.body.close()

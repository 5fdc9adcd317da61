"""The application under fault: `advisor.wsgi`, whose worker dies by SIGKILL at the moment a request names.

A moment is ``write:N`` (the Nth writing statement has been executed), ``commit:N`` (just before the Nth commit of
something written), ``committed:N`` (just after it), ``answer`` (the answer is made, not sent) or ``answered`` (the
answer is sent). Each death writes its moment as a line into the file FAULTS_DIARY.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from advisor.wsgi import application as healthy

_WRITING = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


def _warm() -> None:
    """Read in addresses and pages once, so that a worker after a killed one need not."""
    from django.template.loader import get_template
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    for name in ("cases/section.html", "cases/_answered.html"):
        get_template(name)


_warm()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The healthy application, mortal."""
    moment = environ.get("HTTP_X_DIE", "")
    return mortal(healthy, moment, environ, start_response) if moment else healthy(environ, start_response)


def mortal(
    inner: Callable[..., Iterable[bytes]], moment: str, environ: dict[str, Any], start_response: Callable[..., Any]
) -> Iterable[bytes]:
    """What ``inner`` answers, where the moment does not come."""
    with _watched(moment):
        body = inner(environ, start_response)
    _die_if(moment, "answer")
    return _Sent(body, moment)


class _Sent:
    """A body that notices when all of it has been sent."""

    def __init__(self, body: Iterable[bytes], moment: str) -> None:
        self.body = body
        self.moment = moment

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.body)

    def close(self) -> None:
        """Called by the server after the last byte."""
        _die_if(self.moment, "answered")
        if hasattr(self.body, "close"):
            self.body.close()


@contextmanager
def _watched(moment: str) -> Iterator[None]:
    """Count writes and commits on this thread's connection."""
    from django.db import connection

    written, commits, pending = 0, 0, False

    def execute(run: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal written, pending
        result = run(sql, params, many, context)
        if _WRITING.match(sql):
            written, pending = written + 1, True
            _die_if(moment, f"write:{written}")
        return result

    def commit() -> None:
        nonlocal commits, pending
        if pending:
            commits += 1
            _die_if(moment, f"commit:{commits}")
        really_commit()
        if pending:
            _die_if(moment, f"committed:{commits}")
        pending = False

    really_commit = connection._commit
    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(execute))
        connection._commit = commit
        stack.callback(delattr, connection, "_commit")
        yield


def _die_if(wanted: str, now: str) -> None:
    if wanted != now:
        return
    diary = os.open(os.environ["FAULTS_DIARY"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(diary, f"{now}\n".encode())
    os.kill(os.getpid(), signal.SIGKILL)

"""When the storage is out of reach, locked, full or read-only: a page that says so instead of an error of ours."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator

from django.db import DatabaseError, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from advisor.web.resend import resend

RETRY_AFTER = 5  # seconds
_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
# An unknown column, too many variables or wrong use is a fault of ours, not of the storage.
_SQLITE_OURS = ("SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE", "SQLITE_CONSTRAINT", "SQLITE_MISMATCH")
# Connection, resources, operator, system; then rolled back by a rival, lock not to be had, read-only, data corrupted.
_POSTGRESQL_CLASSES = ("08", "53", "57", "58", "40")
_POSTGRESQL_STATES = ("55P03", "25006", "XX001", "XX002")
# What a database says to whoever writes into it after everything in it has moved to another one.
MOVED_AWAY = "this installation has moved to another database"
_log = logging.getLogger(__name__)


class OutageMiddleware:
    """Answer with 503 where a view could not reach the storage."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response; the exceptions of views come in by `process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of the outage; None for every other exception."""
        return unavailable(request) if is_outage(exception) else None


def is_outage(error: BaseException | None) -> bool:
    """Whether an exception comes from a storage that cannot do its work now, and not from a fault of ours."""
    return any(_tells_of_outage(each) for each in _with_causes(error))


def unavailable(request: HttpRequest) -> HttpResponse:
    """503 with what was typed; whatever was begun is rolled back. To be called where the exception is handled."""
    _log.error("storage out of reach: %s", request.path.encode("unicode_escape").decode(), exc_info=True)
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
    return resend(request, 503, retry_after=RETRY_AFTER)


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _tells_of_outage(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL_DISK
    if not isinstance(error, DatabaseError | InterfaceError):
        return False
    cause = error.__cause__
    if MOVED_AWAY in str(cause):
        return True
    if name := getattr(cause, "sqlite_errorname", ""):
        return not name.startswith(_SQLITE_OURS)
    if state := getattr(cause, "sqlstate", ""):
        return state.startswith(_POSTGRESQL_CLASSES) or state in _POSTGRESQL_STATES
    return isinstance(error, OperationalError | InterfaceError)  # the connection itself is lost

"""Writes master keys to a file: new or with one more key in front, whole or not at all."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor.vault.keyring import read_key_file
from advisor.vault.master_keys import BadKeys, keys_of_lines, master_key


def put_first(path: Path, entry: str) -> bool:
    """Make the file with this key, mode 0600, or put the key before those in it; gives whether there was one.

    Owner and the other lines stay. Raises BadKeys where the file holds something else or the same id, and OSError
    where it cannot be written; the file is as it was then.
    """
    target = path.resolve()
    with _alone_in(target.parent):
        existed = target.exists()
        former = read_key_file(target) if existed else ""
        if existed:
            known = keys_of_lines(former, str(path))
            if master_key(entry, "the new key").id in known:
                raise BadKeys(f"{path} has a key of that id already; every key needs an id of its own.")
        _replace(target, f"{entry}\n{former}", like=target if existed else None)
    return existed


@contextmanager
def _alone_in(directory: Path) -> Iterator[None]:
    """Two commands at once would drop one of the two keys, and with it what was sealed under it meanwhile."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
        os.fsync(handle)  # the new name is on disk before anybody uses the key
    finally:
        os.close(handle)


def _replace(target: Path, text: str, like: Path | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            if like is not None:
                status = like.stat()
                os.fchown(file.fileno(), status.st_uid, status.st_gid)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

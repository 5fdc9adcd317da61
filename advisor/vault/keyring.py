"""The master keys that are configured now; follows the key file, so that keys change while the application runs."""

from __future__ import annotations

import logging
import os
import stat
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from advisor.vault.faults import KeyMissing
from advisor.vault.master_keys import BadKeys, MasterKey, keys_of_lines, keys_of_list

logger = logging.getLogger(__name__)

# Known to everyone: seals invented cases only, where DEMO is set and no other key.
DEMO_KEYS = "demo:d2Vnd2Vpc2VyLWRlbW9uc3RyYXRpb24tb25seS1rZXk="

# A key file holds a few lines; whatever is larger is none.
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Keyring:
    """All master keys; the first seals, all open."""

    keys: Mapping[str, MasterKey]

    @property
    def first(self) -> MasterKey:
        """The key that wraps whatever is new."""
        return next(iter(self.keys.values()))

    def key(self, master_id: str) -> MasterKey:
        """The key with this id; raises KeyMissing."""
        try:
            return self.keys[master_id]
        except KeyError:
            known = ", ".join(self.keys)
            raise KeyMissing(f"master key '{master_id}' is not configured (there are: {known})") from None


@dataclass(frozen=True, slots=True)
class _Loaded:
    configured: tuple[str, str, bool]
    stamp: tuple[int, ...] | None
    ring: Keyring


_lock = threading.Lock()
_loaded: _Loaded | None = None


def keyring() -> Keyring:
    """The keys as configured now, read again only if the file has changed; raises ImproperlyConfigured.

    A file that has become unreadable while the application runs is reported once; the keys read before stay.
    """
    global _loaded
    configured = (settings.MASTER_KEY_FILE, settings.MASTER_KEYS, settings.DEMO)
    stamp = _stamp(settings.MASTER_KEY_FILE)
    known = _loaded
    if known is not None and known.configured == configured and known.stamp == stamp:
        return known.ring
    with _lock:
        try:
            ring = Keyring(read_keys())
        except BadKeys as fault:
            if known is None or known.configured != configured:
                raise ImproperlyConfigured(str(fault)) from None
            logger.error("Master keys could not be read again, the former ones stay in use. %s", fault)
            ring = known.ring
        _loaded = _Loaded(configured, stamp, ring)
    return ring


def read_keys() -> dict[str, MasterKey]:
    """Read the configured master keys anew; raises BadKeys, which says what to set."""
    path, listed = settings.MASTER_KEY_FILE, settings.MASTER_KEYS
    if path and listed:
        raise BadKeys("Both MASTER_KEY_FILE and MASTER_KEYS are set. Keep one of them.")
    if path:
        return keys_of_lines(read_key_file(Path(path)), f"MASTER_KEY_FILE {path}")
    if listed:
        return keys_of_list(listed, "MASTER_KEYS")
    if settings.DEMO:
        return keys_of_list(DEMO_KEYS, "the demonstration's key")
    raise BadKeys(
        "There is no master key. Make one with `manage.py masterkey --to FILE` and set MASTER_KEY_FILE to that file. "
        "Keep a copy apart from the server: without it nobody can open the cases, and no back-up either."
    )


def read_key_file(path: Path) -> str:
    """The text of a key file; raises BadKeys if it cannot be read."""
    place = f"MASTER_KEY_FILE {path}"
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise BadKeys(f"{place} cannot be read: {getattr(fault, 'strerror', None) or fault}.") from None
    if len(data) > _MOST_BYTES:
        raise BadKeys(f"{place} is larger than {_MOST_BYTES // 1024} KiB; that is no file of keys.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadKeys(f"{place} is no text in UTF-8.") from None


def open_to_others(path: Path) -> bool:
    """Whether anybody besides the owner may read or change the file."""
    status = path.stat()
    # systemd hands over credentials as root:root 0440 and lets in the service alone by an access list.
    allowed = stat.S_IRGRP if status.st_uid == status.st_gid == 0 else 0
    return bool(status.st_mode & 0o077 & ~allowed)


def _stamp(path: str) -> tuple[int, ...] | None:
    if not path:
        return None
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns

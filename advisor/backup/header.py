"""The beginning of a back-up's file in clear: what it is, when it was made, and its key, wrapped by a master key."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import BinaryIO

from django.core.exceptions import ImproperlyConfigured

from advisor.backup.faults import BackupFault
from advisor.vault.faults import KeyMissing, Tampered
from advisor.vault.keyring import keyring

MAGIC = b"wegweiser-backup/1\n"
CHUNK_BYTES = 64 * 1024
STAMP = "%Y%m%dT%H%M%SZ"
_KEY_BYTES = 32
_LONGEST = 4096
_LARGEST_CHUNK = 16 * 1024 * 1024


class Kind(StrEnum):
    """Which of the two files of a back-up."""

    DATA = "data"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself in clear; ``created`` is UTC to the second, as in its name."""

    kind: Kind
    created: str
    master: str
    chunk: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A header with its exact bytes, to which every chunk is bound, and the key of the file in clear."""

    header: Header
    text: bytes
    secret: bytes = field(repr=False)


def stamp_of(moment: datetime) -> str:
    """The day and time of an aware moment as it stands in names and headers."""
    return moment.astimezone(UTC).strftime(STAMP)


def new_opening(kind: Kind, created: datetime) -> Opening:
    """A header for a new file and a fresh key; BackupFault where there is no usable master key."""
    try:
        master = keyring().first
    except ImproperlyConfigured as fault:
        raise BackupFault(f"Der Hauptschlüssel fehlt oder ist unbrauchbar. {fault}") from None
    header = Header(kind, stamp_of(created), master.id, CHUNK_BYTES)
    secret = os.urandom(_KEY_BYTES)
    key = base64.b64encode(master.wrap(_name(header), secret)).decode()
    return Opening(header, MAGIC + json.dumps(asdict(header) | {"key": key}).encode() + b"\n", secret)


def read_opening(source: BinaryIO) -> Opening:
    """Read the header; BackupFault if this is no such file, or its master key is missing or another."""
    text = _read_text(source)
    try:
        fields = json.loads(text[len(MAGIC) :])
        header, key = (
            Header(Kind(fields["kind"]), *(fields[name] for name in ("created", "master", "chunk"))),
            fields["key"],
        )
        sound = (
            text.endswith(b"\n")
            and all(isinstance(value, str) for value in (header.created, header.master, key))
            and type(header.chunk) is int
            and 0 < header.chunk <= _LARGEST_CHUNK
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        sound = False
    if not sound:
        raise BackupFault("Der Kopf der Datei ist beschädigt. Nehmen Sie eine andere Kopie oder eine andere Sicherung.")
    return Opening(header, text, _unwrap(header, key))


def _read_text(source: BinaryIO) -> bytes:
    magic = source.read(len(MAGIC))
    if magic != MAGIC:
        known, found = MAGIC.partition(b"/")[0] + b"/", magic.partition(b"\n")[0]
        if found.startswith(known):
            raise BackupFault("Die Sicherung hat ein anderes Dateiformat. Nehmen Sie die Version, die sie gemacht hat.")
        raise BackupFault("Das ist keine Sicherung von Wegweiser, oder ihr Anfang ist beschädigt.")
    line = source.readline(_LONGEST)
    return magic + line


def _unwrap(header: Header, key: str) -> bytes:
    try:
        master = keyring().key(header.master)
        secret = master.unwrap(_name(header), base64.b64decode(key, validate=True))
    except ImproperlyConfigured as fault:
        raise BackupFault(f"Der Hauptschlüssel fehlt oder ist unbrauchbar. {fault}") from None
    except KeyMissing:
        raise BackupFault(
            f"Die Datei ist mit dem Hauptschlüssel „{header.master}“ verschlüsselt, und der ist nicht eingestellt. "
            "Nehmen Sie ihn in MASTER_KEY_FILE oder MASTER_KEYS auf."
        ) from None
    except (Tampered, ValueError):
        raise BackupFault(
            f"Der eingestellte Hauptschlüssel „{header.master}“ öffnet diese Datei nicht: "
            "Er ist ein anderer mit gleichem Namen, oder der Kopf der Datei ist beschädigt."
        ) from None
    if len(secret) != _KEY_BYTES:
        raise BackupFault("Der Kopf der Datei ist beschädigt.")
    return secret


def _name(header: Header) -> str:
    return f"backup/{header.kind.value}/{header.created}"

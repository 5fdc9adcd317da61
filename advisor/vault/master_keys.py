"""Reads master keys from text: lines or a list of `id:base64`, the first of which seals."""

from __future__ import annotations

import base64
import binascii
import os
import re
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from advisor.vault.faults import Tampered
from advisor.vault.safe import NONCE_BYTES, SECRET_BYTES, VERSION

MASTER_ID = re.compile(r"[a-z0-9-]{1,32}")
FORM = "id:base64, where id is 1 to 32 of a-z, 0-9 and '-', and base64 stands for 32 random bytes (44 characters)"
# Below this many different bytes a key was typed or invented, not drawn.
_LEAST_DIFFERENT = 8


class BadKeys(Exception):
    """Master keys that cannot be used; the message says where and why and never shows a key."""


@dataclass(frozen=True, slots=True)
class MasterKey:
    """A key outside the database; wraps data keys and the keys of back-up files."""

    id: str
    secret: bytes = field(repr=False)
    cipher: AESGCM = field(repr=False)

    def wrap(self, name: str, secret: bytes) -> bytes:
        """The secret, encrypted and bound to its name and to this master key."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self.cipher.encrypt(nonce, secret, self._bound(name))

    def unwrap(self, name: str, wrapped: bytes | memoryview) -> bytes:
        """The secret that was wrapped under this name; raises Tampered for anything else."""
        data = bytes(wrapped)
        nonce, body = data[1 : 1 + NONCE_BYTES], data[1 + NONCE_BYTES :]
        if data[:1] != VERSION or len(nonce) != NONCE_BYTES:
            raise Tampered(f"no wrapped key of a known kind: {name}")
        try:
            return self.cipher.decrypt(nonce, body, self._bound(name))
        except InvalidTag:
            raise Tampered(f"{name} was not wrapped like this by master key {self.id}") from None

    def _bound(self, name: str) -> bytes:
        return VERSION + f"{name}/{self.id}".encode()


def master_key(entry: str, place: str) -> MasterKey:
    """Read one `id:base64`; raises BadKeys, which names the place."""
    name, separator, encoded = entry.partition(":")
    name, encoded = name.strip(), encoded.strip()
    if not separator or not MASTER_ID.fullmatch(name):
        raise BadKeys(f"{place}: this is no master key. Allowed is {FORM}.")
    try:
        secret = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise BadKeys(f"{place}: what follows '{name}:' is no base64. Allowed is {FORM}.") from None
    if len(secret) != SECRET_BYTES:
        raise BadKeys(f"{place}: key '{name}' has {len(secret)} bytes instead of {SECRET_BYTES}. Allowed is {FORM}.")
    if len(set(secret)) < _LEAST_DIFFERENT:
        raise BadKeys(f"{place}: key '{name}' is not random. Make one with: manage.py masterkey")
    return MasterKey(name, secret, AESGCM(secret))


def keys_of_lines(text: str, place: str) -> dict[str, MasterKey]:
    """Master keys one a line; empty lines and those that begin with # are skipped. Raises BadKeys."""
    lines = enumerate(text.splitlines(), start=1)
    entries = [(line.strip(), f"{place}, line {number}") for number, line in lines]
    return _by_id([entry for entry in entries if entry[0] and not entry[0].startswith("#")], place)


def keys_of_list(text: str, place: str) -> dict[str, MasterKey]:
    """Master keys separated by commas. Raises BadKeys."""
    entries = [(entry.strip(), f"{place}, entry {number}") for number, entry in enumerate(text.split(","), start=1)]
    return _by_id([entry for entry in entries if entry[0]], place)


def _by_id(entries: list[tuple[str, str]], place: str) -> dict[str, MasterKey]:
    keys: dict[str, MasterKey] = {}
    for entry, where in entries:
        key = master_key(entry, where)
        if key.id in keys:
            raise BadKeys(f"{where}: there is a key '{key.id}' already; every key needs an id of its own.")
        keys[key.id] = key
    if not keys:
        raise BadKeys(f"{place}: there is no master key in it. Make one with: manage.py masterkey")
    return keys


def new_entry(master_id: str) -> str:
    """A fresh random master key as `id:base64`."""
    return f"{master_id}:{base64.b64encode(os.urandom(SECRET_BYTES)).decode()}"

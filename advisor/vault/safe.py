"""Seals and opens bytes under one data key: AES-256-GCM, bound to the key and to the place they are kept at."""

from __future__ import annotations

import hmac
import os
from hashlib import sha256
from typing import TYPE_CHECKING, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from advisor.vault.faults import Tampered

if TYPE_CHECKING:
    from uuid import UUID

SECRET_BYTES = 32
BLIND_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
# Sealed lengths grow in such steps: `true` and `false`, `ja` and `nein` must look alike in the database.
STEP_BYTES = 64

VERSION = b"\x01"
_HEAD_BYTES = len(VERSION) + NONCE_BYTES
_LEAST_BYTES = _HEAD_BYTES + STEP_BYTES + TAG_BYTES


class Safe:
    """What one data key can do. Lives as long as a request; never stored, never logged."""

    __slots__ = ("_blinding", "_bound", "_cipher", "key_id")

    def __init__(self, key_id: UUID, secret: bytes) -> None:
        """Derive one key for sealing and one for blinding from the 32 bytes of a data key; else ValueError."""
        if len(secret) != SECRET_BYTES:
            raise ValueError(f"a data key has {SECRET_BYTES} bytes, not {len(secret)}")
        # The data key is random throughout, so HKDF needs no extraction first (RFC 5869, 3.3).
        derived = HKDFExpand(SHA256(), 2 * SECRET_BYTES, b"wegweiser safe 1").derive(secret)
        self.key_id = key_id
        self._cipher = AESGCM(derived[:SECRET_BYTES])
        self._blinding = derived[SECRET_BYTES:]
        self._bound = VERSION + str(key_id).encode() + b"/"

    def seal(self, place: str, plain: bytes) -> bytes:
        """Bytes that only this safe opens, only for the same place; two calls never give the same ones."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, _padded(plain), self._bound + place.encode())

    def open(self, place: str, sealed: bytes | memoryview) -> bytes:
        """What was sealed for this place; raises Tampered for anything else."""
        data = bytes(sealed)
        if len(data) < _LEAST_BYTES or data[:1] != VERSION:
            raise Tampered(f"no sealed bytes of a known kind at {place} (key {self.key_id})")
        nonce = data[len(VERSION) : _HEAD_BYTES]
        try:
            padded = self._cipher.decrypt(nonce, data[_HEAD_BYTES:], self._bound + place.encode())
        except InvalidTag:
            raise Tampered(f"bytes at {place} are not what key {self.key_id} sealed there") from None
        return padded[: padded.rindex(b"\x80")]

    def seal_text(self, place: str, text: str) -> bytes:
        """Seal text; half of a surrogate pair, which is no character, raises UnicodeEncodeError."""
        return self.seal(place, text.encode())

    def open_text(self, place: str, sealed: bytes | memoryview) -> str:
        """The text that was sealed for this place; raises Tampered for anything else."""
        return self.open(place, sealed).decode()

    def blind(self, place: str, text: str) -> bytes:
        """16 bytes that are always the same for this key, place and text and tell nothing without the key."""
        where = place.encode()
        digest = hmac.digest(self._blinding, len(where).to_bytes(4, "big") + where + text.encode(), sha256)
        return digest[:BLIND_BYTES]

    def __repr__(self) -> str:
        return f"<Safe of key {self.key_id}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a safe holds a key in clear; it is not stored and not sent")


def _padded(plain: bytes) -> bytes:
    """Fill up to the next step: one marking byte, then zeros (ISO/IEC 7816-4)."""
    marked = plain + b"\x80"
    return marked + bytes(-len(marked) % STEP_BYTES)

"""The file of a back-up: a header in clear, then chunks encrypted under a key that a master key wraps.

    wegweiser-backup/1\\n
    {"kind": "data", "created": "20260201T030405Z", "master": "<id>", "chunk": 65536, "key": "<base64>"}\\n
    chunk*      each AES-256-GCM of `chunk` bytes, the last one of at most as many; 16 bytes of tag behind each

The key of the file is drawn for it alone, so the nonce of a chunk is its index. Bound to each chunk are the digest of
both lines of the header, its index and whether it is the last: a file that was changed, cut, lengthened, reordered or
put together from two does not open.
"""

from __future__ import annotations

import io
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from advisor.backup.faults import BackupFault
from advisor.backup.header import CHUNK_BYTES, Kind, new_opening, read_opening

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

TAG_BYTES = 16


class SealedWriter(io.RawIOBase):
    """Encrypts what is written into it; `finish` makes the file complete, without it nobody can read it."""

    def __init__(self, target: BinaryIO, kind: Kind, created: datetime) -> None:
        """Write the header; BackupFault where there is no usable master key."""
        opening = new_opening(kind, created)
        self._target = target
        self._cipher, self._bound = AESGCM(opening.secret), sha256(opening.text).digest()
        self._index, self._waiting = 0, bytearray()
        target.write(opening.text)

    def writable(self) -> bool:
        """It is for writing only."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Take any number of bytes."""
        view = memoryview(data).cast("B")
        self._waiting += view
        # The last chunk is not empty unless the whole content is; so a full one waits for what follows.
        while len(self._waiting) > CHUNK_BYTES:
            self._seal(bytes(self._waiting[:CHUNK_BYTES]), last=False)
            del self._waiting[:CHUNK_BYTES]
        return len(view)

    def finish(self) -> None:
        """Write the last chunk; the target stays open."""
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, plain: bytes, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._index), plain, _place(self._bound, self._index, last)))
        self._index += 1


class SealedReader(io.RawIOBase):
    """Decrypts a file; gives out nothing that is not authentic, and reaches its end only if it is complete."""

    def __init__(self, source: BinaryIO, kind: Kind) -> None:
        """Read the header; BackupFault if this is no such file, or its master key is missing or another."""
        opening = read_opening(source)
        self.header = opening.header
        if self.header.kind is not kind:
            wanted = "eine Datensicherung (.data)" if kind is Kind.DATA else "eine Schlüsseldatei (.keys)"
            raise BackupFault(f"Das ist nicht {wanted}, sondern eine Datei der Art „{self.header.kind.value}“.")
        self._source, self._block = source, self.header.chunk + TAG_BYTES
        self._cipher, self._bound = AESGCM(opening.secret), sha256(opening.text).digest()
        self._next = source.read(self._block)
        self._index, self._plain, self._ended = 0, memoryview(b""), False

    def readable(self) -> bool:
        """It is for reading only."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer with the next bytes; 0 at the authenticated end. BackupFault for anything not authentic."""
        view = memoryview(buffer).cast("B")
        while not self._plain and not self._ended:
            self._open_next()
        count = min(len(view), len(self._plain))
        view[:count] = self._plain[:count]
        self._plain = self._plain[count:]
        return count

    def _open_next(self) -> None:
        block, self._next = self._next, self._source.read(self._block)
        last = not self._next
        place = _place(self._bound, self._index, last)
        try:
            self._plain = memoryview(self._cipher.decrypt(_nonce(self._index), block, place))
        except (InvalidTag, ValueError):
            raise BackupFault(
                f"Die Datei ist beschädigt oder unvollständig (Abschnitt {self._index + 1}). "
                "Nehmen Sie eine andere Kopie oder eine andere Sicherung."
            ) from None
        self._index, self._ended = self._index + 1, last


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")


def _place(bound: bytes, index: int, last: bool) -> bytes:
    return bound + index.to_bytes(8, "big") + (b"\x01" if last else b"\x00")

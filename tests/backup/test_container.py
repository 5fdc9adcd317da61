"""A file opens only as it was written: whole, in order, under its own master key."""

from __future__ import annotations

import base64
import io
import json
import os
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from advisor.backup.container import TAG_BYTES, SealedReader, SealedWriter
from advisor.backup.faults import BackupFault
from advisor.backup.header import CHUNK_BYTES, MAGIC, Kind

WHEN = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
BLOCK = CHUNK_BYTES + TAG_BYTES


def seal(plain: bytes, kind: Kind = Kind.DATA) -> bytes:
    """A file with this content."""
    target = io.BytesIO()
    writer = SealedWriter(target, kind, WHEN)
    writer.write(plain)
    writer.finish()
    return target.getvalue()


def open_(file: bytes, kind: Kind = Kind.DATA) -> bytes:
    """The content of a file."""
    return SealedReader(io.BytesIO(file), kind).readall()


def split(file: bytes) -> tuple[bytes, list[bytes]]:
    """The header and the chunks."""
    start = file.index(b"\n", len(MAGIC)) + 1
    return file[:start], [file[at : at + BLOCK] for at in range(start, len(file), BLOCK)]


THREE = os.urandom(3 * CHUNK_BYTES)


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_001])
def test_what_was_written_is_read(size: int) -> None:
    plain = os.urandom(size)
    assert open_(seal(plain)) == plain


@examples(max_examples=30, deadline=None)
@given(pieces=st.lists(st.binary(max_size=3 * CHUNK_BYTES), max_size=5))
def test_pieces_may_have_any_size(pieces: list[bytes]) -> None:
    target = io.BytesIO()
    writer = SealedWriter(target, Kind.KEYS, WHEN)
    for piece in pieces:
        assert writer.write(piece) == len(piece)
    writer.finish()
    assert open_(target.getvalue(), Kind.KEYS) == b"".join(pieces)


def test_nothing_stands_there_in_clear_and_no_two_files_are_alike() -> None:
    file = seal(b"Zwiebelkuchen" * 1000)
    assert b"Zwiebelkuchen" not in file
    assert split(file)[1] != split(seal(b"Zwiebelkuchen" * 1000))[1]


@examples(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_flipped_bit_is_found(data: st.DataObject) -> None:
    file = bytearray(seal(b"content " * 20))
    at = data.draw(st.integers(0, len(file) - 1))
    file[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(BackupFault):
        open_(bytes(file))


@examples(max_examples=100, deadline=None)
@given(keep=st.integers(0, 3 * BLOCK))
def test_any_cut_is_found(keep: int) -> None:
    file = seal(THREE)
    with pytest.raises(BackupFault):
        open_(file[: min(keep, len(file) - 1)])


def test_a_cut_between_two_chunks_is_found() -> None:
    head, chunks = split(seal(THREE))
    for kept in range(3):
        with pytest.raises(BackupFault):
            open_(head + b"".join(chunks[:kept]))


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 2, 1), (0, 0, 1, 2), (0, 2), (0, 1, 2, 2), (2,)])
def test_chunks_in_another_order_are_found(order: tuple[int, ...]) -> None:
    head, chunks = split(seal(THREE))
    with pytest.raises(BackupFault):
        open_(head + b"".join(chunks[index] for index in order))


def test_an_addition_is_found() -> None:
    for addition in (b"\0", b"x" * BLOCK):
        with pytest.raises(BackupFault):
            open_(seal(THREE) + addition)


def test_chunks_or_headers_of_another_file_are_found() -> None:
    (head, chunks), (other_head, other) = split(seal(THREE)), split(seal(THREE))
    for file in (head + chunks[0] + other[1] + chunks[2], other_head + b"".join(chunks)):
        with pytest.raises(BackupFault):
            open_(file)


def test_each_kind_of_file_is_taken_for_itself_only() -> None:
    with pytest.raises(BackupFault, match="Schlüsseldatei"):
        open_(seal(b""), Kind.KEYS)
    with pytest.raises(BackupFault):  # nor does it help to write another kind into the header
        open_(seal(b"").replace(b'"data"', b'"keys"'), Kind.KEYS)


def test_a_moment_other_than_that_of_the_file_is_found() -> None:
    with pytest.raises(BackupFault):
        open_(seal(b"").replace(b"20260201", b"20270201"))


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"PK\x03\x04",
        MAGIC,
        MAGIC + b"{}\n",
        MAGIC + b"[" * 5000 + b"\n",
        MAGIC + b'{"kind": "data"',
        MAGIC + b"\xff\xfe\n",
        MAGIC + json.dumps({"kind": "data", "created": "x", "master": "demo", "chunk": -1, "key": ""}).encode() + b"\n",
        MAGIC + json.dumps({"kind": "data", "created": 1, "master": "demo", "chunk": 1, "key": ""}).encode() + b"\n",
        MAGIC + json.dumps({"kind": "data", "created": "x", "master": "demo", "chunk": 9, "key": "ä"}).encode() + b"\n",
    ],
)
def test_what_is_no_such_file_is_refused(file: bytes) -> None:
    with pytest.raises(BackupFault):
        open_(file)


def test_another_version_of_the_format_is_named_as_such() -> None:
    with pytest.raises(BackupFault, match="anderes Dateiformat"):
        open_(seal(b"").replace(MAGIC, b"wegweiser-backup/2\n"))


def master(name: str) -> str:
    """A fresh master key."""
    return f"{name}:{base64.b64encode(os.urandom(32)).decode()}"


def test_only_the_master_key_of_the_file_opens_it(settings: Settings) -> None:
    settings.MASTER_KEYS = old = master("a-2025")
    file = seal(b"content")
    settings.MASTER_KEYS = f"{master('a-2026')},{old}"
    assert open_(file) == b"content"
    settings.MASTER_KEYS = master("a-2026")
    with pytest.raises(BackupFault, match=r"a-2025.*nicht eingestellt"):
        open_(file)
    settings.MASTER_KEYS = master("a-2025")
    with pytest.raises(BackupFault, match="anderer mit gleichem Namen"):
        open_(file)
    settings.MASTER_KEYS = "nonsense"
    for action in (lambda: open_(file), lambda: seal(b"")):
        with pytest.raises(BackupFault, match="Hauptschlüssel fehlt oder ist unbrauchbar"):
            action()

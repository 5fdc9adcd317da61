"""Makes a back-up: everything in one data file, the wrapped keys in a second one that does not live as long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from django.db import DatabaseError, transaction

from advisor.backup.content import Line, Sum, sum_of, write_file
from advisor.backup.faults import BackupFault
from advisor.backup.header import Kind
from advisor.backup.keyed import sealed_rows_of
from advisor.backup.media import media_lines
from advisor.backup.rows import columns_of, count_of, key_ids, rows_of, saved_models
from advisor.backup.schema import Schema, current_schema
from advisor.backup.shelf import file_name, locked, part_of, publish, retire
from advisor.backup.snapshot import snapshot
from advisor.logbook.models import Action
from advisor.logbook.record import BrokenChain, record
from advisor.vault.models import DataKey

KEEP_KEYS_DAYS = 14
_KEYS_A_LINE = 500


@dataclass(frozen=True, slots=True)
class Made:
    """A back-up that has been written and read again, and the older files removed afterwards."""

    data: Path
    keys: Path
    retired: tuple[Path, ...]


def back_up(directory: Path, keep_keys: int = KEEP_KEYS_DAYS, now: datetime | None = None) -> Made:
    """Write, verify and publish both files, note it in the log, then remove key files older than ``keep_keys`` days.

    BackupFault; then nothing new stands there and nothing has been removed, unless the message says otherwise.
    """
    created = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    data, keys = (directory / file_name(kind, created) for kind in (Kind.DATA, Kind.KEYS))
    with locked(directory):
        if data.exists() or keys.exists():
            raise BackupFault("In dieser Sekunde ist schon eine Sicherung entstanden. Bitte noch einmal.")
        try:
            written = _write(data, keys, created)
            _verify(data, Kind.DATA, written[0])
            _verify(keys, Kind.KEYS, written[1])
            # Data without their keys would be of no use; keys without data do no harm.
            publish(keys, data)
        except OSError as fault:
            raise BackupFault(f"Die Sicherung ließ sich nicht schreiben: {fault.strerror or fault}.") from None
        except DatabaseError as fault:
            raise BackupFault(f"Die Datenbank ließ sich nicht lesen ({type(fault).__name__}).") from fault
        finally:
            for path in (data, keys):
                with suppress(OSError):
                    part_of(path).unlink(missing_ok=True)
        _note(data.stem)
        try:
            retired = retire(directory, Kind.KEYS, keep_keys, created, keep=keys)
        except OSError as fault:
            raise BackupFault(
                f"Die Sicherung {data.stem} ist gut, aber alte Schlüsseldateien ließen sich nicht löschen: "
                f"{fault.strerror or fault}. Gelöschte Fälle sind in alten Sicherungen noch lesbar."
            ) from None
    return Made(data, keys, tuple(retired))


def _write(data: Path, keys: Path, created: datetime) -> tuple[Sum, Sum]:
    with snapshot():
        schema = current_schema()
        return (
            write_file(part_of(data), Kind.DATA, created, _data_lines(schema)),
            write_file(part_of(keys), Kind.KEYS, created, _key_lines(schema)),
        )


def _verify(path: Path, kind: Kind, written: Sum) -> None:
    if sum_of(part_of(path), kind) != written:
        raise BackupFault("Was auf dem Datenträger steht, ist nicht, was geschrieben wurde. Ist er beschädigt?")


def _note(name: str) -> None:
    try:
        with transaction.atomic():
            record(Action.BACKUP_MADE, by=None, office_id=None, subject=name)
    except (DatabaseError, BrokenChain) as fault:
        raise BackupFault(
            f"Die Sicherung {name} ist gut, steht aber nicht im Protokoll: Die Datenbank nahm den Eintrag nicht an "
            f"({type(fault).__name__}). Alte Schlüsseldateien sind noch da."
        ) from fault


def _data_lines(schema: Schema) -> Iterator[Line]:
    models = saved_models()
    yield {"schema": schema, "counts": {model._meta.label: count for model in models if (count := count_of(model))}}
    ids = map(str, key_ids())
    while some := list(islice(ids, _KEYS_A_LINE)):
        yield {"keys": some}
    for model in models:
        yield {"model": model._meta.label, "columns": [field.attname for field in columns_of(model)]}
        yield from sealed_rows_of(model)
    yield from media_lines()


def _key_lines(schema: Schema) -> Iterator[Line]:
    count = count_of(DataKey)
    yield {"schema": schema, "counts": {DataKey._meta.label: count} if count else {}}
    yield {"model": DataKey._meta.label, "columns": [field.attname for field in columns_of(DataKey)]}
    yield from rows_of(DataKey)

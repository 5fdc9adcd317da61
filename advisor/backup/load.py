"""Restores a back-up into an empty database: all of it but what belonged to destroyed keys, or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model

from advisor.backup.faults import BackupFault
from advisor.backup.gone import Gone
from advisor.backup.header import Kind, stamp_of
from advisor.backup.keyed import open_row
from advisor.backup.media import MediaWriter
from advisor.backup.reading import Contents, Piece, Row, contents_of, items_of
from advisor.backup.rows import insert, read_row, saved_models
from advisor.backup.schema import current_schema, require_same
from advisor.backup.shelf import made_at, shelved
from advisor.backup.target import clear_remade, full_tables, set_sequences
from advisor.logbook.models import Action, Chain
from advisor.logbook.record import BrokenChain, record
from advisor.logbook.verify import broken_places, chain_keys
from advisor.vault.models import DataKey


@dataclass(frozen=True, slots=True)
class Restored:
    """How many rows there are again, by model, and which were not restored because their key is destroyed.

    ``keyless``: the rows that had such a key themselves, as label and uuid; ``left``: those and all that hung on them.
    ``broken``: places where the log had been changed before it was saved.
    """

    rows: Counter[str]
    files: int
    keyless: tuple[tuple[str, str], ...]
    left: Counter[str]
    broken: tuple[str, ...]


def newest_keys(data: Path) -> Path:
    """The newest key file beside a data file; BackupFault if there is none."""
    found = shelved(data.parent, Kind.KEYS)
    if not found:
        raise BackupFault(f"In {data.parent} liegt keine Schlüsseldatei. Nennen Sie eine mit --keys.")
    return found[-1]


def examine(data: Path, keys: Path) -> tuple[Contents, Contents]:
    """Read and verify both files completely; BackupFault."""
    pair = contents_of(data, Kind.DATA), contents_of(keys, Kind.KEYS)
    for path, contents in zip((data, keys), pair, strict=True):
        named = made_at(path)
        if named and stamp_of(named) != contents.header.created:
            raise BackupFault(
                f"{path.name} ist am {contents.header.created} entstanden, nicht wie im Namen. "
                "Jemand hat die Datei umbenannt oder vertauscht."
            )
    if pair[1].header.created < pair[0].header.created:
        raise BackupFault(
            f"Die Schlüsseldatei {keys.name} ist älter als die Daten; Schlüssel neuerer Fälle fehlen darin. "
            "Nehmen Sie die neueste Schlüsseldatei, mindestens die gleichzeitig entstandene."
        )
    return pair


def restore(data: Path, keys: Path) -> Restored:
    """Load a back-up in one transaction, check references and log; BackupFault leaves everything as it was."""
    contents, key_contents = examine(data, keys)
    require_same(contents.schema, current_schema())
    try:
        with MediaWriter() as media, transaction.atomic():
            _require_empty()
            gone = Gone(contents.keys - key_contents.keys, saved_models())
            rows = _load(data, keys, contents, gone, media)
            _require_references()
            broken = (*_broken_log(), *_note(f"wegweiser-{contents.header.created}"))
            media.finish()
    except DatabaseError as fault:
        raise BackupFault(f"Die Datenbank nimmt die Sicherung nicht an: {type(fault).__name__}.") from fault
    except OSError as fault:
        raise BackupFault(f"Dateien ließen sich nicht schreiben: {fault.strerror or fault}.") from None
    finally:
        ContentType.objects.clear_cache()
    return Restored(rows, contents.files, tuple(gone.keyless), gone.left, broken)


def _load(data: Path, keys: Path, contents: Contents, gone: Gone, media: MediaWriter) -> Counter[str]:
    """Keys first, then rows. Keys that were made after the data were saved stay out: nothing is sealed under them."""
    models = saved_models()
    by_label = {model._meta.label: model for model in models}
    clear_remade()
    for _, item in items_of(keys, Kind.KEYS):
        if isinstance(item, Row):
            key = read_row(DataKey, item.columns, item.values)
            if key["id"] in contents.keys:
                insert(DataKey, key)
    rows: Counter[str] = Counter()
    for _, item in items_of(data, Kind.DATA):
        if isinstance(item, Row):
            rows[item.model] += _put(by_label[item.model], item, gone)
        elif isinstance(item, Piece) and item.name:
            media.begin(item.name)
        elif isinstance(item, Piece):
            media.add(item.data)
    set_sequences(models)
    return +rows


def _put(model: type[Model], item: Row, gone: Gone) -> int:
    shown = read_row(model, item.columns, item.values[: len(item.columns)])
    if not gone.has_key(model, shown):
        return 0
    row = read_row(model, item.columns, open_row(model, item.columns, item.values))
    if not gone.stays(model, row):
        return 0
    insert(model, row)
    return 1


def _require_empty() -> None:
    """BackupFault if anybody has worked in this database already."""
    if full := full_tables():
        raise BackupFault(
            "Diese Datenbank ist nicht leer; eine Sicherung ersetzt nie, was da ist. Legen Sie eine neue Datenbank an "
            f"und bringen Sie sie mit „manage.py migrate“ auf den Stand. Belegt sind: {', '.join(full)}."
        )


def _broken_log() -> tuple[str, ...]:
    return tuple(f"{key}/{place.number}: {place.what}" for key in chain_keys() for place in broken_places(key))


def _note(name: str) -> tuple[str, ...]:
    """Put the restoration on record; what hinders it where somebody has broken the installation's own chain."""
    try:
        with transaction.atomic():
            record(Action.BACKUP_RESTORED, by=None, office_id=None, subject=name)
    except (IntegrityError, BrokenChain):
        return (f"{Chain.INSTALLATION}: this restoration could not be noted",)
    return ()


def _require_references() -> None:
    """BackupFault if a reference leads nowhere."""
    try:
        connection.check_constraints()
    except DatabaseError:
        raise BackupFault("In der Sicherung verweist eine Zeile auf eine andere, die darin fehlt.") from None

"""How PostgreSQL finds what the pages ask: EXPLAIN (ANALYZE, BUFFERS) of every statement, as a table in Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

if TYPE_CHECKING:
    from benchmarks.asking import Page

LARGE = 10_000  # rows of a table that nothing may go through from end to end
_TOLD = re.compile(r"(SELECT|INSERT|UPDATE|DELETE|\()", re.IGNORECASE)
_VALUES = re.compile(r"'(?:[^']|'')*'(?:::\w+)?|\b\d+\b")
_LISTS = re.compile(r"\((?:\?(?:, )?)+\)")


@dataclass(slots=True)
class _Asked:
    """A statement, the pages it is on, and its plan."""

    sql: str
    pages: list[str]
    ways: list[str] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)
    through: list[str] = field(default_factory=list)  # large tables read from end to end
    rows: int = 0
    blocks: int = 0


def plans(where: str, asked: Mapping[str, Page]) -> str:
    """A section for a database of which ``where`` says how large it is."""
    if connection.vendor != "postgresql":
        raise RuntimeError("plans are those of PostgreSQL")
    sizes = _sizes()
    found = list(_statements(asked))
    for each in found:
        _explain(each, sizes)
    large = [each for each in found if any(sizes.get(table, 0) >= LARGE for table in each.tables)]
    faulty = sum(bool(each.through) for each in found)
    lines = [
        "",
        f"## {where}",
        "",
        f"{len(found)} different statements on {len(asked)} pages, {len(large)} of them on tables with {LARGE:,} rows "
        f"or more; {faulty or 'none'} of them {'goes' if faulty == 1 else 'go'} through such a table from end to end.",
        "",
        "| On | Statement | Found by | Rows read | Blocks |",
        "| --- | --- | --- | ---: | ---: |",
        *(_line(each) for each in large),
        "",
    ]
    return "\n".join(lines)


def _line(each: _Asked) -> str:
    more = f" and {len(each.pages) - 1} more" if len(each.pages) > 1 else ""
    verb = each.sql.lstrip("(").split(None, 1)[0].upper()
    return (
        f"| {each.pages[0]}{more} | {verb} {', '.join(sorted(each.tables))} | {'; '.join(each.ways)} "
        f"| {each.rows:,} | {each.blocks:,} |"
    )


def _sizes() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, reltuples::bigint FROM pg_class WHERE relkind = 'r'")
        return dict(cursor.fetchall())


def _statements(asked: Mapping[str, Page]) -> Iterator[_Asked]:
    """Each kind of statement once, with the values it had on the first page it is on."""
    found: dict[str, _Asked] = {}
    for name, page in asked.items():
        with CaptureQueriesContext(connection) as captured:
            page.seconds()
        for query in captured.captured_queries:
            sql = query["sql"]
            if not _TOLD.match(sql):
                continue
            known = found.setdefault(_LISTS.sub("(…)", _VALUES.sub("?", sql)), _Asked(sql, []))
            if name not in known.pages:
                known.pages.append(name)
    yield from found.values()


def _explain(each: _Asked, sizes: Mapping[str, int]) -> None:
    try:
        tree = _explained(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {each.sql}")
    except DatabaseError:  # the log, for instance, takes no line twice
        tree = _explained(f"EXPLAIN (FORMAT JSON) {each.sql}")
    each.blocks = tree.get("Shared Hit Blocks", 0) + tree.get("Shared Read Blocks", 0)
    for node, table in _scans(tree, ""):
        each.tables.add(table)
        loops = node.get("Actual Loops", 0)
        touched = sum(node.get(key, 0) for key in ("Actual Rows", "Rows Removed by Filter"))
        if node["Node Type"] != "Bitmap Index Scan":
            each.rows += round(touched * loops)
        if node["Node Type"] == "Seq Scan" and loops and sizes.get(table, 0) >= LARGE:
            each.through.append(table)
        way = f"**all of {table}**" if table in each.through else _way(node, table)
        if way and way not in each.ways:
            each.ways.append(way)


def _explained(statement: str) -> dict[str, Any]:
    """The plan; what was explained is taken back."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(statement)
            found = cursor.fetchone()[0]
        transaction.set_rollback(True)
    found = json.loads(found) if isinstance(found, str) else found
    plan: dict[str, Any] = found[0]["Plan"]
    return plan


def _scans(node: dict[str, Any], table: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The nodes that read or write a table."""
    table = node.get("Relation Name", table)
    if "Relation Name" in node or node["Node Type"] == "Bitmap Index Scan":
        yield node, table
    for part in node.get("Plans", ()):
        yield from _scans(part, table)


def _way(node: dict[str, Any], table: str) -> str:
    if index := node.get("Index Name"):
        return str(index)
    return f"all of {table}" if node["Node Type"] == "Seq Scan" else ""

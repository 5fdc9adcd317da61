"""Every table is saved or left out for a stated reason, and values come back exactly."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from advisor.backup import rows
from advisor.backup.rows import LEFT_OUT, REMADE, foreign_keys, saved_models


def test_no_table_is_forgotten() -> None:
    concrete = {model._meta.label for model in apps.get_models(include_auto_created=True) if not model._meta.proxy}
    saved = {model._meta.label for model in saved_models()}
    assert saved | set(LEFT_OUT) == concrete
    assert not saved & set(LEFT_OUT)
    assert set(REMADE) <= saved


@pytest.mark.django_db
def test_no_table_of_the_database_is_unknown() -> None:
    """Also those without a model; the ones named here hold nothing worth saving."""
    known = {model._meta.db_table for model in rows.tables()}
    without_model = {"django_migrations", "wegweiser_cache"}
    assert set(connection.introspection.table_names()) <= known | without_model


def test_rows_stand_behind_those_they_refer_to() -> None:
    order = saved_models()
    for place, model in enumerate(order):
        for key in foreign_keys(model):
            target = key.related_model
            assert target is model or target._meta.label in LEFT_OUT or order.index(target) < place


EXACT = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.text(),
    st.binary(),
    st.uuids(),
    st.floats(allow_nan=False),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.datetimes(timezones=st.just(UTC)),
)


@given(EXACT)
def test_a_value_comes_back_exactly(value: Any) -> None:
    back = rows._read(json.loads(json.dumps(rows._write(value))))
    assert type(back) is type(value)
    assert back == value


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 3, 29, 1, 59, 59, 999999, tzinfo=timezone(timedelta(hours=1))),
        date(1, 1, 1),
        time(23, 59, 59, 1),
        Decimal("1.10"),
        UUID(int=0),
    ],
)
def test_edges_come_back_as_they_are_written(value: Any) -> None:
    assert str(rows._read(rows._write(value))) == str(value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_comes_back_also_where_it_looks_like_one_of_ours(value: Any) -> None:
    for look_alike in (value, {"bytes": "AA=="}, {"json": value}):
        assert rows._read(json.loads(json.dumps(rows._write_json(look_alike)))) == look_alike

"""Two offices for a whole module: to make them takes half a second each, and no test keeps what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from tests.matrix.world import Desk, log_everybody_in, make_desk


@pytest.fixture(scope="module")
def both(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Desk, Desk]]:
    """Made once in a transaction that is taken back after the module; each test has one of its own inside."""
    with django_db_blocker.unblock(), transaction.atomic():
        here = make_desk("Beratung Nord")
        log_everybody_in(here)
        yield here, make_desk("Beratung Süd", tag="2")
        transaction.set_rollback(True)


@pytest.fixture
def here(both: tuple[Desk, Desk], db: None) -> Desk:
    """The office of everybody who asks."""
    return replace(both[0], sessions=dict(both[0].sessions))


@pytest.fixture
def there(both: tuple[Desk, Desk], db: None) -> Desk:
    """The other office."""
    return replace(both[1])

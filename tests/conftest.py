"""What the tests share; Django is imported only by the fixtures that need it, so that the law is tested without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from advisor.accounts.models import User
    from advisor.cases.models import Case


# A push is judged by the same examples every time; a developer's run looks for new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the translations once, before any process of the tests reads them."""
    if not hasattr(config, "workerinput"):
        tool = Path(__file__).resolve().parent.parent / "tools" / "compile_translations.py"
        subprocess.run([sys.executable, str(tool)], check=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What uses the database also runs on PostgreSQL."""
    for item in items:
        if item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture
def counsellor(db: None) -> User:
    """Somebody who advises, in an office of their own."""
    from tests.factories import make_user

    return make_user("ada")


@pytest.fixture
def case(counsellor: User) -> Case:
    """A case of that person's office, without answers."""
    from tests.factories import make_case

    return make_case(counsellor, "F-1")


@pytest.fixture
def web(client: Client, counsellor: User) -> Client:
    """A browser without JavaScript in which that person is logged in."""
    client.force_login(counsellor)
    return client


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The test database; between tests that write for good the append-only rows are emptied, as nothing else can."""
    from django.db import connection
    from django.test import TransactionTestCase

    from advisor.logbook import triggers
    from advisor.texts import triggers as texts_triggers

    empty = TransactionTestCase._fixture_teardown

    def empty_without_triggers(test_case: TransactionTestCase) -> None:
        for kept in (triggers, texts_triggers):
            kept.remove(connection)
        try:
            empty(test_case)
        finally:
            for kept in (triggers, texts_triggers):
                kept.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_without_triggers)
        yield

"""An office with an editor, a releaser and a counsellor, and another office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.accounts.models import Role, User
from advisor.texts.models import Release, Revision
from advisor.texts.releasing import release
from advisor.texts.writing import newest, submit, write
from tests.factories import make_user

SLOT = "pathway.p23a.procedure"
BODY = "1. Fragen Sie zuerst {land}. [[§ 23a Abs. 2 S. 1 AufenthG]]\n2. Reichen Sie **früh** ein. [[Praxis]]"


@pytest.fixture
def editor(db: None) -> User:
    return make_user("redaktion", "Beratung Nord", Role.EDITOR)


@pytest.fixture
def releaser(db: None) -> User:
    return make_user("freigabe", "Beratung Nord", Role.RELEASER)


@pytest.fixture
def both(db: None) -> User:
    """Somebody who may write and release."""
    return make_user("beides", "Beratung Nord", Role.EDITOR, Role.RELEASER)


@pytest.fixture
def stranger(db: None) -> User:
    return make_user("fremd", "Beratung Süd", Role.EDITOR, Role.RELEASER)


@pytest.fixture
def submitted(editor: User) -> Callable[..., Revision]:
    """Writes a text and puts it to the releaser."""

    def make(body: str = BODY, slot: str = SLOT, author: User | None = None, language: str = "de") -> Revision:
        by = author or editor
        assert by.office is not None
        latest = newest(by.office, slot, language)
        revision = write(slot, language, body, by, base=latest.number if latest else 0)
        submit(revision, by)
        return revision

    return make


@pytest.fixture
def released(submitted: Callable[..., Revision], releaser: User) -> Callable[..., Release]:
    """Writes a text and has it released."""

    def make(body: str = BODY, slot: str = SLOT, **more: str) -> Release:
        return release([submitted(body, slot, **more)], releaser)

    return make

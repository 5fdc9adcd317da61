"""An editor and a releaser in one office, and a text that one of them has submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from advisor.accounts.models import Role
from advisor.texts.library import built_in_library
from advisor.texts.writing import submit, write
from tests.factories import make_user

if TYPE_CHECKING:
    from advisor.accounts.models import User
    from advisor.texts.models import Revision

SLOT = "pathway.p23a.pitfalls"
SENTENCE = "Der Antrag bleibt liegen, wenn ein Anlagenblatt fehlt"
CITE = "[[§ 23a Abs. 1 S. 1 AufenthG]]"


def pitfalls_with(sentence: str = SENTENCE) -> str:
    """The pitfalls that come with the program and one more."""
    current = built_in_library().entry(SLOT)
    assert current
    return f"{current.body}\n- {sentence}. {CITE}"


@pytest.fixture
def editor(db: None) -> User:
    """Somebody who writes."""
    return make_user("edda", "Beratung Nord", Role.EDITOR)


@pytest.fixture
def releaser(db: None) -> User:
    """Somebody who releases."""
    return make_user("frieda", "Beratung Nord", Role.RELEASER)


@pytest.fixture
def desk(editor: User) -> Client:
    """The editor's browser, without JavaScript."""
    return _logged_in(editor)


@pytest.fixture
def release_desk(releaser: User) -> Client:
    """The releaser's browser, without JavaScript."""
    return _logged_in(releaser)


@pytest.fixture
def submitted(editor: User) -> Revision:
    """A new pitfall, put to whoever releases."""
    revision = write(SLOT, "de", pitfalls_with(), editor, "Praxis der Kommission", 0)
    submit(revision, editor)
    return revision


def _logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client

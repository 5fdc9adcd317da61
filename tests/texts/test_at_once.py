"""A text that is taken back at the very moment of its release is either released or taken back, never both."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from advisor.accounts.models import User
from advisor.texts import releasing
from advisor.texts.faults import NotReleasable, TextFault
from advisor.texts.models import ReleasedText, Revision
from advisor.texts.releasing import release
from advisor.texts.writing import last_step, send_back, submit, withdraw
from tests.at_once import at_once, own_connection

__all__ = ["own_connection"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("act", ["withdraw", "send_back"])
def test_taken_back_between_the_look_and_the_release(
    submitted: Callable[..., Revision],
    editor: User,
    releaser: User,
    own_connection: Callable[[], None],
    act: str,
) -> None:
    """The golden cases take long; what happens meanwhile counts."""
    revision = submitted()
    looked, taken_back = Event(), Event()

    def golden() -> list[object]:
        looked.set()
        assert taken_back.wait(timeout=30)
        return []

    def take_back() -> None:
        assert looked.wait(timeout=30)
        withdraw(revision, editor) if act == "withdraw" else send_back(revision, releaser, "Bitte kürzer.")
        taken_back.set()

    raised = at_once(own_connection, lambda: release([revision], releaser, golden=golden), take_back)
    assert [type(fault) for fault in raised] == [NotReleasable]
    assert not ReleasedText.objects.exists()


def test_released_while_it_is_being_taken_back(
    submitted: Callable[..., Revision],
    editor: User,
    releaser: User,
    own_connection: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    revision = submitted()
    inside, usual = Event(), releasing._put_in

    def slowly(*args: object) -> None:
        inside.set()
        usual(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(releasing, "_put_in", slowly)

    def take_back() -> None:
        assert inside.wait(timeout=30)
        withdraw(revision, editor)

    raised = at_once(own_connection, lambda: release([revision], releaser), take_back)
    assert [type(fault) for fault in raised] == [TextFault]
    assert ReleasedText.objects.count() == 1
    assert last_step(revision) == "submitted"


def test_nobody_hands_in_what_is_withdrawn_or_somebody_elses(submitted, both, editor) -> None:
    revision = submitted()
    withdraw(revision, editor)
    for by in (editor, both):
        with pytest.raises(TextFault):
            submit(revision, by)

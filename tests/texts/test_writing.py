"""A text is written, submitted, returned and taken back; nothing written is ever lost, changed or overtaken unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from advisor.logbook.models import Action, Event
from advisor.texts.faults import Overtaken, TextFault
from advisor.texts.models import Report, Revision
from advisor.texts.state import State, states_of
from advisor.texts.writing import (
    comment,
    message_of,
    newest,
    report,
    review,
    send_back,
    settle,
    submit,
    withdraw,
    write,
)
from pathways.content.slots import SLOTS
from tests.stored import dump
from tests.texts.conftest import BODY, SLOT

pytestmark = pytest.mark.django_db


def state(office, slot=SLOT):
    return states_of(office, [SLOTS[slot]])[slot, "de"]


def test_the_way_of_a_text_to_its_releaser_and_back(editor, releaser) -> None:
    office = editor.office
    assert state(office).state is State.BUILT_IN
    revision = write(SLOT, "de", BODY, editor, "neu gefasst")
    assert state(office).state is State.DRAFT
    submit(revision, editor)
    assert state(office).state is State.SUBMITTED
    with pytest.raises(TextFault, match="schon vorgelegt"):
        submit(revision, editor)
    comment(revision, releaser, "Gut so weit.")
    assert state(office).state is State.SUBMITTED
    send_back(revision, releaser, "Satz 2 stimmt nicht.")
    assert state(office).state is State.RETURNED
    with pytest.raises(TextFault, match="liegt nicht"):
        send_back(revision, releaser, "Noch einmal.")
    submit(revision, editor)
    withdraw(revision, editor)
    assert state(office).state is State.BUILT_IN
    assert state(office).working == revision
    assert [step.kind for step in revision.steps.all()] == [
        "submitted", "commented", "returned", "submitted", "withdrawn",
    ]  # fmt: skip
    actions = [event.action for event in Event.objects.filter(office=office).order_by("number")]
    assert actions == [
        Action.TEXT_WRITTEN, Action.TEXT_SUBMITTED, Action.TEXT_COMMENTED, Action.TEXT_RETURNED,
        Action.TEXT_SUBMITTED, Action.TEXT_WITHDRAWN,
    ]  # fmt: skip


def test_whoever_was_overtaken_gets_the_newer_text_and_loses_nothing(editor, both) -> None:
    first = write(SLOT, "de", BODY, editor)
    second = write(SLOT, "de", BODY + "\n3. Mehr. [[Praxis]]", both, base=1)
    assert (second.number, second.made_from) == (2, first)
    with pytest.raises(Overtaken) as overtaken:
        write(SLOT, "de", "1. Zu spät. [[Praxis]]", editor, base=1)
    assert overtaken.value.latest == second
    with pytest.raises(Overtaken):
        submit(first, editor)
    assert newest(editor.office, SLOT) == second
    assert Revision.objects.count() == 2


def test_a_draft_may_have_faults_and_a_slot_has_to_exist(editor) -> None:
    write(SLOT, "de", "Ohne Liste und ohne Fundstelle, § 5", editor)
    for slot, language, body in [
        ("pathway.p99.about", "de", BODY),
        (SLOT, "uk", BODY),
        (SLOT, "xx", BODY),
        ("pathway.p23a.about", "de", " \n "),
        ("pathway.p23a.about", "de", "x" * 20_001),
        ("pathway.p23a.about", "de", "a\x00b"),
    ]:
        with pytest.raises(TextFault):
            write(slot, language, body, editor)
    assert Revision.objects.count() == 1


def test_only_the_author_takes_a_text_back_and_nobody_of_another_office_touches_it(editor, both, stranger) -> None:
    revision = write(SLOT, "de", BODY, editor)
    with pytest.raises(TextFault, match="wer sie geschrieben hat"):
        withdraw(revision, both)
    for act in (lambda: comment(revision, stranger, "x"), lambda: submit(revision, stranger)):
        with pytest.raises(TextFault, match=r"anderen Stelle|wer sie geschrieben hat"):
            act()
    assert newest(stranger.office, SLOT) is None


def test_read_and_left_as_it_is_moves_the_day_to_read_it_again(editor) -> None:
    today = timezone.localdate()
    later = today + timedelta(days=400)
    assert state(editor.office).due is not None
    review(SLOT, editor, later, "stimmt noch")
    assert state(editor.office).due == later
    with pytest.raises(TextFault, match="Zukunft"):
        review(SLOT, editor, today)
    found = states_of(editor.office, [SLOTS[SLOT]], today=later + timedelta(days=1))[SLOT, "de"]
    assert found.is_overdue


def test_a_report_is_sealed_and_settled_once(editor, stranger) -> None:
    made = report(SLOT, editor, "Merkzeichen-7c1f stimmt nicht")
    assert b"Merkzeichen-7c1f" not in dump()
    assert message_of(Report.objects.get()) == "Merkzeichen-7c1f stimmt nicht"
    with pytest.raises(TextFault, match="anderen Stelle"):
        settle(made, stranger)
    settle(made, editor)
    with pytest.raises(TextFault, match="schon erledigt"):
        settle(made, editor)
    with pytest.raises(TextFault):
        report(SLOT, editor, "  ")

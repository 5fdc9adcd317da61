"""What an office writes down about guidance: agreements, own qualifications, trainings; each change is in the log."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction

from advisor.accounts.models import Office, User
from advisor.guidance.models import Basis, Ground, Guidance, Qualification, Training
from advisor.logbook.models import Action
from advisor.logbook.record import record


def agree(
    adviser: User,
    by: User,
    *,
    guide: User | None,
    guide_name: str = "",
    ground: str = Ground.JUDGE,
    qualification: str,
    basis: str = Basis.FREE,
    agreed_on: date,
    valid_until: date,
    document: str = "",
) -> Guidance:
    """Write down under whose guidance somebody advises; ValueError across offices or for oneself."""
    office = _same_office(adviser, by)
    if guide is not None:
        _same_office(guide, by)
        if guide == adviser:
            raise ValueError("nobody guides themselves")
    with transaction.atomic():
        row = Guidance.objects.create(
            office=office,
            adviser=adviser,
            guide=guide,
            guide_name="" if guide else guide_name,
            ground=ground,
            qualification=qualification,
            basis=basis,
            agreed_on=agreed_on,
            valid_until=valid_until,
            document=document,
            by=by,
        )
        _log(Action.GUIDANCE_CHANGED, by, adviser, f"guidance {row.pk} agreed")
    return row


def qualify(person: User, by: User, *, ground: str, title: str, since: date) -> Qualification:
    """Write down that somebody may advise without guidance; ValueError across offices."""
    office = _same_office(person, by)
    with transaction.atomic():
        row = Qualification.objects.create(office=office, person=person, ground=ground, title=title, since=since, by=by)
        _log(Action.GUIDANCE_CHANGED, by, person, f"qualification {row.pk} begun")
    return row


def end(row: Guidance | Qualification, by: User, day: date) -> None:
    """Let a guidance or a qualification hold no longer from this day on; nothing happens where it is ended already."""
    person = row.adviser if isinstance(row, Guidance) else row.person
    _same_office(person, by)
    kind = "guidance" if isinstance(row, Guidance) else "qualification"
    with transaction.atomic():
        if type(row)._default_manager.filter(pk=row.pk, ended_on=None).update(ended_on=day):
            _log(Action.GUIDANCE_CHANGED, by, person, f"{kind} {row.pk} ended")


def add_training(adviser: User, by: User, *, title: str, day: date, hours: Decimal) -> Training:
    """Write down a training; ValueError across offices."""
    office = _same_office(adviser, by)
    with transaction.atomic():
        row = Training.objects.create(office=office, adviser=adviser, title=title, day=day, hours=hours, by=by)
        _log(Action.TRAINING_CHANGED, by, adviser, f"training {row.pk} added")
    return row


def remove_training(row: Training, by: User) -> None:
    """Take back a training that was written down by mistake."""
    _same_office(row.adviser, by)
    with transaction.atomic():
        number = row.pk
        if Training.objects.filter(pk=number).delete()[0]:
            _log(Action.TRAINING_CHANGED, by, row.adviser, f"training {number} removed")


def _same_office(person: User, by: User) -> Office:
    if by.office is None or person.office_id != by.office_id:
        raise ValueError("guidance is written down within an office")
    return by.office


def _log(action: Action, by: User, about: User, what: str) -> None:
    record(action, by=by, office_id=by.office_id, subject=f"{about.pk}: {what}")

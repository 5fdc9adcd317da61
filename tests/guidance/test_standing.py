"""How somebody's advice stands to § 6 Abs. 2 RDG on a day."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from advisor.accounts.models import User
from advisor.guidance import changes
from advisor.guidance.models import Cover, Ground, Guidance
from advisor.guidance.standing import standing_of, standings
from advisor.logbook.models import Action, Event
from tests.factories import make_user

pytestmark = pytest.mark.django_db

BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)


def guided(adviser: User, by: User, **changed: object) -> Guidance:
    """An agreement for the year 2026 with somebody from outside."""
    wanted = {"guide_name": "Vera Recht", "qualification": "Volljuristin", "agreed_on": BEGIN, "valid_until": END}
    return changes.agree(adviser, by, **{"guide": None, **wanted, **changed})  # type: ignore[arg-type]


def test_a_guidance_holds_from_its_first_to_its_last_day(counsellor: User, admin: User) -> None:
    guided(counsellor, admin)
    covers = {day: standing_of(counsellor, day).cover for day in (date(2025, 12, 31), BEGIN, END, date(2027, 1, 1))}
    assert list(covers.values()) == [Cover.MISSING, Cover.GUIDED, Cover.GUIDED, Cover.EXPIRED]
    assert standing_of(counsellor, END).words == "Vera Recht, Volljuristin (§ 6 Abs. 2 RDG)"
    assert standing_of(counsellor, date(2027, 1, 1)).words == ""


def test_one_that_is_ended_holds_until_the_day_before(counsellor: User, admin: User) -> None:
    row = guided(counsellor, admin)
    changes.end(row, admin, date(2026, 6, 1))
    assert standing_of(counsellor, date(2026, 5, 31)).cover is Cover.GUIDED
    assert standing_of(counsellor, date(2026, 6, 1)).cover is Cover.EXPIRED


def test_one_that_never_held_is_no_guidance_that_is_over(counsellor: User, admin: User) -> None:
    row = guided(counsellor, admin)
    changes.end(row, admin, BEGIN)
    assert standing_of(counsellor, END).cover is Cover.MISSING


def test_the_latest_agreement_counts_and_an_older_one_again_once_that_is_over(counsellor: User, admin: User) -> None:
    guided(counsellor, admin)
    guided(counsellor, admin, guide_name="Neu", agreed_on=date(2026, 3, 1), valid_until=date(2026, 4, 1))
    names = [standing_of(counsellor, day).words.split(",")[0] for day in (date(2026, 3, 15), date(2026, 5, 1))]
    assert names == ["Neu", "Vera Recht"]


def test_who_is_qualified_needs_no_guidance(counsellor: User, admin: User) -> None:
    row = changes.qualify(counsellor, admin, ground=Ground.JUDGE, title="Volljuristin", since=BEGIN)
    assert standing_of(counsellor, END).cover is Cover.QUALIFIED
    changes.end(row, admin, END)
    assert standing_of(counsellor, END).cover is Cover.MISSING


def test_one_that_ends_within_sixty_days_is_said_to(counsellor: User, admin: User) -> None:
    guided(counsellor, admin)
    assert not standing_of(counsellor, date(2026, 10, 31)).ends_soon
    assert standing_of(counsellor, date(2026, 11, 1)).ends_soon


def test_many_people_take_as_many_queries_as_one(counsellor: User, admin: User, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    people = [counsellor, *(make_user(f"u{number}") for number in range(5))]
    for person in people:
        guided(person, admin, guide=admin, guide_name="")
    with django_assert_num_queries(2):
        assert all(standing.words for standing in standings(people, END).values())


def test_each_change_is_in_the_log_without_a_name(counsellor: User, admin: User) -> None:
    row = guided(counsellor, admin)
    changes.end(row, admin, END)
    changes.end(row, admin, BEGIN)
    events = Event.objects.filter(action=Action.GUIDANCE_CHANGED).order_by("number")
    assert [event.subject for event in events] == [
        f"{counsellor.pk}: guidance {row.pk} agreed",
        f"{counsellor.pk}: guidance {row.pk} ended",
    ]
    row.refresh_from_db()
    assert row.ended_on == END, "ended once and for all"


def test_nobody_guides_themselves_or_another_office(counsellor: User, admin: User) -> None:
    with pytest.raises(ValueError, match="themselves"):
        guided(counsellor, admin, guide=counsellor, guide_name="")
    stranger = make_user("eve", "Beratung Süd")
    with pytest.raises(ValueError, match="office"):
        guided(counsellor, admin, guide=stranger, guide_name="")
    with pytest.raises(ValueError, match="office"):
        guided(stranger, admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        guided(counsellor, admin, valid_until=date(2025, 1, 1))
    assert not Guidance.objects.exists()

"""What has happened in the office of the demonstration, so that nobody who tries it finds an empty page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from advisor.accounts.models import Role, User
from advisor.cases import team
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import day_of
from advisor.guidance import changes, consultations
from advisor.guidance.models import Ground
from advisor.memo.letterhead_views import set_letterhead
from advisor.memo.making import Wish, make_memo
from advisor.memo.models import OfficeLetterhead, Purpose
from advisor.memo.release import Terms, release
from advisor.rescreen import golden
from advisor.rescreen.models import GoldenCase

_QUESTION = "Reicht das ärztliche Attest so für die Verlängerung, oder brauchen wir eine neue Stellungnahme?"
_LETTERHEAD = {
    "address": "Beispielstraße 1\n12345 Musterstadt",
    "phone": "030 23125 014",
    "mail": "beratung@stelle.example",
    "web": "www.stelle.example",
}
_PRINTABLE_FOR = timedelta(days=14)


def live(people: Mapping[Role, User], colleague: User | None, today: date) -> None:
    """Guidance, a shared case, a question to the releaser, and a memo released to the volunteer.

    ``people``: somebody for each role of one office that has cases.
    """
    adviser, lawyer, admin = (people[role] for role in (Role.COUNSELLOR, Role.RELEASER, Role.OFFICE_ADMIN))
    _guide(adviser, lawyer, admin, today)
    cases = list(Case.objects.filter(office=adviser.office).select_related("key").order_by("reference"))
    if colleague is not None:
        team.share(cases[2], colleague, adviser)
    consultations.ask(cases[1], adviser, _QUESTION)
    _release_a_memo(cases[0], adviser, people[Role.VOLUNTEER], today)


def equip(people: Mapping[Role, User]) -> None:
    """A letterhead and a golden case, where the office has none yet. ``people`` as for `live`."""
    adviser, admin = people[Role.COUNSELLOR], people[Role.OFFICE_ADMIN]
    office = adviser.office
    assert office is not None  # everybody of the demonstration has one
    if not OfficeLetterhead.objects.filter(office=office).exists():
        set_letterhead(office, admin, {**_LETTERHEAD, "foot": f"{office.name}: eine erfundene Stelle zum Ausprobieren"})
    if not GoldenCase.objects.filter(office=office).exists():
        case = Case.objects.filter(office=office).select_related("key").order_by("reference")[0]
        golden.keep(golden.content_of(answers_of(case.persons.get(position=0)), day_of(case)), adviser)


def _guide(adviser: User, lawyer: User, admin: User, today: date) -> None:
    begun = today - timedelta(days=200)
    title = "Volljuristin, Zweites Staatsexamen"
    changes.qualify(lawyer, admin, ground=Ground.JUDGE, title=title, since=begun)
    changes.agree(
        adviser,
        admin,
        guide=lawyer,
        qualification=title,
        agreed_on=begun,
        valid_until=begun + timedelta(days=365),
    )
    changes.add_training(
        adviser, admin, title="Aufenthaltsrecht: humanitäre Titel", day=today - timedelta(days=90), hours=Decimal(6)
    )


def _release_a_memo(case: Case, adviser: User, volunteer: User, today: date) -> None:
    person = case.persons.get(position=0)
    kept, _content = make_memo(person, adviser, Wish(), several=case.persons.count() > 1)
    release(kept, Terms(today + _PRINTABLE_FOR, Purpose.AUTHORITY, [volunteer]), adviser)

"""`manage.py demo`: two offices with a login for every role and invented cases to try the application with."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor.accounts.demonstration import FIRST, PASSWORD, SECOND
from advisor.accounts.models import Office, Role, RoleGrant, User
from advisor.cases.models import Case
from advisor.cases.services import create_case
from advisor.demo.demo_cases import demo_cases
from advisor.demo.demo_family import REFERENCE as FAMILY
from advisor.demo.demo_family import make_family
from advisor.demo.demo_texts import write_texts
from advisor.demo.office_life import equip, live
from advisor.memo.models import KeptMemo

ROLES = (Role.COUNSELLOR, Role.VOLUNTEER, Role.EDITOR, Role.RELEASER, Role.OFFICE_ADMIN)
# Each office with its logins, what they may do, their names, and how many of the cases it has.
OFFICES = (
    (
        "Flüchtlingsrat Musterstadt",
        FIRST,
        (Role.COUNSELLOR, *ROLES),
        ("Bea Beispiel", "Kim Kollegin", "Eda Ehrenamt", "Rea Redaktion", "Fred Freigabe", "Vera Verwaltung"),
        None,
    ),
    (
        "Beratungsstelle Beispielhausen",
        SECOND,
        ROLES,
        ("Ben Beispiel", "Emil Ehrenamt", "Ron Redaktion", "Fine Freigabe", "Viktor Verwaltung"),
        3,
    ),
)


class Command(BaseCommand):
    """Create what is missing; what is there stays as it is."""

    help = "Legt zwei Stellen mit Zugängen für alle Rollen und erfundenen Fällen an (nur mit DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Create offices, logins and cases, and print the logins."""
        if not settings.DEMO:
            raise CommandError("Known passwords are only set where DEMO=1 says that this is a demonstration.")
        for name, usernames, roles, people, most in OFFICES:
            office, _ = Office.objects.get_or_create(name=name)
            users = [
                _user(office, username, role, person)
                for username, role, person in zip(usernames, roles, people, strict=True)
            ]
            is_new = _make_cases(users[0], most)
            # Two counsellors or one: the last of each role counts, and the first counsellor leads the cases.
            by_role = {**dict(zip(roles, users, strict=True)), Role.COUNSELLOR: users[0]}
            equip(by_role)
            if is_new and not KeptMemo.objects.filter(case__office=office).exists():
                live(by_role, users[1] if roles[1] is Role.COUNSELLOR else None, timezone.localdate())
            write_texts(users[roles.index(Role.EDITOR)])
            self.stdout.write(f"{name}, {Case.objects.filter(office=office).count()} Fälle:")
            for username, role in zip(usernames, roles, strict=True):
                self.stdout.write(f"  {role.label}: {username}")
        self.stdout.write(f"Das Passwort ist überall: {PASSWORD}")


def _user(office: Office, username: str, role: Role, person: str) -> User:
    first_name, _, last_name = person.partition(" ")
    user, is_new = User.objects.get_or_create(
        username=username, defaults={"office": office, "first_name": first_name, "last_name": last_name}
    )
    if is_new:
        RoleGrant.objects.create(user=user, role=role)
        user.set_password(PASSWORD)
        user.save()
    return user


def _make_cases(lead: User, most: int | None) -> bool:
    """Make the cases that are missing; whether there were any."""
    there = set(Case.objects.filter(office=lead.office).values_list("reference", flat=True))
    wanted = islice(demo_cases(timezone.localdate()), most)
    # The last one made comes first in the list.
    missing = [case for case in wanted if case.reference not in there]
    for case in reversed(missing):
        create_case(lead, case.reference, answers=case.answers())
    if most is None and FAMILY not in there:
        make_family(lead, timezone.localdate())
    return bool(missing)

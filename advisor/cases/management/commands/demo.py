"""`manage.py demo`: an office with a login and ten invented cases to try the application with."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor.accounts.models import Office, Role, RoleGrant, User
from advisor.cases.demo_cases import demo_cases
from advisor.cases.models import Case
from advisor.cases.services import create_case

OFFICE = "Flüchtlingsrat Musterstadt"
LOGINS = ((Role.COUNSELLOR, "beratung", "Bea", "Beispiel"),)
PASSWORD = "wegweiser-demo"  # only ever set where DEMO is


class Command(BaseCommand):
    """Create what is missing; what is there stays as it is."""

    help = "Legt eine Beratungsstelle mit Zugang und zehn erfundenen Fällen an (nur mit DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Create office, logins and cases, and print the logins."""
        if not settings.DEMO:
            raise CommandError("Known passwords are only set where DEMO=1 says that this is a demonstration.")
        office, _ = Office.objects.get_or_create(name=OFFICE)
        for role, username, first_name, last_name in LOGINS:
            user, is_new = User.objects.get_or_create(
                username=username,
                defaults={"office": office, "first_name": first_name, "last_name": last_name},
            )
            if is_new:
                RoleGrant.objects.create(user=user, role=role)
                user.set_password(PASSWORD)
                user.save()
        lead = User.objects.get(username=LOGINS[0][1])
        there = set(Case.objects.filter(office=office).values_list("reference", flat=True))
        # The last one made comes first in the list.
        for case in reversed([case for case in demo_cases(timezone.localdate()) if case.reference not in there]):
            create_case(lead, case.reference, answers=case.answers())
        self.stdout.write(f"{OFFICE}, {Case.objects.filter(office=office).count()} Fälle. Anmelden mit:")
        for role, username, *_ in LOGINS:
            self.stdout.write(f"  {role.label}: {username} / {PASSWORD}")

"""Fills the throw-away database: an office, somebody logged in, one case; prints as JSON what they ask with."""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from advisor.accounts.models import User


def main(case_file: Path, persons: int) -> None:
    """One line: the cookies, the CSRF token and the part of an address that names case and person."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    user = make_user()
    print(json.dumps({**login(user), "about": make_case(user, case_file, persons)}))


def make_user(name: str = "messung", office: str = "Messung") -> User:
    """A counsellor with a second factor, in an office that is made where it is not there."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from advisor.accounts.models import Office, Role, RoleGrant, User

    user = User.objects.create_user(name, office=Office.objects.get_or_create(name=office)[0])
    RoleGrant.objects.create(user=user, role=Role.COUNSELLOR)
    TOTP.activate(user, generate_totp_secret())
    return user


def login(user: User) -> dict[str, str]:
    """Begin a session: `cookies` as a header and the `csrf` token."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.middleware.csrf import _get_new_csrf_string

    from advisor.accounts.sessions import BEGAN, SEEN

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[BEGAN] = session[SEEN] = int(time.time())
    session.create()
    csrf = _get_new_csrf_string()
    cookies = f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={csrf}"
    return {"cookies": cookies, "csrf": csrf}


def make_case(user: User, case_file: Path, persons: int, reference: str = "") -> str:
    """A new case as addresses name it and its first person; each person has a name and all answers of the file."""
    from advisor.cases import models as rows
    from advisor.cases.sealing import seal_answer, seal_label
    from advisor.cases.services import create_case
    from pathways.engine.casefile import read_case
    from pathways.law.facts import FACTS_BY_ID

    read = read_case(case_file.read_bytes(), FACTS_BY_ID)
    case = create_case(user, reference or read.reference or "Messung", read.as_of, read.answers)
    for position in range(1, persons):
        rows.Person.objects.create(case=case, position=position)
    for person in case.persons.all():
        seal_label(case, person, f"Angehörige Person {person.position}")
        person.save()
        if person.position:
            rows.Answer.objects.bulk_create(
                seal_answer(case.safe, person, fact_id, answer, user.pk) for fact_id, answer in read.answers.items()
            )
    return f"{case.uuid}/person/{case.persons.get(position=0).uuid}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

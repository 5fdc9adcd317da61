"""Fills the throw-away database: an office, somebody logged in, one case; prints session, CSRF token and case."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import django


def main(case_file: Path) -> None:
    """Three words on one line."""
    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.core.management import call_command
    from django.middleware.csrf import _get_new_csrf_string

    from advisor.accounts.models import Office, User
    from advisor.cases.services import create_case
    from pathways.engine.casefile import read_case
    from pathways.law.facts import FACTS_BY_ID

    call_command("migrate", verbosity=0)
    user = User.objects.create_user("messung", office=Office.objects.create(name="Messung"))
    read = read_case(case_file.read_bytes(), FACTS_BY_ID)
    case = create_case(user, read.reference or "Messung", read.as_of, read.answers)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    print(session.session_key, _get_new_csrf_string(), case.uuid)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

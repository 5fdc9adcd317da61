"""The WSGI entry point."""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from advisor.web.plain_request import PlainRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")


class Handler(WSGIHandler):
    """Django's handler with our requests."""

    request_class = PlainRequest


def _refuse_unsafe_start() -> None:
    """Raise ImproperlyConfigured before the first request, not at the first case."""
    from advisor.accounts.demonstration import refuse_unsafe_start  # has models, which need Django set up

    refuse_unsafe_start(demo=settings.DEMO, secret_key=settings.SECRET_KEY)
    # A server that loads the application before it forks would hand this one connection to all its workers.
    connections.close_all()


django.setup(set_prefix=False)
_refuse_unsafe_start()
application = Handler()

"""The WSGI entry point."""

from __future__ import annotations

import os

import django
from django.core.handlers.wsgi import WSGIHandler

from advisor.web.plain_request import PlainRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")


class Handler(WSGIHandler):
    """Django's handler with our requests."""

    request_class = PlainRequest


django.setup(set_prefix=False)
application = Handler()

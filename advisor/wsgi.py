"""The WSGI entry point."""

from __future__ import annotations

import os
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")


class Request(WSGIRequest):
    """A request whose kind of content may be nonsense."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        # Django parses the header before it can answer an error with a page.
        try:
            super()._set_content_type_params(meta)  # type: ignore[misc]
        except (ValueError, LookupError):
            self.content_type, self.content_params = "", {}


class Handler(WSGIHandler):
    """Django's handler with our request."""

    request_class = Request


django.setup(set_prefix=False)
application = Handler()

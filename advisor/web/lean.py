"""Reads our templates without the indentation of their lines, which is a third of a page and says nothing."""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders.filesystem import Loader

_BETWEEN = re.compile(r"[ \t]*\n\s*")


class LeanLoader(Loader):
    """Where a template breaks a line, one line break is left; in HTML that is the same space."""

    def get_contents(self, origin: Origin) -> str:
        """The text of a template; that of a mail, which is no HTML, as it stands."""
        text = super().get_contents(origin)
        return _BETWEEN.sub("\n", text) if str(origin.name).endswith(".html") else text

"""Who runs this installation, from the settings; a check complains in production where nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

_ASKED = {
    "OPERATOR_NAME": "the organisation that answers for this installation",
    "OPERATOR_ADDRESS": "its postal address; commas become lines",
    "OPERATOR_EMAIL": "an address that is read",
}


@dataclass(frozen=True, slots=True)
class Operator:
    """Name, lines of the postal address, e-mail and the contact for security reports; empty where not set."""

    name: str
    address: tuple[str, ...]
    email: str
    security: str

    @classmethod
    def from_settings(cls) -> Operator:
        """The operator; a bare e-mail address as the contact becomes a mailto: link."""
        address = tuple(line.strip() for line in settings.OPERATOR_ADDRESS.split(",") if line.strip())
        contact = settings.SECURITY_CONTACT or settings.OPERATOR_EMAIL
        if contact and ":" not in contact:
            contact = f"mailto:{contact}"
        # A line break would start another field of security.txt.
        return cls(settings.OPERATOR_NAME, address, settings.OPERATOR_EMAIL, "".join(contact.split()))


def operator_named(app_configs: Any = None, **_: Any) -> Sequence[CheckMessage]:
    """A warning for every setting without which the imprint says too little."""
    return [
        Warning(
            f"{name} is not set: {meaning}.", hint="Set it in the environment; the imprint shows it.", id="web.W001"
        )
        for name, meaning in _ASKED.items()
        if not getattr(settings, name)
    ]

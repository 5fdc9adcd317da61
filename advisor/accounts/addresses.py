"""Where an installation is reached, for links that commands print."""

from __future__ import annotations

from django.conf import settings


def installation_address() -> str:
    """The address people probably use, such as `https://wegweiser.example.org`; empty where nothing tells."""
    if settings.CSRF_TRUSTED_ORIGINS:
        return str(settings.CSRF_TRUSTED_ORIGINS[0])
    return f"https://{settings.ALLOWED_HOSTS[0].lstrip('.*') or 'localhost'}" if settings.ALLOWED_HOSTS else ""

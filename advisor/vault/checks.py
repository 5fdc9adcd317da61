"""Finds master keys that must not guard real cases, before the application starts with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from advisor.vault.keyring import DEMO_KEYS, open_to_others, read_keys
from advisor.vault.master_keys import BadKeys, keys_of_list


def key_problems() -> list[tuple[str, str]]:
    """What is wrong with the configured master keys, as pairs of a check's id and a message; empty if nothing is.

    A demonstration may use the known key and a file that others can read.
    """
    try:
        keys = read_keys()
    except BadKeys as fault:
        return [("vault.E001", str(fault))]
    if settings.DEMO:
        return []
    problems = []
    known = {key.secret for key in keys_of_list(DEMO_KEYS, "").values()}
    for key in keys.values():
        if key.secret in known:
            message = (
                f"Master key '{key.id}' is the demonstration's, which everybody knows. Remove it; if cases are wrapped "
                f"with it, put a new key first (manage.py masterkey) and run: manage.py rotate_keys"
            )
            problems.append(("vault.E002", message))
    path = settings.MASTER_KEY_FILE
    if path and open_to_others(Path(path)):
        message = f"MASTER_KEY_FILE {path} can be read or changed by others than its owner. Run: chmod 600 {path}"
        problems.append(("vault.E003", message))
    return problems


@register(Tags.security, deploy=True)
def check_master_keys(**kwargs: Any) -> list[CheckMessage]:
    """The problems as errors of `manage.py check --deploy`."""
    return [Error(message, id=name) for name, message in key_problems()]


def refuse_unsafe_start() -> None:
    """Raise ImproperlyConfigured where the application must not be served with these keys."""
    problems = key_problems()
    if problems:
        raise ImproperlyConfigured("\n".join(message for _, message in problems))

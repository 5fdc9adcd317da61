"""Settings of the server under fault: those of production, except what would need collected files or a phone."""

from __future__ import annotations

import os

from advisor.settings import *  # noqa: F403
from advisor.settings import DATABASES, STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
SECOND_FACTOR_REQUIRED = False

_options = DATABASES["default"].setdefault("OPTIONS", {})
_wait = os.environ.get("FAULTS_LOCK_WAIT")  # seconds
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    if _wait:
        _options["timeout"] = int(_wait)
    if _level := os.environ.get("FAULTS_SYNCHRONOUS"):
        _options["init_command"] += f" PRAGMA synchronous={_level};"
elif _wait:
    _options["options"] = f"-c lock_timeout={_wait}s"
if os.environ.get("FAULTS_SESSIONS") == "memory":
    SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

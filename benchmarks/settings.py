"""Settings of what is measured: the application's own, a second factor demanded, and a database to throw away."""

from __future__ import annotations

import os

from advisor.settings import *  # noqa: F403
from advisor.settings import DATABASES, INSTALLED_APPS

ROOT_URLCONF = "benchmarks.urls"
if "DATABASE_URL" not in os.environ:
    DATABASES["default"]["NAME"] = os.environ["BENCHMARK_DATABASE"]
INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.without.WithoutConfig"]
# A demonstration does without; here everything happens that happens in an office.
SECOND_FACTOR_REQUIRED = True
BENCHMARK_WITHOUT = os.environ.get("BENCHMARK_WITHOUT", "")

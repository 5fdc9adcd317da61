"""Settings of the measured server: the application's own, with an empty page more and a database to throw away."""

from __future__ import annotations

import os

from advisor.settings import *  # noqa: F403
from advisor.settings import DATABASES

ROOT_URLCONF = "benchmarks.urls"
DATABASES["default"]["NAME"] = os.environ["BENCHMARK_DATABASE"]

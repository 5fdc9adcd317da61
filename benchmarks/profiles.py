"""Where the time goes, by part: an answer, a section, the result, a memo and `assess` under Python's profiler."""

from __future__ import annotations

import gc
import json
import pstats
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from cProfile import Profile
from itertools import islice

from benchmarks import journey
from benchmarks.machine import ROOT
from benchmarks.room import room

# The first that stands in the name of a file or, of a function written in C, in what it is called.
PARTS = {
    "database": ("sqlite3", "psycopg", "django/db", "advisor/web/prepared.py", "advisor/web/rows.py", "/finding.py"),
    "sealing": ("cryptography", "advisor/vault", "/sealing.py", "openssl", "_hashlib"),
    "log": ("advisor/logbook",),
    "session and login": ("contrib/sessions", "contrib/auth", "advisor/accounts", "allauth", "django/core/signing"),
    "WeasyPrint": (
        "weasyprint",
        "fontTools",
        "pydyf",
        "tinycss2",
        "cssselect2",
        "tinyhtml5",
        "pyphen",
        "cffi",
        "/PIL/",
    ),
    "rules": ("pathways/engine", "pathways/law"),
    "words of the law": ("pathways/content",),
    "templates": ("django/template", "django/utils/html", "django/utils/safestring", "templatetags", "/wording.py"),
    "translations": ("gettext", "translation"),
    "rest of the application": ("advisor/",),
    "rest of Django": ("site-packages/django",),
}
OTHER = "Python and other packages"
TIMES = {"answer saved": journey.ROUND, "page of a section": len(journey.SECTIONS), "result": 4, "empty page": 20}
CASE = ROOT / "benchmarks" / "cases" / "seventy_answers.json"


def run() -> list[str]:
    """Lines of the report, from a process where Django may be set up."""
    with room() as environment:
        command = (sys.executable, "-m", "benchmarks.profiles")
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    lines = [
        "Shares of the processor's time in one process; the profiler itself favours nothing, but slows small functions."
    ]
    for name, seconds in found.items():
        whole = sum(seconds.values())
        lines.append(f"{name}: {whole * 1000:.0f} ms under the profiler")
        ordered = sorted(seconds.items(), key=lambda each: -each[1])
        lines += [f"    {share / whole:5.0%}  {part}" for part, share in ordered if share / whole >= 0.01]
    return lines


def _measured() -> Iterator[tuple[str, dict[str, float]]]:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from benchmarks import filling
    from benchmarks.inside import _Browser, _Login

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    call_command("migrate", verbosity=0)
    user = filling.make_user()
    about = filling.make_case(user, CASE, 1)
    browser = _Browser(Client(enforce_csrf_checks=True), _Login(**filling.login(user), about=about))
    asked = {
        "empty page": journey.nothing(browser),
        "answer saved": journey.answers(browser),
        "page of a section": journey.sections(browser),
        "result": journey.results(browser),
    }
    for name, requests in asked.items():
        number = TIMES[name]
        list(islice(requests, number))  # templates, and what the rules keep of what they found
        yield name, _parts(lambda requests=requests, number=number: list(islice(requests, number)), number)
    yield "memo", _parts(_memo(), 1)
    yield "assess, without its start", _parts(_assess(), 1)


def _memo() -> Callable[[], object]:
    from datetime import date

    from advisor.memo.paper import memo_pdf
    from pathways.engine.casefile import read_case
    from pathways.engine.consultation import consult
    from pathways.law import LAW
    from pathways.law.facts import FACTS_BY_ID

    read = read_case(CASE.read_bytes(), FACTS_BY_ID)

    def write() -> object:
        return memo_pdf(consult(LAW, read.answers, date(2026, 11, 22)), read.answers)

    write()
    return write


def _assess() -> Callable[[], object]:
    from datetime import date

    from pathways.engine.casefile import read_case
    from pathways.engine.consultation import consult
    from pathways.engine.report import report
    from pathways.law import LAW
    from pathways.law.facts import FACTS_BY_ID

    def judge() -> object:
        read = read_case(CASE.read_bytes(), FACTS_BY_ID)
        return json.dumps(report(consult(LAW, read.answers, date(2026, 11, 22)), LAW))

    return judge


def _parts(work: Callable[[], object], times: int) -> dict[str, float]:
    """Seconds of one time by part; what is written in C counts where it is called from, unless it is a part itself."""
    # One pass over all that was loaded takes longer than an answer, and would count where it happens to begin.
    gc.collect()
    gc.freeze()
    profile = Profile()
    profile.runcall(work)
    found: Counter[str] = Counter()
    for (file, _line, name), (_calls, _own, own, _whole, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if file != "~":
            found[_part(file)] += own
        elif (part := _part(name)) != OTHER or not callers:
            found[part] += own
        else:
            for (caller, _, _), (_, _, seconds, _) in callers.items():
                found[_part(caller)] += seconds
    return {part: seconds / times for part, seconds in found.items()}


def _part(name: str) -> str:
    return next((part for part, signs in PARTS.items() if any(sign in name for sign in signs)), OTHER)


if __name__ == "__main__":
    json.dump(dict(_measured()), sys.stdout)

"""A process that asks the pages of one database on request: reads `ask PAGE` lines, writes seconds as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, repeat
from statistics import median_high
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from benchmarks import journey

_FEW = 5


@dataclass(frozen=True, slots=True)
class _Login:
    cookies: str
    csrf: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Browser:
    """Django's test client with the middleware of the installation, CSRF included; times by the clock."""

    client: Any
    login: _Login

    def get(self, path: str) -> float:
        """Seconds until a page is there."""
        return self._ask("GET", path, "", {})

    def post(self, path: str, fields: dict[str, str]) -> float:
        """Seconds until the answer to a form sent as htmx does is there."""
        return self._ask("POST", path, urlencode(fields), {"HX-Request": "true", "X-CSRFToken": self.login.csrf})

    def send(self, path: str, fields: dict[str, str]) -> float:
        """The same for a form sent without htmx."""
        return self._ask("POST", path, urlencode(fields), {"X-CSRFToken": self.login.csrf})

    def _ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> float:
        headers = {**headers, "Cookie": self.login.cookies}
        start = perf_counter()
        response = self.client.generic(method, path, body, "application/x-www-form-urlencoded", headers=headers)
        spent = perf_counter() - start
        if response.status_code != 200:
            raise RuntimeError(f"{method} {path}: status {response.status_code}")
        return spent


@dataclass(slots=True)
class Page:
    """Requests of a kind, and how many of them make a round."""

    requests: Iterator[float]
    number: int

    def seconds(self) -> list[float]:
        """Of each request of a round."""
        return list(islice(self.requests, self.number))


def pages() -> dict[str, Page]:
    """What is asked for, by name: by a counsellor of the first office with a case of many answers, and its manager."""
    adviser, manager, colleague, own = _browsers()

    def again(ask: Callable[[], float], number: int = _FEW) -> Page:
        return Page((ask() for _ in repeat(None)), number)

    def shown(**asked: str) -> Page:
        return again(lambda: adviser.get(f"/faelle/?{urlencode(asked)}"))

    def found(key: str, **asked: str) -> Page:
        return again(lambda: adviser.send("/faelle/", {"suche": key, **asked}))

    return {
        "empty page": again(lambda: adviser.get(journey.EMPTY)),
        "start page": again(lambda: adviser.get("/")),
        "start page of the manager": again(lambda: manager.get("/")),
        "list, own": shown(),
        "list, whole office": shown(wessen="stelle"),
        "list, whole office, closed": shown(wessen="stelle", stand="abgeschlossen"),
        "list by deadline": shown(sortierung="frist"),
        "list, overdue": shown(frist="ueberfaellig"),
        "list, of a colleague": shown(wessen="stelle", zustaendig=str(colleague)),
        "list by verdict": shown(ergebnis="excluded"),
        "list by verdict, way and Land": shown(**own.marks, sortierung="frist"),
        "search by key, own": found(own.reference, stand="alle"),
        "search by key, whole office": found("F-000417", wessen="stelle", stand="alle"),
        "log of the office": again(lambda: manager.get("/protokoll/")),
        "case, page of a section": Page(journey.sections(adviser), len(journey.SECTIONS)),
        "case, result": again(lambda: adviser.get(f"/faelle/{adviser.login.about}/ergebnis/")),
        "answer saved": Page(journey.answers(adviser), journey.ROUND),
        "memo": again(lambda: adviser.send(f"/faelle/{adviser.login.about}/memo.pdf", {}), 1),
    }


@dataclass(frozen=True, slots=True)
class _Own:
    """A case of the counsellor: its key, and what lists find it by."""

    reference: str
    marks: dict[str, str]


def _browsers() -> tuple[Browser, Browser, int, _Own]:
    """A counsellor, somebody who manages the office, another counsellor's key, and the first one's case."""
    from django.test import Client

    from advisor.accounts.models import Office, Role, RoleGrant, User
    from advisor.cases.models import Case
    from advisor.cases.outlook import read_outlook
    from benchmarks.filling import login, make_user
    from benchmarks.generate import OFFICE

    office = Office.objects.get(name=f"{OFFICE} 0001")
    # The first thousand cases have many answers, and are the same in every size.
    case = Case.objects.filter(office=office, state="open", pk__lte=1000).earliest("pk")
    about = f"{case.uuid}/person/{case.persons.get().uuid}"
    manager = make_user("verwaltung", office.name)
    RoleGrant.objects.filter(user=manager).update(role=Role.OFFICE_ADMIN)
    logins = _Login(**login(case.lead), about=about), _Login(**login(manager))
    adviser, managing = (Browser(Client(enforce_csrf_checks=True), each) for each in logins)
    colleague = User.objects.filter(office=office).exclude(pk__in=(case.lead_id, manager.pk)).earliest("pk")
    stands = next(iter(read_outlook(case).values()))
    way, verdict = next(iter(stands.verdicts.items()))
    own = _Own(case.reference, {"ergebnis": verdict, "weg": way, "land": stands.land or ""})
    return adviser, managing, colleague.pk, own


def statements(asked: dict[str, Page]) -> dict[str, int]:
    """How many statements a request of each kind takes; the middle, since once a minute a session notes its use."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    found = {}
    for name, page in asked.items():
        counted = []
        for _ in range(page.number):
            with CaptureQueriesContext(connection) as captured:
                next(page.requests)
            counted.append(len(captured))
        found[name] = median_high(counted)
    return found


def main() -> None:
    """Answer until nothing more is asked."""
    import django

    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    asked = pages()
    for line in sys.stdin:
        what, _, of = line.strip().partition(" ")
        match what:
            case "kinds":
                said: Any = list(asked)
            case "statements":
                for page in asked.values():
                    page.seconds()  # queries that are written once in a process
                said = statements(asked)
            case "plans":
                from benchmarks.plans import plans

                said = plans(of, asked)
            case _:
                said = asked[of].seconds()
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()

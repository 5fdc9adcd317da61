"""A browser without a screen: it reads a page of the questionnaire and sends what a real one would send."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

_PATIENCE = 40.0  # seconds; longer than the server waits for anything
Fields = list[tuple[str, str]]


class Broken(Exception):
    """The connection broke before the answer was complete: nobody knows whether anything was saved."""


class NobodyThere(Exception):
    """No server takes the connection: nothing was sent."""


@dataclass(frozen=True, slots=True)
class Page:
    """An answer of the server, complete."""

    status: int
    text: str
    location: str


class _Inputs(HTMLParser):
    """Hidden fields and, by question, what htmx sends of them."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.sends: dict[str, set[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down an element."""
        found = dict(attrs)
        name, key = found.get("name"), found.get("id") or ""
        if tag == "input" and found.get("type") == "hidden" and name and name != "shown":
            self.hidden[name] = found.get("value") or ""
        if key.startswith("q-") and found.get("hx-params"):
            self.sends[key[2:]] = set((found["hx-params"] or "").split(","))


@dataclass(slots=True)
class Browser:
    """A window of somebody who is logged in, on one page of the questionnaire.

    ``hidden``: what the page remembers of the state it shows; sent back with every answer.
    """

    port: int
    cookies: dict[str, str]
    hidden: dict[str, str] = field(default_factory=dict)
    sends: dict[str, set[str]] = field(default_factory=dict)

    def open(self, path: str) -> Page:
        """Load a page anew; nothing is remembered from the one before."""
        page = self._ask("GET", path, [], {})
        self.hidden, self.sends = {}, {}
        self._take_in(page)
        return page

    def send_answer(self, path: str, fact_id: str, filled: Fields, die: str = "") -> Page:
        """What htmx does when a field has changed; ``die`` names the moment at which the worker shall be killed."""
        page = self._ask("POST", path, self.answer_fields(fact_id, filled), self._htmx_headers(die))
        self._take_in(page)
        return page

    def send_section(self, path: str, shown: list[str], filled: Fields, die: str = "") -> Page:
        """What a browser without scripts does with the form of the page."""
        fields = [*self.hidden.items(), *(("shown", name) for name in shown), *filled, ("go", "stay")]
        return self._ask("POST", path, fields, {"X-Die": die} if die else {})

    def hang_up(self, path: str, fact_id: str, filled: Fields, *, half: bool) -> None:
        """Send an answer, all or the first half of it, and lose the network before the server can say anything."""
        body = urlencode(self.answer_fields(fact_id, filled)).encode()
        connection = self._connected()
        try:
            connection.putrequest("POST", path)
            for name, value in {**self._headers(), **self._htmx_headers("")}.items():
                connection.putheader(name, value)
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body[: len(body) // 2] if half else body)
        except OSError as error:
            raise Broken from error
        finally:
            connection.close()

    def answer_fields(self, fact_id: str, filled: Fields) -> Fields:
        """The fields of one question with what belongs to them."""
        sent = self.sends.get(fact_id, set())
        return [*((name, value) for name, value in self.hidden.items() if name in sent), *filled]

    def _htmx_headers(self, die: str) -> dict[str, str]:
        token = self.hidden.get("csrfmiddlewaretoken", "")
        return {"HX-Request": "true", "X-CSRFToken": token, **({"X-Die": die} if die else {})}

    def _headers(self) -> dict[str, str]:
        return {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Origin": f"https://127.0.0.1:{self.port}",
            "X-Forwarded-Proto": "https",
        }

    def _connected(self) -> HTTPConnection:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.connect()
        except OSError as error:
            raise NobodyThere from error
        return connection

    def _ask(self, method: str, path: str, fields: Fields, headers: dict[str, str]) -> Page:
        connection = self._connected()
        try:
            connection.request(method, path, urlencode(fields) if fields else None, {**self._headers(), **headers})
            response = connection.getresponse()
            page = Page(response.status, response.read().decode(), response.headers.get("Location", ""))
        except (OSError, HTTPException) as error:
            raise Broken from error
        finally:
            connection.close()
        for header in response.headers.get_all("Set-Cookie", []):
            name, _, value = header.split(";")[0].partition("=")
            self.cookies[name] = value
        return page

    def _take_in(self, page: Page) -> None:
        inputs = _Inputs()
        inputs.feed(page.text)
        self.hidden.update(inputs.hidden)
        self.sends.update(inputs.sends)

"""Markup in every field that takes a text, followed through every page, file and head: it stays text everywhere."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pypdf
import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

import advisor
from advisor.memo.making import ATTACHED_AS
from advisor.memo.models import OfficeLetterhead
from tests.factories import page_of
from tests.hostile.addresses import resolved
from tests.hostile.checks import protected
from tests.matrix.expected import EXPECTED, LETTERS
from tests.matrix.test_matrix import REFUSED, address, places
from tests.matrix.world import Desk, log_everybody_in, make_desk, window

pytestmark = pytest.mark.django_db

# Short, so that it fits into a key of 100 characters together with the name of its field.
SCRIPT = "<script>alert(7)</script>"
SECTIONS = "abcdefghi"
YEAR = timezone.localdate().year
ACTING = ("src", "href", "action", "formaction", "style", "srcset", "data", "background")


def hostile(name: str) -> str:
    """The text of a field: a formula in front, markup that acts, a template, the end of a quoted value."""
    return f"={name}<script>alert(7)</script>\"'><img src=x onerror=alert(8)>{{{{7*7}}}}</textarea></title>"[:150]


def short(name: str) -> str:
    """The same for fields that take a hundred characters."""
    return f"=1+1 {name}\"'><script>alert(7)</script>{{{{7*7}}}}"[:100]


class Acting(HTMLParser):
    """What a page would do: scripts, handlers, styles and addresses that are not ours; and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text = ""
        self._script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        # What a page holds as data runs nothing; our own scripts read it as JSON.
        self._script = tag == "script" and given.get("type") != "application/json"
        if tag in ("iframe", "object", "embed", "base") or (self._script and "src" not in given):
            self.found.append(tag)
        for name, value in given.items():
            if name.startswith("on") or name == "style" or (name in ACTING and re.match(r"\W*javascript:", value)):
                self.found.append(f"{tag} {name}={value}")
            if name in ACTING and "alert(" in value:
                self.found.append(f"{tag} {name}={value}")
            self.text += f"\n{value}" if name in ("value", "title", "alt", "aria-label") else ""

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.found.append(f"script {data}")
        self.text += data


@pytest.fixture
def here() -> Desk:
    """An office in which everything that was typed is hostile."""
    desk = make_desk("Beratung Nord", lambda name: short(name) if name in SHORT else hostile(name))
    desk.office.name = short("office")
    desk.office.save()
    OfficeLetterhead.objects.create(
        office=desk.office,
        address=hostile("letter address"),
        phone=short("letter")[:60],
        mail=short("letter mail"),
        web=short("letter web"),
        foot=hostile("letter foot"),
        logo=b"\x89PNG",
        logo_text=hostile("letter logo"),
    )
    log_everybody_in(desk)
    return desk


SHORT = frozenset(
    {"letter mail", "letter web", "open", "closed", "binned", "destroyed", "invitation", "title", "qualification"}
)
FIELDS = (
    *("open", "closed", "binned", "label", "note location", "note criminal_record", "question", "answer"),
    *("open question", "reason", "invitation", "training", "title", "guide", "qualification", "document", "browser"),
    *(f"first name {letter}" for letter in "TOA"),
    *(f"last name {letter}" for letter in "TOA"),
    *("paper", "paper note", "date", "date note"),
    *("dossier", "row", "place"),
    *("release note", "explanation", "draft", "returned", "report"),
    "office",
    *("letter address", "letter mail", "letter web", "letter foot", "letter logo"),
)
# What somebody goes by is shown where a case has several persons.
NOT_SHOWN = {"label"}


def responses(here: Desk) -> Iterator[tuple[str, HttpResponse]]:
    """Everything that anybody of the office gets by looking; of those who are refused alike, what one of them gets."""
    for name in sorted(resolved()):
        row, refused = EXPECTED[name], set[str]()
        for place in {"own", "closed", "binned"} & set(places(name)):
            for letter, wanted in zip(LETTERS, row.of("GET", place), strict=False):
                where = address(name, place, here, here)
                if wanted in REFUSED:
                    if wanted in refused:
                        continue
                    refused.add(wanted)
                for page in _sections(name, where):
                    yield f"{name} {place} {letter} ({wanted})", window(here, letter).get(page)


def _sections(name: str, where: str) -> list[str]:
    if name != "cases:section":
        return [where]
    return [where.replace("/fragebogen/a/", f"/fragebogen/{slug}/") for slug in SECTIONS]


def test_no_page_and_no_file_does_what_a_text_says(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda html, *_: written.append(html) or b"%PDF-")
    seen = ""
    for what, response in responses(here):
        protected(response)
        assert "alert" not in str(response.headers), what
        if response.headers["Content-Type"].startswith("text/html") and response.content:
            page = response.content.decode()
            acting = Acting(page)
            assert not acting.found, (what, acting.found)
            assert SCRIPT not in page, what
            assert not re.search(r"<title>[^<]*alert", page), what
            assert "=49" not in page.replace("{{7*7}}", ""), what
            seen += acting.text
        elif response.headers["Content-Type"].startswith("application/json"):
            json.loads(response.content)
    for name in FIELDS:
        text = short(name) if name in SHORT | {"office"} else hostile(name)
        assert text in seen or name in NOT_SHOWN, f"{name} was on no page"
    for html in written:
        assert not Acting(html).found
        assert SCRIPT not in html


def test_no_cell_of_a_table_is_a_formula(here: Desk) -> None:
    for name in ("logbook:table", "guidance:report_csv"):
        response = window(here, "A").get(address(name, "own", here, here).replace("/2026/", f"/{YEAR}/"))
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
        assert len(rows) > 1
        assert any("alert" in cell for row in rows for cell in row)
        assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "-", "@") and cell != "-"]


def test_the_papers_show_the_text_and_contain_nothing_that_acts(here: Desk) -> None:
    case = here.folders["open"].case
    papers = {
        "memo": window(here, "T").post(page_of("memo:pdf", case), {"laenge": "ausfuehrlich"}),
        "report": window(here, "A").get(reverse("memo:report_pdf", args=(YEAR,))),
        "certificate": window(here, "A").get(reverse("lifecycle:certificate_pdf", args=(here.certificate.uuid,))),
        "disclosure": _disclosed(here, "pdf"),
    }
    for name, response in papers.items():
        assert response.status_code == 200, name
        assert "alert" not in str(response.headers), name
        text = _text(response.content)
        assert "alert(7)" in text, name
        assert not list(_acts(response.content)), name


def test_the_answer_to_the_person_holds_the_texts_as_data(here: Desk) -> None:
    document = json.loads(_disclosed(here, "json").content)
    assert hostile("note location") in json.dumps(document, ensure_ascii=False).replace('\\"', '"')


def _disclosed(here: Desk, form: str) -> HttpResponse:
    where = reverse("disclosure:bundle", args=(here.folders["open"].case.uuid,))
    seen = re.search(r'name="gesehen" value="([^"]*)"', window(here, "T").get(where).content.decode())
    assert seen
    sent = {"als": form, "gesehen": seen[1], "person": "0", "empfaenger": hostile("further")}
    return window(here, "T").post(where, sent)


def _text(content: bytes) -> str:
    """The text of a PDF, squeezed: lines break anywhere."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return re.sub(r"[\s\u00ad\u2010-]+", "", "".join(page.extract_text() for page in pages))


def _acts(content: bytes) -> Iterator[str]:
    """Whatever a PDF would do beside leading to a place in it or to a public source."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        # Data for the own file; readers save it and run nothing.
        yield from (f"attached {name}" for name in pdf.attachments if name != ATTACHED_AS)
        yield from {"/OpenAction", "/AA", "/AcroForm", "/JavaScript"} & set(pdf.Root.keys())
        for found in pdf.objects:
            action = found.get("/A") if isinstance(found, pikepdf.Dictionary) else None
            # An element of the structure has attributes under the same name.
            if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
                continue
            kind, target = str(action.get("/S", "")), str(action.get("/URI", ""))
            if kind != "/GoTo" and not (kind == "/URI" and target.startswith("https://") and "evil" not in target):
                yield f"{kind} {target}"


def test_every_paper_is_written_by_the_one_writer_that_fetches_nothing() -> None:
    folder = Path(advisor.__file__).parent
    writers = {path.parent.name for path in folder.rglob("*.py") if "weasyprint" in path.read_text(encoding="utf-8")}
    assert writers == {"memo"}

"""What must be true of every paper; each check names what is wrong with one, and nothing where all is well."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdf

from tests.papers.ink import outside
from tests.papers.making import Paper
from tests.papers.reading import Element, Opened, squeezed
from tests.papers.second import opinion

Found = Iterable[str]
Check = Callable[[Paper, Opened, Path], Found]

_TO_WRITE_INTO = re.compile(r"Table \d+ has \d+ empty cells? at: row[^H]*")


def conforms(paper: Paper, opened: Opened, folder: Path) -> Found:
    """PDF/UA-1 and PDF/A-3a, as the validator of the build sees them."""
    (folder / "valid.pdf").write_bytes(opened.content)
    for profile in ("ua1", "3a"):
        result = page.validate_pdf(str(folder / "valid.pdf"), profile=profile)
        yield from {f"{profile} {failure.rule_id}: {failure.message}" for failure in result.failures}
        if not result.is_compliant:
            yield profile


def second_opinion(paper: Paper, opened: Opened, folder: Path) -> Found:
    """What avalpdf finds."""
    said = opinion(opened, paper.language)
    yield from said.issues
    yield from (warning for warning in said.warnings if not (paper.by_hand and _TO_WRITE_INTO.fullmatch(warning)))


def says_what_it_is(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Language and title, shown instead of the name of the file, the same in both places there are."""
    root = opened.pdf.Root
    if str(root.get("/Lang", "")) != paper.language:
        yield f"language {root.get('/Lang', '')}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the title is not shown"
    with opened.pdf.open_metadata() as metadata:
        titles = {str(opened.pdf.docinfo.get("/Title", "")), str(metadata.get("dc:title", ""))}
    if len(titles) != 1 or not min(titles).strip():
        yield f"titles {titles}"


def tells_nothing_in_passing(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Nothing that was typed stands in the data about the file, which programs show to anybody."""
    with opened.pdf.open_metadata() as metadata:
        about = str(metadata) + "".join(map(str, dict(opened.pdf.docinfo).values()))
    yield from (f"{mark[:20]} in the metadata" for mark in paper.marks + paper.personal if mark in about)
    if len(opened.pdf.attachments) and not paper.attached:
        yield "something is attached"


def headings(paper: Paper, opened: Opened, folder: Path) -> Found:
    """One first heading, no level left out, none empty."""
    levels = [level for level, _ in opened.headings]
    if not levels or levels[0] != 1 or levels.count(1) != 1:
        yield f"levels {levels[:5]}"
    yield from (f"level {after} after {before}" for before, after in pairwise(levels) if after > before + 1)
    yield from (f"empty heading of level {level}" for level, words in opened.headings if not words)


def bookmarks(paper: Paper, opened: Opened, folder: Path) -> Found:
    """The bookmarks are the headings, in order, down to the level the paper says."""
    with opened.pdf.open_outline() as outline:
        marked = [squeezed(words) for words in _titles(outline.root)]
    expected = [squeezed(words) for level, words in opened.headings if level <= paper.bookmarked]
    if not marked:
        yield "no bookmark"
    # A heading over two lines has no blank at the break, and a hyphen may stand there.
    if paper.from_right:  # where signs are drawn as one, their order in the file is another
        marked, expected = ["".join(sorted(each)) for each in marked], ["".join(sorted(each)) for each in expected]
    if [mark.replace("‐", "") for mark in marked] != expected:
        yield f"{sorted(set(marked) ^ set(expected))[:5]} of {len(marked)} bookmarks and {len(expected)} headings"


def tables(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Every cell is tied to headers that exist, and every table has some."""
    known = {str(cell.raw.ID) for cell in opened.of("TH") if "/ID" in cell.raw}
    for table in opened.of("Table"):
        cells = [element for element in table.all() if element.tag in ("TH", "TD")]
        if not any(cell.tag == "TH" for cell in cells):
            yield f"no header: {table.text[:40]}"
        yield from (f"nameless header {cell.text[:20]!r}" for cell in cells if cell.tag == "TH" and not _named(cell))
        for cell in cells:
            if cell.tag == "TD" and not (wanted := _headers(cell)):
                yield f"no header for {cell.text[:40]!r}"
            elif cell.tag == "TD" and not wanted <= known:
                yield f"unknown header {wanted - known}"
        if {element.tag for row in table.all() if row.tag == "TR" for element in row.children} - {"TH", "TD"}:
            yield f"something else in a row: {table.text[:40]}"


def links(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Every link is tagged, says where it leads, and leads into the paper or to an address with https."""
    placed = 0
    names = _destinations(opened.pdf)
    for number, sheet in enumerate(opened.pdf.pages, 1):
        for note in sheet.get("/Annots", []):
            if note.Subtype != "/Link":
                yield f"page {number}: {note.Subtype}"
                continue
            placed += 1
            where = str(note.get("/Contents", "")).strip()
            if len(where) < 4 or where.isdigit():
                yield f"page {number}: a link says {where!r}"
            target = note.get("/A", {})
            if "/URI" in target and not str(target.URI).startswith(("https://", "mailto:", "tel:")):
                yield f"page {number}: {target.URI}"
            inside = note.get("/Dest", target.get("/D"))
            if inside is not None and str(inside) not in names:
                yield f"page {number}: nothing at {inside}"
    tagged = sum(1 for element in opened.of("Link") if element.text.strip())
    if tagged < placed:
        yield f"{placed} links, {tagged} of them tagged and with words"


def figures(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Every picture has words in its place."""
    yield from (f"figure {n}" for n, each in enumerate(opened.of("Figure"), 1) if not str(each.raw.get("/Alt", "")))


def lists(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Lists hold items, items a label and a body, and none is empty."""
    for each in opened.of("L"):
        if not each.children or {child.tag for child in each.children} - {"LI", "L", "Caption"}:
            yield f"a list holds {[child.tag for child in each.children][:4]}"
    for item in opened.of("LI"):
        if {child.tag for child in item.children} - {"Lbl", "LBody"} or not _holds_something(item):
            yield f"an item holds {[child.tag for child in item.children]}, {item.text[:30]!r}"


def fonts(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Every font is in the file, and every sign has a meaning and a shape."""
    for sheet in opened.pdf.pages:
        for font in sheet.Resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"{font.BaseFont} is not embedded"


def everything_is_tagged(paper: Paper, opened: Opened, folder: Path) -> Found:
    """What the pages show stands in the order of reading, or is the furniture of a page and marked as that."""
    shown, _ = opened.shown, opened.tree
    if shown.stray.strip():
        yield f"unmarked: {shown.stray[:60]!r}"
    lost = [words for place, words in sorted(shown.marked.items()) if place not in opened.placed and words.strip()]
    if lost:
        yield f"in no tag: {lost[:4]}"


def arrives(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Every mark that was typed is on paper, for whoever listens and for whoever copies text out of it."""
    listened = squeezed(opened.text)
    copied = squeezed(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(opened.content)).pages))
    for mark in paper.marks:
        for way, text in (("tags", listened), ("pypdf", copied)):
            if squeezed(mark) not in text and squeezed(mark)[::-1] not in text:
                yield f"{mark[:30]!r} is not in what {way} read"
    places = [listened.find(squeezed(mark)) for mark in paper.in_order]
    if -1 in places or places != sorted(places):
        yield f"order {places}"
    yield from (f"{mark} is printed" for mark in paper.absent if squeezed(mark) in listened + copied)


def numbered(paper: Paper, opened: Opened, folder: Path) -> Found:
    """Every page says which of how many it is, outside the order of reading."""
    total = len(opened.pdf.pages)
    if not paper.pages[0] <= total <= paper.pages[1]:
        yield f"{total} pages"
    for number in range(total):
        words = re.sub(r"\D+", " ", opened.shown.furniture[number]).split()
        # Whoever reads from right to left finds the number first on the right.
        said = words[-2:][::-1] if paper.from_right else words[-2:]
        if said != [str(number + 1), str(total)]:
            yield f"page {number + 1} says {opened.shown.furniture[number]!r}"


def clean_margins(paper: Paper, opened: Opened, folder: Path) -> Found:
    """No ink outside the type area."""
    return outside(opened.content, paper.margins, folder)


CHECKS: tuple[Check, ...] = (
    conforms,
    second_opinion,
    says_what_it_is,
    tells_nothing_in_passing,
    headings,
    bookmarks,
    tables,
    links,
    figures,
    lists,
    fonts,
    everything_is_tagged,
    arrives,
    numbered,
    clean_margins,
)


def findings(paper: Paper, content: bytes, folder: Path) -> dict[str, list[str]]:
    """All that is wrong with a paper, by the name of the check."""
    opened = Opened(content)
    found = {check.__name__: list(check(paper, opened, folder)) for check in CHECKS}
    return {name: said[:10] for name, said in found.items() if said}


def _holds_something(item: Element) -> bool:
    bodies = [child for child in item.children if child.tag == "LBody"]
    return any(body.text.strip() or any(each.tag == "Figure" for each in body.all()) for body in bodies)


def _titles(items: Any) -> Iterable[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def _named(cell: Element) -> bool:
    return "/ID" in cell.raw or any("/Scope" in attributes for attributes in _attributes(cell))


def _headers(cell: Element) -> set[str]:
    return {str(name) for attributes in _attributes(cell) for name in attributes.get("/Headers", [])}


def _attributes(cell: Element) -> list[Any]:
    found = cell.raw.get("/A", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _destinations(pdf: pikepdf.Pdf) -> set[str]:
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    return set(pikepdf.NameTree(tree)) if tree is not None else set()

"""Entering a filled-in paper by its numbers: first what every line means, then, where nothing is in doubt, saved."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from advisor.blank.entry import Entry, Meaning, State, entry
from advisor.blank.lines import LONGEST
from advisor.blank.numbering import edition
from advisor.cases.answers import answers_of
from advisor.cases.fetch import NotWritable, OpenCase, PersonGone, open_case
from advisor.cases.frame import frame
from advisor.cases.services import ATTEMPTS, Stale, day_of, save_answers
from advisor.cases.standing import Standing
from advisor.policies import Permission, needs


@dataclass(frozen=True, slots=True)
class _Done:
    """What was read, the lines of it that are saved now, and whether somebody may still agree to the others."""

    read: Entry
    saved: tuple[Meaning, ...] = ()

    @property
    def left(self) -> tuple[Meaning, ...]:
        """What could not be saved: wrong lines, and those that would replace something nobody has agreed to."""
        saved = {meaning.fact_id for meaning in self.saved}
        return tuple(m for m in self.read.of(State.WRONG, State.REPLACES) if not m.fact_id or m.fact_id not in saved)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def by_number(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """A field for lines like `A 1: 2`; `go=check` says what they mean, `go=save` saves what is not in doubt."""
    opened = open_case(request, uuid, about)
    if request.method != "POST":
        return _page(request, opened, "")
    text = request.POST.get("lines", "").replace("\r\n", "\n").replace("\x00", "")
    if problem := _problem(text, request.POST.get("edition", "")):
        return _page(request, opened, text, problem=problem, status=422)
    if request.POST.get("go") != "save":
        return _page(request, opened, text, read=entry(text, _standing(opened)))
    done = _save(opened, text, request.POST.getlist("replace"))
    if not done.left:
        return _page(request, opened, "", saved=done.saved, read=done.read)
    kept = "\n".join(meaning.line.text for meaning in done.left)
    status = 422 if done.read.of(State.WRONG) else 409
    return _page(request, opened, kept, read=Entry(done.left), saved=done.saved, status=status)


def _problem(text: str, named: str) -> str:
    """Why nothing of it is read at all; empty where it can be."""
    if named.strip() and named.strip().upper() != edition():
        return _(
            "Dieser Bogen hat andere Nummern als das Programm jetzt ({edition}). Bitte die Antworten im Fragebogen "
            "nach ihren Wörtern eingeben."
        ).format(edition=edition())
    if len(text) > LONGEST:
        return _("Das sind mehr als {most} Zeichen. Bitte in mehreren Teilen eingeben.").format(most=LONGEST)
    return "" if text.strip() else _("Bitte mindestens eine Zeile eingeben.")


def _save(opened: OpenCase, text: str, agreed: Collection[str]) -> _Done:
    """Save what is not in doubt; read anew where somebody else saves meanwhile, so that a conflict is seen."""
    for attempt in range(ATTEMPTS):
        if attempt:
            opened.case.refresh_from_db(fields=["version", "as_of", "state", "destroy_on", "sealed_outlook"])
            if not opened.case.is_running:
                raise NotWritable(opened.case)
            if not opened.case.persons.filter(pk=opened.person.pk).exists():
                raise PersonGone(opened.case)
        read = entry(text, _standing(opened))
        answers = read.to_save(agreed)
        if not answers:
            return _Done(read)
        try:
            save_answers(opened.person, answers, opened.user, opened.case.version)
        except Stale:
            continue
        return _Done(read, tuple(meaning for meaning in read.meanings if meaning.fact_id in answers))
    raise Stale(f"after {ATTEMPTS} attempts")


def _standing(opened: OpenCase) -> Standing:
    return Standing(answers_of(opened.person), day_of(opened.case))


def _page(
    request: HttpRequest,
    opened: OpenCase,
    text: str,
    *,
    read: Entry | None = None,
    saved: tuple[Meaning, ...] = (),
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        **frame(opened, "questions"),
        "lines": text,
        "edition": edition(),
        "named": request.POST.get("edition", ""),
        "problem": problem,
        "saved": saved,
        "is_read": read is not None,
        "wrong": read.of(State.WRONG) if read else (),
        "replacing": [m for m in read.of(State.REPLACES) if m not in saved] if read else (),
        "new": [m for m in read.of(State.NEW) if m not in saved] if read else (),
        "same": read.of(State.SAME) if read else (),
    }
    return render(request, "blank/entry.html", context, status=status)

"""Pages of a job: begin it, see how far it is, cancel it, take the memos."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST, require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import User
from advisor.batch.models import Batch
from advisor.batch.progress import left_out, progress_of, said, with_counts
from advisor.batch.pruning import BATCH_DAYS
from advisor.batch.starting import MOST, TooMany, cancel, for_memos, start
from advisor.batch.tasks import STALLED, resume
from advisor.batch.zipped import enclosed, put_on_record, zipped
from advisor.cases.models import CaseQuerySet
from advisor.cases.search import asked_of, cases_for
from advisor.memo.parts import Length
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

JOBS = "20/h/user"  # each may take a processor for minutes


@require_safe
@needs(Permission.WORK_ON_CASES)
def jobs(request: HttpRequest) -> HttpResponse:
    """The jobs somebody has begun, the newest first."""
    user = cast(User, request.user)
    found = with_counts(Batch.objects.filter(by=user, office=user.office)).order_by("-at", "-pk")
    return render(request, "batch/jobs.html", {"area": "list", "batches": found, "days": BATCH_DAYS})


@require_POST
@needs(Permission.WORK_ON_CASES)
@limited("batch", JOBS)
def begin(request: HttpRequest) -> HttpResponse:
    """A job for the cases ticked in the list (`fall`), or with `was=alle` for all that the list has found."""
    user = cast(User, request.user)
    lengths = [length.value for length in Length]
    if (length := request.POST.get("laenge", Length.SHORT)) not in lengths:
        return trouble(request, 400)
    wanted = _wanted(request, user)
    if wanted is None:
        return trouble(request, 400)
    cases, number = wanted
    chosen = list(cases)
    try:
        batch = start(user, chosen, Length(length))
    except TooMany as error:
        words = _("Das wären {number} Memos. Ein Auftrag macht höchstens {most}. Wählen Sie weniger Fälle aus.")
        return trouble(request, 400, words.format(number=error.number, most=MOST))
    if batch is None:
        return trouble(request, 400, _("Wählen Sie mindestens einen laufenden Fall aus, den Sie bearbeiten können."))
    if skipped := number - len(chosen):
        words = ngettext(
            "{number} Fall ist nicht dabei: Er ist abgeschlossen, oder Sie können ihn nicht bearbeiten.",
            "{number} Fälle sind nicht dabei: Sie sind abgeschlossen, oder Sie können sie nicht bearbeiten.",
            skipped,
        )
        messages.warning(request, words.format(number=skipped))
    return redirect("batch:job", batch.uuid)


def _wanted(request: HttpRequest, user: User) -> tuple[CaseQuerySet, int] | None:
    """The cases asked for about which there can be memos, and how many were asked for; None for what is no id."""
    possible = for_memos(user)
    if request.POST.get("was") == "alle":
        found = cases_for(user, asked_of(user, request)).order_by()
        return possible.filter(pk__in=found.values("pk")), found.count()
    try:
        ids = {UUID(text) for text in request.POST.getlist("fall")}
    except ValueError:
        return None
    return possible.filter(uuid__in=ids), len(ids)


@require_safe
@needs(Permission.WORK_ON_CASES)
def job(request: HttpRequest, batch: UUID) -> HttpResponse:
    """How far a job is; with htmx only what has changed. One that has fallen silent is taken up again."""
    user, now = cast(User, request.user), timezone.now()
    found = _own(user, batch)
    if found.is_running:
        resume(found, now, silent_since=now - STALLED)
    progress = progress_of(found, now)
    told = request.GET.get("gesagt", "")
    context = {
        "area": "list",
        "batch": found,
        "progress": progress,
        "left": left_out(found, user),
        "said": said(progress),
        "says": told != str(progress.step),
    }
    template = "batch/_job_swap.html" if request.htmx else "batch/job.html"  # type: ignore[attr-defined]
    return render(request, template, context)


@require_POST
@needs(Permission.WORK_ON_CASES)
def stop(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Make no more memos of a job."""
    user = cast(User, request.user)
    if not cancel(_own(user, batch), user):
        messages.info(request, _("Der Auftrag war schon zu Ende."))
    return redirect("batch:job", batch)


@require_GET
@needs(Permission.WORK_ON_CASES)
def download(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """The memos of a job that is over, as one ZIP."""
    user = cast(User, request.user)
    found = _own(user, batch)
    if found.is_running:
        return trouble(request, 409, _("Der Auftrag läuft noch. Die Memos stehen bereit, sobald er fertig ist."))
    lines = enclosed(found, user)
    put_on_record(found, lines, user)
    headers = {"Content-Disposition": f'attachment; filename="memos-{str(found.uuid)[:8]}.zip"'}
    return StreamingHttpResponse(zipped(lines), content_type="application/zip", headers=headers)


def _own(user: User, batch: UUID) -> Batch:
    """The job with that id, if this person has begun it in their office; Http404."""
    found = with_counts(Batch.objects.filter(uuid=batch, by=user, office=user.office)).first()
    if found is None:
        raise Http404
    return found

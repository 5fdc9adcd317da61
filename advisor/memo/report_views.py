"""The yearly report on guidance as PDF; its page and table are in `advisor.guidance`, which knows no PDF writer."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_GET

from advisor.accounts.limits import limited
from advisor.guidance.report_views import report_for
from advisor.memo import render
from advisor.memo.views import PDFS, pdf_response
from advisor.policies import Permission, needs


@require_GET
@needs(Permission.MANAGE_GUIDANCE)
@limited("pdf", PDFS, reading=True)
def report_pdf(request: HttpRequest, year: int) -> HttpResponse:
    """The report on a year as a file for the office's records."""
    report = report_for(request, year, "pdf")
    with override("de"):
        html = render_to_string("guidance/report_paper.html", {"report": report, "today": timezone.localdate()})
    content = render.write_pdf(html, sha256(html.encode()).hexdigest()[:32])
    return pdf_response(content, f"anleitung-{year}")

"""Page for the answer to somebody who asks what is stored about them (Art. 15, 20 GDPR)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from advisor.cases.fetch import open_case
from advisor.policies import Permission, needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def bundle(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What is stored about a person."""
    open_case(request, uuid, even_closed=True)
    return HttpResponse()

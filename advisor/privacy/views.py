"""Pages of the office admin: the data-protection documents, to read, print and download."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import Office, User
from advisor.policies import Permission, needs
from advisor.privacy.documents import DOCUMENTS, Document
from advisor.privacy.paper import document_pdf
from advisor.privacy.parts import Section


@require_safe
@needs(Permission.MANAGE_PRIVACY)
def index(request: HttpRequest) -> HttpResponse:
    """What documents there are."""
    return render(request, "privacy/index.html", {"area": "privacy", "documents": DOCUMENTS.values()})


@require_safe
@needs(Permission.MANAGE_PRIVACY)
def document(request: HttpRequest, document: str) -> HttpResponse:
    """One document as a page."""
    found, office = _document(document), _office(request)
    context = {
        "area": "privacy",
        "document": found,
        "office": office,
        "today": timezone.localdate(),
        "sections": _sections(found, office),
    }
    return render(request, "privacy/document.html", context)


@require_safe
@needs(Permission.MANAGE_PRIVACY)
@limited("pdf", "30/10m/user", reading=True)
def document_file(request: HttpRequest, document: str) -> HttpResponse:
    """One document as PDF."""
    found = _document(document)
    content = document_pdf(found, _office(request), timezone.localdate())
    headers = {"Content-Disposition": f'attachment; filename="{found.slug}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _sections(found: Document, office: Office) -> tuple[Section, ...]:
    """What the document says: in German, as on paper."""
    with override("de"):
        return found.sections(office)


def _document(slug: str) -> Document:
    try:
        return DOCUMENTS[slug]
    except KeyError:
        raise Http404 from None


def _office(request: HttpRequest) -> Office:
    """The office of whoever asks; the permission is only given to people of one."""
    office = cast(User, request.user).office
    assert office is not None
    return office

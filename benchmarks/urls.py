"""All addresses of the application, an empty page, and a section of a case for which all its persons are read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.views.decorators.http import require_safe

from advisor.cases import questionnaire
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.sealing import label_of
from advisor.policies import Permission, needs

_EMPTY = engines["django"].from_string('{% extends "base.html" %}')


@require_safe
@needs(Permission.OWN_ACCOUNT)
def empty(request: HttpRequest) -> HttpResponse:
    """The frame of every page with nothing in it; it passes the same middleware and login."""
    return HttpResponse(_EMPTY.render({}, request))


@require_safe
@needs(Permission.WORK_ON_CASES)
def everybody(request: HttpRequest, uuid: UUID, about: UUID, section: str) -> HttpResponse:
    """A section's page after reading names and answers of the other persons, which no page does so far."""
    case = Case.objects.select_related("key").get(uuid=uuid)
    for person in case.persons.all():
        label_of(case, person)
        if person.position:
            answers_of(person)
    return questionnaire.section(request, uuid, about, section)


urlpatterns = [
    path("leer/", empty),
    path("alle/<uuid:uuid>/person/<uuid:about>/<slug:section>/", everybody),
    path("", include("advisor.urls")),
]

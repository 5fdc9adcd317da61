"""All addresses of the application and an empty page, which passes the same middleware, login and page frame."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

_EMPTY = engines["django"].from_string('{% extends "base.html" %}')


def empty(request: HttpRequest) -> HttpResponse:
    """The frame of every page with nothing in it."""
    return HttpResponse(_EMPTY.render({}, request))


urlpatterns = [path("leer/", empty), path("", include("advisor.urls"))]

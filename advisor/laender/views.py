"""Pages about the Länder: all sixteen at a glance, and one with everything that is known about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.laender import statements
from advisor.laender.statements import Tally, tally
from advisor.policies import Permission, needs
from pathways.law.laender.profile import Profile, conflicts, profile, profiles


@dataclass(frozen=True, slots=True)
class LandLine:
    """A Land in the table of all."""

    profile: Profile
    tally: Tally


@require_safe
@needs(Permission.READ_TEXTS)
def overview(request: HttpRequest) -> HttpResponse:
    """All sixteen, with what is not certain about each, counted."""
    found = profiles()
    context = {
        "area": "laender",
        "lines": [LandLine(each, tally((each,))) for each in found],
        "tally": tally(found),
        "conflicts": conflicts(),
    }
    return render(request, "laender/overview.html", context)


@require_safe
@needs(Permission.READ_TEXTS)
def one(request: HttpRequest, land: str) -> HttpResponse:
    """Everything that is known about one Land, each statement with its source."""
    found = found_land(land)
    context = {
        "area": "laender",
        "profile": found,
        "tally": tally((found,)),
        "fields": statements.of_fields(found),
        "exclusions": statements.of_exclusions(found),
        "parts": statements.of_parts(found),
        "programmes": statements.of_programmes(found),
        "counselling": statements.of_counselling(found),
        "figures": statements.of_figures(found),
        "sources": [(each, statements.day_words(each.date)) for each in found.sources],
    }
    return render(request, "laender/one.html", context)


def found_land(code: str) -> Profile:
    """The profile of the Land an address names (``nw``); Http404 where there is none."""
    try:
        return profile(code.upper())
    except KeyError as error:
        raise Http404 from error

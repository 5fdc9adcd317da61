"""Pages about the Länder: all sixteen at a glance, and one with everything that is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.accounts.models import User
from advisor.laender import statements
from advisor.laender.statements import Tally, tally
from advisor.policies import Permission, may, needs
from advisor.texts.lands import Own, own_values, profile_in
from advisor.texts.library import Library, library_of
from pathways.content.land_slots import LISTS
from pathways.law.laender.profile import Profile, conflicts, profiles


@dataclass(frozen=True, slots=True)
class LandLine:
    """A Land in the table of all."""

    profile: Profile
    tally: Tally
    own: Mapping[str, Own]


@require_safe
@needs(Permission.READ_TEXTS)
def overview(request: HttpRequest) -> HttpResponse:
    """All sixteen, with what is not certain about each, counted."""
    library = _library(request)
    found = tuple(profile_in(library, each.land) for each in profiles())
    context = {
        "area": "laender",
        "lines": [LandLine(each, tally((each,)), own_values(library, each.land)) for each in found],
        "tally": tally(found),
        "conflicts": conflicts(),
    }
    return render(request, "laender/overview.html", context)


@require_safe
@needs(Permission.READ_TEXTS)
def one(request: HttpRequest, land: str) -> HttpResponse:
    """Everything that is known about one Land, each statement with its source."""
    library = _library(request)
    found = _found(library, land)
    own = own_values(library, found.land)
    context = {
        "area": "laender",
        "profile": found,
        "tally": tally((found,)),
        "fields": statements.of_fields(found, own),
        "exclusions": statements.of_exclusions(found, own),
        "parts": statements.of_parts(found, own),
        "programmes": statements.of_programmes(found, own),
        "counselling": statements.of_counselling(found, own),
        "figures": statements.of_figures(found),
        "more": {name: statements.more_slot(found, name, own) for name in LISTS},
        "may_edit": may(cast(User, request.user), Permission.EDIT_TEXTS),
        "sources": [(each, statements.day_words(each.date)) for each in found.sources],
    }
    return render(request, "laender/one.html", context)


def _found(library: Library, code: str) -> Profile:
    """The Land an address names (``nw``); Http404 where there is none."""
    try:
        return profile_in(library, code.upper())
    except KeyError as error:
        raise Http404 from error


def _library(request: HttpRequest) -> Library:
    office = cast(User, request.user).office
    assert office is not None  # without one nobody has the permission
    return library_of(office)

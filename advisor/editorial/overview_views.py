"""Pages on all texts: how they stand, and each area as those read it who advise."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.editorial.areas import FACTS, GENERAL, Area, all_areas, area_of, slots_about, title_of
from advisor.editorial.asked import office_of
from advisor.editorial.desk import Count, count_of, open_reports, waiting_for
from advisor.editorial.labels import PATHWAYS
from advisor.editorial.shelf import FILTERS, Entry, entries
from advisor.policies import Permission, may, needs
from advisor.texts.state import SlotState, states_of
from pathways.content.value_slots import ALL_SLOTS


@dataclass(frozen=True, slots=True)
class Row:
    """An area with how many texts it has, and how many of them each filter means."""

    title: str
    address: str
    german: bool
    texts: int
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The texts about one subject on the page of an area; ``empty``: those that nobody has written."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    empty: tuple[Entry, ...]


@require_safe
@needs(Permission.READ_TEXTS)
def overview(request: HttpRequest) -> HttpResponse:
    """All areas with how their texts stand; `?stand=` lists the texts of one state instead."""
    user, office = office_of(request)
    states = list(states_of(office, ALL_SLOTS.values()).values())
    chosen = next((each for each in FILTERS if each.id == request.GET.get("stand")), None)
    may_work = may(user, Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
    context = {
        "area": "texts",
        "areas": _rows(states),
        "filters": [count_of(each, states) for each in FILTERS],
        "chosen": chosen.id if chosen else "",
        "chosen_words": chosen.words if chosen else "",
        "listed": entries(each for each in states if chosen.holds(each)) if chosen else [],
        "waiting": list(waiting_for(user, states)),
        "may_work": may_work,
        "may_release": may(user, Permission.RELEASE_TEXTS),
        "reports": open_reports(office) if may_work else 0,
    }
    return render(request, "editorial/overview.html", context)


@require_safe
@needs(Permission.READ_TEXTS)
def pathway(request: HttpRequest, pathway_id: str) -> HttpResponse:
    """The texts about a pathway and about what it alone demands."""
    if pathway_id not in PATHWAYS:
        raise Http404
    return _area(request, Area(pathway_id))


@require_safe
@needs(Permission.READ_TEXTS)
def general(request: HttpRequest) -> HttpResponse:
    """The texts about what several pathways demand."""
    return _area(request, Area(GENERAL))


@require_safe
@needs(Permission.READ_TEXTS)
def facts(request: HttpRequest) -> HttpResponse:
    """The texts about the questions."""
    return _area(request, Area(FACTS))


def _area(request: HttpRequest, area: Area) -> HttpResponse:
    user, office = office_of(request)
    about = slots_about()
    slots = [slot for subject in area.subjects() for slot in about[subject]]
    states = states_of(office, slots)
    blocks = []
    for kind, subject_id in area.subjects():
        ids = {slot.id for slot in about[kind, subject_id]}
        found = entries(state for (slot_id, _language), state in states.items() if slot_id in ids)
        shown = tuple(each for each in found if _is_shown(each))
        empty = tuple(each for each in found if not _is_shown(each))
        blocks.append(Block(subject_id, title_of(kind, subject_id), shown, empty))
    context = {
        "area": "texts",
        "title": area.title,
        "blocks": blocks,
        "may_edit": may(user, Permission.EDIT_TEXTS),
    }
    return render(request, "editorial/area.html", context)


def _is_shown(entry: Entry) -> bool:
    state = entry.standing
    return bool(entry.current or (state and (state.is_gap or state.working)))


def _rows(states: list[SlotState]) -> list[Row]:
    by_area: dict[Area, list[SlotState]] = {area: [] for area in all_areas()}
    for state in states:
        by_area[Area(area_of(state.slot).id)].append(state)
    return [
        Row(
            area.title,
            area.address,
            area.german,
            sum(each.current is not None for each in found),
            tuple(count_of(each, found) for each in FILTERS),
        )
        for area, found in by_area.items()
    ]

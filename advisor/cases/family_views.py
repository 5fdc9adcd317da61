"""Pages about the persons of a case: all of them side by side, a further one, naming, ordering and removing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from advisor.cases import family
from advisor.cases.answers import answers_by_origin
from advisor.cases.family_forms import NewPersonForm, PersonForm, digest
from advisor.cases.family_matrix import matrix_of, shown_notes
from advisor.cases.fetch import NotWritable, OpenCase, PersonGone, open_case
from advisor.cases.frame import name_of
from advisor.cases.models import Person
from advisor.cases.sealing import label_of, relation_of
from advisor.cases.services import ATTEMPTS, Stale
from advisor.policies import Permission, may, needs
from advisor.web.errors import trouble
from pathways.engine.facts import Answers


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def persons(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everybody in the case: pathway by person, the next deadline of each, and the ways to what is theirs."""
    opened = open_case(request, uuid)
    matrix = matrix_of(opened.case)
    context = {**_frame(opened), "matrix": matrix, **shown_notes(matrix.notes)}
    context["exports"] = may(opened.user, Permission.WORK_ON_CASES)
    return render(request, "cases/persons.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def add(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A further person, with the answers about the first one that hold for everybody from now on."""
    opened = open_case(request, uuid)

    def keep(form: PersonForm) -> None:
        family.add_person(
            opened.case,
            opened.user,
            opened.case.version,
            label=form.cleaned_data["label"],
            relation=form.belongs,
            shared=form.cleaned_data.get("shared", ()),
        )

    if request.method != "POST":
        return _form_page(request, opened, "cases/person_new.html", _new_form(opened))
    form, kept = _saved(opened, lambda: _new_form(opened, request.POST), keep)
    if not kept:
        return _form_page(request, opened, "cases/person_new.html", form)
    messages.success(request, _("Die Person gehört jetzt zum Fall."))
    return redirect("cases:persons", uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def edit(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """What a person is called and how they belong to the first one; the button `first` puts them first."""
    opened = open_case(request, uuid, about)

    def keep(form: PersonForm) -> None:
        person, by = opened.person, opened.user
        label = form.cleaned_data["label"]
        family.change_person(person, by, opened.case.version, label=label, relation=form.belongs)
        if "first" in request.POST:
            family.put_first(person, by, opened.case.version, form.belongs)

    if request.method != "POST":
        return _form_page(request, opened, "cases/person.html", _edit_form(opened))
    form, kept = _saved(opened, lambda: _edit_form(opened, request.POST), keep)
    if not kept:
        return _form_page(request, opened, "cases/person.html", form)
    messages.success(request, _("Gespeichert."))
    return redirect("cases:persons", uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def remove(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """Ask whether somebody and their answers are to go, and do so; not the last one, nor anybody with evidence."""
    opened = open_case(request, uuid, about)
    if request.method == "POST" and "was" not in request.POST:
        return trouble(request, 400)
    if request.method == "POST" and _is_removed(opened, request.POST["was"]):
        messages.success(request, _("Die Person gehört nicht mehr zum Fall."))
        return redirect("cases:persons", uuid)
    own, _shared = answers_by_origin(opened.person)
    context = {
        **_frame(opened),
        "own": len(own),
        "was": _shown_of(opened, own),
        "is_last": opened.case.persons.count() == 1,
        "has_evidence": family.has_evidence(opened.person),
        "refused": request.method == "POST",
    }
    stays = context["is_last"] or context["has_evidence"]
    status = 200 if request.method != "POST" else 422 if stays else 409
    return render(request, "cases/person_remove.html", context, status=status)


def _is_removed(opened: OpenCase, was: str) -> bool:
    """Take the person out of the case; False where that cannot be, or where there is more now than was shown."""
    for attempt in range(ATTEMPTS):
        if attempt:
            _read_anew(opened)
        # Somebody may have answered for this person since the page was shown; that is not to go unseen.
        if was != _shown_of(opened, answers_by_origin(opened.person)[0]):
            return False
        try:
            family.remove_person(opened.person, opened.user, opened.case.version)
        except Stale:
            continue
        except (family.LastPerson, family.HasEvidence):
            return False
        return True
    raise Stale(f"after {ATTEMPTS} attempts")


def _saved(
    opened: OpenCase, build: Callable[[], PersonForm], keep: Callable[[PersonForm], None]
) -> tuple[PersonForm, bool]:
    """The form that was sent and whether it is kept; where somebody else saves meanwhile it is looked at again."""
    for attempt in range(ATTEMPTS):
        if attempt:
            _read_anew(opened)
        form = build()
        if not form.is_valid() or form.is_outdated:
            return form, False
        try:
            with transaction.atomic():
                keep(form)
        except family.TooMany:
            form.add_error(None, _("Ein Fall kann höchstens {n} Personen haben.").format(n=family.MOST_PERSONS))
            return form, False
        except Stale:
            continue
        return form, True
    raise Stale(f"after {ATTEMPTS} attempts")


def _read_anew(opened: OpenCase) -> None:
    """Take note of what somebody else has changed; NotWritable, PersonGone."""
    opened.case.refresh_from_db(fields=["version", "as_of", "state", "destroy_on", "sealed_outlook"])
    if not opened.case.is_running:
        raise NotWritable(opened.case)
    try:
        opened.person.refresh_from_db(fields=["sealed_label", "sealed_relation", "position"])
    except Person.DoesNotExist:
        raise PersonGone(opened.case) from None


def _new_form(opened: OpenCase, sent: QueryDict | None = None) -> NewPersonForm:
    everybody = list(opened.case.persons.all())
    first = everybody[0]
    first.case = opened.case
    own, _shared = answers_by_origin(first)
    offered = family.shareable(own)
    return NewPersonForm(
        sent,
        offered=offered,
        own=own,
        alone=len(everybody) == 1,
        submit=_("Person hinzufügen"),
        others=[label_of(opened.case, each) for each in everybody],
        main=name_of(opened.case, first),
        shown=digest([name_of(opened.case, each) for each in everybody], [(fact.id, own[fact.id]) for fact in offered]),
    )


def _edit_form(opened: OpenCase, sent: QueryDict | None = None) -> PersonForm:
    case, person = opened.case, opened.person
    everybody = list(case.persons.all())
    is_first = everybody[0].pk == person.pk
    relation = relation_of(case, person)
    name = label_of(case, person)
    return PersonForm(
        sent,
        submit=_("Speichern"),
        others=[label_of(case, each) for each in everybody if each.pk != person.pk],
        main=None if is_first else name_of(case, everybody[0]),
        shown=digest(name, relation, is_first),
        initial={"label": name, "relation": relation.value if relation else ""},
        second="" if is_first else _("Als erste Person speichern"),
    )


def _shown_of(opened: OpenCase, own: Answers) -> str:
    """What the page before a removal shows: who it is and what there is about them."""
    return digest(label_of(opened.case, opened.person), sorted(own.items()))


def _form_page(request: HttpRequest, opened: OpenCase, template: str, form: PersonForm) -> HttpResponse:
    """The page with the form: new, with faults, or beside what somebody else has changed meanwhile."""
    outdated = form.is_bound and form.is_valid() and form.is_outdated
    if outdated:
        form.show_again()
    context = {**_frame(opened), "form": form, "outdated": outdated, "is_first": "relation" not in form.fields}
    return render(request, template, context, status=409 if outdated else 422 if form.errors else 200)


def _frame(opened: OpenCase) -> dict[str, Any]:
    """What the frame of the pages about a case needs."""
    case, person = opened.case, opened.person
    return {
        "case": case,
        "subject": person,
        "subject_name": name_of(case, person),
        "tab": "persons",
        "may_write": opened.may_write,
    }

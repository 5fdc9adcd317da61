"""„Was wäre, wenn“: the page of a scenario; what is assumed travels in the form and is kept nowhere."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from advisor.cases.answers import answers_of
from advisor.cases.fetch import open_case
from advisor.cases.frame import frame
from advisor.cases.scenario import MOST, play, proposals
from advisor.cases.scenario_form import GROUPS, ScenarioForm, read_form
from advisor.cases.services import assessment_of
from advisor.cases.standing import Standing
from advisor.policies import Permission, needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def scenario(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The case with other answers beside the case as it is; whoever may read a case may play it through."""
    opened = open_case(request, uuid, about, only_looks=True)
    answers = answers_of(opened.person)
    assessment = assessment_of(opened.person, answers)
    now = Standing(answers, assessment.as_of)
    form = read_form(request.POST, now) if request.method == "POST" else ScenarioForm()
    context = {
        **frame(opened, "result"),
        "form": form,
        "groups": GROUPS,
        "most": MOST,
        "before": {question.id: answers.get(question.id) for question in form.questions},
        "as_of": assessment.as_of,
        "proposals": proposals(now, assessment.ripening),
        "played": play(now, form.answers, form.day) if form.ready else None,
    }
    return render(request, "cases/scenario.html", context, status=422 if form.is_faulty else 200)

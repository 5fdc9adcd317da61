"""Addresses of cases; a case and a person are named by random ids, nothing else about them stands in an address."""

from django.urls import path

from advisor.cases import (
    all_questions,
    family_views,
    listing,
    one_question,
    questionnaire,
    result,
    scenario_view,
    team_views,
    views,
)

app_name = "cases"
_PERSON = "<uuid:uuid>/person/<uuid:about>"
urlpatterns = [
    path("", listing.case_list, name="list"),
    path("neu/", views.new, name="new"),
    path("einlesen/", views.read_in, name="import"),
    path("<uuid:uuid>/angaben/", views.edit, name="edit"),
    path("<uuid:uuid>/team/", team_views.members, name="team"),
    path("<uuid:uuid>/protokoll/", team_views.case_log, name="log"),
    path("<uuid:uuid>/zugang/", team_views.reason, name="reason"),
    path("<uuid:uuid>/fragebogen/", questionnaire.first, name="questionnaire"),
    path("<uuid:uuid>/ergebnis/", result.of_case, name="result"),
    path("<uuid:uuid>/personen/", family_views.persons, name="persons"),
    path("<uuid:uuid>/person/neu/", family_views.add, name="person_new"),
    path(f"{_PERSON}/angaben/", family_views.edit, name="person_edit"),
    path(f"{_PERSON}/entfernen/", family_views.remove, name="person_remove"),
    path(f"{_PERSON}/falldatei.json", views.write_out, name="export"),
    path(f"{_PERSON}/fragebogen/", questionnaire.first_of_person, name="person_questionnaire"),
    path(f"{_PERSON}/fragebogen/naechste/", one_question.best, name="next"),
    path(f"{_PERSON}/fragebogen/alle/", all_questions.page, name="all"),
    path(f"{_PERSON}/fragebogen/<slug:section>/einzeln/", one_question.of_section, name="one_by_one"),
    path(f"{_PERSON}/fragebogen/<slug:section>/", questionnaire.section, name="section"),
    path(f"{_PERSON}/fragebogen/<slug:section>/<slug:fact_id>/", questionnaire.answer, name="answer"),
    path(f"{_PERSON}/ergebnis/", result.result, name="person_result"),
    path(f"{_PERSON}/stand-festhalten/", result.keep, name="keep_result"),
    path(f"{_PERSON}/was-waere-wenn/", scenario_view.scenario, name="scenario"),
    path(f"{_PERSON}/ergebnis/<slug:pathway_id>/", result.pathway, name="pathway"),
]

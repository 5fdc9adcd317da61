"""Addresses of cases; a case and a person are named by random ids, nothing else about them stands in an address."""

from django.urls import path

from advisor.cases import listing, questionnaire, result, team_views, views

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
    path(f"{_PERSON}/falldatei.json", views.write_out, name="export"),
    path(f"{_PERSON}/fragebogen/", questionnaire.first_of_person, name="person_questionnaire"),
    path(f"{_PERSON}/fragebogen/<slug:section>/", questionnaire.section, name="section"),
    path(f"{_PERSON}/fragebogen/<slug:section>/<slug:fact_id>/", questionnaire.answer, name="answer"),
    path(f"{_PERSON}/ergebnis/", result.result, name="person_result"),
    path(f"{_PERSON}/ergebnis/<slug:pathway_id>/", result.pathway, name="pathway"),
]

"""Addresses of cases; a case is named by a random id, nothing else about it stands in an address."""

from django.urls import path

from advisor.cases import listing, questionnaire, result, team_views, views

app_name = "cases"
urlpatterns = [
    path("", listing.case_list, name="list"),
    path("neu/", views.new, name="new"),
    path("einlesen/", views.read_in, name="import"),
    path("<uuid:uuid>/angaben/", views.edit, name="edit"),
    path("<uuid:uuid>/falldatei.json", views.write_out, name="export"),
    path("<uuid:uuid>/team/", team_views.members, name="team"),
    path("<uuid:uuid>/protokoll/", team_views.case_log, name="log"),
    path("<uuid:uuid>/zugang/", team_views.reason, name="reason"),
    path("<uuid:uuid>/fragebogen/", questionnaire.first, name="questionnaire"),
    path("<uuid:uuid>/fragebogen/<slug:section>/", questionnaire.section, name="section"),
    path("<uuid:uuid>/fragebogen/<slug:section>/<slug:fact_id>/", questionnaire.answer, name="answer"),
    path("<uuid:uuid>/ergebnis/", result.result, name="result"),
    path("<uuid:uuid>/ergebnis/<slug:pathway_id>/", result.pathway, name="pathway"),
]

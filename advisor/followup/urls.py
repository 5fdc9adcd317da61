"""Addresses of papers and deadlines of a case, and of calendars; cases and persons are named by random ids."""

from django.urls import path

from advisor.followup import calendar_views, case_views

app_name = "followup"
_CASE = "faelle/<uuid:uuid>"
_PAPERS = f"{_CASE}/person/<uuid:about>/unterlagen"
urlpatterns = [
    path("konto/kalender/", calendar_views.own, name="calendar"),
    path("kalender/<str:token>.ics", calendar_views.feed, name="feed"),
    path(f"{_CASE}/unterlagen/", case_views.of_case, name="of_case"),
    path(f"{_CASE}/fristen.ics", calendar_views.of_case, name="case_calendar"),
    path(f"{_PAPERS}/", case_views.page, name="case"),
    path(f"{_PAPERS}/frist/", case_views.date, name="date"),
    path(f"{_PAPERS}/<slug:paper>/", case_views.paper, name="paper"),
]

"""Addresses of the log."""

from django.urls import path

from advisor.logbook import views

app_name = "logbook"
urlpatterns = [
    path("", views.office_log, name="office"),
    path("tabelle.csv", views.table, name="table"),
]

"""Addresses of cases; a case is named by a random id, nothing else about it stands in an address."""

from django.urls import path

from advisor.cases import result, views

app_name = "cases"
urlpatterns = [
    path("", views.case_list, name="list"),
    path("<uuid:uuid>/ergebnis/", result.result, name="result"),
]

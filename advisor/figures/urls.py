"""Addresses of the statistics."""

from __future__ import annotations

from django.urls import path

from advisor.figures import views
from advisor.figures.commissions import SLUG

app_name = "figures"

urlpatterns = [
    path("zahlen/", views.overview, name="overview"),
    path("zahlen/stelle/", views.own, name="own"),
    path("zahlen/stelle.csv", views.own_csv, name="own_csv"),
    path(f"zahlen/{SLUG}/", views.hardship, name="hardship"),
    path(f"zahlen/{SLUG}.csv", views.hardship_csv, name="hardship_csv"),
    path("zahlen/<slug:table>/", views.one, name="table"),
    path("zahlen/<slug:table>.csv", views.one_csv, name="table_csv"),
]

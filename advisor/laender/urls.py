"""Addresses: Länder."""

from __future__ import annotations

from django.urls import path

from advisor.laender import views

app_name = "laender"

urlpatterns = [
    path("laender/", views.overview, name="overview"),
    path("laender/<slug:land>/", views.one, name="one"),
]

"""Addresses: Neubewertung."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "rescreen"

urlpatterns: list[URLPattern] = []

"""Addresses: Länder."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "laender"

urlpatterns: list[URLPattern] = []

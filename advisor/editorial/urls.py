"""Addresses: Redaktion."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "editorial"

urlpatterns: list[URLPattern] = []

"""Addresses: Merkblatt."""

from django.urls import URLPattern

app_name = "sheet"

urlpatterns: list[URLPattern] = []

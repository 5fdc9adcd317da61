"""Addresses: Sammelaufträge."""

from django.urls import URLPattern

app_name = "batch"

urlpatterns: list[URLPattern] = []

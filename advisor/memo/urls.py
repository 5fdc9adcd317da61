"""Addresses of the memo."""

from django.urls import URLPattern

app_name = "memo"
urlpatterns: list[URLPattern] = []

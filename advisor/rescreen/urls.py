"""Addresses: what the law has moved, and golden cases."""

from __future__ import annotations

from django.urls import path

from advisor.rescreen import golden_views, views

app_name = "rescreen"

urlpatterns = [
    path("aenderungen/", views.inbox, name="inbox"),
    path("aenderungen/<uuid:change>/", views.change, name="change"),
    path("aenderungen/<uuid:change>/gesehen/", views.seen, name="seen"),
    path("musterfaelle/", golden_views.golden_list, name="golden_list"),
    path("musterfaelle/<uuid:golden_case>/", golden_views.one, name="golden"),
    path("faelle/<uuid:uuid>/person/<uuid:about>/musterfall/", golden_views.keep, name="keep"),
]

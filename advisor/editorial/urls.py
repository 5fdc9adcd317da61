"""Addresses: Redaktion."""

from __future__ import annotations

from django.urls import path

from advisor.editorial import edit_views, overview_views, release_views, report_views, slot_views

app_name = "editorial"

urlpatterns = [
    path("texte/", overview_views.overview, name="overview"),
    path("texte/weg/<slug:pathway_id>/", overview_views.pathway, name="pathway"),
    path("texte/voraussetzungen/", overview_views.general, name="general"),
    path("texte/fragen/", overview_views.facts, name="facts"),
    path("texte/text/<str:slot>/", slot_views.slot_page, name="slot"),
    path("texte/text/<str:slot>/verlauf/", slot_views.history, name="history"),
    path("texte/text/<str:slot>/schritt/", slot_views.work, name="work"),
    path("texte/text/<str:slot>/geprueft/", slot_views.review_text, name="review"),
    path("texte/text/<str:slot>/bearbeiten/", edit_views.edit, name="edit"),
    path("texte/text/<str:slot>/vorschau/", edit_views.preview, name="preview"),
    path("texte/text/<str:slot>/papier/", edit_views.paper, name="paper"),
    path("texte/text/<str:slot>/melden/", report_views.report_page, name="report"),
    path("texte/fundstellen/", edit_views.citations, name="citations"),
    path("texte/meldungen/", report_views.reports, name="reports"),
    path("texte/meldungen/<uuid:report>/erledigt/", report_views.settle_report, name="settle"),
    path("texte/freigeben/", release_views.release_page, name="release"),
    path("texte/freigeben/wirkung/<uuid:count>/", release_views.impact, name="impact"),
    path("texte/freigaben/", release_views.releases, name="releases"),
    path("texte/freigaben/<int:release>/", release_views.released, name="released"),
]

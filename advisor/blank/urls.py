"""Addresses of the blank questionnaire."""

from django.urls import path

from advisor.blank import entry_views, views

app_name = "blank"
urlpatterns = [
    path("fragebogen/leer/", views.page, name="page"),
    path("fragebogen/leer.pdf", views.pdf, name="pdf"),
    path("fragebogen/leer-en.pdf", views.pdf_en, name="pdf_en"),
    path("faelle/<uuid:uuid>/person/<uuid:about>/nach-nummer/", entry_views.by_number, name="entry"),
]

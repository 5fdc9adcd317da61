"""Addresses of the blank questionnaire."""

from django.urls import path

from advisor.blank import views

app_name = "blank"
urlpatterns = [
    path("fragebogen/leer/", views.page, name="page"),
    path("fragebogen/leer.pdf", views.pdf, name="pdf"),
    path("fragebogen/leer-en.pdf", views.pdf_en, name="pdf_en"),
]

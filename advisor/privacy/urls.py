"""Addresses of the data-protection documents."""

from django.urls import path

from advisor.privacy import views

app_name = "privacy"
urlpatterns = [
    path("stelle/datenschutz/", views.index, name="index"),
    path("stelle/datenschutz/<slug:document>/", views.document, name="document"),
    path("stelle/datenschutz/<slug:document>/unterlage.pdf", views.document_file, name="document_pdf"),
]

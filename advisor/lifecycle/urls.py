"""Addresses of the life of a case, of retention, the bin and the proofs of deletion."""

from django.urls import path

from advisor.lifecycle import case_views, office_views

app_name = "lifecycle"
urlpatterns = [
    path("faelle/<uuid:uuid>/stand/", case_views.state, name="state"),
    path("faelle/<uuid:uuid>/loeschen/", case_views.delete, name="delete"),
    path("stelle/aufbewahrung/", office_views.retention, name="retention"),
    path("stelle/papierkorb/", office_views.wastebin, name="bin"),
    path("stelle/loeschnachweise/", office_views.certificates, name="certificates"),
    path("stelle/loeschnachweise/<uuid:certificate>/", office_views.certificate, name="certificate"),
    path(
        "stelle/loeschnachweise/<uuid:certificate>/nachweis.pdf", office_views.certificate_file, name="certificate_pdf"
    ),
]

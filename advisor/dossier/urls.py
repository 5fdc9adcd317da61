"""Addresses of the papers for a hardship commission; cases and persons are named by random ids."""

from django.urls import path

from advisor.dossier import views

app_name = "dossier"
_PERSON = "faelle/<uuid:uuid>/person/<uuid:about>/haertefall"
urlpatterns = [
    path(f"{_PERSON}/", views.overview, name="overview"),
    path(f"{_PERSON}/unterlagen.pdf", views.pdf, name="pdf"),
    path(f"{_PERSON}/unterlagen.docx", views.word, name="word"),
    path(f"{_PERSON}/<slug:part>/", views.section, name="section"),
]

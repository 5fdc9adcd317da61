"""Addresses of the quick check; nothing of what is answered stands in one."""

from django.urls import path

from advisor.quickcheck import views

app_name = "quickcheck"
urlpatterns = [
    path("schnellpruefung/", views.check, name="check"),
    path("schnellpruefung/ergebnis/", views.result, name="result"),
    path("schnellpruefung/ergebnis.pdf", views.pdf, name="pdf"),
    path("schnellpruefung/fall/", views.keep, name="keep"),
]

"""Addresses: Merkblatt."""

from django.urls import path

from advisor.sheet import views

app_name = "sheet"
urlpatterns = [
    path("faelle/<uuid:uuid>/person/<uuid:about>/merkblatt/", views.preview, name="preview"),
    path("faelle/<uuid:uuid>/person/<uuid:about>/merkblatt.pdf", views.pdf, name="pdf"),
]

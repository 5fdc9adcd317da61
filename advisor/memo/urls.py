"""Addresses of the memo."""

from django.urls import path

from advisor.memo import views

app_name = "memo"
urlpatterns = [
    path("<uuid:uuid>/memo/", views.preview, name="preview"),
    path("<uuid:uuid>/memo.pdf", views.pdf, name="pdf"),
]

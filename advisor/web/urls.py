"""Addresses that are open to all."""

from django.urls import path

from advisor.web import public

app_name = "web"
urlpatterns = [
    path("impressum/", public.imprint, name="imprint"),
    path("datenschutz/", public.privacy, name="privacy"),
    path("barrierefreiheit/", public.accessibility, name="accessibility"),
    path(".well-known/security.txt", public.security_txt, name="security"),
    path("gesund/", public.health, name="health"),
    path("formularschluessel/", public.form_token, name="token"),
]

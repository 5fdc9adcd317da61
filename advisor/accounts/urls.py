"""Addresses of login and logout."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from advisor.accounts.views import login

app_name = "accounts"
urlpatterns = [
    path("anmelden/", login, name="login"),
    path("abmelden/", LogoutView.as_view(), name="logout"),
]

"""Addresses around login: those of allauth that are needed, under names that allauth itself looks up, and no others."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import include, path, re_path

from advisor.accounts.language import choose
from advisor.accounts.views import cancel, changing, closed, form, invitation, shown

own = [
    path("einladung/<str:token>/", invitation, name="invitation"),
    path("anmelden/abbrechen/", cancel, name="cancel"),
    path("sprache/", choose, name="language"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path("anmelden/", form(account.login), name="account_login"),
    path("anmelden/zweiter-faktor/", form(mfa.authenticate), name="mfa_authenticate"),
    path("abmelden/", closed(form(account.logout)), name="account_logout"),
    path("beitreten/", form(account.signup), name="account_signup"),
    path("passwort-vergessen/", form(account.password_reset), name="account_reset_password"),
    path("passwort-vergessen/gesendet/", shown(account.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^passwort-vergessen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/neu/$",
        form(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "passwort-vergessen/fertig/",
        shown(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("konto/passwort/", form(account.password_change), name="account_change_password"),
    path("konto/bestaetigen/", form(account.reauthenticate), name="account_reauthenticate"),
    path("konto/bestaetigen/code/", form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("konto/bestaetigen/schluessel/", form(keys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("konto/zweiter-faktor/", shown(mfa.index), name="mfa_index"),
    path("konto/zweiter-faktor/app/", changing(totp.activate_totp), name="mfa_activate_totp"),
    path("konto/zweiter-faktor/app/entfernen/", changing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("konto/zweiter-faktor/schluessel/", shown(keys.list_webauthn), name="mfa_list_webauthn"),
    path("konto/zweiter-faktor/schluessel/neu/", changing(keys.add_webauthn), name="mfa_add_webauthn"),
    path("konto/zweiter-faktor/schluessel/<int:pk>/", form(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path(
        "konto/zweiter-faktor/schluessel/<int:pk>/entfernen/",
        changing(keys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path("konto/ersatzcodes/", shown(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("konto/ersatzcodes/neu/", changing(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
]

"""How accounts and second factors behave here; part of `advisor.settings`, the same in every installation."""

from __future__ import annotations

# allauth: names and passwords, no sign-up without an invitation, and nothing that tells who has an account.
ACCOUNT_ADAPTER = "advisor.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "advisor.accounts.names.NamesForm"
ACCOUNT_FORMS = {
    "login": "advisor.accounts.forms.LoginForm",
    "signup": "advisor.accounts.forms.JoinForm",
    "change_password": "advisor.accounts.forms.ChangePasswordForm",
    "reset_password": "advisor.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "advisor.accounts.forms.ResetPasswordKeyForm",
    "user_token": "advisor.accounts.forms.UserTokenForm",
    "reauthenticate": "advisor.accounts.forms.ReauthenticateForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Wegweiser: "
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "advisor.accounts.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "advisor.accounts.code_forms.AuthenticateForm",
    "reauthenticate": "advisor.accounts.code_forms.ReauthenticateForm",
    "activate_totp": "advisor.accounts.code_forms.ActivateForm",
    "add_webauthn": "advisor.accounts.key_forms.AddKeyForm",
    "authenticate_webauthn": "advisor.accounts.key_forms.AuthenticateKeyForm",
    "reauthenticate_webauthn": "advisor.accounts.key_forms.ReauthenticateKeyForm",
    "edit_webauthn": "advisor.accounts.key_forms.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Wegweiser"
# A code also holds half a minute before and after its time; each is taken only once (advisor.accounts.code_forms).
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
# Whoever joins was invited; an unconfirmed address is no reason to refuse a second factor.
MFA_ALLOW_UNVERIFIED_EMAIL = True

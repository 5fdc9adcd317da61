"""Login: Django's own view with our form and page."""

from django.contrib.auth.views import LoginView

from advisor.accounts.forms import LoginForm

login = LoginView.as_view(
    template_name="accounts/login.html", authentication_form=LoginForm, redirect_authenticated_user=True
)

"""A questionnaire by django-formtools, one question a page, kept in the session: settings, addresses, WSGI in one."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings

QUESTIONS, CHOICES = 20, 4

settings.configure(
    SECRET_KEY="only-for-a-benchmark-" + "0" * 40,
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.sessions", "formtools"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["BENCHMARK_DATABASE"],
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL;"},
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        {
                            "question.html": "<!DOCTYPE html><title>{{ wizard.steps.step1 }}</title>"
                            "<form method=post>{% csrf_token %}{{ wizard.management_form }}{{ wizard.form }}"
                            "<button>Weiter</button></form>"
                        },
                    )
                ]
            },
        }
    ],
)

from django import forms  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402

application: WSGIHandler = get_wsgi_application()
call_command("migrate", verbosity=0)

from formtools.wizard.views import SessionWizardView  # noqa: E402


class Question(forms.Form):
    """A question with some answers to choose from."""

    answer = forms.ChoiceField(
        choices=[(str(number), f"Antwort {number}") for number in range(CHOICES)], widget=forms.RadioSelect
    )


class Questionnaire(SessionWizardView):
    """One question after the other."""

    template_name = "question.html"
    form_list = [Question] * QUESTIONS

    def done(self, form_list: Any, **kwargs: Any) -> HttpResponse:
        """All were answered."""
        return HttpResponse("Danke")


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing, of the same server."""
    return HttpResponse("<!DOCTYPE html><title>leer</title>")


urlpatterns = [path("", Questionnaire.as_view()), path("leer/", empty)]

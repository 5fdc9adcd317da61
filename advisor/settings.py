"""Settings from the environment; what is not set there is the safe choice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from advisor.settings_allauth import *
from advisor.settings_database import database_of
from advisor.settings_parts import *

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- what kind of installation this is ------------------------------------------------------------------------

# A demonstration on one's own machine: invented cases, known passwords, plain HTTP. Never with real cases.
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)

# Empty where none is given: Django refuses to sign anything with it, and commands that sign nothing still run.
SECRET_KEY = env.str("SECRET_KEY", default="demonstration-only-" + "0" * 50 if DEMO else "")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
if DEMO and not set(ALLOWED_HOSTS) <= {"127.0.0.1", "localhost", "[::1]"}:
    raise ImproperlyConfigured(
        "DEMO=1 has known passwords and keys and is served on this machine's own addresses only. For an installation "
        "that others reach, leave out DEMO; to try it here, leave out ALLOWED_HOSTS."
    )

# --- parts ----------------------------------------------------------------------------------------------------

ROOT_URLCONF = "advisor.urls"
WSGI_APPLICATION = "advisor.wsgi.application"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

_LOADERS = ["advisor.web.lean.LeanLoader", "django.template.loaders.app_directories.Loader"]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", _LOADERS)],
            "builtins": ["advisor.web.templatetags.wording"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "advisor.navigation.navigation",
            ],
        },
    },
]

# --- database -------------------------------------------------------------------------------------------------

DATABASES: dict[str, Any] = {
    "default": database_of(env.str("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'wegweiser.sqlite3'}")),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- keys -----------------------------------------------------------------------------------------------------

# Master keys, `id:base64` each; the first seals, all open. Lines of a file that only the application can read, or the
# same separated by commas in one variable. With neither a demonstration uses a known key, anything else none.
MASTER_KEY_FILE = env.str("MASTER_KEY_FILE", default="")
MASTER_KEYS = env.str("MASTER_KEYS", default="")

# --- people ---------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "account_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "advisor.accounts.demonstration.NotThePasswordOfTheDemonstration"},
]

PASSWORD_RESET_TIMEOUT = 60 * 60

# Everybody proves a second thing at login; only a demonstration lets newcomers try it without.
SECOND_FACTOR_REQUIRED = not DEMO or env.bool("SECOND_FACTOR_REQUIRED", default=False)
INVITATION_DAYS = 7

# Limits count in the database: every process sees the same numbers, and no further service is needed.
CACHES: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cacheentry",
        # The usual 300 would let a flood of addresses push the counts of others out.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
}
# How many proxies add the address of whoever asks; without one, nothing a client says about itself is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=int(env.bool("BEHIND_TLS_PROXY", default=False)))

# --- work in the background -----------------------------------------------------------------------------------

# Queued in the database, done by `manage.py work`: no further service is needed.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- mail -----------------------------------------------------------------------------------------------------

# Without a mail server nothing is sent: an office admin then hands on links by another way.
EMAIL_HOST = env.str("EMAIL_HOST", default="")
EMAIL_PORT = env.int("EMAIL_PORT", default=587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="wegweiser@localhost")
MAIL_CONFIGURED = bool(EMAIL_HOST) or DEMO
if not EMAIL_HOST:
    EMAIL_BACKEND = f"django.core.mail.backends.{'console' if DEMO else 'dummy'}.EmailBackend"

# --- operator -------------------------------------------------------------------------------------------------

# Shown in the imprint, the privacy statement, the accessibility statement and security.txt.
OPERATOR_NAME = env.str("OPERATOR_NAME", default="")
OPERATOR_ADDRESS = env.str("OPERATOR_ADDRESS", default="")  # commas become lines
OPERATOR_EMAIL = env.str("OPERATOR_EMAIL", default="")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")  # address or mailto:/https: link; otherwise OPERATOR_EMAIL

# --- language and time ----------------------------------------------------------------------------------------

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "advisor.formats"
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

# --- files ----------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# A demonstration serves the sources themselves; anything else serves what `collectstatic` has hashed.
WHITENOISE_USE_FINDERS = DEMO or DEBUG
_STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if WHITENOISE_USE_FINDERS
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC_STORAGE},
}

# --- what is taken in -----------------------------------------------------------------------------------------

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- protection of browser and session ------------------------------------------------------------------------

_SECURE = not (DEMO or DEBUG)
# These prefixes bind a cookie to this host, to TLS and to the whole site: no other host can plant one.
SESSION_COOKIE_NAME = "__Host-session" if _SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _SECURE else "csrf"
SESSION_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# The longest a session lasts, the longest it may lie idle, and how long before its end the page warns; seconds.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_AGE = env.int("SESSION_IDLE_AGE", default=30 * 60)
SESSION_WARNING = 2 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SECURE = _SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Set only where somebody chooses a language.
LANGUAGE_COOKIE_NAME = "__Host-language" if _SECURE else "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SECURE = _SECURE
LANGUAGE_COOKIE_HTTPONLY = True
# In the session and not in a cookie of its own, so that nobody gets a cookie more than they need.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "advisor.web.errors.csrf_failure"
SECURE_SSL_REDIRECT = _SECURE and env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000) if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _SECURE
SECURE_HSTS_PRELOAD = _SECURE
# A health probe asks from inside, where nobody speaks TLS; its answer is one word.
SECURE_REDIRECT_EXEMPT = [r"^gesund/$"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        # Bootstrap draws ticks and arrows of form controls as data: images.
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    },
}

_LOG_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Django's own logger names paths and errors, never bodies; case addresses hold only random ids.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without values": {"()": "advisor.web.log_format.ValueFreeFormatter", "format": _LOG_LINE}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without values"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    # Without Django's own handlers: one mails whatever a form held to the administrators.
    "loggers": {
        "django": {"handlers": [], "level": "NOTSET"},
        # At DEBUG these write down rows, and all that a page was made from.
        "django.db.backends": {"level": "INFO"},
        "django.template": {"level": "INFO"},
    },
}

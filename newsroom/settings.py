"""All settings, from the environment. Without any variable: the embedded stack under ``var/``.

``NEWSROOM_DATABASE_URL`` and ``NEWSROOM_REDIS_URL`` choose the services stack; either may be set alone.
"""

import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from newsroom import env
from newsroom.threads import MOST_CONNECTIONS

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.folder("NEWSROOM_DATA_DIR", BASE_DIR / "var")
DEBUG = env.flag("NEWSROOM_DEBUG", False)
# Production means TLS in front, secure cookies and secrets from the environment.
PRODUCTION = env.flag("NEWSROOM_PRODUCTION", False)


def _secret_key() -> str:
    """The key of the environment; else, outside production, one that is made once and kept with the data."""
    if PRODUCTION:
        return env.text("NEWSROOM_SECRET_KEY")
    key = env.text("NEWSROOM_SECRET_KEY", "")
    kept = DATA_DIR / "secret_key"
    if not key and not kept.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return key or kept.read_text(encoding="ascii").strip()


def _database(url: str) -> dict[str, Any]:
    """Django's database settings for an address; the empty address is SQLite in the data folder."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "newsroom.sqlite3",
            # Write-ahead log and immediate transactions: without both, concurrent writers meet "database is locked".
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
            },
            "TEST": {"NAME": DATA_DIR / "test.sqlite3"},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured("NEWSROOM_DATABASE_URL must look like postgresql://user:password@host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or 5432,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 2, "max_size": MOST_CONNECTIONS, "timeout": 5},
            **dict(parse_qsl(parts.query)),
        },
    }


def _cache(url: str) -> dict[str, Any]:
    """Redis where there is one, else a table: a cache in memory would not be shared by the processes."""
    if url:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "KEY_PREFIX": "newsroom"}
    return {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "newsroom_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }


def _redis() -> str:
    url = env.text("NEWSROOM_REDIS_URL", "")
    if url and urlsplit(url).scheme not in {"redis", "rediss"}:
        raise ImproperlyConfigured("NEWSROOM_REDIS_URL must look like redis://host:6379/0 or rediss://…")
    return url


def _domain(name: str) -> str:
    """A name that can stand in an identifier."""
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", name):
        raise ImproperlyConfigured("NEWSROOM_SITE must be a domain, like desk.example.org.")
    return name.lower()


def _address(url: str) -> str:
    """A web address without the last slash; the empty one says that the site has none to print."""
    if url and urlsplit(url).scheme not in {"http", "https"}:
        raise ImproperlyConfigured("NEWSROOM_SITE_ADDRESS must look like https://desk.example.org.")
    return url.rstrip("/")


def _broker_options() -> dict[str, Any]:
    """Kombu's transport options: for Redis, or for a queue of files that needs no server."""
    if REDIS_URL:
        return {
            "visibility_timeout": 3600,
            "unacked_restore_throttle": 1,
            "socket_connect_timeout": 5,
            "global_keyprefix": "newsroom:",
        }
    queue, control = DATA_DIR / "broker" / "queue", DATA_DIR / "broker" / "control"
    for folder in (queue, control):
        folder.mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": str(queue),
        "data_folder_out": str(queue),
        "control_folder": str(control),
        "polling_interval": 0.1,
    }


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.names("NEWSROOM_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.names("NEWSROOM_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "newsroom",
    "factcheck",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A long queue is mostly the same words again. It pads its answers, so that their length tells no token.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # The language that the editor chose, else that of the browser.
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factcheck.web.middleware.method_page",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "csp.context_processors.nonce",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # Every template has words, so none has to load what translates them.
            "builtins": ["django.templatetags.i18n", "factcheck.web.saying"],
        },
    }
]

REDIS_URL = _redis()
DATABASES = {"default": _database(env.text("NEWSROOM_DATABASE_URL", ""))}
CACHES = {"default": _cache(REDIS_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign-in"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "newsroom.formats"
LANGUAGE_COOKIE_NAME = "newsroom_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTION
TIME_ZONE = env.text("NEWSROOM_TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Copy comes as files: each is bounded by intake, their number here. Form fields hold pasted copy.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "factcheck.web.uploads.BoundedUploadHandler",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.flag("NEWSROOM_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# The pipeline that reads the copy: one that ships with the code, "rules", or the name or path of a spaCy package.
SPACY_MODEL = env.text("NEWSROOM_SPACY_MODEL", "") or "en_wire"
# What tells which figures, days and places speak of one fact: a file that fit_coreference wrote, or the one that ships.
COREFERENCE = Path(env.text("NEWSROOM_COREFERENCE", "") or BASE_DIR / "factcheck/collation/data/coreference.json")

# Who issues: the domain is a part of what identifies a digest for good, the name and the address are printed.
SITE = _domain(env.text("NEWSROOM_SITE", "") or "desk.example")
SITE_NAME = env.text("NEWSROOM_SITE_NAME", "") or "Example Desk"
SITE_ADDRESS = _address(env.text("NEWSROOM_SITE_ADDRESS", ""))

# The run row is the truth, the broker only a doorbell: see factcheck/models/run.py.
RUN_LEASE_SECONDS = env.whole("NEWSROOM_RUN_LEASE_SECONDS", 45, at_least=1)
RUN_SWEEP_SECONDS = env.whole("NEWSROOM_RUN_SWEEP_SECONDS", 15, at_least=1)
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS = _broker_options()
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20 if PRODUCTION else 5
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    # A sweep that nobody came for is worth nothing: without an end, a day without a worker would pile them up.
    "sweep": {
        "task": "factcheck.sweep",
        "schedule": RUN_SWEEP_SECONDS,
        "options": {"expires": 4 * RUN_SWEEP_SECONDS},
    }
}
CELERY_TIMEZONE = TIME_ZONE

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("NEWSROOM_LOG_LEVEL", "INFO")},
    # It tells of every glyph that it puts into a PDF.
    "loggers": {"fontTools": {"level": "WARNING"}},
}

"""The Django project: settings, processes and doors. It says no word of the domain."""

from newsroom.celery import app as celery_app

__all__ = ["celery_app"]

"""The app's configuration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FactcheckConfig(AppConfig):
    name = "factcheck"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keeps roles, append-only triggers and the search in step with the code after every migration."""
        from factcheck.models.append_only import ensure_guards
        from factcheck.models.roles import ensure_roles
        from factcheck.models.search_index import ensure_in_step

        post_migrate.connect(ensure_roles, sender=self)
        post_migrate.connect(ensure_guards, sender=self)
        post_migrate.connect(ensure_in_step, sender=self)

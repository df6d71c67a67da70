"""The project as an app: its checks and its commands."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self) -> None:
        """Registers the checks."""
        from newsroom import checks  # noqa: F401

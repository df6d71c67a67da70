"""``manage.py index_search``: fills the search anew."""

from typing import Any

from django.core.management.base import BaseCommand

from factcheck.models import search_index


class Command(BaseCommand):
    help = "Fills the search anew from what is stored. Triggers keep it in step; this is for rows written without them."

    def handle(self, *args: Any, **options: Any) -> None:
        rows = search_index.rebuild()
        self.stdout.write(f"The search holds {rows} {'entry' if rows == 1 else 'entries'}.")

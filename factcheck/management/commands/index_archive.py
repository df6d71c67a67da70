"""``manage.py index_archive``: puts every article that was read into the archive anew."""

from typing import Any

from django.core.management.base import BaseCommand

from factcheck.collation.archive_index import index_all


class Command(BaseCommand):
    help = "Puts every article that was read into the archive anew: its quotations and how it spells names."

    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for done in index_all():
            self.stdout.write(f"{done} articles …")
        self.stdout.write(f"The archive holds {done} {'article' if done == 1 else 'articles'}.")

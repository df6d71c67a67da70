"""Prints how fast the desk's pages are made and how much they weigh, with a large story on it: ``make bench DESK=1``.

    python -m tests.bench.desk

It makes a database of SQLite with a made-up story of 50 reports and 500 conflicts, and throws it away.
"""

import os
from gzip import compress
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from tests.bench.lines import Figures, Line, milliseconds, number, table

TIMES = 15


def kilobytes(figure: float) -> str:
    return f"{figure / 1024:,.0f} KB"


LINES = (
    Line("seconds", "made in, middle of 15", milliseconds, "< 100 ms"),
    Line("work", "the processor's part of it", milliseconds),
    Line("queries", "queries", number),
    Line("plain", "weight as made", kilobytes),
    Line("sent", "weight as sent, compressed", kilobytes, "< 150 KB"),
)


def main() -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"NEWSROOM_DATA_DIR": folder, "NEWSROOM_DATABASE_URL": "", "NEWSROOM_REDIS_URL": ""}
        os.environ |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_HOSTS": "testserver"}
        results = measured()
    print("\n".join(table(LINES, results)))


def measured() -> dict[str, Figures]:
    """The figures of each page."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from django.contrib.auth.models import User
    from django.test import Client

    from factcheck.models.roles import Role, assign
    from tests.bench.large_story import large_story

    story = large_story()
    editor = User.objects.create_user("ada")
    assign(editor, Role.EDITOR)
    client = Client()
    client.force_login(editor)
    address = story.get_absolute_url()
    last = story.conflicts.order_by("rank").values_list("pk", flat=True)[11]
    fragment = {"HX-Request": "true"}
    return {
        "desk": page(client, "/"),
        "story": page(client, address),
        "more cards": page(client, f"{address}?after={last}", fragment),
        "head": page(client, address, fragment),
        "pulse": page(client, f"{address}?present=", fragment),
        "who says what": page(client, f"{address}agreement/"),
        "people": page(client, f"{address}people/"),
        "beside": page(client, f"{address}side-by-side/"),
        "at once": page(client, f"{address}bulk/?way=approve"),
        "digest": page(client, f"{address}digest/"),
        "search": page(client, "/search/?q=ferry+variant"),
        "search quay": page(client, "/search/?q=quay"),
    }


def page(client: Any, address: str, headers: dict[str, str] | None = None) -> Figures:
    """One page: its time, once warm, and its weight."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        content = client.get(address, headers=headers).content
        queries = len(asked)
    taken = [_seconds(client, address, headers) for _ in range(TIMES)]
    return {
        "seconds": median(seconds for seconds, _ in taken),
        "work": median(work for _, work in taken),
        "queries": queries,
        "plain": len(content),
        "sent": len(compress(content, 6)),
    }


def _seconds(client: Any, address: str, headers: dict[str, str] | None) -> tuple[float, float]:
    start, at = perf_counter(), process_time()
    client.get(address, headers=headers)
    return perf_counter() - start, process_time() - at


if __name__ == "__main__":
    main()

"""Prints how long each export format takes on a large digest, and what the file weighs: ``make bench EXPORTS=1``.

    python -m tests.bench.exports

It makes a database of SQLite with a made-up story of 50 reports and 400 conflicts, seven of eight decided, and throws
it away. Times are those of the processor, so that what else runs on the machine counts little.
"""

import os
from collections.abc import Callable, Mapping
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from tests.bench.desk import kilobytes
from tests.bench.lines import seconds, times
from tests.eval.table import columns

REPORTS, CONFLICTS = 50, 400
UNDECIDED = 8
ROUNDS = 3
MEASURE = "text"
HEAD = ("format", "made in, middle of 3", "against plain text", "weight", "reach")
REACH = "< 3 s"


def main() -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"NEWSROOM_DATA_DIR": folder, "NEWSROOM_DATABASE_URL": "", "NEWSROOM_REDIS_URL": ""}
        os.environ |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        results = measured()
    plain = results[MEASURE][0]
    rows = [
        (name, seconds(taken), times(taken / plain), kilobytes(weight), REACH)
        for name, (taken, weight) in results.items()
    ]
    print("\n".join(columns([HEAD, *rows])))


def measured() -> dict[str, tuple[float, float]]:
    """Seconds and bytes of each format."""
    content = _content()
    from factcheck.digest.renderers import RENDERERS

    return {name: _measured(renderer.render, content) for name, renderer in RENDERERS.items()}


def _content() -> Mapping[str, Any]:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User

    from factcheck.digest.service import preview
    from factcheck.review.service import decide
    from factcheck.types import Verdict
    from tests.bench.large_story import NOW, large_story

    story, editor = large_story(REPORTS, CONFLICTS), User.objects.create_user("ada")
    for conflict in story.conflicts.order_by("rank"):
        if conflict.rank % UNDECIDED:
            reading = conflict.readings.order_by("position").first()
            decide(conflict, editor=editor, verdict=Verdict.APPROVE, reading=reading, now=NOW)
    return preview(story, now=NOW).content


def _measured(render: Callable[[Mapping[str, Any]], bytes], content: Mapping[str, Any]) -> tuple[float, float]:
    taken, weight = [], 0
    for _ in range(ROUNDS):
        start = process_time()
        weight = len(render(content))
        taken.append(process_time() - start)
    return median(taken), weight


if __name__ == "__main__":
    main()

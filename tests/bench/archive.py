"""Prints how fast the archive answers as it grows, how large it is and what it finds: ``make bench ARCHIVE=1``.

    python -m tests.bench.archive

It makes a database of SQLite, fills it with made-up reports without reading them, and throws it away.
"""

import os
import sys
from collections.abc import Sequence
from tempfile import TemporaryDirectory

from tests.bench.lines import Figures, Line, megabytes, milliseconds, number, share, table
from tests.bench.sayings import seeded

SIZES = (1_000, 10_000, 100_000)
LINES = (
    Line("looked up", "an article's quotations looked up, middle", milliseconds),
    Line("compared", "looked up and held against what is found, middle", milliseconds, "< 300 ms"),
    Line("slowest", "the slowest of 60 articles", milliseconds),
    Line("named", "five spellings of names counted", milliseconds),
    Line("put in", "an article put into the archive", milliseconds),
    Line("postings", "postings", number),
    Line("megabytes", "postings and printings on the disk", megabytes),
    Line("recall 0", "an old quotation found again, unchanged", share),
    *(Line(f"recall {edits}", f"with words changed at random: {edits}", share) for edits in (1, 2, 3)),
)


def main() -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"NEWSROOM_DATA_DIR": folder, "NEWSROOM_DATABASE_URL": "", "NEWSROOM_REDIS_URL": ""}
        os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
        results = grown(SIZES)
    print("\n".join(table(LINES, results)))


def grown(sizes: Sequence[int]) -> dict[str, Figures]:
    """The figures at each size of one archive that grows."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tests.bench.archive_probe import fill, measured

    draw, results, held = seeded(), {}, 0
    for size in sizes:
        fill(size - held, draw)
        held = size
        results[f"{size:,} reports"] = measured(draw)
        print(f"{size:,} reports are measured.", file=sys.stderr)
    return results


if __name__ == "__main__":
    main()

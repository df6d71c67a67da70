"""Prints how fast the stages are and what a worker takes, for several language pipelines side by side: ``make bench``.

    python -m tests.bench.run [PIPELINE ...] [--copy FOLDER]

A pipeline is a name or folder as NEWSROOM_SPACY_MODEL takes it, or "rules" for none; without a name the configured one
is measured. The copy is that of samples/, or the text files of another folder.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench.lines import Figures, Line, megabytes, milliseconds, seconds, table, times, words
from tests.bench.probe import STORY_SIZES
from tests.bench.reports import SAMPLES

PROJECT = Path(__file__).resolve().parents[2]
CONFIGURED = "as configured"


LINES = (
    Line("import", "a worker: importing its code", seconds),
    Line("load", "a worker: loading the pipeline", seconds, "< 1.5 s"),
    Line("loaded", "a worker: memory when loaded", megabytes),
    Line("first", "a worker: its first report", seconds),
    Line("peak", "a worker: most memory, stories read and compared", megabytes),
    Line("intake", "intake, words a second", words),
    Line("bare", "the bare pipeline, words a second", words),
    Line("whole", "whole extraction, words a second", words, ">= 3,500; without encoder 5,500"),
    Line("ratio", "whole extraction against the bare pipeline", times, "<= 1.3 x"),
    Line("report", "whole extraction of a report", milliseconds),
    *(Line(f"collate {size}", f"collation of {size} reports of one story", seconds) for size in STORY_SIZES),
)


def measured(model: str, copy: Path) -> Figures:
    """All figures of one pipeline, from fresh processes with one thread."""
    chosen = {} if model == CONFIGURED else {"NEWSROOM_SPACY_MODEL": model}
    environment = os.environ | chosen | {"OMP_NUM_THREADS": "1"}
    found: Figures = {}
    for part in ("worker", "speed"):
        command = [sys.executable, "-m", "tests.bench.probe", part, str(copy.resolve())]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=PROJECT, env=environment).stdout
        found |= json.loads(printed)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures language pipelines side by side.")
    parser.add_argument("pipelines", nargs="*", metavar="PIPELINE", default=[CONFIGURED])
    parser.add_argument("--copy", type=Path, default=SAMPLES, help="a folder of text files to measure on")
    options = parser.parse_args()
    try:
        results = {model: measured(model, options.copy) for model in options.pipelines}
    except subprocess.CalledProcessError as error:
        sys.exit(f"This failed, with status {error.returncode}: {' '.join(error.cmd[1:])}")
    print("\n".join(table(LINES, _short(results))))


def _short(results: Mapping[str, Figures]) -> dict[str, Figures]:
    """Columns headed by the last part of a folder's name where that tells them apart."""
    short = [Path(model).name for model in results]
    return dict(zip(short if len(set(short)) == len(short) else results, results.values(), strict=True))


if __name__ == "__main__":
    main()

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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.probe import STORY_SIZES, Figures
from tests.bench.reports import SAMPLES
from tests.eval.table import columns

PROJECT = Path(__file__).resolve().parents[2]
CONFIGURED = "as configured"


def _seconds(figure: float) -> str:
    return f"{figure:.2f} s"


def _milliseconds(figure: float) -> str:
    return f"{figure * 1000:,.0f} ms"


def _megabytes(figure: float) -> str:
    return f"{figure:,.0f} MB"


def _words(figure: float) -> str:
    return f"{round(figure, -2):,.0f}"


def _times(figure: float) -> str:
    return f"{figure:.2f} x"


@dataclass(frozen=True)
class Line:
    """A line of the table: which figure, in which words, and what it is to reach."""

    figure: str
    measure: str
    written: Callable[[float], str]
    reach: str = ""

    def cells(self, results: Sequence[Figures]) -> tuple[str, ...]:
        """The line as it is printed; a figure that is not told here is a dash."""
        told = [result.get(self.figure) for result in results]
        return self.measure, *("-" if one is None else self.written(one) for one in told), self.reach


LINES = (
    Line("import", "a worker: importing its code", _seconds),
    Line("load", "a worker: loading the pipeline", _seconds, "< 1.5 s"),
    Line("loaded", "a worker: memory when loaded", _megabytes),
    Line("first", "a worker: its first report", _seconds),
    Line("peak", "a worker: most memory, stories read and compared", _megabytes),
    Line("intake", "intake, words a second", _words),
    Line("bare", "the bare pipeline, words a second", _words),
    Line("whole", "whole extraction, words a second", _words, ">= 3,500; without encoder 5,500"),
    Line("ratio", "whole extraction against the bare pipeline", _times, "<= 1.3 x"),
    Line("report", "whole extraction of a report", _milliseconds),
    *(Line(f"collate {size}", f"collation of {size} reports of one story", _seconds) for size in STORY_SIZES),
)


def table(results: Mapping[str, Figures]) -> list[str]:
    """The figures of several pipelines, one a column."""
    header = ("measure", *results, "reach")
    return columns([header, *(line.cells(list(results.values())) for line in LINES)])


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
    print("\n".join(table(_short(results))))


def _short(results: Mapping[str, Figures]) -> dict[str, Figures]:
    """Columns headed by the last part of a folder's name where that tells them apart."""
    short = [Path(model).name for model in results]
    return dict(zip(short if len(set(short)) == len(short) else results, results.values(), strict=True))


if __name__ == "__main__":
    main()

"""Prints how the check does on real copy, with the figure to reach beside each: ``make eval``.

    python -m tests.eval.run [SET ...] [--shared FOLDER] [--data FOLDER] [--keep FOLDER] [--per-kind N] [--seed N]

Without a name the quick sets run; "all" means all. The scorers and the five stories lie in ../shared; the corpora in
the folder that BENCH_DATA names. Both are other people's copy: what is missing is said and passed over, and nothing of
it may be kept inside this project.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.eval import table
from tests.eval.sets import PROJECT, SETS, Measured, Place, measure

SHARED = PROJECT.parent / "shared"


def chosen(names: Sequence[str]) -> list[str]:
    """The sets that the names mean, in the order of the table; raises ValueError at a name that is none."""
    unknown = [name for name in names if name not in (*SETS, "all")]
    if unknown:
        raise ValueError(f"There is no set called {unknown[0]}. The sets are {', '.join(SETS)}, or all.")
    if "all" in names:
        return list(SETS)
    return [name for name, one in SETS.items() if (name in names if names else one.quick)]


def report(name: str, measured: Measured) -> Iterator[str]:
    """One set as it is printed."""
    rows = SETS[name].rows(measured.figures)
    if measured.unchecked:
        rows.append(table.Row("clusters that could not be checked", measured.unchecked, 0, at_most=True))
    yield from ("", f"{SETS[name].title} ({name})", *table.lines(rows))
    if measured.detail:
        yield from ("", *measured.detail.splitlines())


def lines(names: Sequence[str], place: Place, model: str) -> Iterator[str]:
    """All that is printed, set by set."""
    yield f"language pipeline: {model}"
    for name in names:
        missing = SETS[name].missing(place.data, model)
        if missing:
            yield from ("", f"{SETS[name].title} ({name}): passed over, {missing}.")
        else:
            yield from report(name, measure(name, place))


def pipeline() -> str:
    """The language pipeline of the settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.conf import settings

    return settings.SPACY_MODEL


def main() -> None:
    parser = argparse.ArgumentParser(description="Prints how the check does on real copy.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(SETS)} or all")
    parser.add_argument("--shared", type=Path, default=SHARED, help="holds eval/ and seeds/")
    parser.add_argument("--data", type=Path, default=os.environ.get("BENCH_DATA"), help="holds the corpora")
    parser.add_argument("--keep", type=Path, help="keep clusters and results here, outside the project")
    parser.add_argument("--per-kind", type=int, default=20, help="how many errors of a kind are put in")
    parser.add_argument("--seed", type=int, default=1, help="which errors are drawn")
    options = parser.parse_args()
    try:
        names = chosen(options.sets)
    except ValueError as error:
        sys.exit(str(error))
    if not (options.shared / "eval").is_dir():
        sys.exit(f"{options.shared} holds no eval: name the folder that does with --shared.")
    if options.keep and options.keep.resolve().is_relative_to(PROJECT):
        sys.exit("The results quote other people's copy: keep them outside the project.")
    with tempfile.TemporaryDirectory() as folder:
        keep = (options.keep or Path(folder)).resolve()
        keep.mkdir(parents=True, exist_ok=True)
        place = Place(options.shared.resolve(), options.data, keep, options.per_kind, options.seed)
        try:
            for line in lines(names, place, pipeline()):
                print(line, flush=True)
        except subprocess.CalledProcessError as error:
            sys.exit(f"This failed, with status {error.returncode}: {' '.join(error.cmd[1:])}")


if __name__ == "__main__":
    main()

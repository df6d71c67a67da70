"""The named sets of `make eval`: what each needs, which scorer counts it, and how its figures become rows."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.extraction.pipeline import RULES
from tests.eval import events, rows
from tests.eval.table import Row

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Place:
    """Where a run finds the scorers and the corpora, where it puts what passes between, and how much it draws."""

    shared: Path
    data: Path | None
    folder: Path
    per_kind: int = 20
    seed: int = 1

    def scorer(self, name: str, *arguments: str | Path) -> bytes:
        """What one of the scorers prints."""
        command = [sys.executable, str(self.shared / "eval" / name), *map(str, arguments)]
        data = {"BENCH_DATA": str(self.data)} if self.data else {}
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, env=os.environ | data).stdout


@dataclass(frozen=True)
class EvalSet:
    """One named set."""

    title: str
    script: str
    rows: Callable[[Mapping[str, Any]], list[Row]]
    # What must lie in the folder of corpora.
    needs: tuple[str, ...] = ()
    # What its scorer is told, in making the clusters and in counting.
    options: tuple[str, ...] = ()
    claims: bool = False
    # What takes minutes runs only when it is named.
    quick: bool = True
    # The errors that are put in are drawn: the scorer keeps their list in a log, and has a table of their kinds.
    drawn: bool = False
    # Measured is the recogniser of the language pipeline alone, so there must be one.
    recogniser: bool = False

    def missing(self, data: Path | None, model: str) -> str:
        """Why the set cannot be measured here with that language pipeline; empty when it can."""
        if self.recogniser and model == RULES:
            return "the rules have no recogniser: name a pipeline in NEWSROOM_SPACY_MODEL"
        if not self.needs or (data and all((data / name).exists() for name in self.needs)):
            return ""
        if data is None:
            return "BENCH_DATA names no folder of corpora"
        return f"{data} has no {', '.join(name for name in self.needs if not (data / name).exists())}"


NAMED = ("meantime/corpus_airbus", "meantime/corpus_apple", "uner_en_ewt/en_ewt-ud-dev.iob2", "gum/dep")
SETS = {
    "seeds": EvalSet("Five real stories", "score_seeds.py", rows.seeds, claims=True),
    "subsets": EvalSet("Every subset of the five", "subsets.py", rows.subsets),
    "quotes": EvalSet(
        "Quotations and speakers: PolNeAR, dev",
        "quotes.py",
        rows.quotes,
        needs=("polnear/data/dev", "polnear/data/metadata.tsv", "ggt/quote_verb_list.txt"),
        options=("--split", "dev"),
        claims=True,
    ),
    "entities": EvalSet(
        "Names, figures and dates",
        "entities.py",
        rows.entities,
        needs=NAMED,
        claims=True,
    ),
    "recogniser": EvalSet(
        "Names, as the recogniser of the language pipeline alone gives them",
        "entities.py",
        rows.names,
        needs=NAMED,
        quick=False,
        recogniser=True,
    ),
    "variants": EvalSet(
        "Differences that real reports had",
        "variants.py",
        rows.variants,
        needs=("ecbplus", "basil/articles"),
        quick=False,
    ),
    "inject": EvalSet(
        "Errors put into real reports",
        "inject.py",
        rows.inject,
        needs=("basil/articles",),
        quick=False,
        drawn=True,
    ),
    "events": EvalSet(
        "Telling events apart",
        "inject.py",
        rows.events,
        needs=("basil/articles",),
        options=("--kinds", "event-trap", "--per-kind", "200"),
        quick=False,
    ),
}


@dataclass(frozen=True)
class Measured:
    """What came out of a set: its figures, how many clusters could not be checked, and the scorer's table of kinds."""

    figures: Mapping[str, Any]
    unchecked: int = 0
    detail: str = ""


def measure(name: str, place: Place) -> Measured:
    """Runs the check on one set and has it scored."""
    if name == "seeds":
        return _stories(place)
    return _events(SETS[name], place) if name == "events" else _clusters(name, SETS[name], place)


def _stories(place: Place) -> Measured:
    result = place.folder / "seeds.json"
    stories = sorted((place.shared / "seeds").glob("*.txt"))
    _print(result, "manage.py", "factcheck", *stories, "--format", "json", "--claims")
    return Measured(json.loads(place.scorer("score_seeds.py", result, "--claims", "--json")))


def _events(chosen: EvalSet, place: Place) -> Measured:
    clusters, results, log = (place.folder / f"events.{part}.jsonl" for part in ("clusters", "results", "log"))
    drawn = place.scorer(chosen.script, "make", *chosen.options, "--seed", str(place.seed), "--log", log)
    joined = {entry["id"]: entry["article"] for entry in _lines(log.read_bytes()) if entry["kind"] != "clean"}
    made = events.clusters(_lines(drawn), joined)
    clusters.write_text("".join(json.dumps(cluster) + "\n" for cluster in made), encoding="utf-8")
    _check(clusters, results)
    return Measured(events.score(_lines(results.read_bytes())), _unchecked(results))


def _clusters(name: str, chosen: EvalSet, place: Place) -> Measured:
    clusters, results, log = (place.folder / f"{name}.{part}.jsonl" for part in ("clusters", "results", "log"))
    draw: list[str | Path] = ["--per-kind", str(place.per_kind), "--seed", str(place.seed), "--log", log]
    clusters.write_bytes(place.scorer(chosen.script, "make", *chosen.options, *(draw if chosen.drawn else [])))
    if chosen.recogniser:
        _print(results, "-m", "tests.eval.recogniser", clusters)
    else:
        _check(clusters, results, *(["--claims"] if chosen.claims else []))
    score: list[str | Path] = ["score", *chosen.options, *([log] if chosen.drawn else []), results]
    figures = json.loads(place.scorer(chosen.script, *score, "--json"))
    return Measured(figures, _unchecked(results), place.scorer(chosen.script, *score).decode() if chosen.drawn else "")


def _lines(printed: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def _unchecked(results: Path) -> int:
    return sum("error" in result for result in _lines(results.read_bytes()))


def _check(clusters: Path, results: Path, *options: str) -> None:
    """Runs the one-shot command over the clusters."""
    _print(results, "manage.py", "factcheck", "--clusters", clusters, "--format", "jsonl", *options)


def _print(into: Path, *command: str | Path) -> None:
    """What a command of the project prints, line by line as it comes, so that a long run can be watched."""
    with into.open("wb") as results:
        subprocess.run([sys.executable, *map(str, command)], stdout=results, check=True, cwd=PROJECT)

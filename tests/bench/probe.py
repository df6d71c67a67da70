"""Measures the pipeline of the settings in this process, and prints the figures as JSON.

    python -m tests.bench.probe worker|speed FOLDER

"worker" must be a process of its own, since it measures what a fresh one takes. Times are those of the processor, so
that what else runs on the machine counts little; they are still no figures to hold a test to.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from spacy.language import Language

from tests.bench.lines import Figures
from tests.bench.reports import reports, story, texts

ROUNDS = 3
REPORTS = 30
STORY_SIZES = (5, 10, 20, 50)
# Components of ours begin so; without them a pipeline is what its makers trained.
OURS = "wire_"
STATUS = Path("/proc/self/status")


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    began = process_time()
    work()
    return process_time() - began


def memory(field: str) -> float | None:
    """A field of this process's memory in megabytes; None on systems that do not tell it here."""
    if not STATUS.exists():
        return None
    held = dict(line.split(":", 1) for line in STATUS.read_text(encoding="utf-8").splitlines())
    return int(held[field].split()[0]) / 1024


def worker(folder: Path) -> Figures:
    """What a fresh worker takes until it has read its first stories."""
    found: Figures = {"import": seconds(_imported)}
    from factcheck.collation.collate import collate
    from factcheck.extraction.pipeline import extract, load
    from factcheck.intake.parse import parse

    model = _model()
    found["load"] = seconds(partial(load, model))
    found["loaded"] = memory("VmRSS")
    copies = [parse(text.encode(), name=f"{n:03}.txt") for n, text in enumerate(texts(folder))]
    found["first"] = seconds(partial(extract, copies[0], load(model)))
    collate([extract(copy, load(model)) for copy in copies])
    return found | {"peak": memory("VmHWM")}


def _imported() -> None:
    import django

    django.setup()
    import factcheck.extraction.pipeline
    import factcheck.tasks  # noqa: F401 - a worker has it


def speed(folder: Path, *, rounds: int = ROUNDS, count: int = REPORTS, sizes: Sequence[int] = STORY_SIZES) -> Figures:
    """How fast the stages are, the whole extraction beside the bare pipeline in the same run."""
    from factcheck.collation.collate import collate
    from factcheck.extraction.pipeline import extract, load
    from factcheck.intake.parse import parse_text

    base = texts(folder)
    nlp = load(_model())
    _side_by_side(base, nlp)
    found = [_side_by_side(reports(count, base, seed), nlp) for seed in range(rounds)]
    # Of a pipeline that only cuts words there is nothing to compare with.
    figures: Figures = {name: median(one[name] for one in found) for name in found[0]}
    if set(nlp.pipe_names) == _ours(nlp):
        figures |= {"bare": None, "ratio": None}
    one_story = story(folder)
    # The first comparison of a process reads its word lists; that is the worker's first story, not the speed.
    for size in (2, *sizes):
        copies = [parse_text(text, name=f"{n:03}.txt") for n, text in enumerate(reports(size, one_story, size))]
        read = [extract(copy, nlp) for copy in copies]
        figures[f"collate {size}"] = seconds(partial(collate, read))
    return figures


def _side_by_side(copy: Sequence[str], nlp: Language) -> dict[str, float]:
    """One round: every report through intake, the bare pipeline and the whole extraction; each is first in turn."""
    from factcheck.extraction.pipeline import extract
    from factcheck.intake.parse import parse

    words = sum(not token.is_space for text in copy for token in nlp.make_doc(text))
    spent = {"intake": 0.0, "bare": 0.0, "whole": 0.0}
    for number, text in enumerate(copy):
        article = parse(text.encode(), name="000.txt")
        steps: dict[str, Callable[[], object]] = {
            "intake": partial(parse, text.encode(), name="000.txt"),
            "bare": partial(nlp, text),
            "whole": partial(extract, article, nlp),
        }
        for name in steps if number % 2 else reversed(steps):
            with nlp.select_pipes(disable=sorted(_ours(nlp)) if name == "bare" else []):
                spent[name] += seconds(steps[name])
    speeds = {name: words / max(taken, 1e-9) for name, taken in spent.items()}
    return speeds | {"ratio": spent["whole"] / max(spent["bare"], 1e-9), "report": spent["whole"] / len(copy)}


def _ours(nlp: Language) -> set[str]:
    return {name for name in nlp.pipe_names if name.startswith(OURS)}


def _model() -> Any:
    from django.conf import settings

    return settings.SPACY_MODEL


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    measure = {"worker": worker, "speed": speed}[sys.argv[1]]
    print(json.dumps(measure(Path(sys.argv[2]))))


if __name__ == "__main__":
    main()

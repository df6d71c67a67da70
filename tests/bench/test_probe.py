"""What is measured is there; how fast it is depends on the machine, so no test says."""

import pytest
from django.conf import settings as django_settings

from factcheck.extraction.pipeline import load
from tests.bench import probe
from tests.bench.reports import SAMPLES
from tests.bench.run import LINES


def test_the_work_is_done_once() -> None:
    done: list[int] = []
    probe.seconds(lambda: done.append(1))
    assert done == [1]


def test_every_line_of_the_table_is_measured_and_nothing_else() -> None:
    found = probe.worker(SAMPLES) | probe.speed(SAMPLES, rounds=1, count=2)
    assert found.keys() - {"collate 2"} == {line.figure for line in LINES}


def test_the_pipeline_is_whole_after_it_was_measured_bare() -> None:
    nlp = load(django_settings.SPACY_MODEL)
    before = list(nlp.pipe_names)
    probe.speed(SAMPLES, rounds=1, count=2, sizes=())
    assert list(nlp.pipe_names) == before


@pytest.mark.parametrize("field", ["VmRSS", "VmHWM"])
def test_memory_is_told_in_megabytes(field: str) -> None:
    told = probe.memory(field)
    assert told is None if not probe.STATUS.exists() else told is not None and 10 < told < 100_000

"""The copy that speed is measured on: as many reports as wanted, no two alike, the same for one seed."""

from pathlib import Path

import pytest

from tests.bench.reports import SAMPLES, reports, story, texts

PARAGRAPHS = "\n\n".join(["A headline", "A first paragraph.", *(f"Paragraph with {n} ships." for n in range(3, 23))])


def test_the_samples_are_measured() -> None:
    assert len(texts()) == len(list(SAMPLES.glob("*/*.txt"))) == 9


def test_a_story_is_the_largest_folder() -> None:
    assert story() == texts(SAMPLES / "summit-talks")


def test_a_folder_without_copy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no text files to measure on"):
        texts(tmp_path)


def test_a_seed_gives_the_same_reports_and_another_gives_others() -> None:
    made = reports(20, [PARAGRAPHS], 1)
    assert made == reports(20, [PARAGRAPHS], 1)
    assert made != reports(20, [PARAGRAPHS], 2)


def test_no_two_reports_are_alike() -> None:
    made = reports(50, story(), 50)
    assert (len(made), len(set(made))) == (50, 50)


def test_a_report_keeps_its_head_and_loses_paragraphs() -> None:
    made = reports(20, [PARAGRAPHS], 1)
    assert {tuple(text.split("\n\n")[:2]) for text in made} == {("A headline", "A first paragraph.")}
    assert all(text.count("\n\n") < PARAGRAPHS.count("\n\n") for text in made)

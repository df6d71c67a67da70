"""The five real stories: structure only, so that none of their text stands here."""

from itertools import permutations
from pathlib import Path

import pytest

from factcheck.intake.parse import parse
from factcheck.intake.story_guess import Candidate, Fingerprint, fingerprint, guess
from factcheck.types import WireCopy

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def copies(seeds: Path) -> dict[str, WireCopy]:
    """The parsed copy by the number in its file's name."""
    return {path.name[:3]: parse(path.read_bytes(), name=path.name) for path in sorted(seeds.glob("*.txt"))}


@pytest.mark.parametrize(
    ("number", "shape"),
    [
        ("000", "headline deck 4*body furniture 5*body furniture 4*body furniture body"),
        ("001", "caption credit dateline 11*body"),
        ("002", "furniture 9*body furniture"),
        ("003", "headline 10*body furniture"),
        ("004", "10*body"),
    ],
)
def test_segments(number: str, shape: str, copies: dict[str, WireCopy]) -> None:
    expected = []
    for word in shape.split():
        times, _, kind = word.rpartition("*")
        expected += [kind] * int(times or 1)
    assert [segment.kind.value for segment in copies[number].segments] == expected


def test_sources(copies: dict[str, WireCopy]) -> None:
    sources = {number: copy.source for number, copy in copies.items()}
    assert sources == {"000": "", "001": "upi", "002": "reuters", "003": "kyodo", "004": ""}


def test_text_is_the_file(copies: dict[str, WireCopy], seeds: Path) -> None:
    for copy in copies.values():
        with (seeds / copy.name).open(encoding="utf-8", newline="") as file:
            assert (copy.text, copy.notes, copy.truncated) == (file.read(), (), False)


def test_one_story_whatever_the_order(copies: dict[str, WireCopy]) -> None:
    read: dict[str, Fingerprint] = {number: fingerprint(copy.text, copy.segments) for number, copy in copies.items()}
    for order in permutations(read):
        opened = [Candidate(1, "The first", read[order[0]])]
        for number in order[1:]:
            found = guess(read[number], opened).story
            assert found == 1, (order, number)
            opened.append(Candidate(found, "The first", read[number]))

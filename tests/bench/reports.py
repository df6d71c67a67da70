"""Copy to measure on: the samples, and as many reports more as wanted that differ from them as agencies do."""

import random
import re
from collections.abc import Sequence
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

# Every report keeps its headline and first paragraph, so that all are of one event.
HEAD = 2
LEFT_OUT = 0.25
COUNTED_ANEW = 0.1
_PARAGRAPH = re.compile(r".+?(?:(?:\r?\n)+|\Z)", re.DOTALL)
_NUMBER = re.compile(r"\b[1-9]\d?\b(?!,)")


def texts(folder: Path = SAMPLES) -> list[str]:
    """The text files of a folder and of the folders in it; raises FileNotFoundError where there are none."""
    found = sorted(folder.rglob("*.txt"))
    if not found:
        raise FileNotFoundError(f"{folder} holds no text files to measure on.")
    return [path.read_bytes().decode("utf-8") for path in found]


def story(folder: Path = SAMPLES) -> list[str]:
    """The reports of one story: those of the folder that holds the most."""
    folders = sorted({path.parent for path in folder.rglob("*.txt")})
    return texts(max(folders, key=lambda one: len(list(one.glob("*.txt"))), default=folder))


def reports(count: int, of: Sequence[str], seed: int) -> list[str]:
    """So many reports, each varied on its own: paragraphs are left out, numbers differ. A seed gives the same ones."""
    draw = random.Random(seed)  # noqa: S311 - it chooses paragraphs, no secrets
    return [_varied(of[number % len(of)], draw) for number in range(count)]


def _varied(text: str, draw: random.Random) -> str:
    paragraphs = _PARAGRAPH.findall(text)
    kept = [one for place, one in enumerate(paragraphs) if place < HEAD or draw.random() >= LEFT_OUT]
    return _NUMBER.sub(lambda number: _counted(number[0], draw), "".join(kept))


def _counted(number: str, draw: random.Random) -> str:
    return str(draw.randint(2, 28)) if draw.random() < COUNTED_ANEW else number

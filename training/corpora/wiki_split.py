"""WikiSplit (github.com/google-research-datasets/wiki-split, CC BY-SA 4.0; sentences of Wikipedia): right text only.

Botha, Faruqui, Alex, Baldridge, Das: Learning To Split and Rephrase From Wikipedia Edit History, EMNLP 2018.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from training.corpora.entity_spans import Passage

PARTS = ("tune", "validation", "test")
_BEFORE = re.compile(r" (?=[.,;:!?%)\]]|'s\b|n't\b)")
_AFTER = re.compile(r"(?<=[(\[$]) ")
_QUOTED = re.compile(r"(?:``|'')\s*(.*?)\s*''")


def printed(words: str) -> str:
    """The sentence as it was printed, before marks and words were set apart."""
    return _AFTER.sub("", _BEFORE.sub("", _QUOTED.sub(r'"\1"', words)))


def read(folder: Path) -> Iterator[Passage]:
    """The long sentences, without those that came out of two."""
    for part in PARTS:
        for row in (folder / f"{part}.tsv").read_text("utf-8").splitlines():
            yield Passage(printed(row.partition("\t")[0]), ())

"""UD English EWT: web text with its trees (CC BY-SA 4.0).

The repository at hand may lack the training file; the trees of its documents then lie under `not-to-release`, with a
list that names the documents of each part in order.
"""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.clearnlp import convert
from training.corpora.conllu import Sentence, read


def sentences(folder: Path, part: str) -> Iterator[Sentence]:
    """The converted sentences of "train", "dev" or "test"."""
    for path in _files(folder, part):
        with path.open(encoding="utf-8") as lines:
            for sentence in read(lines):
                convert(sentence.words)
                yield sentence


def _files(folder: Path, part: str) -> list[Path]:
    whole = folder / f"en_ewt-ud-{part}.conllu"
    if whole.exists():
        return [whole]
    held = folder / "not-to-release"
    names = (held / "file-lists" / f"files.{part}").read_text(encoding="utf-8").split()
    return [held / "sources" / name for name in names]

"""Word vectors of the training text: `python -m training.vectors FOLDER`.

Reads the documents that the folder holds for training and writes `vectors.floret` there; `spacy init vectors` turns
that into the folder that the recogniser's configuration names. One thread: the same text gives the same vectors.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import floret
import spacy
from spacy.tokens import DocBin

FILES = ("syntax-train.spacy", "ner-train.spacy")
# Word pieces of 3 to 5 letters, hashed into 20,000 rows.
SHAPE = {"dim": 96, "minn": 3, "maxn": 5, "bucket": 20_000, "hashCount": 2}
LEARNING = {"model": "cbow", "mode": "floret", "epoch": 10, "minCount": 3, "thread": 1, "verbose": 0}


def lines(folder: Path) -> Iterator[str]:
    """The documents, one on a line, with spaces between their words."""
    vocab = spacy.blank("en").vocab
    for name in FILES:
        for doc in DocBin().from_disk(folder / name).get_docs(vocab):
            yield " ".join(token.text for token in doc if not token.is_space)


def main(folder: Path) -> None:
    """Trains on the text of a folder."""
    text = folder / "vectors-text.txt"
    text.write_text("\n".join(lines(folder)) + "\n", encoding="utf-8")
    floret.train_unsupervised(str(text), **SHAPE, **LEARNING).save_floret_vectors(str(folder / "vectors.floret"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

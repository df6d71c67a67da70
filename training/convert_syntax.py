"""Writes the trees of all parts: `python -m training.convert_syntax CORPORA FOLDER`."""

import sys
from itertools import chain
from pathlib import Path

import spacy

from training.corpora import english_ewt, gum_syntax
from training.corpora.layout import Layout, lay_out, write

SEED = 7


def main(corpora: Path, out: Path) -> None:
    """Reads the corpora below one folder and writes their parts into another."""
    vocab = spacy.blank("en").vocab
    ewt, gum = corpora / "ewt", corpora / "gum" / "dep"
    learning, measuring = Layout(learning=True, seed=SEED), Layout(learning=False)
    train = chain(english_ewt.sentences(ewt, "train"), gum_syntax.sentences(gum, "train"))
    write(lay_out(train, vocab, learning), out / "syntax-train.spacy")
    dev = chain(english_ewt.sentences(ewt, "dev"), gum_syntax.sentences(gum, "dev"))
    write(lay_out(dev, vocab, measuring), out / "syntax-dev.spacy")
    write(lay_out(english_ewt.sentences(ewt, "test"), vocab, measuring), out / "syntax-test-ewt.spacy")
    write(lay_out(gum_syntax.sentences(gum, "test"), vocab, measuring), out / "syntax-test-gum.spacy")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Genres: from which sort of text of a corpus a test document comes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.corpora.overlap import shingles

_SIZE = 5


class Genres:
    """Knows the documents of the corpora by their word sequences, because test files hold words without names."""

    def __init__(self, corpora: Path) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        for genre, text in _texts(corpora):
            self._known |= dict.fromkeys(shingles(text, _SIZE), genre)

    def of(self, text: str) -> str:
        """The genre that most of the text's word sequences stand in; empty where none is known."""
        votes = Counter(self._known[one] for one in sorted(shingles(text, _SIZE)) if one in self._known)
        return votes.most_common(1)[0][0] if votes else ""


def _texts(corpora: Path) -> Iterator[tuple[str, str]]:
    """Every document of GUM, and every document of the web texts' test part, with its genre."""
    for path in [*sorted((corpora / "gum" / "dep").glob("GUM_*.conllu")), corpora / "ewt" / "en_ewt-ud-test.conllu"]:
        genre, held = "", list[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(" = ")
            if key == "# newdoc id":
                yield genre, "\n".join(held)
                genre, held = _genre(value), []
            elif key == "# text":
                held.append(value)
        yield genre, "\n".join(held)


def _genre(document: str) -> str:
    """GUM's documents are called "GUM_news_nasa", those of the web texts "weblog-blogspot.com_…"."""
    return document.split("_")[1] if document.startswith("GUM_") else document.split("-")[0]

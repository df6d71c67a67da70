"""GUM: many genres with their trees. Only the genres whose text may be used freely are read."""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.clearnlp import convert
from training.corpora.conllu import Sentence, read

# The others (essay, fiction, letter, podcast, whow; reddit) are for non-commercial use, or are not in the corpus.
GENRES = ("academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage")
# The corpus's own parts.
DEV = {
    "academic": ("exposure", "librarians"),
    "bio": ("byron", "emperor"),
    "conversation": ("grounded", "risk"),
    "court": ("loan", "negligence"),
    "interview": ("cyclone", "gaming"),
    "news": ("homeopathic", "iodine"),
    "speech": ("impeachment", "inauguration"),
    "textbook": ("governments", "labor"),
    "vlog": ("portland", "radiology"),
    "voyage": ("athens", "coron"),
}
TEST = {
    "academic": ("discrimination", "eegimaa"),
    "bio": ("dvorak", "jespersen"),
    "conversation": ("lambada", "retirement"),
    "court": ("insanity", "mitigation"),
    "interview": ("hill", "libertarian"),
    "news": ("nasa", "sensitive"),
    "speech": ("austria", "newzealand"),
    "textbook": ("chemistry", "union"),
    "vlog": ("london", "studying"),
    "voyage": ("oakland", "vavau"),
}
# Newspaper stories on which names are measured: nothing is learned from them.
MEASURED = {
    "afghan", "clock", "defector", "expo", "hackers", "ie9", "iodine", "lanterns", "questionnaire", "soccer", "taxes",
    "warming",
}  # fmt: skip


def sentences(folder: Path, part: str) -> Iterator[Sentence]:
    """The converted sentences of "train", "dev" or "test"."""
    for path in sorted(folder.glob("GUM_*.conllu")):
        _, genre, name = path.stem.split("_")
        if genre in GENRES and _part(genre, name) == part:
            with path.open(encoding="utf-8") as lines:
                for sentence in read(lines):
                    convert(sentence.words)
                    yield sentence


def _part(genre: str, name: str) -> str:
    if name in DEV[genre]:
        return "dev"
    if name in TEST[genre]:
        return "test"
    return "measured" if genre == "news" and name in MEASURED else "train"

"""Right text, which slips are put into: ``python -m training.slips.prose --corpora RAW --out BUILD --never MEASURES``.

RAW holds a folder for each corpus. BUILD gets slips-train.txt and slips-dev.txt: a line for each passage, its words
parted by tabs. What shares text with a file below a folder given with --never is left out.
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language

from training.corpora import crossner, re3d, redocred, wiki_split, wikigold
from training.corpora.build_entities import curled, from_templates, gum_texts, in_groups, unlike
from training.corpora.entity_spans import Passage, pieces
from training.corpora.overlap import clean, forbidden, shingles

SEED = 20261129
# Genres whose people write with care; what they say into a microphone is no measure of it.
GENRES = ("academic", "bio", "court", "interview", "speech", "textbook", "voyage")
TEMPLATE_WORDS = 120_000
DEV_SHARE = 0.03
READERS = (crossner.read, wikigold.read, redocred.read, re3d.read, wiki_split.read)
FOLDERS = ("crossner", "wikigold", "redocred", "re3d", "wikisplit")
SENTENCES = frozenset({"crossner", "wikigold", "wikisplit"})


def gather(corpora: Path, banned: set[tuple[str, ...]]) -> Iterator[Passage]:
    """The passages of all corpora and of our templates, each text once."""
    rng = random.Random(SEED)  # noqa: S311 - it chooses words, no secrets
    seen: set[str] = set()
    for folder, read in zip(FOLDERS, READERS, strict=True):
        cleaned = unlike(clean(read(corpora / folder), banned), seen)
        whole = in_groups(cleaned, rng) if folder in SENTENCES else cleaned
        yield from curled((piece for passage in whole for piece in pieces(passage)), rng)
    texts = (Passage(text, ()) for text in gum_texts(corpora, GENRES))
    yield from curled((piece for passage in clean(texts, banned) for piece in pieces(passage)), rng)
    yield from (piece for passage in from_templates(SEED, TEMPLATE_WORDS) for piece in pieces(passage, 1000))


def lines(nlp: Language, passages: Iterable[Passage]) -> list[str]:
    """The words of each passage, parted by tabs; line breaks between its paragraphs are no words of it."""
    made = (" ".join(passage.text.split()) for passage in passages)
    return ["\t".join(token.text for token in nlp.make_doc(text) if not token.is_space) for text in made if text]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--never", type=Path, nargs="*", default=[])
    told = parser.parse_args()
    banned = forbidden(told.never)
    for text in gum_texts(told.corpora, ["news"]):
        banned |= shingles(text)
    held = lines(spacy.blank("en"), gather(told.corpora, banned))
    random.Random(SEED).shuffle(held)  # noqa: S311 - it chooses words, no secrets
    dev = int(len(held) * DEV_SHARE)
    rest = iter(held)
    for name, part in (("dev", islice(rest, dev)), ("train", rest)):
        (told.out / f"slips-{name}.txt").write_text("".join(f"{line}\n" for line in part), "utf-8")
    print(len(held), "passages,", sum(line.count("\t") + 1 for line in held), "words")


if __name__ == "__main__":
    main()

"""Build the DocBins that the entity recognisers are trained on.

    python -m training.corpora.build_entities --corpora RAW --earlier CONVERTED --out BUILD --never MEASURES ...

RAW holds a folder for each corpus, CONVERTED the DocBins of the earlier build. BUILD gets ner-train.spacy,
ner-dev.spacy, ner-test-gum.spacy and ner-test-uner.spacy (three classes only). No passage that shares text with the
dev and test files, with Wikinews, or with a file below a folder given with --never is trained on. The same input gives
the same output.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from training.corpora import crossner, earlier, re3d, redocred, uner, wikigold, wnut17
from training.corpora.entity_spans import Passage, join, pieces, to_doc
from training.corpora.overlap import clean, forbidden, plain, shingles
from training.templates.generator import curly, documents

SEED = 20260101
DEV_SEED = SEED + 1
TEMPLATE_WORDS = 345_000
GUM_GENRES = ("academic", "bio", "conversation", "court", "interview", "speech", "textbook", "vlog", "voyage")
WIRE_LIKE = ("bio", "court", "interview", "speech", "voyage")
WEB_WORDS = 75_000
CURLY_SHARE = 0.3

Reader = Callable[[Path], Iterator[Passage]]
READERS: dict[str, Reader] = {
    "crossner": crossner.read,
    "wikigold": wikigold.read,
    "redocred": redocred.read,
    "re3d": re3d.read,
    "wnut17": wnut17.read,
}
# How often a corpus is seen in one pass over the data.
TIMES = {"re3d": 2, "gum": 2}


def words(passages: Iterable[Passage]) -> int:
    """How many words the passages have, by their spaces."""
    return sum(len(passage.text.split()) for passage in passages)


def up_to(passages: Iterable[Passage], limit: int) -> Iterator[Passage]:
    """Passages until the words are spent."""
    total = 0
    for passage in passages:
        total += len(passage.text.split())
        if total > limit:
            return
        yield passage


def in_groups(passages: Iterable[Passage], rng: random.Random, size: int = 4) -> Iterator[Passage]:
    """Single sentences put together, one to `size` at a time, so that they do not all stand alone."""
    rest = iter(passages)
    while group := list(islice(rest, rng.randint(1, size))):
        yield join(group, rng.choice((" ", " ", "\n\n")))


def gum_texts(corpora: Path, genres: Iterable[str]) -> list[str]:
    """The texts of the documents of some genres of GUM."""
    folder = corpora / "gum" / "dep"
    return [plain(path) for genre in genres for path in sorted(folder.glob(f"GUM_{genre}_*.conllu"))]


def from_earlier(corpora: Path, converted: Path) -> dict[str, list[Passage]]:
    """GUM and the web text of the earlier build."""
    everything = list(earlier.read_docbin(converted / "ner-train.spacy"))
    gum = list(earlier.like(iter(everything), gum_texts(corpora, WIRE_LIKE)))
    rest = [genre for genre in GUM_GENRES if genre not in WIRE_LIKE]
    gum += list(earlier.like(iter(everything), gum_texts(corpora, rest), share=0.97))
    known = {passage.text for passage in gum}
    syntax = [passage.text for passage in earlier.read_docbin(converted / "syntax-train.spacy")]
    web = earlier.like((one for one in everything if one.text not in known), syntax)
    return {"gum": gum, "ewt-silver": list(up_to((one for one in web if len(one.spans) > 1), WEB_WORDS))}


def from_templates(seed: int, limit: int) -> list[Passage]:
    """Our own documents."""
    return list(up_to(documents(seed), limit))


def curled(passages: Iterable[Passage], rng: random.Random) -> Iterator[Passage]:
    """Some passages with straight quotation marks get curly ones, as half of the agencies print them."""
    for passage in passages:
        if ('"' in passage.text or "'" in passage.text) and rng.random() < CURLY_SHARE:
            yield replace(passage, text=curly(passage.text))
        else:
            yield passage


def unlike(passages: Iterable[Passage], seen: set[str]) -> Iterator[Passage]:
    """Each text once."""
    for passage in passages:
        if passage.text not in seen:
            seen.add(passage.text)
            yield passage


def gather(corpora: Path, converted: Path, banned: set[tuple[str, ...]]) -> dict[str, list[Passage]]:
    """The training passages of each corpus."""
    rng = random.Random(SEED)  # noqa: S311 - it chooses words, no secrets
    seen: set[str] = set()
    parts: dict[str, list[Passage]] = {}
    sources: dict[str, list[Passage]] = {name: list(read(corpora / name)) for name, read in READERS.items()}
    sources |= from_earlier(corpora, converted)
    for name, passages in sources.items():
        cleaned = list(unlike(clean(passages, banned), seen))
        if name in ("crossner", "wikigold"):
            cleaned = list(in_groups(cleaned, rng))
        cut = [piece for passage in cleaned for piece in pieces(passage)]
        parts[name] = list(curled(cut, rng)) * TIMES.get(name, 1)
    parts["templates"] = [piece for passage in from_templates(SEED, TEMPLATE_WORDS) for piece in pieces(passage, 1000)]
    return parts


def write(nlp: Language, passages: Iterable[Passage], path: Path) -> None:
    """The passages as one DocBin."""
    DocBin(attrs=["ENT_IOB", "ENT_TYPE"], docs=[to_doc(nlp, one) for one in passages if one.text.strip()]).to_disk(path)


def report(nlp: Language, parts: dict[str, list[Passage]]) -> str:
    """A line for each corpus: documents, tokens, entities, tokens marked missing."""
    rows = [f"{'corpus':12}{'docs':>7}{'tokens':>9}{'entities':>10}{'missing':>9}  classes"]
    for name, passages in parts.items():
        docs = [to_doc(nlp, passage) for passage in passages]
        classes = Counter(ent.label_ for doc in docs for ent in doc.ents)
        missing = sum(token.ent_iob == 0 for doc in docs for token in doc)
        best = " ".join(f"{label}:{count}" for label, count in classes.most_common(6))
        rows.append(f"{name:12}{len(docs):7}{sum(map(len, docs)):9}{sum(classes.values()):10}{missing:9}  {best}")
    return "\n".join(rows)


def build(corpora: Path, converted: Path, out: Path, never: list[Path]) -> str:
    """Write the four files and return the report."""
    nlp = spacy.blank("en")
    out.mkdir(parents=True, exist_ok=True)
    held_out = [converted / "ner-test-gum.spacy", converted / "ner-dev.spacy"]
    banned = forbidden(never)
    for text in gum_texts(corpora, ["news"]):  # Wikinews is what we measure on.
        banned |= shingles(text)
    for path in held_out:
        for passage in earlier.read_docbin(path):
            banned |= shingles(passage.text)
    parts = gather(corpora, converted, banned)
    news = [piece for passage in islice(documents(DEV_SEED), 60) for piece in pieces(passage, 1000)]
    write(nlp, [*earlier.read_docbin(converted / "ner-dev.spacy"), *news], out / "ner-dev.spacy")
    write(nlp, uner.read(corpora / "uner"), out / "ner-test-uner.spacy")
    (out / "ner-test-gum.spacy").write_bytes(held_out[0].read_bytes())
    everything = [passage for passages in parts.values() for passage in passages]
    random.Random(SEED).shuffle(everything)  # noqa: S311 - it chooses words, no secrets
    write(nlp, everything, out / "ner-train.spacy")
    return report(nlp, parts)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--earlier", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--never", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    print(build(options.corpora, options.earlier, options.out, options.never))


if __name__ == "__main__":
    main()

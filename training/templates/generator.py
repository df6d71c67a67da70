"""Articles, captions, headlines and furniture from our own templates, with entities; the same seed, the same text."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.corpora.entity_spans import Passage, Span, join
from training.corpora.word_lists import DATA, lines, words_of
from training.templates.lexicon import lexicon
from training.templates.slots import SLOT, Cast, Part

PIECE = re.compile(r"\[(?P<text>[^\]|]+)\|(?P<label>[A-Z_]+)\]|" + SLOT.pattern)
CLOSED = re.compile(
    r"(?:Airport|Square|Street|Palace|Station|Garden|Stadium|Avenue|Base|Park|David|Bay|House|Hospital)$"
)


ARTICLE_BREAKS = ("\n\n", "\n\n", "\n", " ")


def article(kind: str, name: str) -> str:
    """The definite article that a name takes in running text."""
    if kind in ("o", "team") or name in words_of("without_article"):
        return ""
    if kind == "uni":
        return "the " if name.startswith(("University", "National University")) else ""
    if kind == "inst":
        return "" if name.startswith("Campaign") else "the "
    if kind == "fac" and (CLOSED.search(name) or name.startswith(("Nord", "Interstate"))) and name != "Blue House":
        return ""
    if kind == "local" and CLOSED.search(name):
        return ""
    return "the "


def parts_of(template: str, cast: Cast) -> list[Part]:
    """The template with every slot filled."""
    found: list[Part] = []
    at, wants_article = 0, False
    for match in PIECE.finditer(template):
        found.append((template[at : match.start()], None))
        at = match.end()
        if match["text"]:
            filled = [("".join(words for words, _ in parts_of(match["text"], cast)), match["label"])]
            kind = "b"
        else:
            kind = match["kind"]
            if kind == "the":
                wants_article = True
                continue
            filled = cast.parts(kind, match["number"], match["form"] or "")
        if wants_article:
            found.append((article(kind, filled[0][0]), None))
            wants_article = False
        found += filled
    found.append((template[at:], None))
    return found


def passage_of(parts: Sequence[Part]) -> Passage:
    """The parts as running text; a sentence starts with a capital."""
    text = ""
    spans = []
    for words, label in parts:
        if text.endswith(".") and words.startswith("."):
            words = words[1:]
        if not words:
            continue
        if label:
            spans.append(Span(len(text), len(text) + len(words), label))
        text += words
    return Passage(capitalised(text), tuple(spans))


def capitalised(text: str) -> str:
    """The text with a capital where a sentence starts with one of our own articles ("the ")."""
    text = re.sub(r"^([\"'(*\s]*)([a-z])", lambda m: m[1] + m[2].upper(), text)
    return re.sub(r"(?<=[.!?] )the (?=[A-Z])", "The ", text)


def render(template: str, cast: Cast) -> Passage:
    """One sentence, headline or paragraph."""
    return passage_of(parts_of(template, cast))


def title_case(text: str) -> str:
    """Headline style: every word but the little ones has a capital."""
    return re.sub(
        r"(?<![\w'’.])[a-z][\w'’.-]*",
        lambda m: m[0] if m[0] in words_of("little_words") and m.start() else m[0][0].upper() + m[0][1:],
        text,
    )


def upper_case(text: str) -> str:
    """Capitals throughout, where that keeps every offset."""
    raised = text.upper()
    return raised if len(raised) == len(text) else text


def curly(text: str) -> str:
    """Straight marks made curly; no offset changes."""
    text = re.sub(r'(^|[\s(\[—–-])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[—–“-])'", r"\1‘", text).replace("'", "’")


def restyled(passage: Passage, rng: random.Random, curly_marks: bool, headline: bool) -> Passage:
    """The passage in one of the ways in which agencies print it."""
    text = passage.text
    chance = rng.random()
    if chance < (0.2 if headline else 0.02):
        text = upper_case(text)
    elif chance < (0.6 if headline else 0.04):
        text = title_case(text)
    return Passage(curly(text) if curly_marks else text, passage.spans, passage.unknown)


@dataclass(frozen=True)
class Templates:
    """All templates and the ways to make a document of them."""

    sentences: list[str]
    headlines: list[str]
    captions: list[str]
    furniture: list[str]
    articles: list[list[str]]

    def document(self, rng: random.Random) -> Passage:
        """One document: a whole article, sentences told of one cast, sentences that are not, or loose lines."""
        cast = Cast(rng, lexicon(), ascii_names=rng.random() < 0.6)
        marks = rng.random() < 0.45
        choice = rng.random()
        separators: tuple[str, ...]
        if choice < 0.42:
            rows, separators = rng.choice(self.articles), ARTICLE_BREAKS
        elif choice < 0.72:
            rows, separators = self.related(rng), ("\n\n", " ")
        elif choice < 0.88:
            rows, separators = rng.sample(self.sentences, rng.randint(1, 5)), ("\n\n", " ")
        else:
            rows, separators = self.loose(rng), ARTICLE_BREAKS
        passages = []
        for row in rows:
            if choice >= 0.72:
                cast = Cast(rng, lexicon(), ascii_names=cast.ascii_names)
            headline = row in self.headlines or (choice < 0.42 and row == rows[0] and "{dl}" not in row)
            passages.append(restyled(render(row, cast), rng, marks, headline))
        return join(passages, rng.choice(separators))

    def related(self, rng: random.Random) -> list[str]:
        """Sentences told of one cast, with a headline and a dateline, as an article is built."""
        rows = rng.sample(self.sentences, rng.randint(3, 7))
        rows[0] = "{dl}" + rows[0]
        if rng.random() < 0.6:
            rows.insert(0, rng.choice(self.headlines))
        if rng.random() < 0.3:
            rows.insert(rng.choice((0, 1)), rng.choice(self.captions))
        if rng.random() < 0.3:
            rows.append(rng.choice(self.furniture))
        return rows

    def loose(self, rng: random.Random) -> list[str]:
        """Headlines, captions and furniture that have nothing to do with each other."""
        kinds = (self.headlines, self.captions, self.furniture)
        return [rng.choice(rng.choice(kinds)) for _ in range(rng.randint(1, 4))]


def articles() -> list[list[str]]:
    """The rows of every article of data/articles.txt."""
    found: list[list[str]] = [[]]
    for line in (DATA / "articles.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            found.append([])
        elif not line.startswith("#"):
            found[-1].append(line)
    return [rows for rows in found if rows]


def documents(seed: int) -> Iterator[Passage]:
    """Documents without end."""
    rng = random.Random(seed)  # noqa: S311 - it chooses words, no secrets
    templates = Templates(lines("sentences"), lines("headlines"), lines("captions"), lines("furniture"), articles())
    while True:
        yield templates.document(rng)

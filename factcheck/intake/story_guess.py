"""Which open story a new article belongs to: the one whose articles it shares most names and rare words with.

The likeness of two articles is the cosine of their weighted words. A word weighs more the rarer it is in English at
large, not in the desk's own copy, so the order in which articles arrive changes nothing about a pair. A story's
likeness is the average over its articles: with the single nearest one, two stories would grow together over a
passage of background that both carry.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import fsum, log, sqrt

from factcheck.types import Segment, SegmentKind

# Measured on reports of one event by three newsrooms each, against reports of all other events by the same.
ENOUGH = 0.27
# A word's weight is how far its frequency (Zipf scale) stays below COMMON, no more than MOST; names weigh more.
COMMON = 6.5
MOST = 3.5
NAME_FACTOR = 1.5
SHORTEST_WORD = 3
SHORTEST_STEM = 4
ENDINGS = ("ing", "ed", "es", "s", "ly")
SHOWN_NAMES = 3
SHOWN_TITLE = 120
# The head of the copy tells the event; more costs time and tells nothing new.
READ_WITHIN = 20_000
# What happened on one day, or in one month, is not one event yet. A month after a name is a part of it: Theresa May.
WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
MONTHS = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
    }
)  # fmt: skip
TELLING = {SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.CAPTION, SegmentKind.BODY}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CAPITAL = re.compile(r" [A-ZÀ-Þ]")
SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"“‘(])\s?$")
NEW_STORY = "No open story speaks of this: a new story was opened."


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an article speaks of: the weight of each stem, scaled to length 1, and names as printed by stem."""

    weights: Mapping[str, float]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article of an open story."""

    story: int
    title: str
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Guess:
    """The story that the article belongs to, None for a new one, and the sentence that says why."""

    story: int | None
    note: str


def fingerprint(text: str, segments: Iterable[Segment]) -> Fingerprint:
    """What the copy speaks of, read off headline, deck, captions and body."""
    counts: Counter[str] = Counter()
    rarity: dict[str, float] = {}
    names: dict[str, str] = {}
    for segment in segments:
        if segment.kind in TELLING and segment.start < READ_WITHIN:
            _read(text[segment.start : min(segment.end, READ_WITHIN)], counts, rarity, names)
    weights = {
        stem: rarity[stem] * (NAME_FACTOR if stem in names else 1) * (1 + log(count)) for stem, count in counts.items()
    }
    length = sqrt(fsum(weight * weight for weight in weights.values())) or 1
    return Fingerprint({stem: weight / length for stem, weight in weights.items() if weight}, names)


def likeness(first: Fingerprint, second: Fingerprint) -> float:
    """How much two articles speak of the same, from 0 to 1; the same either way round."""
    shared = first.weights.keys() & second.weights.keys()
    # An exact sum: the order of a set is not always the same.
    return fsum(first.weights[stem] * second.weights[stem] for stem in shared)


def guess(new: Fingerprint, candidates: Iterable[Candidate]) -> Guess:
    """The story whose articles are most like the new one on average, if that is enough."""
    ordered = sorted(candidates, key=lambda candidate: candidate.story)
    stories = [tuple(group) for _, group in groupby(ordered, key=lambda candidate: candidate.story)]
    liked = [(_average(new, story), story) for story in stories]
    best, story = max(liked, key=lambda pair: pair[0], default=(0.0, ()))
    return Guess(story[0].story, _reason(new, story)) if best >= ENOUGH else Guess(None, NEW_STORY)


def _average(new: Fingerprint, story: Sequence[Candidate]) -> float:
    return fsum(likeness(new, article.fingerprint) for article in story) / len(story)


def _read(part: str, counts: Counter[str], rarity: dict[str, float], names: dict[str, str]) -> None:
    before = None
    run_start = 0
    for found in WORD.finditer(part):
        word = found.group()
        joined = before is not None and found.start() == before.end() + 1
        if len(word) < SHORTEST_WORD or _of_calendar(word, joined):
            continue
        stem, rarity_of_word = _weighed(word)
        counts[stem] += 1
        rarity[stem] = rarity_of_word
        opens = SENTENCE_START.search(part, max(0, found.start() - 2), found.start())
        # Any word that opens a sentence has a capital; there it only shows how a known name stands by itself.
        if not word[0].isupper() or (opens and stem not in names):
            continue
        if opens or not joined:
            run_start = found.start()
        before = found
        _name(part[run_start : found.end()], stem, names, ends=not CAPITAL.match(part, found.end()))


def _of_calendar(word: str, joined: bool) -> bool:
    return word in WEEKDAYS or (word in MONTHS and not joined)


def _name(printed: str, stem: str, names: dict[str, str], *, ends: bool) -> None:
    """Keeps the shortest print of a name by its last word: the surname, but "New York"; "" for its other words."""
    known = names.setdefault(stem, "")
    if ends:
        names[stem] = min(known or printed, printed, key=len)


@lru_cache(maxsize=65536)
def _weighed(word: str) -> tuple[str, float]:
    # Loaded late: the lists are large, and only the processes that receive copy need them.
    from wordfreq import zipf_frequency

    plain = word.replace("’", "'").lower().removesuffix("'s")
    weight = min(MOST, max(0.0, COMMON - zipf_frequency(plain, "en", wordlist="small")))
    return _stem(plain), weight


def _stem(word: str) -> str:
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), "")
    return word.removesuffix(ending)


def _reason(new: Fingerprint, story: Sequence[Candidate]) -> str:
    title = story[0].title
    title = title if len(title) <= SHOWN_TITLE else title[:SHOWN_TITLE].rstrip() + "…"
    names = _shown_names(new, story)
    if not names:
        return f"Put with “{title}”: it uses the same rare words."
    sharing = sum(any(new.names.get(stem) in names for stem in article.fingerprint.names) for article in story)
    articles = "its one article" if len(story) == 1 else f"{sharing} of its {len(story)} articles"
    return f"Put with “{title}”: shares {', '.join(names)} with {articles}."


def _shown_names(new: Fingerprint, story: Sequence[Candidate]) -> list[str]:
    """The names that weigh most and that most of the story's articles have; none is a part of another."""
    shared = Counter(stem for article in story for stem in article.fingerprint.names.keys() & new.names.keys())
    shown: list[str] = []
    for stem in sorted(shared, key=lambda stem: (-shared[stem] * new.weights.get(stem, 0), stem)):
        words = set(new.names[stem].split())
        if words and all(words.isdisjoint(other.split()) for other in shown):
            shown.append(new.names[stem])
    return shown[:SHOWN_NAMES]

"""Two renderings of one remark made in another language: they share the sense and few of the words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from factcheck.collation.event import Event
from factcheck.collation.lexicon import ARTICLES, MEASURES
from factcheck.collation.links import Link, links
from factcheck.collation.passages import Passage, passages
from factcheck.collation.words import content, is_function_word, rarity, stem, stems, words

# A rendered remark: this share of its telling words stands in the other report's sentence, two within the marks.
SHARE = 0.5
WITHIN = 2
# A few words quoted out of a rendered sentence, and the words after the marks that tell where they stood.
SLOT = 5
BESIDE = 4
# The first words of a quotation that begins with a measure, and how long the other report's measure may be.
HEAD = 2
MEASURE = 4
# A rendered sentence has this many telling words; shorter pieces are no sentences.
SENTENCE = 4

Run = tuple[int, int]
Rendering = tuple[Passage, Run, Passage, Run]


@lru_cache(maxsize=8)
def translated_speakers(event: Event) -> frozenset[str]:
    """The names of those of whom any report says that they spoke another language."""
    rows = passages(event)
    return frozenset(name for row in rows if row.claim.value.get("translated") for name in row.speaker)


def translated(event: Event, passage: Passage) -> bool:
    """True when the words that stand in the quotation are a translator's."""
    return bool(passage.claim.value.get("translated")) or bool(passage.speaker & translated_speakers(event))


def renderings(event: Event) -> Iterator[Rendering]:
    """Runs of words of two quotations that render the same foreign words."""
    rows = [row for row in passages(event) if translated(event, row)]
    found = {frozenset((id(link.one), id(link.other))): link for link in links(event)}
    yield from (head for link in found.values() if translated(event, link.one) for head in _heads(link))
    for one, other in combinations(rows, 2):
        if one.article is other.article or not one.same_speaker(other):
            continue
        slots = [*_slots(one, other), *((x, y, a, b) for a, b, x, y in _slots(other, one))]
        yield from slots
        if not slots and frozenset((id(one), id(other))) not in found:
            yield from _wholes(one, other)


def _heads(link: Link) -> Iterator[Rendering]:
    """The first words within the marks, where the other report has a measure: "various" and "a lot of"."""
    bounds = link.region.bounds
    for part, head, whole, low in (
        (link.one, bounds.left, link.other, bounds.right),
        (link.other, bounds.right, link.one, bounds.left),
    ):
        size = _measure(whole.norms[:low])
        if 0 < head <= HEAD and size:
            yield part, (0, head), whole, (low - size, low)


def _measure(before: Sequence[str]) -> int:
    """How many of the last words are a measure: one, or those from an article to "of"."""
    if not before:
        return 0
    if before[-1] in MEASURES:
        return 1
    sizes = range(2, MEASURE + 1) if before[-1] == "of" else ()
    return next((n for n in sizes if len(before) >= n and before[-n] in ARTICLES), 0)


def _slots(part: Passage, whole: Passage) -> Iterator[Rendering]:
    """A few quoted words, whose neighbours outside the marks stand inside the other's quotation."""
    if len(part.norms) > SLOT:
        return
    text = part.article.copy.text
    beside = [word.norm for word in words(text, part.claim.end, part.sentence.end)][:BESIDE]
    shape = [is_function_word(norm) and norm for norm in part.norms]
    for at in range(len(part.norms), len(whole.norms)):
        low = at - len(part.norms)
        counterpart = whole.norms[low:at]
        same_shape = [is_function_word(norm) and norm for norm in counterpart] == shape
        if same_shape and counterpart != part.norms and _goes_on(beside, whole.norms[at : at + BESIDE]):
            yield part, (0, len(part.norms)), whole, (low, at)


def _goes_on(beside: Sequence[str], following: Sequence[str]) -> bool:
    """Two of the next words agree, place for place."""
    pairs = zip(beside, following, strict=False)
    return sum(stem(a) == stem(b) and not is_function_word(a) for a, b in pairs) >= WITHIN


def _wholes(one: Passage, other: Passage) -> Iterator[Rendering]:
    """The sentences of two quotations that share the sense."""
    found = [
        (weight, a, b)
        for a in _sentences(one)
        for b in _sentences(other)
        if (weight := max(_sense(one, a, other, b), _sense(other, b, one, a)))
    ]
    if found:
        _, a, b = max(found)
        yield one, a, other, b


def _sentences(passage: Passage) -> list[Run]:
    """The runs of words between full stops and breaks."""
    ends = sorted(passage.ends)
    runs = zip([0, *ends], [*ends, len(passage.words)], strict=True)
    return [run for run in runs if len(content(passage.norms[slice(*run)])) >= SENTENCE]


def _sense(one: Passage, a: Run, other: Passage, b: Run) -> float:
    """How much of the telling words of ``a`` the other report's sentence has; 0 when too few are in its marks."""
    mine, quoted = stems(one.norms[slice(*a)]), stems(other.norms[slice(*b)])
    text, sentence = other.article.copy.text, other.sentence
    around = quoted | stems(word.norm for word in words(text, sentence.start, sentence.end))
    total = sum(rarity(name) for name in mine)
    share = sum(rarity(name) for name in mine & around) / total if total else 0.0
    return share if len(mine & quoted) >= WITHIN and share >= SHARE else 0.0

"""Words printed twice in a row, and words that are no words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase

from wordfreq import get_frequency_dict

from factcheck.collation.doubted import around, doubted
from factcheck.collation.event import Event
from factcheck.collation.lexicon import SYNONYM_FOLDS, listed
from factcheck.collation.sheets import running
from factcheck.collation.single import Slip, draft
from factcheck.collation.usage import established
from factcheck.collation.words import zipf
from factcheck.extraction.confusable import sound_alikes, telling
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, ExtractedArticle, Level

# Words that English may repeat.
REPEATABLE = frozenset(
    listed(
        "had that very so no bye many much more really far long boo knock blah ha hey yes now there again way never "
        "ever do night same yada hush chop tut her it you please well"
    )
)
DOUBLED = re.compile(
    r"(?<![\w'’.-])(?P<word>[A-Za-z]+)(?P<gap>[ \t]+|[ \t]*\n[ \t]*)(?P<again>(?i:(?P=word)))(?![\w'’-])"
)

SHORTEST = 4
# Rare words that are right are short, or forms of a rare word; those that are wrong are long.
LONG, RARE_STEM, SHORTEST_STEM = 7, 1.5, 3
# A form that English lists less often than this is suspect; from the second on, only beside a far commoner neighbour.
UNKNOWN, DOUBTFUL = 1.2, 2.75
COMMON, FAR_COMMONER = 3.3, 2.6
# A rare form that is doubted so surely where it stands is a slip.
SURE = 0.998
SCORE_DOUBLED, SCORE_UNKNOWN, SCORE_DOUBTFUL = 0.95, 0.85, 0.7
WORD = re.compile(r"(?<![\w.@#/’'-])[a-z]+(?![\w@/’'-]|\.\w)")
PREFIXES = (
    "un",
    "re",
    "non",
    "anti",
    "pre",
    "over",
    "under",
    "out",
    "mis",
    "sub",
    "super",
    "inter",
    "counter",
    "co",
    "de",
    "micro",
    "mega",
    "multi",
    "bio",
    "cyber",
)
ENDINGS = (
    "s",
    "es",
    "d",
    "ed",
    "ing",
    "er",
    "ers",
    "or",
    "ors",
    "ly",
    "ness",
    "less",
    "like",
    "ish",
    "able",
    "ful",
    "ist",
    "ists",
    "ism",
    "y",
    "ier",
    "iest",
    "ity",
)


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each slip, in each article by itself."""
    for article, sheet, sentence in running(event):
        found = (*_rare(event, article, sheet, sentence), *_doubled(sheet, sentence), *_unknown(event, sheet, sentence))
        for slip in {slip.start: slip for slip in found}.values():
            yield draft(event, article, ConflictKind.SPELLING, slip)


def _doubled(sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    for match in DOUBLED.finditer(sheet.text, sentence.start, sentence.end):
        word, again = match["word"], match["again"]
        if word.lower() in REPEATABLE or again[0].isupper() or (len(word) == 1 and word.lower() not in "ai"):
            continue
        yield Slip(
            match.start(),
            match.end(),
            word,
            Phrase("“{word}” is printed twice in a row.", word=word),
            Phrase("One of the two words is too many."),
            SCORE_DOUBLED,
            Level.ERROR,
        )


def _unknown(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    for match in WORD.finditer(sheet.text, sentence.start, sentence.end):
        right = correction(match[0])
        if right is None or established(event, match[0]):
            continue
        sure = zipf(match[0]) < UNKNOWN
        yield Slip(
            *match.span(),
            right,
            Phrase("“{word}” is no word that we know; “{meant}” is meant?", word=match[0], meant=right),
            Phrase("“{meant}” is one letter away and common.", meant=right),
            SCORE_UNKNOWN if sure else SCORE_DOUBTFUL,
            Level.ERROR,
        )


def _rare(event: Event, article: ExtractedArticle, sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    """A form that some print, and that the language pipeline doubts where it stands: "frist" for "first"."""
    for doubt in doubted(event, article, sentence):
        word = sheet.text[doubt.start : doubt.end]
        if doubt.sure >= SURE and word.islower() and _alone_wrong(word) and not established(event, word):
            yield Slip(
                doubt.start,
                doubt.end,
                doubt.meant,
                Phrase(
                    "“{word}” seems wrong at “{place}”: “{meant}” is meant?",
                    word=word,
                    place=around(sheet.text, sentence, doubt),
                    meant=doubt.meant,
                ),
                Phrase("“{meant}” is common, and would fit the words around it.", meant=doubt.meant),
                SCORE_DOUBTFUL,
                Level.ERROR,
            )


def _alone_wrong(word: str) -> bool:
    """Whether a word is a rare form; the small ones are grammar's."""
    return telling(word) and word not in sound_alikes()


@lru_cache(maxsize=65536)
def correction(word: str) -> str | None:
    """The common word that a non-word stands for, one slip away; None where the word may be right."""
    if len(word) < SHORTEST or zipf(word) >= DOUBTFUL or word in SYNONYM_FOLDS or _derived(word):
        return None
    near = [candidate for candidate in neighbours(word) if candidate in common_words()]
    if not near:
        return None
    best = max(near, key=lambda candidate: (zipf(candidate), candidate))
    return best if zipf(word) < UNKNOWN or _misspelt(word, best) else None


@cache
def common_words() -> frozenset[str]:
    """All words common enough to be meant; a set, because every unknown word asks for hundreds of neighbours."""
    return frozenset(word for word, share in get_frequency_dict("en").items() if share >= 10 ** (COMMON - 9))


def _misspelt(word: str, right: str) -> bool:
    """A form that some print, although it is no word: long, of no known stem, beside a far commoner word."""
    known = any(len(stem) >= SHORTEST_STEM and zipf(stem) >= RARE_STEM for stem in _stems(word))
    return len(word) >= LONG and not known and zipf(right) - zipf(word) >= FAR_COMMONER


def _stems(word: str) -> list[str]:
    cut = [word[: -len(ending)] for ending in ENDINGS if word.endswith(ending)]
    return cut + [stem + "e" for stem in cut]


def _derived(word: str) -> bool:
    """A form of a known word, or two known words in one."""
    stems = _stems(word) + [word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix)]
    known = any(len(stem) >= SHORTEST and zipf(stem) >= COMMON for stem in stems)
    halves = ((word[:cut], word[cut:]) for cut in range(SHORTEST, len(word) - SHORTEST + 1))
    return known or any(zipf(one) >= COMMON and zipf(other) >= COMMON for one, other in halves)


def neighbours(word: str) -> Iterator[str]:
    """All strings one slip away: a letter lost, swapped, changed or added; the first letter stays."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase if letter != tail[0])
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]

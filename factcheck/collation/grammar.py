"""A small word in place of another that breaks the sentence: "about it Norway situation", "would of"."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.collation.doubted import around, doubted
from factcheck.collation.event import Event
from factcheck.collation.indefinite import article_before
from factcheck.collation.lexicon import FUNCTION_WORDS
from factcheck.collation.sheets import running
from factcheck.collation.single import Slip, draft
from factcheck.collation.words import zipf
from factcheck.extraction import lexicon
from factcheck.extraction.confusable import sound_alikes
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, ExtractedArticle, Level

SCORE = 0.75
# From this probability on a doubted word is shown, and how sure that is at the least.
SURE, LEAST = 0.995, 0.5


class Pattern(NamedTuple):
    """Where a small word is always wrong: the group ``slip``, with ``next`` after it; ``fits`` has the last say."""

    pattern: re.Pattern[str]
    right: str
    fits: Callable[[re.Match[str]], bool]


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each such slip outside quotation marks."""
    for article, sheet, sentence in running(event):
        found = (*_doubted(event, article, sheet, sentence), *_matched(sheet, sentence), *_sounded(sheet, sentence))
        for slip in {slip.start: slip for slip in found}.values():
            if not sheet.quoted(slip.start):
                yield draft(event, article, ConflictKind.GRAMMAR, slip)


def _doubted(event: Event, article: ExtractedArticle, sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    """The small words that the language pipeline takes for slips. Of other words it knows too little."""
    for doubt in doubted(event, article, sentence):
        word = sheet.text[doubt.start : doubt.end]
        if doubt.sure >= SURE and word.lower() in sound_alikes():
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
                Phrase("“{meant}” would fit the words around it.", meant=doubt.meant),
                round(LEAST + (1 - LEAST) * (doubt.sure - SURE) / (1 - SURE), 4),
                Level.DISCREPANCY,
            )


def _matched(sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    for pattern in PATTERNS:
        for match in pattern.pattern.finditer(sheet.text, sentence.start, sentence.end):
            if pattern.fits(match):
                yield _slip(match, pattern.right)


def _sounded(sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    """ "A" before a word that begins with the sound of a vowel, "an" before any other."""
    for match in INDEFINITE.finditer(sheet.text, sentence.start, sentence.end):
        right = article_before(match["next"])
        # "Serie A", "Class A": in the midst of a sentence a capital letter is a name.
        named = match["slip"] == "A" and match.start() > sentence.start
        if right and not named and right != match["slip"].lower() and match["next"] not in FUNCTION_WORDS:
            yield _slip(match, right)


def _slip(match: re.Match[str], right: str) -> Slip:
    wrong = match["slip"]
    right = right.capitalize() if wrong[0].isupper() else right
    return Slip(
        *match.span("slip"),
        right,
        Phrase(
            "“{word}” breaks the sentence at “{place}”: “{meant}” is meant.",
            word=wrong,
            place=" ".join(match[0].split()),
            meant=right,
        ),
        Phrase("The words around it call for “{meant}”.", meant=right),
        SCORE,
        Level.ERROR,
    )


def _always(match: re.Match[str]) -> bool:
    return True


def _untitled(match: re.Match[str]) -> bool:
    word = match["next"].lower()
    return word not in lexicon.words("titles") | lexicon.words("modifiers") | FUNCTION_WORDS and zipf(word) > 0


def _pattern(text: str, right: str, fits: Callable[[re.Match[str]], bool] = _always) -> Pattern:
    return Pattern(re.compile(text), right, fits)


INDEFINITE = re.compile(r"(?<![\w'’-])(?P<slip>[Aa]n?) (?P<next>[a-z][a-z'’-]{2,}|\d[\d,]*(?=[- ][a-z]))")
PATTERNS = (
    _pattern(r"\b(?:of|with|into|against|during|at|from|by) (?P<slip>they) (?P<next>[a-z]+)\b", "the"),
    _pattern(r"\b(?:of|in|with|into|against|during|at) (?P<slip>then) (?P<next>[a-z]+)\b", "the", _untitled),
    _pattern(r"\b(?:would|could|should|might|must) (?P<slip>of)\b(?! course)", "have"),
    _pattern(
        r"\b(?i:more|less|rather|better|worse|greater|fewer|higher|lower|larger|smaller|other|older|younger) "
        r"(?P<slip>then)\b(?!,)",
        "than",
    ),
    _pattern(r"\b(?:of|in|with|by|on|from|at|to|lost|for) (?P<slip>it['’]s) (?P<next>own)\b", "its"),
    _pattern(r"\b(?:of|with|by|from|at) (?P<slip>it['’]s) (?P<next>[a-z]+)\b", "its", _untitled),
    _pattern(r"\b(?P<slip>there) (?P<next>own|respective)\b", "their"),
    _pattern(r"\b(?:of|with|by) (?P<slip>there) (?P<next>[a-z]{3,})\b", "their", _untitled),
    _pattern(r"\b(?i:because|instead) (?P<slip>off) (?P<next>[A-Za-z]+)\b", "of"),
    _pattern(
        r"(?<!,) (?P<slip>too) (?P<next>the|be|have|make|get|take|do|go|give|keep|help|seek|say|his|her|their|them|"
        r"stop|find|win|vote|pass|meet|protect|become|provide|ensure|prevent)\b",
        "to",
    ),
    _pattern(r"\b(?i:they|we|who|there) (?P<slip>where)\b", "were"),
)

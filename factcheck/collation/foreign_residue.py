"""Words of another language that were left in English copy."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from wordfreq import zipf_frequency

from factcheck.collation.event import Event
from factcheck.collation.residue_words import ABBREVIATIONS, MEANINGS, NATURALISED, PHRASES
from factcheck.collation.sheets import running
from factcheck.collation.single import Slip, draft
from factcheck.collation.usage import established
from factcheck.collation.words import zipf
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.words import Word
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level

LANGUAGES = {
    "es": Phrase("Spanish"),
    "fr": Phrase("French"),
    "de": Phrase("German"),
    "it": Phrase("Italian"),
    "pt": Phrase("Portuguese"),
}
# A word is foreign when it is common there, and 200 times commoner than in English, where it is rare.
COMMON_THERE, MARGIN, RARE_HERE = 4.7, 2.3, 3.2
# In a run of foreign words each may be weaker.
RUN, RUN_MARGIN = 3, 1.0
SCORE_LISTED, SCORE_RUN, SCORE_WORD = 0.95, 0.8, 0.75


class Residue(NamedTuple):
    """Foreign words found: where, what they should be if known, of which language if known, and how sure."""

    start: int
    end: int
    english: str | None
    language: str
    score: float


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each stretch of foreign words outside quotation marks, in each article by itself."""
    for article, sheet, sentence in running(event):
        for residue in _residues(event, sheet, sentence):
            yield draft(event, article, ConflictKind.FOREIGN_RESIDUE, _slip(sheet.text, residue))


def _slip(text: str, residue: Residue) -> Slip:
    words = text[residue.start : residue.end]
    tongue = residue.language or Phrase("another language")
    reason = Phrase("The copy around it is English.")
    if residue.english:
        reason = Phrase("The copy around it is English. It means “{english}”.", english=residue.english)
    return Slip(
        residue.start,
        residue.end,
        residue.english,
        Phrase("“{words}” is {language}, left in English copy.", words=words, language=tongue),
        reason,
        residue.score,
        Level.ERROR,
    )


def _residues(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Residue]:
    """The residues of a sentence: listed ones first, then words that give themselves away."""
    taken: list[Residue] = []
    for find in (_listed, _phrases, _runs, _words):
        for residue in find(event, sheet, sentence):
            apart = all(residue.end <= held.start or held.end <= residue.start for held in taken)
            if apart and not sheet.quoted(residue.start):
                taken.append(residue)
                yield residue


_LISTED = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, ABBREVIATIONS), key=len, reverse=True)) + r")(?![\w-])"
)
_PHRASES = re.compile(r"\b(?:" + "|".join(map(re.escape, PHRASES)) + r")\b")


def _listed(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Residue]:
    for match in _LISTED.finditer(sheet.text, sentence.start, sentence.end):
        if not _in_a_name(sheet.text, match):
            yield Residue(*match.span(), _own_form(sheet.text, match[0]), "", SCORE_LISTED)


_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w'’-]*(?: (?:de|del|la|le|el|des|du|di|da|do|von|der))*[ -]$")


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """A listed word inside a longer name, such as a street or a newspaper: not what anybody forgot to translate."""
    if "." in match[0] or match[0].isupper():
        return False
    after = re.match(r"(?: (?:de|del|la|le|el|des|du|di|da|do|von|der))? [A-Z]", text[match.end() : match.end() + 12])
    before = _CAPITAL_BEFORE.search(text, max(0, match.start() - 30), match.start())
    return bool(before) or (bool(after) and match[0] not in _OFFICES)


_OFFICES = frozenset(word for word, english in ABBREVIATIONS.items() if english[0] in {"Minister", "President"})


def _own_form(text: str, residue: str) -> str:
    """The form that the article itself uses most, short for short; the first where it uses none."""
    forms = [form for form in ABBREVIATIONS[residue] if form.isupper() or not residue.isupper()]
    forms = forms or list(ABBREVIATIONS[residue])
    counts = {form: len(re.findall(rf"(?<![\w.]){re.escape(form)}(?!\w)", text)) for form in forms}
    return max(forms, key=lambda form: (counts[form], -forms.index(form)))


def _phrases(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Residue]:
    for match in _PHRASES.finditer(sheet.text, sentence.start, sentence.end):
        yield Residue(*match.span(), PHRASES[match[0]], "", SCORE_LISTED)


def _runs(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Residue]:
    """Three or more words in a row that are all commoner in one other language."""
    for code in LANGUAGES:
        at = 0
        while at < len(sentence.words):
            end = at
            while end < len(sentence.words) and _leans(sentence.words[end], code):
                end += 1
            if end - at >= RUN and _plain(sentence.words, at, end):
                yield Residue(sentence.words[at].start, sentence.words[end - 1].end, None, LANGUAGES[code], SCORE_RUN)
            at = max(end, at + 1)


def _leans(word: Word, code: str) -> bool:
    there = _zipf(word.text, code)
    return (
        word.text.islower() and word.text.isalpha() and there >= COMMON_THERE and there - zipf(word.text) >= RUN_MARGIN
    )


def _plain(words: Sequence[Word], at: int, end: int) -> bool:
    """Not the rest of a name, and not one of the phrases that English has taken over."""
    naturalised = any(word.text in NATURALISED for word in words[at:end])
    return not (naturalised or (at > 1 and words[at - 1].capital))


def _words(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Residue]:
    """Single words that are everyday words elsewhere and hardly known in English."""
    for at, word in enumerate(sentence.words):
        code = language(word.text)
        if code and _plain(sentence.words, at, at + 1) and not _meant(event, sentence.words, at):
            yield Residue(word.start, word.end, MEANINGS.get(word.text), LANGUAGES[code], SCORE_WORD)


@lru_cache(maxsize=65536)
def language(word: str) -> str:
    """The language that a lower-case word gives away, or empty."""
    if not (word.islower() and word.isalpha() and len(word) > 3) or word in NATURALISED or zipf(word) >= RARE_HERE:
        return ""
    there, code = max((_zipf(word, code), code) for code in LANGUAGES)
    return code if there >= COMMON_THERE and there - zipf(word) >= MARGIN else ""


@lru_cache(maxsize=65536)
def _zipf(word: str, code: str) -> float:
    return float(zipf_frequency(word, code, wordlist="small"))


_GLOSSED = frozenset({"(", "or", "called", "means", "meaning", "known"})


def _meant(event: Event, words: Sequence[Word], at: int) -> bool:
    """The copy explains the word, or independent reports use it."""
    beside = {word.lower for word in words[max(0, at - 2) : at + 3]} & _GLOSSED
    return bool(beside) or established(event, words[at].text)

"""A small word in place of another that breaks the sentence: "about it Norway situation", "would of"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import NamedTuple

from factcheck.collation.event import Event
from factcheck.collation.lexicon import FUNCTION_WORDS, IRREGULAR, NUMBER_WORDS, listed
from factcheck.collation.sheets import running
from factcheck.collation.single import Slip, draft
from factcheck.collation.words import zipf
from factcheck.extraction import lexicon
from factcheck.extraction.confusable import sound_alikes
from factcheck.extraction.gazetteer import country_of
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.types import ConflictDraft, ConflictKind, Doubt, ExtractedArticle, Level

PREPOSITIONS = "of|in|for|with|from|by|at|on|against|about|during|under|over|into|across|through"
DETERMINERS = "the|a|an|his|her|their|its|this|these|those|our|your|some|any|no"
VERB_BEFORE = "it|they|to|he|she|we|will|would|could"
OFF_BEFORE = frozenset({"coast", "duty", "guard", "base", "track", "limits", "air", "record", "hand", "field"})
PHRASAL = frozenset(
    listed(
        "set put paid pay cut kick kicked shot took taken take laid lay called call broke broken went gone go "
        "came come pulled pull turned turn fell fall fallen ran run hold held write wrote written fend fended "
        "ward stave sold sell spin spun rip ripped start started round rounded live lived base based head "
        "show showed shut sign signed split square tee tip touch touched wear worn wipe wiped work worked "
        "sealed carry break back face give given keep kept"
    )
)
UNITS = frozenset(
    listed(
        "percent cent point points goal goals shot shots stroke strokes seat seats length lengths second seconds "
        "minute minutes hour hours day days week weeks month months year years hundred thousand million billion "
        "trillion dollar dollars pound pounds euro euros cents pence inch inches foot feet yard yards mile miles metre "
        "metres meter meters kilometre kilometres kilometer kilometers degree degrees"
    )
)
THERE_VERBS = frozenset(listed("is was has seems remains needs goes comes exists stands lies appears lives follows"))
# Words that open a clause which "it" may end: because of it, thanks to it, out of it.
OPENERS = frozenset(listed("because instead thanks along together ahead according despite out and but that when"))
# Verbs whose past looks like a noun.
UNCHANGED = frozenset(listed("cut hit put set let quit shut split spread cast cost hurt burst bet beat bid read"))
# What may follow a noun phrase that ends its clause.
CLAUSE_END = re.compile(rf"\s*$|[,.;:)]| (?:and|or|{PREPOSITIONS}|to|after|before|since|until) ")
SCORE = 0.75
# From this probability on a doubted word is shown, and how sure that is at the least.
SURE, LEAST = 0.985, 0.5
# In how many signs the words beside it stand.
FAR = 80


class Pattern(NamedTuple):
    """Where a small word is wrong: group ``slip`` is the word, ``next`` what follows it; ``fits`` has the last say."""

    pattern: re.Pattern[str]
    right: str
    fits: Callable[[Event, re.Match[str]], bool]


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each such slip outside quotation marks: those of the patterns, then those that are doubted."""
    for article, sheet, sentence in running(event):
        slips = {
            slip.start: slip for slip in (*_doubted(event, article, sheet, sentence), *_matched(event, sheet, sentence))
        }
        for slip in slips.values():
            if not sheet.quoted(slip.start):
                yield draft(event, article, ConflictKind.GRAMMAR, slip)


def _matched(event: Event, sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    for pattern in PATTERNS:
        for match in pattern.pattern.finditer(sheet.text, sentence.start, sentence.end):
            if pattern.fits(event, match):
                yield _slip(match, pattern.right, Level.ERROR if _supported(event, match) else Level.DISCREPANCY)


def _doubted(event: Event, article: ExtractedArticle, sheet: Sheet, sentence: Sentence) -> Iterator[Slip]:
    """The small words that the language pipeline takes for slips. Of other words it knows too little."""
    first = bisect_left(article.doubts, sentence.start, key=lambda doubt: doubt.start)
    for doubt in takewhile(lambda doubt: doubt.end <= sentence.end, article.doubts[first:]):
        word = sheet.text[doubt.start : doubt.end]
        if doubt.sure >= SURE and word.lower() in sound_alikes() and not _printed_elsewhere(event, article, doubt):
            shown = _around(sheet.text, sentence, doubt)
            yield Slip(
                doubt.start,
                doubt.end,
                doubt.meant,
                f"“{word}” seems wrong at “{shown}”: “{doubt.meant}” is meant?",
                f"“{doubt.meant}” would fit the words around it.",
                round(LEAST + (1 - LEAST) * (doubt.sure - SURE) / (1 - SURE), 4),
                Level.DISCREPANCY,
            )


def _around(text: str, sentence: Sentence, doubt: Doubt, before: int = 3, after: int = 2) -> str:
    """A word with those beside it in its sentence."""
    head = text[max(sentence.start, doubt.start - FAR) : doubt.start].split()
    tail = text[doubt.end : min(sentence.end, doubt.end + FAR)].split()
    return " ".join([*head[-before:], text[doubt.start : doubt.end], *tail[:after]])


def _printed_elsewhere(event: Event, article: ExtractedArticle, doubt: Doubt) -> bool:
    """Whether a report of another origin has the word between the same two."""
    text = article.copy.text
    before, after = text[max(0, doubt.start - FAR) : doubt.start], text[doubt.end : doubt.end + FAR]
    run = [*before.split()[-1:], text[doubt.start : doubt.end], *after.split()[:1]]
    printed = re.compile(r"\s+".join(map(re.escape, run)))
    own = event.origins([article.name])
    carriers = [each.name for each in event.articles if printed.search(each.copy.text)]
    return event.origins(carriers) > own


def _slip(match: re.Match[str], right: str, level: Level) -> Slip:
    wrong = match["slip"]
    right = right.capitalize() if wrong[0].isupper() else right
    return Slip(
        *match.span("slip"),
        right,
        f"“{wrong}” breaks the sentence at “{_shown(match)}”: “{right}” is meant.",
        f"The words around it call for “{right}”.",
        SCORE,
        level,
    )


def _shown(match: re.Match[str]) -> str:
    """The slip with the words right beside it."""
    start = match.start("preposition") if "preposition" in match.re.groupindex else match.start()
    return " ".join(match.string[start : match.end()].split())


def _always(event: Event, match: re.Match[str]) -> bool:
    return True


def _noun(event: Event, match: re.Match[str]) -> bool:
    """Whether a noun phrase follows that an article should precede, rather than a clause of its own.

    "With it Norway exports" opens a clause, so a telling word must stand before the preposition.
    """
    before = match["before"].lower()
    if before in FUNCTION_WORDS | OPENERS or before.endswith("ly"):
        return False
    return _named_noun(match) or _told_elsewhere(event, match)


def _told_elsewhere(event: Event, match: re.Match[str]) -> bool:
    """Whether another report has the same words with "the"."""
    rest = match.string[match.end() :]
    second = re.match(r" ([\w-]+)", rest)
    after = second[1] if second else "" if CLAUSE_END.match(rest) else None
    if after is None or match["next"].lower() in FUNCTION_WORDS:
        return False
    passage = f"{match['preposition']} the {match['next']} {after}".strip()
    pattern = re.compile(rf"\b{re.escape(passage)}\b", re.IGNORECASE)
    return any(pattern.search(a.copy.text) for a in event.articles if a.copy.text != match.string)


def _attested_noun(event: Event, word: str) -> bool:
    """Whether the event's copy has the word after a determiner, and never as a verb."""
    return _follows(event, DETERMINERS, word) and not _follows(event, VERB_BEFORE, word)


def _plural(event: Event, match: re.Match[str]) -> bool:
    """A plural noun after "there", which only a verb should follow."""
    word = match["next"]
    return word not in THERE_VERBS | FUNCTION_WORDS | lexicon.words("saying") and _attested_noun(event, word)


def _of(event: Event, match: re.Match[str]) -> bool:
    """Whether another report has the same five words with "of". Much is right with "off": points off the top."""
    first, word, after = match["first"].lower(), match["before"], match["next"]
    if word in PHRASAL | UNITS or first in NUMBER_WORDS.keys() | UNITS or after in OFF_BEFORE:
        return False
    passage = f"{first} {word} of {after} {match['last']}".lower()
    texts = [" ".join(article.copy.text.lower().split()) for article in event.articles]
    return any(passage in text for text in texts if f"{word} off" not in text) and _count(event, word, "off") == 1


def _no_people(event: Event, match: re.Match[str]) -> bool:
    """A capitalised word that is no adjective such as American, before which "too" would be right."""
    return not country_of(match["next"]) and match["next"] not in lexicon.words("starters")


def _named_noun(match: re.Match[str]) -> bool:
    """A name and a noun that end the clause, as in "it Norway situation"; no day, title or clause "it Lee won"."""
    name, rest = match["next"], match.string[match.end() :]
    noun = re.match(r" ([a-z]{3,})\b", rest)
    named = name[0].isupper() and not name.endswith("s")
    if noun is None or not named or name.lower() in lexicon.words("calendar") | lexicon.words("titles"):
        return False
    return not _verbal(noun[1]) and CLAUSE_END.match(rest[noun.end() :]) is not None


def _verbal(word: str) -> bool:
    """Whether a word may be the verb of a clause, or no noun at all."""
    listed_as = lexicon.words("saying") | FUNCTION_WORDS | IRREGULAR.keys() | UNCHANGED
    return word in listed_as or word.endswith(("s", "ed", "ing", "ly"))


def _supported(event: Event, match: re.Match[str]) -> bool:
    """Whether a second report bears out that the word is wrong; the other patterns need none."""
    return match["slip"] != "it" or _told_elsewhere(event, match)


def _follows(event: Event, first: str, second: str) -> bool:
    """Whether the event's own copy has one of some words right before another."""
    return _count(event, first, second) > 0


def _count(event: Event, first: str, second: str) -> int:
    pattern = re.compile(rf"\b(?:{first}) {re.escape(second)}\b", re.IGNORECASE)
    return sum(len(pattern.findall(article.copy.text)) for article in event.articles)


def _untitled(event: Event, match: re.Match[str]) -> bool:
    word = match["next"].lower()
    return word not in lexicon.words("titles") | lexicon.words("modifiers") | FUNCTION_WORDS and zipf(word) > 0


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


PATTERNS = (
    Pattern(
        _pattern(rf"\b(?P<before>[A-Za-z]+) (?P<preposition>{PREPOSITIONS}) (?P<slip>it) (?P<next>[A-Za-z]+)\b"),
        "the",
        _noun,
    ),
    Pattern(
        _pattern(r"\b(?:of|with|into|against|during|at|from|by) (?P<slip>they) (?P<next>[a-z]+)\b"), "the", _always
    ),
    Pattern(_pattern(r"\b(?:of|in|with|into|against|during|at) (?P<slip>then) (?P<next>[a-z]+)\b"), "the", _untitled),
    Pattern(_pattern(r"\b(?:would|could|should|might|must) (?P<slip>of)\b(?! course)"), "have", _always),
    Pattern(
        _pattern(
            r"\b(?i:more|less|rather|better|worse|greater|fewer|higher|lower|larger|smaller|other|older|younger) "
            r"(?P<slip>then)\b(?!,)"
        ),
        "than",
        _always,
    ),
    Pattern(_pattern(r"\b(?:of|in|with|by|on|from|at|to|lost|for) (?P<slip>it['’]s) (?P<next>own)\b"), "its", _always),
    Pattern(_pattern(r"\b(?:of|with|by|from|at) (?P<slip>it['’]s) (?P<next>[a-z]+)\b"), "its", _untitled),
    Pattern(_pattern(r"\b(?P<slip>there) (?P<next>own|respective)\b"), "their", _always),
    Pattern(_pattern(r"\b(?:of|with|by) (?P<slip>there) (?P<next>[a-z]{3,})\b"), "their", _untitled),
    Pattern(_pattern(r"\b(?i:because|instead) (?P<slip>off) (?P<next>[A-Za-z]+)\b"), "of", _always),
    Pattern(
        _pattern(
            r"\b(?P<first>[A-Za-z]+) (?P<before>[a-z]{3,}) (?P<slip>off) (?P<next>[A-Za-z]+) (?P<last>[A-Za-z]+)\b"
        ),
        "of",
        _of,
    ),
    Pattern(_pattern(r"(?<!,) (?P<slip>too) (?P<next>[A-Z][a-z]+)\b"), "to", _no_people),
    Pattern(_pattern(r"\b(?P<slip>[Tt]here) (?P<next>[a-z]{3,}s)\b"), "their", _plural),
    Pattern(
        _pattern(
            r"(?<!,) (?P<slip>too) (?P<next>the|be|have|make|get|take|do|go|give|keep|help|seek|say|his|her|their|them|"
            r"stop|find|win|vote|pass|meet|protect|become|provide|ensure|prevent)\b"
        ),
        "to",
        _always,
    ),
    Pattern(_pattern(r"\b(?i:they|we|who|there) (?P<slip>where)\b"), "were", _always),
    Pattern(
        _pattern(
            r"\b[a-z]{2,}s (?P<slip>where) (?P<next>killed|injured|arrested|taken|told|being|not|also|still|found)\b"
        ),
        "were",
        _always,
    ),
)

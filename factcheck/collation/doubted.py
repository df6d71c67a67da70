"""The words of a sentence that the language pipeline doubts, as far as no other origin prints the same there."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from factcheck.collation.event import Event
from factcheck.extraction.sheet import Sentence
from factcheck.types import Doubt, ExtractedArticle

# In how many signs the words beside one stand.
FAR = 80
PAUSES = frozenset(",;:–—-")


def doubted(event: Event, article: ExtractedArticle, sentence: Sentence) -> Iterator[Doubt]:
    """The doubts of a sentence of an article, in order of start."""
    first = bisect_left(article.doubts, sentence.start, key=lambda doubt: doubt.start)
    for doubt in takewhile(lambda doubt: doubt.end <= sentence.end, article.doubts[first:]):
        if not _opens(article.copy.text, sentence, doubt) and not _printed_elsewhere(event, article, doubt):
            yield doubt


def around(text: str, sentence: Sentence, doubt: Doubt, before: int = 3, after: int = 2) -> str:
    """A word with those beside it in its sentence."""
    head = text[max(sentence.start, doubt.start - FAR) : doubt.start].split()
    tail = text[doubt.end : min(sentence.end, doubt.end + FAR)].split()
    return " ".join([*head[-before:], text[doubt.start : doubt.end], *tail[:after]])


def _opens(text: str, sentence: Sentence, doubt: Doubt) -> bool:
    """Whether the word opens its sentence, or goes on after an insertion: much can stand there.

    In "the feud, she said, has lasted" the verb is read without its subject.
    """
    return not text[sentence.start : doubt.start].strip() or text[sentence.start : doubt.start].rstrip()[-1] in PAUSES


def _printed_elsewhere(event: Event, article: ExtractedArticle, doubt: Doubt) -> bool:
    """Whether a report of another origin has the word between the same two."""
    text = article.copy.text
    before, after = text[max(0, doubt.start - FAR) : doubt.start], text[doubt.end : doubt.end + FAR]
    run = [*before.split()[-1:], text[doubt.start : doubt.end], *after.split()[:1]]
    printed = re.compile(r"\s+".join(map(re.escape, run)))
    carriers = [each.name for each in event.articles if printed.search(each.copy.text)]
    return event.origins([article.name, *carriers]) > 1

"""The words of a report that tell who says so: speaker, title, verb. They do not tell which fact a sentence is on."""

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.extraction import lexicon
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, Span

# How far before its verb of saying a name with its apposition may start, and how far after it end.
BEHIND, AHEAD = 110, 60
WORD = re.compile(r"[^\W\d_]+")
# "Anna Petrov, head of the fund, said": a name, perhaps an apposition in commas, and the verb.
NAMED = re.compile(
    r"\b[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:,[^,.;:\d]{1,70},|,| \([^)]*\))? (?:also |has |had |have )?\Z"
)
# "said the fund's head Anna Petrov": what may stand between the verb and the name.
BETWEEN = re.compile(r"\s[^,.;:\"“”\d]{0,40}\Z|\s\Z")
BESIDE = len(", the ")


def attributed(article: ExtractedArticle) -> frozenset[int]:
    """The offsets of all such words."""
    said = [*_mentions(article), *_said(article)]
    titles = [Span(claim.start, claim.end) for claim in article.claims if claim.kind is ClaimKind.ROLE]
    beside = [title for title in titles if any(_touch(title, span) for span in said)]
    return frozenset(at for span in (*said, *beside) for at in range(span.start, span.end))


def _mentions(article: ExtractedArticle) -> Iterator[Span]:
    """Speakers and verbs of quotations."""
    for claim in (claim for claim in article.claims if claim.quoted):
        yield from (Span(each.start, each.end) for each in (claim.speaker, claim.cue) if each)


def _said(article: ExtractedArticle) -> Iterator[Span]:
    """From a name to the verb of saying beside it."""
    text, saying = article.copy.text, lexicon.words("saying")
    people = [claim for claim in article.claims if claim.kind is ClaimKind.NAME and claim.value.get("type") == "PERSON"]
    for verb in WORD.finditer(text):
        if verb[0] in saying:
            named = NAMED.search(text[max(0, verb.start() - BEHIND) : verb.start()])
            if named:
                yield Span(verb.start() - len(named[0]), verb.end())
            else:
                yield from _following(text, verb.end(), people)


def _following(text: str, end: int, people: list[ClaimDraft]) -> Iterator[Span]:
    after = (name for name in people if end < name.start <= end + AHEAD and BETWEEN.match(text[end : name.start]))
    yield from (Span(end, name.end) for name in islice(after, 1))


def _touch(title: Span, said: Span) -> bool:
    """Whether a title stands right before or after, or within."""
    return title.start <= said.end + BESIDE and said.start <= title.end + BESIDE

"""Organisations that stand in apposition to a person, where a title should be: "the Ports Ministry, Ann Lee, said"."""

from collections.abc import Iterator, Sequence

from factcheck.collation.event import Event
from factcheck.collation.sheets import running
from factcheck.extraction import gazetteer, lexicon, titles
from factcheck.extraction.sheet import Sentence
from factcheck.extraction.words import Word
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle

# After these the organisation is where or for whom something is, and the person starts a new part of the sentence.
SETTING = frozenset(
    {"in", "at", "inside", "outside", "near", "on", "across", "within", "before", "over", "for", "from"}
)
GOVERNED = frozenset({"of", "to", "with", "by"})
REACH = 6
LONGEST = 7
CLOSERS = frozenset({",", ".", ";", ")", "("})


def bodies(event: Event) -> Iterator[tuple[ExtractedArticle, ClaimDraft]]:
    """A role claim without an office for every such organisation."""
    persons: dict[tuple[str, int], ClaimDraft] = {
        (article.name, claim.start): claim
        for article, claim in event.claims(ClaimKind.NAME)
        if claim.value.get("type") == "PERSON" and claim.value.get("form") == "full"
    }
    for article, _, sentence in running(event):
        for at, word in enumerate(sentence.words):
            person = persons.get((article.name, word.start))
            first = _body_before(sentence, at) if person else None
            if person and first is not None and _closed(sentence, person.end):
                yield article, _claim(article, sentence, first, at, person)


def _claim(article: ExtractedArticle, sentence: Sentence, first: int, at: int, person: ClaimDraft) -> ClaimDraft:
    start, end = sentence.words[first].start, sentence.words[at - 2].end
    text = article.copy.text[start:end]
    value = {"person": person.value.get("entity", person.text), "office": "", "organisation": text}
    return ClaimDraft(ClaimKind.ROLE, start, end, text, person.text, value, layer=sentence.layer)


def _body_before(sentence: Sentence, at: int) -> int | None:
    """The index of the organisation's first word, where "the ORGANISATION," stands right before ``at``."""
    words = sentence.words
    if at < 3 or words[at - 1].text != ",":
        return None
    first = at - 1
    while first > max(0, at - 1 - LONGEST) and (words[first - 1].capital or words[first - 1].lower == "of"):
        first -= 1
    start = first if words[first].lower != "the" else first + 1
    if start >= at - 1 or words[start - 1].lower != "the" or not _organisation(words[start : at - 1]):
        return None
    return None if _elsewhere(words, start - 1) else start


def _organisation(words: Sequence[Word]) -> bool:
    if titles.ending_at(words, len(words)) is not None:
        return False
    match = gazetteer.match(words, 0)
    listed = bool(match) and match is not None and match[1].type == "ORG" and match[0] == len(words)
    return listed or any(word.text in lexicon.words("org_heads") for word in words)


def _elsewhere(words: Sequence[Word], article: int) -> bool:
    """Whether the words before show that the organisation is a setting, or belongs to a title before it."""
    if article == 0:
        return False
    before = words[article - 1].lower
    near = words[max(0, article - 1 - REACH) : article - 1]
    return before in SETTING or (before in GOVERNED and any(titles.is_head(word) for word in near))


def _closed(sentence: Sentence, end: int) -> bool:
    """Whether the apposition ends with the name."""
    after = sentence.index_at(end)
    return after >= len(sentence.words) or sentence.words[after].text in CLOSERS or sentence.words[after].possessive

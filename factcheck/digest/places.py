"""Saying where in an article something stands, and who carries it, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.digest.material import MaterialArticle
from factcheck.digest.sigils import sigils
from factcheck.review.card import quoted
from factcheck.review.labels import where


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How a language names places; ``parts`` says what is not called as in English."""

    paragraph: str
    paragraphs: str
    conjunction: str
    parts: Mapping[str, str] = field(default_factory=dict)


# A headline is recognised by its beginning.
FEWEST_WORDS = 4
ENGLISH_PLACES = PlaceWords("paragraph", "paragraphs", "and")


def place(article: MaterialArticle, start: int) -> str:
    """ "headline", "caption" or "paragraph 7"."""
    return where(article.segments, start)


def places(names: Iterable[str], words: PlaceWords = ENGLISH_PLACES) -> str:
    """Several places of one article, each once: "headline and paragraphs 3 and 7"."""
    distinct = list(dict.fromkeys(names))
    numbers = [name.removeprefix("paragraph ") for name in distinct if name.startswith("paragraph ")]
    others = [words.parts.get(name, name) for name in distinct if not name.startswith("paragraph ")]
    if numbers:
        noun = words.paragraphs if len(numbers) > 1 else words.paragraph
        others.append(f"{noun} {joined(numbers, words.conjunction)}")
    return joined(others, words.conjunction)


def joined(words: Sequence[str], conjunction: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    return f" {conjunction} ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def sources(pks: Iterable[int], articles: Mapping[int, MaterialArticle]) -> list[str]:
    """What these articles are called, each once, in order."""
    return list(dict.fromkeys(articles[pk].label for pk in pks if pk in articles))


def carried_by(reports: int, origins: int) -> str:
    """ "carried by 3 reports of 1 origin": copies of one agency's file are no independent witnesses."""
    words = f"carried by {reports} report{'' if reports == 1 else 's'}"
    return words if origins == reports else f"{words} of {origins} origin{'' if origins == 1 else 's'}"


def _opening(headline: str, headlines: Sequence[str]) -> str:
    """The first words of a headline, as many as tell it from the others of its source."""
    split = headline.split()
    for number in range(FEWEST_WORDS, len(split)):
        opening = " ".join(split[:number])
        if sum(" ".join(other.split()).startswith(opening) for other in headlines) == 1:
            return quoted(f"{opening}…")
    return quoted(headline)


def told_apart(articles: Iterable[MaterialArticle]) -> dict[int, MaterialArticle]:
    """The articles by number, in order, each with its sigil; where one source has several, with the headline too."""
    ordered = sorted(articles, key=lambda article: article.pk)
    headlines: dict[str, list[str]] = {}
    for article in ordered:
        headlines.setdefault(article.source, []).append(article.headline)
    return {
        article.pk: replace(article, sigil=sigil, name=_name(article, headlines[article.source]))
        for article, sigil in zip(ordered, sigils(article.source for article in ordered), strict=True)
    }


def _name(article: MaterialArticle, headlines: Sequence[str]) -> str:
    return _opening(article.headline, headlines) if len(headlines) > 1 else article.name

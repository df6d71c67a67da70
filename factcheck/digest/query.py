"""What an agency's desk is asked: where its report stands alone or is corrected, and what the others print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.digest.dialects import Language, dialect
from factcheck.digest.mail import ELLIPSIS, Letter, one_line
from factcheck.digest.material import MaterialArticle, MaterialConflict, MaterialReading
from factcheck.digest.places import place, places
from factcheck.digest.points import PRESSING
from factcheck.review.context import context
from factcheck.types import ConflictKind, Verdict

# Nobody answers a longer list; the most pressing stay.
MOST_POINTS = 10
MOST_NAMES = 4
LONGEST_NAME, LONGEST_HEADLINE, LONGEST_WORDS, LONGEST_SENTENCE = 60, 120, 160, 360
# Differences that are nobody's mistake.
NOT_ASKED = frozenset({ConflictKind.TRANSLATION, ConflictKind.TEMPORAL_CHANGE, ConflictKind.OTHER_EVENT})
Articles = Mapping[int, MaterialArticle]


class Others(NamedTuple):
    """Other agencies that print the same words: their names, and from how many origins they have them."""

    text: str
    names: tuple[str, ...]
    origins: int


class Elsewhere(NamedTuple):
    """Other words for the same in the report itself."""

    text: str
    where: tuple[str, ...]


class Aim(NamedTuple):
    """What the desk holds right, or leans to where nothing is ``decided``; None: no reading."""

    right: str | None
    decided: bool


LEANS_TO_NONE = Aim(None, decided=False)


@dataclass(frozen=True, slots=True)
class Point:
    """Words of a report that its agency is asked about, with the sentence around the first place."""

    start: int
    where: tuple[str, ...]
    printed: str
    sentence: str
    aim: Aim
    others: tuple[Others, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


def points(article: MaterialArticle, articles: Articles, conflicts: Iterable[MaterialConflict]) -> list[Point]:
    """Everything to ask about one report, in the order of the conflicts; ``articles`` are those that count."""
    return [point for conflict in conflicts for point in _points(article, articles, conflict)]


def query(article: MaterialArticle, asked: Sequence[Point], signature: str) -> Letter | None:
    """The letter to the agency's desk; None where there is nothing to ask."""
    if not asked:
        return None
    language = dialect(article.source_slug, article.language).language
    words, kept = language.query, sorted(asked[:MOST_POINTS], key=lambda point: (point.start, point.printed))
    about = {"headline": one_line(article.headline, LONGEST_HEADLINE), "details": _details(article, language)}
    rest = len(asked) - len(kept)
    paragraphs = [
        words.desk.format(source=one_line(article.source, LONGEST_NAME)),
        words.opening.of(len(kept), **about),
        *(f"{number}. {_told(point, language)}" for number, point in enumerate(kept, start=1)),
        *([words.rest.of(rest)] if rest else []),
        words.closing.of(len(kept)),
        words.signed.format(name=one_line(signature, LONGEST_NAME)),
    ]
    return Letter(words.subject.format(**about), "\n\n".join(paragraphs))


def _details(article: MaterialArticle, language: Language) -> str:
    """ " (MP-104, 19 September 2023)": what the agency finds its own report by, as far as it is known."""
    known = [one_line(article.wire_id, LONGEST_NAME), language.told(article.filed_on)]
    return f" ({', '.join(filter(None, known))})" if any(known) else ""


def _points(article: MaterialArticle, articles: Articles, conflict: MaterialConflict) -> Iterator[Point]:
    aim = _aim(conflict)
    if aim is None:
        return
    here = {reading.text: _starts(article, reading) for reading in conflict.readings}
    others = tuple(_others(article, articles, conflict))
    for asked in _asked(here, aim):
        starts = here[asked]
        first = min(starts)
        printed = article.text[first : starts[first]]
        if printed == aim.right:
            continue
        around = context(article.text, article.sentences, first, starts[first])
        yield Point(
            start=first,
            where=_where(article, starts),
            printed=printed,
            sentence=one_line("".join(around), LONGEST_SENTENCE),
            aim=aim,
            others=tuple(one for one in others if one.text != asked),
            elsewhere=tuple(Elsewhere(text, _where(article, at)) for text, at in here.items() if at and text != asked),
        )


def _asked(here: Mapping[str, Mapping[int, int]], aim: Aim) -> list[str]:
    """The readings to ask about; where the desk leans to none, a report that contradicts itself is asked once."""
    carried = [text for text, starts in here.items() if starts]
    if aim == LEANS_TO_NONE:
        return carried[:1] if len(carried) > 1 else []
    return [text for text in carried if text != aim.right]


def _aim(conflict: MaterialConflict) -> Aim | None:
    """None where there is nothing to ask anybody."""
    verdict = conflict.ruling.verdict if conflict.ruling else None
    if conflict.kind in NOT_ASKED or verdict is Verdict.DISMISS:
        return None
    if verdict is Verdict.NONE or conflict.approved_text is not None:
        return Aim(conflict.approved_text, decided=True)
    return Aim(_leaning(conflict), decided=False) if conflict.level in PRESSING else None


def _leaning(conflict: MaterialConflict) -> str | None:
    """What is suggested, else what more independent reports have than anything else; None where they are even."""
    if conflict.suggested is not None:
        return conflict.suggested
    first, *rest = sorted(conflict.readings, key=lambda reading: -reading.origins)
    return first.text if rest and first.origins > rest[0].origins else None


def _starts(article: MaterialArticle, reading: MaterialReading) -> dict[int, int]:
    """Where the report carries a reading: the start of each place, with its end."""
    return {witness.start: witness.end for witness in reading.witnesses if witness.article == article.pk}


def _where(article: MaterialArticle, starts: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place(article, start) for start in sorted(starts)))


def _others(article: MaterialArticle, articles: Articles, conflict: MaterialConflict) -> Iterator[Others]:
    """What the reports of other sources print, the words with the most origins first."""
    found = []
    for reading in conflict.readings:
        others = [articles[pk] for pk in reading.articles if pk in articles and articles[pk].source != article.source]
        names = tuple(dict.fromkeys(one.source for one in others))
        origins = {one.goes_back_to for one in others}
        found += [Others(reading.text, names, len(origins))] if others else []
    return iter(sorted(found, key=lambda one: (-one.origins, -len(one.names), one.text)))


def _told(point: Point, language: Language) -> str:
    """One question: the place with the words, who has it otherwise, what we do meanwhile, and the sentence."""
    words = language.query
    where = places(point.where, language.places)
    lead = words.prints if point.printed.strip() else words.lacks
    told = [lead.format(where=where[:1].upper() + where[1:], words=_quoted(point.printed, language))]
    told += [_carried(one, language) for one in point.others]
    told += [_elsewhere(one, language) for one in point.elsewhere]
    told += [_meanwhile(point, language)]
    return f"{' '.join(filter(None, told))}\n> {point.sentence}"


def _carried(others: Others, language: Language) -> str:
    words = language.query
    form = words.others if others.text.strip() else words.others_lack
    shown = [one_line(name, LONGEST_NAME) for name in others.names[:MOST_NAMES]]
    names = ", ".join([*shown, *([ELLIPSIS] if len(others.names) > MOST_NAMES else [])])
    if others.origins < len(others.names):
        names += words.origins.of(others.origins)
    return form.of(len(others.names), words=_quoted(others.text, language), names=names)


def _elsewhere(elsewhere: Elsewhere, language: Language) -> str:
    where = places(elsewhere.where, language.places)
    return language.query.elsewhere.format(where=where, words=_quoted(elsewhere.text, language))


def _meanwhile(point: Point, language: Language) -> str:
    """What we go by until there is an answer; where nothing is decided, what may be meant and nobody prints."""
    words, right = language.query, point.aim.right
    named = {*(one.text for one in point.others), *(one.text for one in point.elsewhere)}
    if right is None or (not point.aim.decided and right in named):
        return ""
    stays, goes = (words.decided, words.decided_out) if point.aim.decided else (words.meant, words.meant_out)
    return (stays if right.strip() else goes).format(words=_quoted(right, language))


def _quoted(words: str, language: Language) -> str:
    return language.quoted.format(words=one_line(words, LONGEST_WORDS))

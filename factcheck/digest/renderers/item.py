"""The digest as one item on a wire: what every format for agencies' systems says of it.

Its body is the corrected copy. What the desk says about the copy stands beside it, as notes that are not for
publication. A killed item has nothing but the notice, and what was not issued is withheld.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from factcheck.digest.renderers.documents import legal
from factcheck.digest.renderers.outline import SIGNALS, STATUS, Content, one_line, stamp_of
from factcheck.digest.withdrawal import CANCELED
from factcheck.review.paragraphs import parts
from factcheck.types import SegmentKind

USABLE, WITHHELD = "usable", "withheld"
UPDATE, CORRECTION = "update", "correction"
# Line ends and tabs only: a space that does not break belongs to the words.
BLANKS = re.compile(r"[ \t\r\n]+")
HEADS = (SegmentKind.HEADLINE, SegmentKind.BYLINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph with its kind; ``dateline`` is the place and day that open it."""

    kind: str
    words: str
    dateline: str = ""


@dataclass(frozen=True, slots=True)
class CarriedArticle:
    """One article's corrected text. What belongs to the transmission and not to the report stays behind."""

    source: str
    headline: str
    byline: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """The item. Moments are ISO 8601; ``embargo`` is empty where there is none."""

    guid: str
    number: int
    status: str
    signal: str
    language: str
    slug: str
    provider: str
    address: str
    created: str
    first_created: str
    embargo: str
    headline: str
    summary: str
    change: str
    notes: tuple[str, ...]
    corrections: tuple[str, ...]
    articles: tuple[CarriedArticle, ...]
    witnesses: tuple[Content, ...]


def item(content: Content) -> Item:
    """The content as an item."""
    created = stamp_of(content)
    status = status_of(content)
    killed = status == CANCELED
    return Item(
        guid=content["guid"],
        number=content.get("number", len(content["earlier"]) + 1),
        status=status,
        signal=UPDATE if killed else content["signal"],
        language=content["language"],
        slug=content["story"]["slug"],
        provider=content["site"]["name"],
        address=content["site"]["address"],
        created=created,
        first_created=content["first_issued_at"] or created,
        embargo=content["embargo_until"],
        headline=STATUS[CANCELED] if killed else flat(content["headline"]),
        summary="" if killed else flat(content["summary"]),
        change=flat(content["change_note"]),
        notes=tuple(_notes(content)),
        corrections=() if killed else _words(content, "corrections"),
        articles=() if killed else _articles(content),
        witnesses=() if killed else tuple(row for row in content["witnesses"] if row["used"]),
    )


def flat(words: str) -> str:
    """The words on one line, as any format can hold them."""
    return legal(BLANKS.sub(" ", words)).strip(" ")


def utc(stamp: str) -> str:
    """The moment as systems compare it: in UTC, to the second."""
    return f"{datetime.fromisoformat(stamp).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def received(content: Content, article: int) -> str:
    """The address of a text as received. A text never changes, so the address holds for all numbers."""
    return f"{content['guid']}:article:{article}"


def status_of(content: Content) -> str:
    """Whether the item may be used. What has no number was not issued, so nobody may use it."""
    return content["status"] if "number" in content or content["status"] == CANCELED else WITHHELD


def restrictions(content: Content) -> Iterator[str]:
    """What stands between the item and print, in words; nothing where it may be used at once."""
    if status_of(content) != USABLE:
        yield STATUS[status_of(content)]
    if content["embargo_until"]:
        yield f"EMBARGOED until {utc(content['embargo_until'])}."


def _notes(content: Content) -> Iterator[str]:
    yield from restrictions(content)
    killed = status_of(content) == CANCELED
    change = flat(content["change_note"])
    if change:
        yield change if killed else f"{SIGNALS[content['signal']]}: {change}"
    if not killed and "open_points" in content["order"]:
        yield from (f"OPEN: {flat(row['summary'])}" for row in content["open_points"])


def _words(content: Content, part: str) -> tuple[str, ...]:
    return tuple(flat(row["words"]) for row in content[part]) if part in content["order"] else ()


def _articles(content: Content) -> tuple[CarriedArticle, ...]:
    return tuple(map(_article, content["articles"])) if "articles" in content["order"] else ()


def _article(article: Content) -> CarriedArticle:
    lines = list(_lines(article["text"], article["segments"]))
    heads = {kind: " ".join(line.words for line in lines if line.kind == kind) for kind in HEADS}
    return CarriedArticle(
        source=article["source"],
        headline=flat(article["headline"]) or heads[SegmentKind.HEADLINE],
        byline=heads[SegmentKind.BYLINE],
        lines=tuple(line for line in lines if line.kind not in HEADS),
    )


def _lines(text: str, segments: Sequence[Sequence[Any]]) -> Iterator[Line]:
    """The corrected text by paragraphs."""
    for group in one_line(text, parts(text, segments)):
        kept = [(kind, flat(text[start:end])) for kind, start, end in group if kind != SegmentKind.FURNITURE]
        dateline = " ".join(words for kind, words in kept if kind == SegmentKind.DATELINE)
        rest = [(kind, words) for kind, words in kept if kind != SegmentKind.DATELINE and words]
        kinds = [kind for kind, _ in rest]
        if rest or dateline:
            kind = SegmentKind.BODY if SegmentKind.BODY in kinds else next(iter(kinds), SegmentKind.DATELINE)
            yield Line(kind, " ".join(words for _, words in rest), dateline)


def plain(item: Item) -> str:
    """The body as paragraphs with an empty line between them; of several articles each under its headline."""
    return "\n\n".join(chain.from_iterable(_plain(article, len(item.articles) > 1) for article in item.articles))


def _plain(article: CarriedArticle, several: bool) -> Iterator[str]:
    if several:
        yield titled(article)
    if article.byline:
        yield article.byline
    for line in article.lines:
        yield f"{line.dateline} {line.words}".strip()


def titled(article: CarriedArticle) -> str:
    """Whose report it is, for items that carry several."""
    return f"{article.source}: {article.headline}"

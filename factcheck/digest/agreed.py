"""What reports of several origins tell alike, as far as nothing of it is in dispute."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.digest.changes import Revision
from factcheck.digest.corrected import words
from factcheck.digest.material import AgreedPoint, Material, MaterialArticle
from factcheck.digest.places import carried_by, place
from factcheck.review.matrix import KINDS
from factcheck.types import ClaimKind

# A digest that lists everything tells nothing: of each kind the points that most reports tell.
MOST_OF_A_KIND = 4
ELLIPSIS = "…"
# Quotations have a part of their own.
LISTED = frozenset(KINDS) - {ClaimKind.QUOTE}
Articles = Mapping[int, MaterialArticle]


def agreed_points(material: Material, used: Articles) -> list[AgreedPoint]:
    """The points that may be printed, those that most origins and reports tell first."""
    taken = [witness for one in material.conflicts for reading in one.readings for witness in reading.witnesses]
    places: dict[int, list[tuple[int, int]]] = {}
    for witness in taken:
        places.setdefault(witness.article, []).append((witness.start, witness.end))
    free = [point for point in material.agreed if _sure(point, used) and not _touches(point, places)]
    ordered = sorted(free, key=lambda point: (-point.origins, -len(point.spots), point.kind, point.words, point.spots))
    return list(_few(ordered))


def agreed(
    points: Iterable[AgreedPoint], articles: Articles, revisions: Mapping[int, Revision]
) -> list[dict[str, Any]]:
    """One row for each point, with where each report tells it."""
    return [_row(point, articles, revisions) for point in points]


def _row(point: AgreedPoint, articles: Articles, revisions: Mapping[int, Revision]) -> dict[str, Any]:
    before, after = _around(point, articles, revisions)
    return {
        "kind": KINDS[point.kind],
        "text": point.words,
        "words": " ".join(f"{KINDS[point.kind]}: {before}{point.words}{after}".split()),
        "before": before,
        "after": after,
        "reports": len(point.spots),
        "origins": point.origins,
        "carried_by": carried_by(len(point.spots), point.origins),
        "witnesses": [_witness(articles[pk], start, end) for pk, start, end in point.spots],
    }


def _around(point: AgreedPoint, articles: Articles, revisions: Mapping[int, Revision]) -> tuple[str, str]:
    """The words beside the point as they read with the corrections of the report that they are taken from."""
    before, after = point.before.removeprefix(ELLIPSIS), point.after.removesuffix(ELLIPSIS)
    for pk, _, _ in point.spots:
        first = articles[pk].text.find(f"{before}{point.words}{after}")
        if first >= 0:
            start, end = first + len(before), first + len(before) + len(point.words)
            left = words(articles[pk], revisions[pk], first, start)
            right = words(articles[pk], revisions[pk], end, end + len(after))
            return point.before.removesuffix(before) + left, right + point.after.removeprefix(after)
    return point.before, point.after


def _sure(point: AgreedPoint, used: Articles) -> bool:
    return point.kind in LISTED and point.origins > 1 and all(pk in used for pk, _, _ in point.spots)


def _touches(point: AgreedPoint, places: Mapping[int, list[tuple[int, int]]]) -> bool:
    held = ((start, end, places.get(pk, ())) for pk, start, end in point.spots)
    return any(first < end and start < last for start, end, taken in held for first, last in taken)


def _few(points: Iterable[AgreedPoint]) -> Iterator[AgreedPoint]:
    seen: Counter[str] = Counter()
    for point in points:
        seen[point.kind] += 1
        if seen[point.kind] <= MOST_OF_A_KIND:
            yield point


def _witness(article: MaterialArticle, start: int, end: int) -> dict[str, Any]:
    return {
        "source": article.label,
        "article": article.pk,
        "headline": article.headline,
        "where": place(article, start),
        "start": start,
        "end": end,
    }

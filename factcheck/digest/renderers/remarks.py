"""What stands in the margin of the copy: why a change was made and who decided it, and what is still open."""

from collections.abc import Iterable, Iterator, Mapping

from factcheck.digest.renderers.outline import Content, moment
from factcheck.review.controls import revealed

DONE = {"approve": "Approved", "replace": "Typed"}
Lines = tuple[str, ...]


def points(content: Content) -> Mapping[int, Content]:
    """The rows of the apparatus by the conflict that they tell of."""
    return {point["conflict"]: point for point in content["apparatus"]}


def of_change(change: Content, point: Content) -> Lines:
    """Why these words were changed."""
    decision = next((one for one in point["decisions"] if one["decision"] == change["decision"]), None)
    lines = [change["summary"], *([point["reason"]] if point["reason"] else []), *_variants(point)]
    if decision:
        lines.append(
            f"{DONE.get(decision['verdict'], 'Decided')} by {decision['editor']}, {moment(decision['made_at'])}."
        )
        lines += [f"Note: {decision['note']}"] if decision["note"] else []
    return tuple(map(revealed, lines))


def of_open_point(rows: Iterable[Content], point: Content) -> Lines:
    """What an editor still has to find out."""
    return tuple(map(revealed, [*(f"OPEN: {row['summary']} ({row['why']})" for row in rows), *_variants(point)]))


def _variants(point: Content) -> Iterator[str]:
    for reading in point["readings"]:
        sources = ", ".join(dict.fromkeys(witness["source"] for witness in reading["witnesses"]))
        words = f"“{reading['text']}”" if reading["text"] else "No words"
        yield f"{words}: {sources or 'no report any more'}"


def in_short(change: Content) -> str:
    """The reason in a line or two, for a narrow margin."""
    decided = f" Decided by {change['decided_by']}." if change["decided_by"] else ""
    return revealed(f"{change['summary']}{decided}")

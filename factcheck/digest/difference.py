"""What one number of a digest prints otherwise than the number before it, as lines that can be read. Pure."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from factcheck.digest.places import joined
from factcheck.review.card import quoted

Content = Mapping[str, Any]
Row = Mapping[str, Any]
# Two quotations of one report are one remark, told otherwise, from this likeness of their words on.
ALIKE = 0.6
# So many lines of a sort the proposed note names; the rest it counts.
NAMED = 4
# So many characters before two long wordings part are shown.
LEAD = 24


class Sort(StrEnum):
    """How a line differs: what was printed reads otherwise now, is new, is gone, or was put in another form."""

    CORRECTED = "Corrected"
    ADDED = "Added"
    DROPPED = "Dropped"
    EDITED = "Edited"


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of what changed."""

    sort: Sort
    words: str


def differences(before: Content, after: Content) -> list[Difference]:
    """Every difference between two numbers, corrections first, then what is new, gone, and edited."""
    found = [line for compared in COMPARED for line in compared(before, after)]
    order = list(Sort)
    return sorted(found, key=lambda line: order.index(line.sort))


def signal(before: Content | None, after: Content) -> str:
    """What kind of number it is: "correction" where it changes what the one before printed."""
    if before is None:
        return "first"
    corrects = any(line.sort is Sort.CORRECTED for line in differences(before, after))
    return "correction" if corrects and after["status"] != "canceled" else "update"


def proposed_note(before: Content | None, after: Content) -> str:
    """The change note as a sentence for each sort of difference; empty for the first number, and where all is alike.

    What was only put in another form is told where there is nothing else to tell.
    """
    lines = differences(before, after) if before else []
    lines = [line for line in lines if line.sort is not Sort.EDITED] or lines
    return " ".join(filter(None, (_told(sort, lines) for sort in Sort)))


def _told(sort: Sort, lines: Iterable[Difference]) -> str:
    words = [line.words for line in lines if line.sort is sort]
    more = len(words) - NAMED
    named = words[:NAMED] + ([f"{more} more"] if more > 0 else [])
    return f"{sort}: {joined(named)}." if words else ""


def _corrections(before: Content, after: Content) -> Iterator[Difference]:
    """A change in copy that was printed before corrects it; one in copy that is new comes with that copy."""
    printed = {row["article"] for row in before["articles"]}
    old, new = _keyed(before, "corrections", _place), _keyed(after, "corrections", _place)
    kept = {row["article"] for row in after["articles"]}
    for place in (place for place in new if place not in old):
        if new[place]["article"] in printed:
            yield Difference(Sort.CORRECTED, _change(new[place]))
    for place in (place for place in old if place not in new):
        if old[place]["article"] in kept:
            yield Difference(Sort.CORRECTED, f"{_change(old[place])}, taken back")


def _place(row: Row) -> Hashable:
    return (row["article"], row["conflict"], row["old"], row["new"])


def _change(row: Row) -> str:
    return f"{quoted(row['old'])} to {quoted(row['new'])} in {row['source']}"


def _facts(before: Content, after: Content) -> Iterator[Difference]:
    old, new = (_keyed(content, "facts", lambda row: row["conflict"]) for content in (before, after))
    corrected = {row["conflict"] for content in (before, after) for row in content["corrections"]}
    for key in _in_order(old, new):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None and key not in corrected:
            yield Difference(Sort.ADDED, f"the fact {quoted(now['text'])}")
        elif now is None and was is not None and key not in corrected:
            yield Difference(Sort.CORRECTED, f"the fact {quoted(was['text'])}, which stands no longer")
        elif was and now and was["text"] != now["text"] and key not in corrected:
            yield Difference(Sort.CORRECTED, f"{quoted(was['text'])} to {quoted(now['text'])}")


def _quotations(before: Content, after: Content) -> Iterator[Difference]:
    old, new = ({str(row["text"]): row for row in content["quotations"]} for content in (before, after))
    gone = [row for text, row in old.items() if text not in new]
    for text, row in new.items():
        if text in old:
            continue
        earlier = next((one for one in gone if _one_remark(one, row)), None)
        if earlier is None:
            yield Difference(Sort.ADDED, f"the quotation {quoted(text)}")
        else:
            gone.remove(earlier)
            was, now = _from_where_they_part(earlier["text"], text)
            yield Difference(Sort.CORRECTED, f"the quotation {quoted(was)} to {quoted(now)}")
    # One that went into another with its correction is told as that correction.
    for row in gone:
        if not any(_one_remark(row, now) for now in new.values()):
            yield Difference(Sort.DROPPED, f"the quotation {quoted(row['text'])}")


def _one_remark(one: Row, other: Row) -> bool:
    shared = {(w["article"], w["where"]) for w in one["witnesses"]} & {
        (w["article"], w["where"]) for w in other["witnesses"]
    }
    left, right = one["text"].casefold().split(), other["text"].casefold().split()
    return bool(shared) and SequenceMatcher(None, left, right, autojunk=False).ratio() >= ALIKE


def _from_where_they_part(one: str, other: str) -> tuple[str, str]:
    """Two long wordings as they are; where a line would show only what they share, from shortly before they differ."""
    if quoted(one) != quoted(other):
        return one, other
    part = next(at for at, (left, right) in enumerate(zip_longest(one, other)) if left != right)
    start = one.rfind(" ", 0, max(0, part - LEAD)) + 1
    return f"…{one[start:]}", f"…{other[start:]}"


def _points(before: Content, after: Content) -> Iterator[Difference]:
    old, new = (_keyed(content, "open_points", lambda row: row["conflict"]) for content in (before, after))
    settled = {row["conflict"] for part in ("facts", "corrections", "standing_together") for row in after[part]}
    for key in _in_order(old, new):
        if key not in old:
            yield Difference(Sort.ADDED, f"the open point {quoted(new[key]['summary'])}")
        elif key not in new and key not in settled:
            yield Difference(Sort.DROPPED, f"the open point {quoted(old[key]['summary'])}")


def _articles(before: Content, after: Content) -> Iterator[Difference]:
    old, new = (_keyed(content, "articles", lambda row: row["article"]) for content in (before, after))
    for key in _in_order(old, new):
        if key not in old:
            yield Difference(Sort.ADDED, f"the report of {new[key]['source']}")
        elif key not in new:
            yield Difference(Sort.DROPPED, f"the report of {old[key]['source']}")


def _form(before: Content, after: Content) -> Iterator[Difference]:
    """What an editor puts in another form. The first form of contents had none of it."""
    for name, words in FORM.items():
        if name in before and before[name] != after[name]:
            yield Difference(Sort.EDITED, words)


FORM: Mapping[str, str] = {
    "headline": "the headline",
    "summary": "the summary line",
    "order": "the order of the parts",
    "embargo_until": "the embargo",
    "status": "the status",
}
Compared = Callable[[Content, Content], Iterator[Difference]]
COMPARED: Sequence[Compared] = (_corrections, _facts, _quotations, _points, _articles, _form)


def _keyed(content: Content, part: str, key: Callable[[Row], Hashable]) -> dict[Hashable, Row]:
    return {key(row): row for row in content[part]}


def _in_order(old: Mapping[Hashable, Row], new: Mapping[Hashable, Row]) -> list[Hashable]:
    return list(dict.fromkeys([*new, *old]))

"""What one number of a digest prints otherwise than the number before it, as lines that can be read. Pure."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from factcheck.digest.items import EDITABLE, IDENTITY
from factcheck.digest.withdrawal import CANCELED
from factcheck.phrase import Phrase
from factcheck.review.card import joined, quoted

Content = Mapping[str, Any]
Row = Mapping[str, Any]
# Two quotations of one report are one remark, told otherwise, from this likeness of their words on.
ALIKE = 0.6
# So many lines of a sort the proposed note names; the rest it counts.
NAMED = 4


class Sort(StrEnum):
    """How a line differs: what was printed reads otherwise now, is new, is gone, or was put in another form."""

    CORRECTED = "corrected"
    ADDED = "added"
    DROPPED = "dropped"
    EDITED = "edited"


SORTS: Mapping[Sort, Phrase] = {
    Sort.CORRECTED: Phrase("Corrected"),
    Sort.ADDED: Phrase("Added"),
    Sort.DROPPED: Phrase("Dropped"),
    Sort.EDITED: Phrase("Edited"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of what changed."""

    sort: Sort
    words: Phrase

    @property
    def label(self) -> Phrase:
        """What the sort is called."""
        return SORTS[self.sort]


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
    return "correction" if corrects and after["status"] != CANCELED else "update"


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
    named = words[:NAMED] + ([Phrase("{number} more", number=more)] if more > 0 else [])
    return f"{SORTS[sort]}: {joined(named)}." if words else ""


def _corrections(before: Content, after: Content) -> Iterator[Difference]:
    """A change in copy that was printed before corrects it; one in copy that is new comes with that copy."""
    yield from (Difference(Sort.CORRECTED, words) for words in _said(_changes(before, after)))
    yield from (
        Difference(Sort.CORRECTED, Phrase("{change}, taken back", change=words))
        for words in _said(_changes(after, before))
    )


def _changes(one: Content, other: Content) -> Iterator[tuple[Row, Row]]:
    """What the second changes in the copy that both print and the first does not, each with its article."""
    known = {row["article"]: {_place(change) for change in row["changes"]} for row in one["articles"]}
    for article in (article for article in other["articles"] if article["article"] in known):
        for change in article["changes"]:
            if _place(change) not in known[article["article"]]:
                yield article, change


def _place(change: Row) -> Hashable:
    return (change["start"], change["old"], change["new"])


def _said(changes: Iterable[tuple[Row, Row]]) -> list[Phrase]:
    """Each once, however often the article has it."""
    return list(dict.fromkeys(_change(change, article["source"]) for article, change in changes))


def _change(row: Row, source: str) -> Phrase:
    return Phrase("{old} to {new} in {source}", old=quoted(row["old"]), new=quoted(row["new"]), source=source)


def _recorrected(before: Content, after: Content) -> set[Hashable]:
    """The conflicts whose decision was carried into copy that both print, or taken out of it: that tells of them."""
    return {change["conflict"] for pair in ((before, after), (after, before)) for _, change in _changes(*pair)}


def _listed(before: Content, after: Content) -> Iterator[Difference]:
    """Lines of the list of corrections that were left out or put in again, while the copy reads as it did."""
    old, new = (_keyed(content, "corrections") for content in (before, after))
    told = _recorrected(before, after)
    both = {row["article"] for row in before["articles"]} & {row["article"] for row in after["articles"]}
    for sort, rows, others in ((Sort.ADDED, new, old), (Sort.DROPPED, old, new)):
        for row in (row for key, row in rows.items() if key not in others):
            if row["article"] in both and row["conflict"] not in told:
                yield Difference(sort, Phrase("the line on {change}", change=_change(row, row["source"])))


def _facts(before: Content, after: Content) -> Iterator[Difference]:
    old, new = (_by_conflict(content, "facts") for content in (before, after))
    told = _recorrected(before, after)
    for key in (key for key in _in_order(old, new) if key not in told):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            yield Difference(Sort.ADDED, Phrase("the fact {words}", words=quoted(now["text"])))
        elif was is not None and now is None and _left_out(key, was["text"], after):
            yield Difference(Sort.DROPPED, Phrase("the fact {words}", words=quoted(was["text"])))
        elif was is not None and now is None:
            yield Difference(
                Sort.CORRECTED, Phrase("the fact {words}, which stands no longer", words=quoted(was["text"]))
            )
        elif was and now and was["text"] != now["text"]:
            yield Difference(Sort.CORRECTED, Phrase("{old} to {new}", old=quoted(was["text"]), new=quoted(now["text"])))


def _left_out(conflict: Hashable, text: str, content: Content) -> bool:
    """Whether the digest does not list as a fact what still stands alone; a withdrawn one lists nothing."""
    point = next((point for point in content.get("apparatus", ()) if point["conflict"] == conflict), None)
    if point is None:
        return content.get("status") == CANCELED
    standing = {point["lemma"], *(reading["text"] for reading in point["readings"] if reading["approved"])}
    return standing == {text}


def _quotations(before: Content, after: Content) -> Iterator[Difference]:
    old, new = ({str(row["text"]): row for row in content["quotations"]} for content in (before, after))
    gone = [row for text, row in old.items() if text not in new]
    for text, row in new.items():
        if text in old:
            continue
        earlier = next((one for one in gone if _one_remark(one, row)), None)
        if earlier is None:
            yield Difference(Sort.ADDED, Phrase("the quotation {words}", words=quoted(text)))
        else:
            gone.remove(earlier)
            old_words, new_words = quoted(earlier["text"]), quoted(text)
            yield Difference(Sort.CORRECTED, Phrase("the quotation {old} to {new}", old=old_words, new=new_words))
    # One that went into another with its correction is told as that correction.
    for row in gone:
        if not any(_one_remark(row, now) for now in new.values()):
            yield Difference(Sort.DROPPED, Phrase("the quotation {words}", words=quoted(row["text"])))


def _one_remark(one: Row, other: Row) -> bool:
    shared = {(w["article"], w["where"]) for w in one["witnesses"]} & {
        (w["article"], w["where"]) for w in other["witnesses"]
    }
    left, right = one["text"].casefold().split(), other["text"].casefold().split()
    return bool(shared) and SequenceMatcher(None, left, right, autojunk=False).ratio() >= ALIKE


def _together(before: Content, after: Content) -> Iterator[Difference]:
    """Points of which several readings stand; what was decided otherwise since is told as that."""
    old, new = (_by_conflict(content, "standing_together") for content in (before, after))
    told = _recorrected(before, after) | {row["conflict"] for part in ("facts", "open_points") for row in after[part]}
    for key in _in_order(old, new):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            yield Difference(
                Sort.ADDED, Phrase("the point {words}, of which several readings stand", words=quoted(_composed(now)))
            )
        elif was is not None and now is None and key not in told:
            yield Difference(
                Sort.DROPPED, Phrase("the point {words}, of which several readings stand", words=quoted(_composed(was)))
            )
        elif was and now and was.get("stands") != now.get("stands"):
            yield Difference(Sort.CORRECTED, Phrase("which readings stand, {words}", words=quoted(_composed(now))))


def _standing(row: Row) -> Phrase:
    return Phrase("the point {words}, of which several readings stand", words=quoted(_composed(row)))


def _points(before: Content, after: Content) -> Iterator[Difference]:
    old, new = (_by_conflict(content, "open_points") for content in (before, after))
    settled = {row["conflict"] for part in ("facts", "corrections", "standing_together") for row in after[part]}
    settled |= _recorrected(before, after)
    for key in _in_order(old, new):
        if key not in old:
            yield Difference(Sort.ADDED, Phrase("the open point {words}", words=quoted(_composed(new[key]))))
        elif key not in new and key not in settled:
            yield Difference(Sort.DROPPED, Phrase("the open point {words}", words=quoted(_composed(old[key]))))


def _agreed(before: Content, after: Content) -> Iterator[Difference]:
    """What reports tell alike. The first form of contents had none of it."""
    if "agreed" in before and "agreed" in after:
        old, new = (_keyed(content, "agreed") for content in (before, after))
        for sort, rows, others in ((Sort.ADDED, new, old), (Sort.DROPPED, old, new)):
            told = (row for key, row in rows.items() if key not in others)
            yield from (
                Difference(sort, Phrase("what reports tell alike, {words}", words=quoted(row["text"]))) for row in told
            )


def _wording(before: Content, after: Content) -> Iterator[Difference]:
    """Lines that an editor put in other words. What a composed line says of when and by whom is no difference."""
    for part, field in EDITABLE.items():
        old, new = (_keyed(content, part) if part in content else {} for content in (before, after))
        for key in (key for key in old if key in new):
            was, now = old[key], new[key]
            if was[field] != now[field] and ("composed" in was or "composed" in now):
                yield Difference(
                    Sort.EDITED, Phrase("the line {old} to {new}", old=quoted(was[field]), new=quoted(now[field]))
                )


def _composed(row: Row) -> str:
    """The sentence of a point, before an editor put it otherwise."""
    return str(row.get("composed", row["summary"]))


def _articles(before: Content, after: Content) -> Iterator[Difference]:
    old, new = ({row["article"]: row for row in content["articles"]} for content in (before, after))
    for key in _in_order(old, new):
        if key not in old:
            yield Difference(Sort.ADDED, Phrase("the report of {source}", source=new[key]["source"]))
        elif key not in new:
            yield Difference(Sort.DROPPED, Phrase("the report of {source}", source=old[key]["source"]))


def _form(before: Content, after: Content) -> Iterator[Difference]:
    """What an editor puts in another form. The first form of contents had none of it."""
    for name, words in FORM.items():
        if name in before and name in after and before[name] != after[name]:
            yield Difference(Sort.EDITED, words)


FORM: Mapping[str, Phrase] = {
    "headline": Phrase("the headline"),
    "summary": Phrase("the summary line"),
    "order": Phrase("the order of the parts"),
    "embargo_until": Phrase("the embargo"),
    "status": Phrase("the status"),
}
Compared = Callable[[Content, Content], Iterator[Difference]]
COMPARED: Sequence[Compared] = (
    _corrections,
    _listed,
    _facts,
    _quotations,
    _together,
    _points,
    _articles,
    _agreed,
    _wording,
    _form,
)


def _keyed(content: Content, part: str) -> dict[Hashable, Row]:
    """The items of a part by what they are about."""
    return {tuple(IDENTITY[part](row)): row for row in content[part]}


def _by_conflict(content: Content, part: str) -> dict[Hashable, Row]:
    return {row["conflict"]: row for row in content[part]}


def _in_order(old: Mapping[Hashable, Row], new: Mapping[Hashable, Row]) -> list[Hashable]:
    return list(dict.fromkeys([*new, *old]))

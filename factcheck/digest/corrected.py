"""One article as it was received and as it reads with its corrections."""

import re
from collections.abc import Iterator
from typing import Any

from factcheck.digest.changes import Change, Revision, apply, moved
from factcheck.digest.material import MaterialArticle
from factcheck.digest.places import place
from factcheck.digest.words import flat
from factcheck.types import ConflictKind, SegmentKind

# Where the words of a headline stand, and what a headline that is cut ends in.
OPENING, CUT = (SegmentKind.HEADLINE, SegmentKind.BODY), "…"
# The kinds of conflict that are about what somebody is called.
NAMES = frozenset({ConflictKind.NAME_SPELLING, ConflictKind.SECOND_REFERENCE})


def corrected(article: MaterialArticle, revision: Revision) -> dict[str, Any]:
    """The article's row: both texts with their segments, and each change with the decision that it came from."""
    edits = [change.edit for change in revision.changes]
    return {
        "article": article.pk,
        "source": article.source,
        "witness": article.sigil,
        "wire_id": article.wire_id,
        "version": article.version,
        "origin": article.origin,
        "headline": headline(article, revision),
        "received_headline": article.headline,
        "byline": article.byline,
        "dateline": article.dateline,
        "filed_on": article.filed_on,
        "received_sha256": article.sha256,
        "received_text": article.text,
        "received_segments": [[kind, start, end] for kind, start, end in article.segments],
        "text": apply(article.text, edits),
        "segments": [[kind, moved(start, edits), moved(end, edits, end=True)] for kind, start, end in article.segments],
        "changes": list(_changes(article, revision)),
    }


def headline(article: MaterialArticle, revision: Revision) -> str:
    """The headline as corrected; copy without one goes by its first words, and those are corrected as well."""
    stem = article.headline.removesuffix(CUT).rstrip()
    starts = [start for kind, start, _ in article.segments if kind in OPENING]
    found = re.compile(r"\s+".join(map(re.escape, stem.split()))).match(article.text, starts[0]) if starts else None
    if not found:
        return article.headline
    return flat(words(article, revision, *found.span())) + article.headline[len(stem) :]


def headline_span(article: MaterialArticle) -> tuple[int, int] | None:
    """Where the headline stands in the copy; None where it came apart from it."""
    ranges = [(start, end) for kind, start, end in article.segments if kind == SegmentKind.HEADLINE]
    return ranges[0] if ranges and article.text[slice(*ranges[0])] == article.headline else None


def words(article: MaterialArticle, revision: Revision, start: int, end: int) -> str:
    """A range of the received text as it reads with the corrections."""
    edits = [change.edit for change in revision.changes]
    return apply(article.text, edits)[moved(start, edits) : moved(end, edits, end=True)]


def person(article: MaterialArticle, revision: Revision, name: str) -> str:
    """The full name of somebody as corrected, whether the article prints it in full here or elsewhere.

    Another spelling of a part of it counts where it was decided for this person. Which part people are called by is no
    spelling: it leaves the full name alone.
    """
    own = [(one.start, one.end) for one in article.people if one.name == name]
    for change in revision.changes:
        kind, new, witness = change.conflict.kind, change.conflict.approved_text, change.witness
        old = article.text[witness.start : witness.end]
        if not new or not old.strip() or kind not in NAMES:
            continue
        if old == name:
            name = new
        elif kind == ConflictKind.NAME_SPELLING and any(s <= witness.start and witness.end <= e for s, e in own):
            name = new.join(re.split(rf"(?<!\w){re.escape(old)}(?!\w)", name))
    return name


def _changes(article: MaterialArticle, revision: Revision) -> Iterator[dict[str, Any]]:
    shift = 0
    for change in revision.changes:
        edit = change.edit
        yield _change(article, change, edit.start + shift)
        shift += len(edit.new) - (edit.end - edit.start)


def _change(article: MaterialArticle, change: Change, at: int) -> dict[str, Any]:
    """The received range with its old and new words, where they stand in the corrected text, and who decided it."""
    edit, conflict, ruling = change.edit, change.conflict, change.conflict.ruling
    return {
        "start": edit.start,
        "end": edit.end,
        "old": article.text[edit.start : edit.end],
        "new": edit.new,
        "at": [at, at + len(edit.new)],
        "where": place(article, change.witness.start),
        "quoted": change.quoted,
        "conflict": conflict.pk,
        "summary": conflict.summary,
        "decision": ruling.decision if ruling else None,
        "decided_by": ruling.editor if ruling else "",
        "decided_at": ruling.made_at.isoformat() if ruling else "",
    }

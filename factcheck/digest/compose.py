"""From a story's articles and decisions to the digest's content: plain data that JSON can hold. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from factcheck.digest.changes import Change, Revision, apply, moved, revise
from factcheck.digest.corrections import corrections, numbered
from factcheck.digest.material import Material, MaterialArticle
from factcheck.digest.places import place, told_apart
from factcheck.digest.points import disputed, facts, open_points, standing_together
from factcheck.digest.quotations import quotations
from factcheck.types import ConflictKind, SegmentKind

VERSION = 1
# Where the words of a headline stand, and what a headline that is cut ends in.
OPENING, CUT = (SegmentKind.HEADLINE, SegmentKind.BODY), "…"
DigestContent = dict[str, Any]


def compose(material: Material) -> DigestContent:
    """The whole digest. The order in which articles and conflicts are given changes nothing."""
    material = replace(
        material, conflicts=tuple(sorted(material.conflicts, key=lambda conflict: (conflict.rank, conflict.pk)))
    )
    articles = told_apart(material.articles)
    reasons = left_out(material, articles)
    used = [article for article in articles.values() if article.pk not in reasons]
    revisions = {article.pk: revise(article, material.conflicts) for article in used}
    return {
        "version": VERSION,
        "story": {"slug": material.slug, "title": material.title},
        "composed_at": material.now.isoformat(),
        "articles": [_article(article, revisions[article.pk]) for article in used],
        "left_out": [_excluded(articles[pk], reason) for pk, reason in reasons.items()],
        "facts": facts(material, articles),
        "quotations": quotations(used, revisions, disputed(material.conflicts)),
        "standing_together": standing_together(material, articles),
        "open_points": open_points(material, articles, revisions),
        "corrections": numbered(corrections(material, articles, revisions)),
    }


def left_out(material: Material, articles: Mapping[int, MaterialArticle]) -> dict[int, str]:
    """Why an article is not used: its own state, or an editor agreed that it reports another event."""
    reasons = {article.pk: article.excluded for article in articles.values() if article.excluded}
    for conflict in material.conflicts:
        if conflict.kind == ConflictKind.OTHER_EVENT:
            for pk in (pk for reading in conflict.approved for pk in reading.articles):
                reasons.setdefault(pk, "It reports another event.")
    return {pk: reasons[pk] for pk in sorted(reasons) if pk in articles}


def _excluded(article: MaterialArticle, reason: str) -> dict[str, Any]:
    return {"article": article.pk, "source": article.source, "headline": article.headline, "reason": reason}


def _article(article: MaterialArticle, revision: Revision) -> dict[str, Any]:
    edits = [change.edit for change in revision.changes]
    return {
        "article": article.pk,
        "source": article.source,
        "headline": corrected_headline(article, revision),
        "filed_on": article.filed_on,
        "received_sha256": article.sha256,
        "text": apply(article.text, edits),
        "segments": [[kind, moved(start, edits), moved(end, edits, end=True)] for kind, start, end in article.segments],
        "changes": list(_changes(article, revision)),
    }


def corrected_headline(article: MaterialArticle, revision: Revision) -> str:
    """The headline as corrected; copy without one goes by its first words, and those are corrected as well."""
    stem = article.headline.removesuffix(CUT).rstrip()
    words = re.compile(r"\s+".join(map(re.escape, stem.split())))
    starts = [start for kind, start, _ in article.segments if kind in OPENING]
    found = words.match(article.text, starts[0]) if starts else None
    if not found:
        return article.headline
    edits = [change.edit for change in revision.changes]
    start, end = moved(found.start(), edits), moved(found.end(), edits, end=True)
    return " ".join(apply(article.text, edits)[start:end].split()) + article.headline[len(stem) :]


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
        "conflict": conflict.pk,
        "summary": conflict.summary,
        "decision": ruling.decision if ruling else None,
        "decided_by": ruling.editor if ruling else "",
        "decided_at": ruling.made_at.isoformat() if ruling else "",
    }

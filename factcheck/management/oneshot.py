"""One cluster of copy through extraction and collation in this process: no database, no broker."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from time import perf_counter
from typing import Any

from factcheck.collation.collate import collate
from factcheck.collation.coreference import Model
from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse_text
from factcheck.types import ClaimDraft, ConflictDraft, ExtractedArticle, Mention, WireCopy

DATE_LENGTH = len("2023-09-19")


class BadLine(ValueError):
    """A cluster that can't be read; the text is the sentence for the output line."""


def check(copies: Sequence[WireCopy], *, model: str, coreference: Model, claims: bool) -> dict[str, Any]:
    """The result of one cluster, as the contract writes it."""
    began = perf_counter()
    nlp = load(model)
    articles = [extract(copy, nlp) for copy in copies]
    found = collate(articles, coreference=coreference)
    return {
        "seconds": round(perf_counter() - began, 3),
        "articles": [_article(article, found.events[article.name], claims) for article in articles],
        "conflicts": [_conflict(draft) for draft in found.conflicts],
    }


def clusters(lines: Iterable[bytes]) -> Iterator[list[WireCopy]]:
    """The copy of each line that holds a cluster; raises BadLine at the first line that is none."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield copies(json.loads(line))
            except ValueError as fault:
                raise BadLine(f"Line {number}: {fault}") from fault


def copies(cluster: Any) -> list[WireCopy]:
    """The copy of one line of clusters; raises BadLine with a sentence where the line is not one."""
    if not isinstance(cluster, Mapping) or not isinstance(cluster.get("articles"), list):
        raise BadLine("A cluster is an object with a list called articles.")
    found = [_copy(article) for article in cluster["articles"]]
    if len({copy.name for copy in found}) != len(found):
        raise BadLine("Two articles of the cluster have one name.")
    return found


def _copy(article: Any) -> WireCopy:
    if not isinstance(article, Mapping):
        raise BadLine("An article is an object with name and text.")
    name, text = article.get("name"), article.get("text")
    if not isinstance(name, str) or not isinstance(text, str):
        raise BadLine("An article has a name and a text.")
    return parse_text(text, name=name, source=_source(article.get("source")), published=_day(article.get("published")))


def _source(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise BadLine("The source of an article is a name.")
    return value or None


def _day(value: Any) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value[:DATE_LENGTH])
    except (TypeError, ValueError) as error:
        raise BadLine("The date of publication is written like 2023-09-19.") from error


def _article(article: ExtractedArticle, event: int, claims: bool) -> dict[str, Any]:
    copy = article.copy
    row: dict[str, Any] = {
        "name": copy.name,
        "event": event,
        "source": copy.source or None,
        "dateline": copy.filed_on.isoformat() if copy.filed_on else None,
    }
    return row | {"claims": _claims(article)} if claims else row


def _claims(article: ExtractedArticle) -> list[dict[str, Any]]:
    """The rows of an article's claims. Words in marks that are part of one clause are printed as that clause."""
    rows: dict[tuple[str, int, int], dict[str, Any]] = {}
    for claim in article.claims:
        row = _claim(claim)
        clause = row.pop("clause", None)
        if clause:
            start, end = clause[0][0], clause[-1][1]
            row |= {"mode": "mixed", "start": start, "end": end, "text": article.copy.text[start:end], "parts": clause}
        rows.setdefault((row["kind"], row["start"], row["end"]), row)
    return list(rows.values())


def _claim(claim: ClaimDraft) -> dict[str, Any]:
    row = {"kind": claim.kind.value, "start": claim.start, "end": claim.end, "text": claim.text, **claim.value}
    if claim.kind.value == "quote":
        row |= {"speaker": _mention(claim.speaker), "cue": _mention(claim.cue)}
    return row


def _mention(mention: Mention | None) -> dict[str, Any] | None:
    if mention is None:
        return None
    place = {"text": mention.text, "start": mention.start, "end": mention.end}
    return place | {"name": mention.name} if mention.name else place


def _conflict(draft: ConflictDraft) -> dict[str, Any]:
    return {
        "kind": draft.kind.value,
        "level": draft.level.value,
        "score": draft.score,
        "key": draft.key,
        "summary": draft.summary,
        "suggested": draft.suggested,
        "reason": draft.reason,
        "readings": [
            {
                "text": reading.text,
                "suggested": reading.suggested,
                "origins": reading.origins,
                "witnesses": [
                    {"article": w.article, "start": w.start, "end": w.end, "text": w.text} for w in reading.witnesses
                ],
            }
            for reading in draft.readings
        ],
    }

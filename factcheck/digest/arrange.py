"""What an editor made of the composed digest: other words, another order, one base article, and what was dropped."""

from collections.abc import Mapping
from typing import Any

from factcheck.digest.corrections import numbered
from factcheck.digest.framing import ORDER, MaterialComposition
from factcheck.digest.items import EDITABLE, IDENTITY

Content = Mapping[str, Any]


def arranged(content: Content, composition: MaterialComposition) -> dict[str, Any]:
    """The content as the editor wants it. What the composition names and is no longer there changes nothing."""
    known = {row["article"] for row in content["articles"]}
    base = composition.base if composition.base in known else None
    parts = {part: _kept(part, content[part], composition) for part in IDENTITY}
    summary = content["summary"] if composition.summary is None else composition.summary
    return {
        **content,
        **parts,
        "headline": composition.headline or content["headline"],
        "summary": summary,
        "order": [part for part in composition.order if part in ORDER],
        "base": base,
        "articles": [row for row in content["articles"] if base in {None, row["article"]}],
        "corrections": numbered(_bare(parts["corrections"])),
    }


def _kept(part: str, rows: list[dict[str, Any]], composition: MaterialComposition) -> list[dict[str, Any]]:
    kept = [row for row in rows if row["item"] not in composition.dropped]
    return [_edited(part, row, composition.edited.get(row["item"], "")) for row in kept]


def _edited(part: str, row: dict[str, Any], words: str) -> dict[str, Any]:
    """The row in the editor's words, with those that it was composed in beside them."""
    field = EDITABLE.get(part)
    return {**row, field: words, "composed": row[field]} if field and words else row


def _bare(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "number"} for row in rows]

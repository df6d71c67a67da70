"""The apparatus as a table: one row for each place where a report prints a reading.

The file is what spreadsheets take: RFC 4180, UTF-8 with a mark at its beginning. A cell that a spreadsheet would take
for a formula (it begins with = + - @, their full-width forms, a tab or a line end) gets an apostrophe before it, in
every column. ``claim_id`` is the number of the point in dispute. Rows without a witness hold what an editor typed;
rows without a number, at the beginning, say what stands between the digest and print.
"""

import csv
import io
from collections.abc import Iterator

from factcheck.digest.renderers.documents import LONE_HALF
from factcheck.digest.renderers.item import restrictions
from factcheck.digest.renderers.outline import Content
from factcheck.digest.renderers.variants import Variant, points, rule_name, ruling, variant_class, variants
from factcheck.digest.verify import cell

COLUMNS = (
    *("claim_id", "kind", "witness", "origin", "version", "start", "end", "reading", "class"),
    *("decision", "decided_by", "decided_at", "rule"),
)
Row = dict[str, object]


def render(content: Content) -> bytes:
    """The table, with its head."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(content):
        writer.writerow({name: cell(value) for name, value in row.items()})
    return LONE_HALF.sub("\ufffd", table.getvalue()).encode("utf-8-sig")


def _rows(content: Content) -> Iterator[Row]:
    for words in restrictions(content):
        yield {"kind": "status", "reading": words}
    articles = {row["article"]: row for row in content["witnesses"]}
    for point in points(content):
        for variant in variants(point):
            yield from _variant(point, variant, articles)


def _variant(point: Content, variant: Variant, articles: dict[int, Content]) -> Iterator[Row]:
    decision = ruling(point)
    row: Row = {
        "claim_id": point["conflict"],
        "kind": point["kind"],
        "reading": variant.text,
        "class": variant_class(point),
        "decision": "approved" if variant.stands else "rejected" if variant.rejected else point["state"],
        "decided_by": decision["editor"] if decision else "",
        "decided_at": decision["made_at"] if decision else "",
        "rule": rule_name(point),
    }
    if not variant.witnesses:
        yield row
    for witness in variant.witnesses:
        yield row | _place(witness, articles[witness["article"]])


def _place(witness: Content, article: Content) -> Row:
    """Where it stands in the text as received; the origin is the article that the report goes back to."""
    return {
        "witness": witness["witness"],
        "origin": "" if article["origin"] is None else article["origin"],
        "version": article["version"],
        "start": witness["start"],
        "end": witness["end"],
    }

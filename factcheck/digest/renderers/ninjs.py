"""IPTC ninjs 3.1: the item as JSON.

The format knows no signal, so what kind of issue it is stands in the editor's note, and the version counts up. The
uri stays the same for every number; moments, embargo and status have properties of their own.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.digest.renderers import xhtml
from factcheck.digest.renderers.documents import json_document
from factcheck.digest.renderers.item import Item, flat, item, plain, received, utc
from factcheck.digest.renderers.outline import Content

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}


def render(content: Content) -> bytes:
    """The digest as one ninjs object. A property without a value is left out."""
    made = item(content)
    return json_document({name: value for name, value in _properties(content, made).items() if value})


def _properties(content: Content, made: Item) -> dict[str, Any]:
    return {
        "uri": made.guid,
        "standard": STANDARD,
        "type": "text",
        "version": str(made.number),
        "firstCreated": utc(made.first_created),
        "versionCreated": utc(made.created),
        "embargoedUntil": utc(made.embargo) if made.embargo else "",
        "pubStatus": made.status,
        "edNote": "\n".join(made.notes),
        "language": made.language,
        "copyrightHolder": made.provider,
        "slugline": made.slug,
        "headlines": [{"role": "main", "value": made.headline}],
        "descriptions": list(_descriptions(made)),
        "bodies": list(_bodies(made)),
        "by": "; ".join(dict.fromkeys(article.byline for article in made.articles if article.byline)),
        "infoSources": [{"name": name} for name in dict.fromkeys(row["source"] for row in made.witnesses)],
        "associations": [_association(content, row) for row in made.witnesses],
        "altIds": [{"role": "sha256", "value": content["sha256"]}] if content.get("sha256") else [],
    }


def _descriptions(made: Item) -> Iterator[dict[str, str]]:
    if made.summary:
        yield {"role": "summary", "contentType": "text/plain", "value": made.summary}
    for words in made.corrections:
        yield {"role": "correction", "contentType": "text/plain", "value": words}


def _bodies(made: Item) -> Iterator[dict[str, str]]:
    if made.articles:
        yield {"role": "main", "contentType": "text/html", "value": xhtml.markup(made)}
        yield {"role": "main", "contentType": "text/plain", "value": plain(made)}


def _association(content: Content, row: Content) -> dict[str, Any]:
    """One report that the digest rests on, by the address of the text that was received."""
    ids = {"wire": row["wire_id"], "sha256": row["received_sha256"]}
    return {
        "name": row["witness"],
        "rel": "derivedFrom",
        "uri": received(content, row["article"]),
        "version": str(row["version"]),
        "type": "text",
        "headlines": [{"value": flat(row["headline"])}],
        "altIds": [{"role": role, "value": value} for role, value in ids.items() if value],
    }

"""schema.org JSON-LD: a NewsArticle with its corrections, ready to stand in a page's script element."""

from collections.abc import Iterator
from typing import Any

from factcheck.digest.renderers.documents import script_document
from factcheck.digest.renderers.item import (
    CORRECTION,
    USABLE,
    WITHHELD,
    Item,
    flat,
    item,
    plain,
    received,
    restrictions,
    utc,
)
from factcheck.digest.renderers.outline import Content
from factcheck.digest.withdrawal import CANCELED

CONTEXT = "https://schema.org"
STATUS = {USABLE: "Published", WITHHELD: "Withheld", CANCELED: "Canceled"}


def render(content: Content) -> bytes:
    """The digest as one NewsArticle. A property without a value is left out."""
    made = item(content)
    return script_document({name: value for name, value in _properties(content, made).items() if value})


def publisher(content: Content) -> dict[str, str]:
    """The desk's house."""
    site = content["site"]
    address = {"url": site["address"]} if site["address"] else {}
    return {"@type": "NewsMediaOrganization", "name": site["name"], **address}


def _properties(content: Content, made: Item) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": made.guid,
        "identifier": made.guid,
        "version": made.number,
        "creativeWorkStatus": STATUS[made.status],
        "conditionsOfAccess": " ".join(restrictions(content)),
        "headline": made.headline,
        "description": made.summary,
        "inLanguage": made.language,
        "datePublished": utc(made.first_created),
        "dateModified": utc(made.created),
        "publisher": publisher(content),
        "articleBody": plain(made),
        "correction": list(_corrections(made)),
        "isBasedOn": [_source(content, row) for row in made.witnesses],
    }


def _corrections(made: Item) -> Iterator[dict[str, str]]:
    """What this number corrects of the one before, then what was corrected in the reports."""
    own = (made.change,) if made.signal == CORRECTION and made.change else ()
    for words in (*own, *made.corrections):
        yield {"@type": "CorrectionComment", "datePublished": utc(made.created), "text": words}


def _source(content: Content, row: Content) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "@id": received(content, row["article"]),
        "headline": flat(row["headline"]),
        "version": row["version"],
        "publisher": {"@type": "Organization", "name": row["source"]},
    }

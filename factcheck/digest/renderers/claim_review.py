"""schema.org ClaimReview: the errors that the desk found and settled, one review for each wrong reading.

Only for checks that are published; what is merely open or differs is no verdict on anybody's claim.
"""

from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from factcheck.digest.excerpts import EXCERPT
from factcheck.digest.renderers.documents import script_document
from factcheck.digest.renderers.item import Item, flat, item, received, restrictions, utc
from factcheck.digest.renderers.outline import Content
from factcheck.digest.renderers.schema_org import CONTEXT, publisher
from factcheck.digest.renderers.variants import Variant, points, variants
from factcheck.types import ConflictKind, Level

# What readers of fact checks are shown of a claim at most.
LENGTH = 75
SETTLED = "settled"
WRONG = {
    ConflictKind.NAME_SPELLING: "Misspelled",
    ConflictKind.SPELLING: "Misspelled",
    ConflictKind.QUOTE_WORDING: "Misquoted",
    ConflictKind.ATTRIBUTION: "Misattributed",
    ConflictKind.FIGURE: "Wrong figure",
    ConflictKind.DATE: "Wrong date",
    ConflictKind.PLACE: "Wrong place",
}


def render(content: Content) -> bytes:
    """All reviews as one graph."""
    made = item(content)
    reviews = [_review(content, made, *error) for error in _errors(content)]
    return script_document({"@context": CONTEXT, "@graph": reviews})


def _errors(content: Content) -> Iterator[tuple[Content, Variant, str]]:
    """Each wrong reading of a settled point, with the words that stand instead."""
    for point in points(content):
        known = list(variants(point))
        right = next((variant.text for variant in known if variant.stands), None)
        if point["level"] == Level.ERROR and point["state"] == SETTLED and right is not None:
            yield from ((point, one, right) for one in known if not one.stands and one.witnesses)


def _review(content: Content, made: Item, point: Content, variant: Variant, right: str) -> dict[str, Any]:
    reading = variant.witnesses[0]
    access = " ".join(restrictions(content))
    return {
        "@type": "ClaimReview",
        "@id": f"{made.guid}:check:{point['conflict']}:{reading['article']}:{reading['start']}",
        "url": f"{made.address or made.guid}#check-{point['conflict']}",
        "datePublished": utc(made.created),
        "inLanguage": made.language,
        "claimReviewed": _claim(variant),
        "author": publisher(content),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": WRONG.get(point["kind"], "Wrong"),
            "ratingExplanation": f"It should read “{flat(right)}”. {flat(point['summary'])}",
        },
        "itemReviewed": _reviewed(content, variant),
        **({"conditionsOfAccess": access} if access else {}),
    }


def _claim(variant: Variant) -> str:
    """The wrong words, with those around them in their paragraph where there is room."""
    witness = variant.witnesses[0]
    opening = witness["prefix"].rpartition("\n")[2]
    rest = witness["suffix"].partition("\n")[0]
    # An excerpt of full length may begin and end within a word.
    if len(opening) == EXCERPT:
        opening = opening.partition(" ")[2]
    if len(rest) == EXCERPT:
        rest = rest.rpartition(" ")[0]
    around = flat(f"{opening}{witness['exact']}{rest}")
    return around if len(around) <= LENGTH else shorten(flat(variant.text), LENGTH, placeholder=" …")


def _reviewed(content: Content, variant: Variant) -> dict[str, Any]:
    articles = {row["article"]: row for row in content["witnesses"]}
    printing = (articles[pk] for pk in dict.fromkeys(witness["article"] for witness in variant.witnesses))
    rows = sorted(printing, key=lambda row: (row["filed_on"] or row["received_at"], row["received_at"]))
    appearances = [_appearance(content, row) for row in rows]
    return {
        "@type": "Claim",
        **({"datePublished": rows[0]["filed_on"]} if rows[0]["filed_on"] else {}),
        "author": {"@type": "Organization", "name": rows[0]["source"]},
        "firstAppearance": appearances[0],
        "appearance": appearances,
    }


def _appearance(content: Content, row: Content) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "@id": received(content, row["article"]),
        "headline": flat(row["headline"]),
        "publisher": {"@type": "Organization", "name": row["source"]},
    }

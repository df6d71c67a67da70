"""Keys: what a quotation is found again by in the archive, though some of its words may have changed."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, islice

from factcheck.collation.archive import Keys
from factcheck.collation.passages import rare_stems, said
from factcheck.types import ClaimDraft, ExtractedArticle, SegmentKind

# Any two of the rarest stems are a key: two of six may change, and some key is left.
RAREST = 6
KEY_BYTES = 8
# What is shorter, or tells less, is a turn of phrase: it would be found everywhere.
SHORTEST, FEWEST_TELLING = 6, 4
# No remark is longer, and no article quotes more; what goes beyond is not looked up.
LONGEST, MOST_QUOTATIONS = 300, 200


def keys(norms: Sequence[str]) -> Keys:
    """The keys of a quotation's words, signed numbers of 64 bits; none where it is too short to be known again."""
    rarest = rare_stems(norms[:LONGEST])[:RAREST]
    if len(norms) < SHORTEST or len(rarest) < FEWEST_TELLING:
        return frozenset()
    return frozenset(_key(one, other) for one, other in combinations(sorted(rarest), 2))


def _key(one: str, other: str) -> int:
    """The same in every process and on every machine."""
    digest = blake2b(f"{one} {other}".encode(), digest_size=KEY_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)


def keyed(article: ExtractedArticle) -> Iterator[tuple[ClaimDraft, Keys]]:
    """The quotations of an article's body that can be found again, each with its keys."""
    quoted = (claim for claim in article.claims if claim.quoted and claim.layer is SegmentKind.BODY)
    found = ((claim, keys([word.norm for word in said(article, claim)])) for claim in quoted)
    return islice(((claim, held) for claim, held in found if held), MOST_QUOTATIONS)

"""Forms: the names that an article prints of its persons, for the archive to count."""

from factcheck.collation.people import full_name
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind

# The parts of a person's name that can stand alone.
ALONE = frozenset({"surname", "given"})


def forms(article: ExtractedArticle) -> frozenset[str]:
    """Every full name, and every part of one that stands alone, once each however often it is printed."""
    names = (c for c in article.claims if c.kind is ClaimKind.NAME and c.layer is not SegmentKind.FURNITURE)
    return frozenset(form for claim in names if (form := _form(claim)))


def _form(claim: ClaimDraft) -> str:
    alone = claim.value.get("type") == "PERSON" and claim.value.get("form") in ALONE
    return " ".join(claim.text.split() if alone else full_name(claim))

"""The editor's words for what the reader's legend lists, and for an act that was just recorded."""

from collections.abc import Mapping

from factcheck.types import ClaimKind

CLAIMS: Mapping[str, str] = {
    ClaimKind.QUOTE: "Quotations",
    ClaimKind.NAME: "Names",
    ClaimKind.ROLE: "Titles",
    ClaimKind.FIGURE: "Figures",
    ClaimKind.DATE: "Dates",
    ClaimKind.PLACE: "Places",
}

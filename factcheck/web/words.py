"""The editor's words for the kinds of claims: many, as the reader's legend lists them, and one."""

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

CLAIM: Mapping[str, str] = {
    ClaimKind.QUOTE: "Quotation",
    ClaimKind.NAME: "Name",
    ClaimKind.ROLE: "Title",
    ClaimKind.FIGURE: "Figure",
    ClaimKind.DATE: "Date",
    ClaimKind.PLACE: "Place",
}

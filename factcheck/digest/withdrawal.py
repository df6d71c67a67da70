"""The content of a number that withdraws a digest: it names what it withdraws, and holds nothing to print."""

from collections.abc import Mapping
from typing import Any

from factcheck.digest.items import IDENTITY

# The status of such a number.
CANCELED = "canceled"
EMPTIED = (*IDENTITY, "articles", "left_out", "witnesses", "apparatus", "orphans", "accused", "order")


def withdrawn(content: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The content without copy, facts, quotations and headlines, so that no export prints the story by mistake."""
    return {
        **content,
        **{part: [] for part in EMPTIED},
        "summary": "",
        "base": None,
        "signal": "update",
        "change_note": reason,
        "status": CANCELED,
        "embargo_until": "",
        "gate": {"waived": [], "signatures": [], "override": None},
    }

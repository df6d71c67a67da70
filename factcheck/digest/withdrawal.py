"""The content of a number that withdraws a digest: it names what it withdraws, and holds nothing to print."""

from collections.abc import Mapping
from typing import Any

from factcheck.digest.items import IDENTITY

EMPTIED = (*IDENTITY, "articles", "left_out", "apparatus", "orphans", "accused", "order")


def withdrawn(content: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The content without copy, facts or quotations, so that no export can print the story by mistake."""
    return {
        **content,
        **{part: [] for part in EMPTIED},
        "summary": "",
        "base": None,
        "signal": "update",
        "change_note": reason,
        "status": "canceled",
        "embargo_until": "",
        "gate": {"waived": [], "signatures": [], "override": None},
    }

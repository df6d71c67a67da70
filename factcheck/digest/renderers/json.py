"""The content itself, for machines: what the fingerprint was taken of, in readable lines."""

import json
from collections.abc import Mapping
from typing import Any


def render(content: Mapping[str, Any]) -> bytes:
    """The content as JSON, letters as they are; keys are sorted, since PostgreSQL does not keep their order."""
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()

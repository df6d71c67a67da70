"""File names as they are shown: the last part of a path, without what cannot be seen, and bounded."""

import re

MAX_NAME = 120
KEPT_END = 30
UNNAMED = "unnamed copy"
SEPARATORS = re.compile(r"[/\\]+")
# Control characters, surrogates, and marks that hide or turn what is shown.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def shown_name(name: str) -> str:
    """A name that is safe to show and store, whatever came with the file."""
    parts = [" ".join(part.split()) for part in SEPARATORS.split(UNSEEN.sub(" ", name))]
    last = next((part for part in reversed(parts) if part.strip(" .")), UNNAMED)
    return last if len(last) <= MAX_NAME else f"{last[: MAX_NAME - KEPT_END - 1]}…{last[-KEPT_END:]}"

"""How much copy is taken in, and the sentence that refuses what is more."""

MAX_FILE_BYTES = 1024 * 1024
MAX_COPY_CHARACTERS = 200_000
MAX_COPY_LINES = 20_000
UNITS = ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB"))


class UnreadableCopy(ValueError):
    """The bytes are no copy that can be taken in. ``str()`` is the sentence for the file's row."""


def readable_size(size: int) -> str:
    """A number of bytes in an editor's words: ``4.8 MiB``."""
    for unit, name in UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}".replace(".0 ", " ")
    return f"{size:,} byte{'' if size == 1 else 's'}"


def check_size(size: int) -> None:
    """Refuses a file by its size alone, so that a huge one is never read."""
    if size > MAX_FILE_BYTES:
        limit = readable_size(MAX_FILE_BYTES)
        raise UnreadableCopy(f"This file is too large: it has {readable_size(size)}, and the limit is {limit}.")


def check_length(text: str) -> None:
    """Refuses copy with more characters or lines than a desk could read."""
    if len(text) > MAX_COPY_CHARACTERS:
        raise UnreadableCopy(
            f"This copy is too long: it has {len(text):,} characters, and the limit is {MAX_COPY_CHARACTERS:,}."
        )
    lines = len(text.splitlines())
    if lines > MAX_COPY_LINES:
        raise UnreadableCopy(f"This copy is too long: it has {lines:,} lines, and the limit is {MAX_COPY_LINES:,}.")

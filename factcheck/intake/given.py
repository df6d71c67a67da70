"""What is known of a piece of copy besides its text."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """Known before the text is read. ``received`` tells the year of a fresh dateline and nothing else."""

    name: str
    source: str = ""
    published: date | None = None
    received: date | None = None
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

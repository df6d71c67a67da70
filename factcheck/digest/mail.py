"""A letter that can be put into a mail: words of one line, bounded, and a link that opens the mail ready written."""

from dataclasses import dataclass
from urllib.parse import quote

from factcheck.review.controls import revealed

# Mail programs and the systems that hand them a link cut longer ones without a word.
LONGEST_LINK = 1_900
ELLIPSIS = "…"
# What may stand in such a link as it is, so that more words go into it.
PLAIN = "!(),;:@"


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject of one line, and a body of as many as it needs."""

    subject: str
    body: str

    def link(self, address: str) -> str:
        """The ``mailto:`` link to an address, which may be empty; empty itself where it would be too long to work."""
        body = self.body.replace("\n", "\r\n")
        link = f"mailto:{_encoded(address, '@')}?subject={_encoded(self.subject, PLAIN)}&body={_encoded(body, PLAIN)}"
        return link if len(link) <= LONGEST_LINK else ""


def one_line(words: str, most: int) -> str:
    """The words without any line end, hidden characters written out, and no more than ``most`` of it."""
    line = revealed(" ".join(words.split()))
    return line if len(line) <= most else line[: most - 1].rstrip() + ELLIPSIS


def _encoded(words: str, safe: str) -> str:
    return quote(words, safe=safe, errors="replace")

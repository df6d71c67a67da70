"""What runs along a digest on paper: the line at the top of every page, and the numbers that went before."""

from collections.abc import Iterator

from factcheck.digest.renderers.outline import Content, moment
from factcheck.digest.withdrawal import CANCELED

STANDING = {CANCELED: "KILLED", "withheld": "WITHHELD"}


def head(content: Content) -> str:
    """The number, and whether the story may be printed, so that no page that is torn off goes astray."""
    words = [f"Digest no. {content['number']}" if "number" in content else "Preview, not issued"]
    words += [STANDING[content["status"]]] if content["status"] in STANDING else []
    words += [f"embargo until {moment(content['embargo_until'])}"] if content["embargo_until"] else []
    return " · ".join(words)


def earlier(content: Content) -> Iterator[str]:
    """What a killed digest takes back: the numbers before it, for those who have to find them."""
    if content["status"] == CANCELED:
        for row in content["earlier"]:
            yield f"No. {row['number']}, issued {moment(row['issued_at'])}, SHA-256 {row['sha256']}"

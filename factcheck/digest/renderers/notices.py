"""What a digest says of itself before anything else: killed, withheld, embargoed, and what changed since the last."""

from collections.abc import Iterator
from datetime import datetime

from factcheck.digest.renderers.outline import Content
from factcheck.review.controls import revealed

STATUS = {
    "canceled": "KILL. Do not use this story. Take every earlier digest of it out of use.",
    "withheld": "WITHHELD. Not for publication until the desk releases it.",
}
STANDING = {"canceled": "KILLED", "withheld": "WITHHELD"}
SIGNAL = {"update": "UPDATE", "correction": "CORRECTION"}


def killed(content: Content) -> bool:
    """Whether the story was taken back: what it says is not printed then."""
    return content["status"] == "canceled"


def notices(content: Content) -> Iterator[str]:
    """The sentences, the gravest first."""
    if content["status"] in STATUS:
        yield STATUS[content["status"]]
    if content["embargo_until"]:
        yield f"EMBARGO. Not for publication before {moment(content['embargo_until'])}."
    if content["earlier"]:
        last = content["earlier"][-1]["number"]
        note = f": {revealed(content['change_note'])}" if content["change_note"] else "."
        yield f"{SIGNAL.get(content['signal'], 'UPDATE')} of no. {last}{note}"


def standing(content: Content) -> str:
    """What stands at the top of every page: the number, and whether the story may be printed."""
    words = [f"Digest no. {content['number']}" if "number" in content else "Preview, not issued"]
    words += [STANDING[content["status"]]] if content["status"] in STANDING else []
    words += [f"embargo until {moment(content['embargo_until'])}"] if content["embargo_until"] else []
    return " · ".join(words)


def earlier(content: Content) -> Iterator[str]:
    """The numbers before this one, for those who have to find them."""
    for row in content["earlier"]:
        yield f"No. {row['number']}, issued {moment(row['issued_at'])}, SHA-256 {row['sha256']}"


def moment(stamp: str) -> str:
    """ "19 September 2023, 12:40 UTC"."""
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y, %H:%M %Z}"

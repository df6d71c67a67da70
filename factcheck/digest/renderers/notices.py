"""What a digest says of itself before anything else: killed, withheld, embargoed, and what changed since the last."""

from collections.abc import Iterator
from datetime import datetime

from factcheck.digest.renderers.outline import Content
from factcheck.review.controls import revealed

STATUS = {
    "canceled": "KILL. Do not use this story. Take every earlier digest of it out of use.",
    "withheld": "WITHHELD. Not for publication until the desk releases it.",
}
SIGNAL = {"update": "UPDATE", "correction": "CORRECTION"}


def killed(content: Content) -> bool:
    """Whether the story was taken back: what it says is not printed then."""
    return content["status"] == "canceled"


def notices(content: Content) -> Iterator[str]:
    """The sentences, the gravest first."""
    if content["status"] in STATUS:
        yield STATUS[content["status"]]
    if content["embargo_until"]:
        yield f"EMBARGO. Not for publication before {_moment(content['embargo_until'])}."
    if content["earlier"]:
        last = content["earlier"][-1]["number"]
        note = f": {revealed(content['change_note'])}" if content["change_note"] else "."
        yield f"{SIGNAL.get(content['signal'], 'UPDATE')} of no. {last}{note}"


def _moment(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    return f"{moment.day} {moment:%B %Y, %H:%M %Z}"

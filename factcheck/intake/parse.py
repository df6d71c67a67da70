"""From bytes or text to wire copy: the door of intake's pure part."""

from collections.abc import Iterable
from datetime import date

from factcheck.intake.characters import clean
from factcheck.intake.decode import decode
from factcheck.intake.formats import sniff
from factcheck.intake.given import Given
from factcheck.types import WireCopy


def parse(raw: bytes, *, name: str, source: str = "", received: date | None = None) -> WireCopy:
    """Wire copy out of the bytes of a file; raises UnreadableCopy with a sentence where that cannot be."""
    decoded = decode(raw)
    return parse_text(
        decoded.text, name=name, source=source, received=received, notes=decoded.notes, encoding=decoded.encoding
    )


def parse_text(
    text: str,
    *,
    name: str,
    source: str | None = None,
    published: date | None = None,
    received: date | None = None,
    notes: Iterable[str] = (),
    encoding: str = "utf-8",
) -> WireCopy:
    """Wire copy out of a text; it never raises, and every span is a range of the text as given."""
    text, oddities = clean(text)
    notes = tuple(dict.fromkeys((*notes, *oddities)))
    return sniff(text).read(text, Given(name, source or "", published, received, encoding, notes))

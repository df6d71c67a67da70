"""The formats that copy comes in: one parser each, one table. The first that recognises the text reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.intake.formats import plain
from factcheck.intake.given import Given
from factcheck.types import WireCopy


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how to tell it, and its parser."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[str, Given], WireCopy]


FORMATS = (Format("plain text", plain.recognises, plain.read),)


def sniff(text: str) -> Format:
    """The format of the text; plain text takes whatever no other recognises."""
    return next(format for format in FORMATS if format.recognises(text))

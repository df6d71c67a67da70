"""Bytes to text, with a sentence for the editor on anything odd. The text is otherwise exactly as received.

The ladder: a byte order mark, UTF-8, the encoding that the file itself declares, Windows-1252. Nothing is guessed by
statistics: on short copy such guesses are wrong too often, and a wrong one reads well enough to be believed.
"""

import codecs
import re
from dataclasses import dataclass

from factcheck.intake.characters import clean, control_count, readable, suspect
from factcheck.intake.limits import UnreadableCopy, check_length, check_size

__all__ = ["Decoded", "UnreadableCopy", "decode"]

FALLBACK = "cp1252"
# The longer mark first: that of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that people drop in by mistake.
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or other packed file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or other Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b\x08", "a compressed file"),
)
DECLARATION = re.compile(
    rb"(?:charset|encoding)\s{0,4}[=:]\s{0,4}[\"']?([A-Za-z0-9][A-Za-z0-9_.:-]{1,30})", re.IGNORECASE
)
DECLARED_WITHIN = 1024
# Python knows "encodings" that are none of a wire's; these families are.
WIRE_ENCODINGS = ("iso8859", "iso2022", "cp", "koi8", "mac", "shift_jis", "euc", "gb", "big5", "hz", "ascii")
# What declares Latin-1 or ASCII and is not UTF-8 is Windows-1252 in practice, as browsers also hold.
WINDOWS_IN_PRACTICE = {"iso8859-1", "ascii"}
READABLE_NAMES = {"cp1252": "Windows-1252"}
# One control character in so many is damage; more is no text.
TEXT_PER_CONTROL = 50


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was read in, and sentences for the editor."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """The text of the bytes; raises UnreadableCopy where there is none that a desk could read."""
    check_size(len(raw))
    _refuse_known_files(raw)
    text, encoding, notes = _read(raw)
    _refuse_binary(text)
    if not readable(text):
        raise UnreadableCopy("This file holds no words." if raw else "This file is empty.")
    check_length(text)
    text, oddities = clean(text)
    return Decoded(text, encoding, (*notes, *oddities, *suspect(text)))


def _refuse_known_files(raw: bytes) -> None:
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableCopy(f"This is {what}, not plain text. Save it as text and drop that in.")


def _refuse_binary(text: str) -> None:
    controls = control_count(text)
    if controls > max(1, len(text) // TEXT_PER_CONTROL):
        raise UnreadableCopy(
            f"This is no text: {controls:,} of its {len(text):,} characters are control characters, "
            "as in a program or a picture."
        )


def _read(raw: bytes) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding)
    try:
        # Unpaired surrogates come from broken converters; ``clean`` takes them out one by one.
        return raw.decode("utf-8", "surrogatepass"), "utf-8", ()
    except UnicodeDecodeError:
        return _not_utf8(raw)


def _marked(raw: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    name = encoding.upper()
    try:
        return raw.decode(encoding, "surrogatepass"), encoding, (f"This file was read as {name}.",)
    except UnicodeDecodeError:
        note = f"This file says that it is {name}, but parts of it could not be read; they show as �."
        return raw.decode(encoding, "replace"), encoding, (note,)


def _not_utf8(raw: bytes) -> tuple[str, str, tuple[str, ...]]:
    encoding = _declared(raw)
    if encoding:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            pass
        else:
            return text, encoding, (f"This file is not UTF-8; it was read as {_name(encoding)}, which it declares.",)
    note = f"This file is not UTF-8; it was read as {_name(FALLBACK)}, so check its accents and quotation marks."
    return raw.decode(FALLBACK, "replace"), FALLBACK, (note,)


def _declared(raw: bytes) -> str:
    found = DECLARATION.search(raw[:DECLARED_WITHIN])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
    if name in WINDOWS_IN_PRACTICE:
        return FALLBACK
    return name if name.startswith(WIRE_ENCODINGS) else ""


def _name(encoding: str) -> str:
    return READABLE_NAMES.get(encoding, encoding.upper())

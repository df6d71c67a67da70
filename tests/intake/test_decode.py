"""Bytes to text: the ladder of encodings, the notes, and what is refused with which sentence."""

import codecs

import pytest

from factcheck.intake.decode import UnreadableCopy, decode

COPY = "The ferry left its berth at dawn, the harbour office said."
CURLY = "“The café is shut,” she said – for now."


@pytest.mark.parametrize(
    ("raw", "text", "encoding", "notes"),
    [
        (COPY.encode(), COPY, "utf-8", ()),
        (CURLY.encode(), CURLY, "utf-8", ()),
        (b"One line.\r\nAnother.\rA third.\n", "One line.\r\nAnother.\rA third.\n", "utf-8", ()),
        (codecs.BOM_UTF8 + COPY.encode(), "\ufeff" + COPY, "utf-8", ()),
        (CURLY.encode("utf-16"), CURLY, "utf-16", ("This file was read as UTF-16.",)),
        (codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), CURLY, "utf-16", ("This file was read as UTF-16.",)),
        (CURLY.encode("utf-32"), CURLY, "utf-32", ("This file was read as UTF-32.",)),
        (
            CURLY.encode("cp1252"),
            CURLY,
            "cp1252",
            ("This file is not UTF-8; it was read as Windows-1252, so check its accents and quotation marks.",),
        ),
        (
            b'<?xml version="1.0" encoding="iso-8859-2"?>\nDvo\xf8\xe1k sp\xedval.',
            '<?xml version="1.0" encoding="iso-8859-2"?>\nDvořák spíval.',
            "iso8859-2",
            ("This file is not UTF-8; it was read as ISO8859-2, which it declares.",),
        ),
        (
            b"Content-Type: text/plain; charset=latin-1\n\nThe caf\xe9 is \x93shut\x94.",
            "Content-Type: text/plain; charset=latin-1\n\nThe café is “shut”.",
            "cp1252",
            ("This file is not UTF-8; it was read as Windows-1252, which it declares.",),
        ),
        (
            b"charset=unicode_escape\nThe caf\xe9 is shut.",
            "charset=unicode_escape\nThe café is shut.",
            "cp1252",
            ("This file is not UTF-8; it was read as Windows-1252, so check its accents and quotation marks.",),
        ),
    ],
)
def test_ladder(raw: bytes, text: str, encoding: str, notes: tuple[str, ...]) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, encoding, notes)


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        (
            COPY.encode() + b"\x00 End.",
            COPY + "\ufffd End.",
            "The copy held 1 NUL character, which cannot be stored; each is shown as \ufffd.",
        ),
        (
            COPY.encode() + b"\xed\xa0\x80\xed\xa0\x81 End.",
            COPY + "\ufffd\ufffd End.",
            "The copy held 2 broken characters (unpaired surrogates); each is shown as \ufffd.",
        ),
        (
            (COPY + "\x1b[0m").encode(),
            COPY + "\x1b[0m",
            "The copy holds 1 control character, kept as received.",
        ),
        (
            (COPY + "\u202eevil\u202c").encode(),
            COPY + "\u202eevil\u202c",
            "The copy holds 2 bidirectional control characters: words may show in another order than they stand. "
            "Kept as received.",
        ),
        (
            "The cafÃ© said itâ€™s shut.".encode(),
            "The cafÃ© said itâ€™s shut.",
            "Some characters look wrongly decoded: “cafÃ©” is probably “café”. The text is kept as received.",
        ),
    ],
)
def test_oddities_are_noted_and_offsets_hold(raw: bytes, text: str, note: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.notes) == (text, (note,))


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "This file is empty."),
        (b" \n\t\r\n", "This file holds no words."),
        (codecs.BOM_UTF8, "This file holds no words."),
        (b"%PDF-1.7 x", "This is a PDF file, not plain text. Save it as text and drop that in."),
        (b"PK\x03\x04x", "This is a ZIP, Word or other packed file, not plain text. Save it as text and drop that in."),
        (
            bytes(range(256)) * 4,
            "This is no text: 112 of its 1,024 characters are control characters, as in a program or a picture.",
        ),
        (
            b"\x00\x01\x02\x03",
            "This is no text: 4 of its 4 characters are control characters, as in a program or a picture.",
        ),
        (b"a" * (1024 * 1024 + 1), "This file is too large: it has 1 MiB, and the limit is 1 MiB."),
        (b"a" * 5_000_000, "This file is too large: it has 4.8 MiB, and the limit is 1 MiB."),
        (b"word\n" * 30_000, "This copy is too long: it has 30,000 lines, and the limit is 20,000."),
        (b"word " * 50_000, "This copy is too long: it has 250,000 characters, and the limit is 200,000."),
    ],
)
def test_refusals(raw: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableCopy) as refused:
        decode(raw)
    assert str(refused.value) == sentence


def test_limits_are_inclusive() -> None:
    assert len(decode(b"word " * 40_000).text) == 200_000


def test_broken_utf16_is_read_as_far_as_it_goes() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + COPY.encode("utf-16-le") + b"\x00")
    assert decoded.text.startswith(COPY)
    assert decoded.notes == ("This file says that it is UTF-16, but parts of it could not be read; they show as �.",)

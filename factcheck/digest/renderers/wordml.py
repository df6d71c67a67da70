"""The elements of a Word document that its library has no words for: tracked changes, comments, fields."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from factcheck.review.controls import revealed

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element = Any


def element(name: str, *children: Element, **attributes: str) -> Element:
    """An element of the document's own namespace with what stands in it."""
    made = etree.Element(qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in attributes.items()})
    made.extend(children)
    return made


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in one of the document's styles."""
    return element("p", element("pPr", element("pStyle", val=style)), *content)


def run(words: str, style: str = "", *, gone: bool = False) -> Element:
    """Words on one line; ``gone``: words of a deletion, which have an element of their own."""
    text = element("delText" if gone else "t")
    text.text = revealed(" ".join(words.splitlines()) if "\n" in words or "\r" in words else words)
    text.set(SPACE, "preserve")
    return element("r", *_style(style), text)


def inserted(number: int, author: str, stamp: str, *runs: Element) -> Element:
    """Words that came."""
    return element("ins", *runs, id=str(number), author=revealed(author), date=utc(stamp))


def deleted(number: int, author: str, stamp: str, *runs: Element) -> Element:
    """Words that went."""
    return element("del", *runs, id=str(number), author=revealed(author), date=utc(stamp))


def opened(number: int) -> Element:
    """Where that begins which a comment is about."""
    return element("commentRangeStart", id=str(number))


def closed(number: int) -> list[Element]:
    """Where it ends, and the sign that calls the comment up."""
    mark = str(number)
    reference = element("r", *_style("CommentReference"), element("commentReference", id=mark))
    return [element("commentRangeEnd", id=mark), reference]


def comment(number: int, author: str, stamp: str, lines: Iterable[str]) -> Element:
    """A comment with its paragraphs."""
    paragraphs = [paragraph("CommentText", run(line)) for line in lines]
    names = revealed(author)
    initials = "".join(word[0] for word in names.split())[:3]
    return element("comment", *paragraphs, id=str(number), author=names, initials=initials, date=utc(stamp))


def field(code: str, shown: str) -> Element:
    """A field that the reader's program fills in, as the number of the page."""
    return element("fldSimple", run(shown), instr=code)


def utc(stamp: str) -> str:
    """The moment as Word writes it."""
    return f"{datetime.fromisoformat(stamp).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _style(name: str) -> list[Element]:
    return [element("rPr", element("rStyle", val=name))] if name else []

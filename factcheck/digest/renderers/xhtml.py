"""The item's body as the few elements of XHTML that every system takes in."""

from collections.abc import Iterator

from lxml import etree

from factcheck.digest.renderers.documents import add, legal
from factcheck.digest.renderers.item import CarriedArticle, Item, Line, titled
from factcheck.types import SegmentKind

XHTML = "http://www.w3.org/1999/xhtml"


def fill(parent: etree._Element, item: Item) -> None:
    """Put the body under the parent, in its namespace."""
    several = len(item.articles) > 1
    for article in item.articles:
        if several:
            add(parent, "h2", titled(article))
        _article(parent, article)


def _article(parent: etree._Element, article: CarriedArticle) -> None:
    if article.byline:
        add(parent, "p", article.byline, {"class": SegmentKind.BYLINE})
    for line in article.lines:
        _line(parent, line)


def _line(parent: etree._Element, line: Line) -> None:
    kind = "" if line.kind == SegmentKind.BODY else line.kind
    paragraph = add(parent, "p", "" if line.dateline else line.words, {"class": kind})
    if line.dateline:
        add(paragraph, "span", line.dateline, {"class": SegmentKind.DATELINE}).tail = legal(f" {line.words}".rstrip())


def markup(item: Item) -> str:
    """The body as a string, for formats that hold it in a value; without a namespace."""
    body = etree.Element("div")
    fill(body, item)
    return "\n".join(_printed(body))


def _printed(body: etree._Element) -> Iterator[str]:
    return (etree.tostring(block, encoding="unicode") for block in body)

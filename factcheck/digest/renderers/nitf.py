"""IPTC NITF 3.6: the item as one document. Notes to editors are messages that are not for publication."""

from lxml import etree

from factcheck.digest.renderers.documents import XML_LANG, add, legal, root, xml_document
from factcheck.digest.renderers.item import CORRECTION, USABLE, CarriedArticle, Item, item, titled
from factcheck.digest.renderers.outline import Content
from factcheck.digest.withdrawal import CANCELED
from factcheck.types import SegmentKind

NITF = "http://iptc.org/std/NITF/2006-10-18/"
VERSION = "-//IPTC//DTD NITF 3.6//EN"
EMBARGOED = "embargoed"


def render(content: Content) -> bytes:
    """The digest as one NITF document."""
    made = item(content)
    nitf = root("nitf", NITF, {"version": VERSION, "baselang": made.language})
    head = add(nitf, "head")
    add(head, "title", made.headline)
    _docdata(head, content, made)
    body = add(nitf, "body", attributes={XML_LANG: made.language})
    _body_head(body, made)
    _body_content(body, made)
    return xml_document(nitf)


def _docdata(head: etree._Element, content: Content, made: Item) -> None:
    """An embargoed item is not usable yet, so its status says so; one that is held or killed is that first."""
    status = EMBARGOED if made.embargo and made.status == USABLE else made.status
    before = f"{made.guid}:{content['earlier'][-1]['number']}" if content["earlier"] else ""
    data = add(head, "docdata", attributes={"management-status": status})
    if before and made.status == CANCELED:
        data.set("management-doc-idref", legal(before))
        data.set("management-idref-status", CANCELED)
    if made.signal == CORRECTION:
        add(data, "correction", attributes={"info": made.change, "id-string": before, "regsrc": made.provider})
    add(data, "doc-id", attributes={"regsrc": made.provider, "id-string": f"{made.guid}:{made.number}"})
    add(data, "date.issue", attributes={"norm": made.created})
    if made.embargo:
        add(data, "date.release", attributes={"norm": made.embargo})
    for words in made.notes:
        add(data, "ed-msg", attributes={"info": words})
    for words in made.corrections:
        add(data, "ed-msg", attributes={"msg-type": CORRECTION, "info": words})
    add(data, "du-key", attributes={"generation": str(made.number), "version": str(made.number), "key": made.slug})
    add(data, "doc.copyright", attributes={"year": made.created[:4], "holder": made.provider})


def _body_head(body: etree._Element, made: Item) -> None:
    alone = made.articles[0] if len(made.articles) == 1 else None
    head = add(body, "body.head")
    add(add(head, "hedline"), "hl1", made.headline)
    if alone:
        _byline(head, alone)
    add(head, "distributor", made.provider)
    if alone:
        _dateline(head, alone)
    if made.summary:
        add(add(head, "abstract"), "p", made.summary)


def _body_content(body: etree._Element, made: Item) -> None:
    content = add(body, "body.content")
    several = len(made.articles) > 1
    for article in made.articles:
        part = add(content, "block") if several else content
        if several:
            _byline(part, article)
            _dateline(part, article)
            add(part, "hl2", titled(article))
        _paragraphs(part, article)


def _byline(parent: etree._Element, article: CarriedArticle) -> None:
    if article.byline:
        add(parent, "byline", article.byline)


def _dateline(parent: etree._Element, article: CarriedArticle) -> None:
    if dateline := _opening(article):
        add(parent, "dateline", dateline)


def _opening(article: CarriedArticle) -> str:
    """The dateline of the whole article; a later one belongs to its own paragraph."""
    return article.lines[0].dateline if article.lines else ""


def _paragraphs(parent: etree._Element, article: CarriedArticle) -> None:
    for number, line in enumerate(article.lines):
        words = f"{line.dateline} {line.words}".strip() if number else line.words
        if words:
            add(parent, "p", words, {"class": "" if line.kind == SegmentKind.BODY else line.kind})

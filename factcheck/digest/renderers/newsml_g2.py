"""IPTC NewsML-G2 2.35: the item as a newsItem whose body is XHTML.

The guid stays the same for every number and the version is the number. A correction and an update each carry their
signal; so does a killed item, as an update of its status.
"""

from lxml import etree

from factcheck.digest.renderers import xhtml
from factcheck.digest.renderers.documents import XML_LANG, add, root, xml_document
from factcheck.digest.renderers.item import CORRECTION, UPDATE, Item, item, received
from factcheck.digest.renderers.outline import Content

NAR = "http://iptc.org/std/nar/2006-10-01/"
# The published list of IPTC's vocabularies, which explains the prefixes below.
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
SIGNALS = {UPDATE: "sig:update", CORRECTION: "sig:correction"}


def render(content: Content) -> bytes:
    """The digest as one newsItem."""
    made = item(content)
    news = root(
        "newsItem",
        NAR,
        {
            "guid": made.guid,
            "version": str(made.number),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
            XML_LANG: made.language,
        },
    )
    add(news, "catalogRef", attributes={"href": CATALOG})
    _rights(news, made)
    _item_meta(news, content, made)
    _content_meta(news, made)
    _content_set(news, made)
    return xml_document(news)


def _rights(news: etree._Element, made: Item) -> None:
    rights = add(news, "rightsInfo")
    add(add(rights, "copyrightHolder", attributes={"uri": made.address}), "name", made.provider)


def _item_meta(news: etree._Element, content: Content, made: Item) -> None:
    meta = add(news, "itemMeta")
    add(meta, "itemClass", attributes={"qcode": "ninat:text"})
    add(add(meta, "provider", attributes={"uri": made.address}), "name", made.provider)
    add(meta, "versionCreated", made.created)
    add(meta, "firstCreated", made.first_created)
    if made.embargo:
        add(meta, "embargoed", made.embargo)
    add(meta, "pubStatus", attributes={"qcode": f"stat:{made.status}"})
    for words in (*made.notes, *(f"CORRECTED: {words}" for words in made.corrections)):
        add(meta, "edNote", words)
    if made.signal in SIGNALS:
        add(meta, "signal", attributes={"qcode": SIGNALS[made.signal]})
    for row in made.witnesses:
        add(meta, "link", attributes={"rel": "irel:seeAlso", "residref": received(content, row["article"])})


def _content_meta(news: etree._Element, made: Item) -> None:
    meta = add(news, "contentMeta")
    add(meta, "contentCreated", made.first_created)
    add(meta, "contentModified", made.created)
    for name in dict.fromkeys(row["source"] for row in made.witnesses):
        add(add(meta, "infoSource"), "name", name)
    add(meta, "language", attributes={"tag": made.language})
    add(meta, "slugline", made.slug)
    add(meta, "headline", made.headline)
    for byline in dict.fromkeys(article.byline for article in made.articles if article.byline):
        add(meta, "by", byline)
    if made.summary:
        add(meta, "description", made.summary, {"role": "drol:summary"})


def _content_set(news: etree._Element, made: Item) -> None:
    """The body; of a killed item nothing but the notice."""
    inline = add(add(news, "contentSet"), "inlineXML", attributes={"contenttype": "application/xhtml+xml"})
    html = etree.SubElement(inline, f"{{{xhtml.XHTML}}}html", nsmap={None: xhtml.XHTML})
    html.set(XML_LANG, made.language)
    add(add(html, "head"), "title", made.headline)
    body = add(html, "body")
    add(body, "h1", made.headline)
    xhtml.fill(body, made)

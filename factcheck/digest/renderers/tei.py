"""TEI P5: the apparatus by parallel segmentation, for scholars.

Where one article carries the digest, its received text is the text of the edition, with an ``app`` at each place in
dispute. Points that have no place of their own in it stand below, each with the words around it in a witness. An
approved reading is the ``lem``; a reading without words is an omission, an empty ``rdg``.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lxml import etree

from factcheck.digest.renderers.documents import XML_ID, XML_LANG, add, legal, root, xml_document
from factcheck.digest.renderers.item import Item, flat, item, received, restrictions, status_of
from factcheck.digest.renderers.outline import Content, Part, one_line
from factcheck.digest.renderers.variants import (
    Variant,
    points,
    rule_name,
    ruling,
    sigils,
    variant_class,
    variants,
)
from factcheck.digest.sigils import DESK
from factcheck.digest.withdrawal import CANCELED
from factcheck.review.paragraphs import parts
from factcheck.types import SegmentKind

TEI = "http://www.tei-c.org/ns/1.0"
# A place in the text: its range and the point that stands there.
Place = tuple[int, int, Content]


def render(content: Content) -> bytes:
    """The digest as one TEI document."""
    made = item(content)
    tei = root("TEI", TEI, {XML_LANG: made.language})
    header = add(tei, "teiHeader")
    _file(header, content, made)
    _encoding(header)
    add(add(add(header, "profileDesc"), "langUsage"), "language", made.language, {"ident": made.language})
    _revisions(header, content, made)
    body = add(add(tei, "text"), "body")
    _body(body, content, made)
    return xml_document(tei)


def _file(header: etree._Element, content: Content, made: Item) -> None:
    file = add(header, "fileDesc")
    titles = add(file, "titleStmt")
    add(titles, "title", made.headline)
    responsible = add(titles, "respStmt", attributes={XML_ID: DESK})
    add(responsible, "resp", "decided which reading stands")
    add(responsible, "name", made.provider)
    add(add(file, "editionStmt"), "edition", f"Number {made.number}", {"n": str(made.number)})
    _publication(file, content, made)
    _witnesses(add(file, "sourceDesc"), content)


def _publication(file: etree._Element, content: Content, made: Item) -> None:
    publication = add(file, "publicationStmt")
    add(publication, "publisher", made.provider)
    add(publication, "idno", made.guid, {"type": "URI"})
    words = tuple(restrictions(content))
    availability = add(publication, "availability", attributes={"status": "restricted" if words else "free"})
    for sentence in words or ("May be used.",):
        add(availability, "p", sentence)
    _date(publication, made.created)
    if made.embargo:
        _date(publication, made.embargo, "embargo")


def _date(parent: etree._Element, stamp: str, kind: str = "") -> None:
    add(parent, "date", stamp, {"when": stamp, "type": kind})


def _witnesses(source: etree._Element, content: Content) -> None:
    """Every article of the story, used or not; of a killed item none."""
    if status_of(content) == CANCELED or not content["witnesses"]:
        add(source, "p", "Reports of news agencies.")
        return
    witnesses = add(source, "listWit")
    for row in content["witnesses"]:
        witness = add(witnesses, "witness", f"{row['source']}, ", {XML_ID: row["witness"]})
        add(witness, "title", flat(row["headline"])).tail = " "
        add(witness, "idno", received(content, row["article"]), {"type": "URI"}).tail = " "
        add(witness, "idno", row["received_sha256"], {"type": "SHA-256"})


def _encoding(header: etree._Element) -> None:
    attributes = {"method": "parallel-segmentation", "location": "internal"}
    add(add(header, "encodingDesc"), "variantEncoding", attributes=attributes)


def _revisions(header: etree._Element, content: Content, made: Item) -> None:
    """This number first, as the guidelines want it, then those before it."""
    revisions = add(header, "revisionDesc", attributes={"status": made.status})
    add(revisions, "change", made.change or f"Number {made.number}.", {"when": made.created, "n": str(made.number)})
    for earlier in reversed(content["earlier"]):
        attributes = {"when": earlier["issued_at"], "n": str(earlier["number"])}
        add(revisions, "change", f"Number {earlier['number']}.", attributes)


def _body(body: etree._Element, content: Content, made: Item) -> None:
    placed: list[Place] = []
    if made.articles and content["base"] is not None:
        article = content["articles"][0]
        paragraphs = list(_paragraphs(article))
        placed = list(_placed(article, paragraphs, points(content)))
        _text(add(body, "div", attributes={"type": "text"}), article, paragraphs, placed)
    done = {point["conflict"] for _, _, point in placed}
    below = [point for point in points(content) if point["conflict"] not in done]
    if below:
        division = add(body, "div", attributes={"type": "points"})
        for point in below:
            _point(division, point)
    if not len(body):
        add(add(body, "div"), "p", made.headline)


def _paragraphs(article: Content) -> Iterator[Part]:
    """The received text by lines, each with its kind."""
    text = article["received_text"]
    for group in one_line(text, parts(text, article["received_segments"])):
        kinds = [kind for kind, _, _ in group]
        yield SegmentKind.BODY if SegmentKind.BODY in kinds else kinds[0], group[0][1], group[-1][2]


def _placed(article: Content, paragraphs: Sequence[Part], rows: tuple[Content, ...]) -> Iterator[Place]:
    """The points with a place of their own in one paragraph; of two that overlap the one that begins first."""
    own = sorted(
        (
            (witness["start"], witness["end"], point["conflict"], point)
            for point in rows
            for witness in _own(article, point)
        ),
        key=lambda place: place[:3],
    )
    starts = [start for _, start, _ in paragraphs]
    last = 0
    seen: set[int] = set()
    for start, end, conflict, point in own:
        at = bisect_right(starts, start) - 1
        if start >= last and conflict not in seen and at >= 0 and end <= paragraphs[at][2]:
            yield start, end, point
            last = end
            seen.add(conflict)


def _own(article: Content, point: Content) -> Iterator[Content]:
    """Where the text prints exactly a reading's words."""
    for variant in variants(point):
        for witness in variant.witnesses:
            if witness["article"] == article["article"] and witness["exact"] == variant.text:
                yield witness


def _text(division: etree._Element, article: Content, paragraphs: Sequence[Part], placed: Sequence[Place]) -> None:
    """The received text with the points in their places."""
    text = article["received_text"]
    for kind, start, end in paragraphs:
        paragraph = add(division, "p", attributes={"rend": kind})
        at = start
        for first, last, point in placed:
            if start <= first and last <= end:
                _append(paragraph, text[at:first])
                _app(paragraph, point)
                at = last
        _append(paragraph, text[at:end])


def _append(parent: etree._Element, words: str) -> None:
    """More words at the end of what the parent holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + legal(words)
    else:
        parent.text = (parent.text or "") + legal(words)


def _point(division: etree._Element, point: Content) -> None:
    """One point by itself, with the words around it in its first witness."""
    part = add(division, "div", attributes={"type": "point"})
    add(part, "head", flat(point["summary"]))
    around = next((witness for variant in variants(point) for witness in variant.witnesses), None)
    paragraph = add(part, "p", around["prefix"] if around else "")
    _app(paragraph, point)
    _append(paragraph, around["suffix"] if around else "")


def _app(parent: etree._Element, point: Content) -> None:
    """The readings, the approved one first, then what the desk says of them."""
    app = add(parent, "app", attributes={"type": variant_class(point), "n": str(point["conflict"])})
    for place, variant in enumerate(sorted(variants(point), key=lambda variant: not variant.stands)):
        _reading(app, variant, "" if variant.stands and not place else point["kind"])
    decision = ruling(point)
    if decision:
        words = f"{decision['verdict']}, {decision['editor']}. {flat(decision['note'])}".rstrip()
        note = add(app, "note", f"{words} ", {"type": "decision", "resp": f"#{DESK}"})
        _date(note, decision["made_at"])
    add(app, "note", rule_name(point), {"type": "rule"})


def _reading(app: etree._Element, variant: Variant, cause: str) -> None:
    """The reading that stands has no cause to differ. Words that no witness has are the desk's own."""
    wit = " ".join(f"#{sigil}" for sigil in sigils(variant.witnesses))
    attributes = {"wit": wit, "resp": "" if wit else f"#{DESK}", "cause": cause}
    add(app, "rdg" if cause else "lem", variant.text, attributes)

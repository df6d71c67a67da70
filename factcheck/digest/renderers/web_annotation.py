"""W3C Web Annotations: one for each change of a received text, and one for each decision that changed none.

Targets are texts as received, by addresses that no number changes. Each span is told twice, by its words and by its
place, and both say the same; places are Unicode code points, as the model wants, not UTF-16 units.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.digest.excerpts import after, before
from factcheck.digest.items import printed
from factcheck.digest.places import joined
from factcheck.digest.renderers.documents import json_document
from factcheck.digest.renderers.item import item, received, restrictions, status_of, utc
from factcheck.digest.renderers.outline import Content
from factcheck.digest.renderers.variants import points, rule_name
from factcheck.digest.withdrawal import CANCELED
from factcheck.types import Verdict

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    Verdict.APPROVE: "assessing",
    Verdict.REJECT: "assessing",
    Verdict.NONE: "assessing",
    Verdict.REPLACE: "editing",
    Verdict.UNSURE: "questioning",
    Verdict.DISMISS: "moderating",
    Verdict.ANNOTATE: "commenting",
}
NAMING = {Verdict.REJECT, Verdict.ANNOTATE}
Annotation = dict[str, Any]


def render(content: Content) -> bytes:
    """All annotations in a collection of one page."""
    made = item(content)
    address = f"{made.guid}:annotations:{made.number}"
    annotations = list(_annotations(content))
    label = " ".join((*restrictions(content), f"Decisions in {made.guid}, number {made.number}"))
    collection = {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": label,
        "dcterms:available": utc(made.embargo) if made.embargo else "",
        "total": len(annotations),
        "first": {
            "id": f"{address}:1",
            "type": "AnnotationPage",
            "partOf": address,
            "startIndex": 0,
            "items": annotations,
        },
    }
    return json_document({name: value for name, value in collection.items() if value != ""})


def _annotations(content: Content) -> Iterator[Annotation]:
    rows = {point["conflict"]: point for point in points(content)}
    changing = set()
    for article in () if status_of(content) == CANCELED else printed(content, "articles"):
        for change in article["changes"]:
            changing.add(change["decision"])
            yield _change(content, article, change, rows.get(change["conflict"]))
    for point in rows.values():
        for decision in point["decisions"]:
            if decision["stands"] and decision["verdict"] in MOTIVATIONS and decision["decision"] not in changing:
                yield _decision(content, point, decision)


def _change(content: Content, article: Content, change: Content, point: Content | None) -> Annotation:
    text, start, end = article["received_text"], change["start"], change["end"]
    bodies = [_body("editing", change["new"]), _body("commenting", change["summary"])]
    span = {
        "exact": text[start:end],
        "prefix": before(text, start),
        "suffix": after(text, end),
        "start": start,
        "end": end,
    }
    return {
        "id": f"{received(content, article['article'])}:change:{change['decision']}:{start}",
        "type": "Annotation",
        "motivation": "editing",
        **_made(change["decided_by"], change["decided_at"], point),
        "body": [*bodies, *([_body("tagging", point["kind"])] if point else [])],
        "target": _target(content, article["article"], span),
    }


def _decision(content: Content, point: Content, decision: Content) -> Annotation:
    targets = [_target(content, witness["article"], witness) for witness in _concerned(point, decision)]
    told = [("editing", _decided(point, decision)), ("commenting", decision["note"]), ("tagging", point["kind"])]
    return {
        "id": f"{content['guid']}:decision:{decision['decision']}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[decision["verdict"]],
        **_made(decision["editor"], decision["made_at"], point),
        "body": [
            _body("commenting", point["summary"]),
            *(_body(purpose, words) for purpose, words in told if words),
        ],
        "target": targets or content["guid"],
    }


def _concerned(point: Content, decision: Content) -> list[Content]:
    """The spans that a decision speaks of: those of the readings that it names, or of all between which it chooses."""
    alone = decision["verdict"] in NAMING and decision["readings"]
    readings = [one for one in point["readings"] if not alone or one["reading"] in decision["readings"]]
    return [witness for reading in readings for witness in reading["witnesses"]]


def _decided(point: Content, decision: Content) -> str:
    """The words that a decision stands for, where it stands for any."""
    if decision["verdict"] == Verdict.REPLACE:
        return decision["text"]
    chosen = [reading["text"] for reading in point["readings"] if reading["reading"] in decision["readings"]]
    return joined(chosen) if decision["verdict"] == Verdict.APPROVE else ""


def _made(editor: str, moment: str, point: Content | None) -> Annotation:
    rule = f", rule {rule_name(point)}" if point else ""
    return {
        **({"created": utc(moment)} if moment else {}),
        "creator": {"type": "Person", "name": editor},
        "generator": {"type": "Software", "name": f"Newsroom{rule}"},
    }


def _body(purpose: str, words: str) -> Annotation:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _target(content: Content, article: int, span: Mapping[str, Any]) -> Annotation:
    quote = {name: span[name] for name in ("exact", "prefix", "suffix")}
    place = {name: span[name] for name in ("start", "end")}
    return {
        "source": received(content, article),
        "selector": [{"type": "TextQuoteSelector", **quote}, {"type": "TextPositionSelector", **place}],
    }

"""A digest's whole content of our own writing: three reports of talks in a harbour town, as renderers get it."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.digest.compose import compose
from factcheck.digest.material import MaterialArticle, MaterialConflict
from factcheck.digest.verify import fingerprint
from factcheck.types import Verdict
from tests.digest.materials import NOW, article, conflict, material

ISSUED_AT = NOW.isoformat()
RULE = {"version": "name_spelling@1", "threshold": 0.3, "cost": 1.0, "precision": 0.83}
SIGILS = {1: "Meridian", 2: "Northgate", 3: "Coastal", 4: "Island"}
VERDICTS = {Verdict.APPROVE: "settled", Verdict.REPLACE: "settled", Verdict.DISMISS: "dismissed"}

MERIDIAN = article(
    1,
    "Meridian Press",
    "Envoy and minister meet in Port Alder\n"
    "PORT ALDER — Minister Orban Felt met the the envoy of Łódź on Monday, the ministry said. It was their first "
    "meeting since the ferry line closed.\n"
    "“We had a candid and constrictive talk today,” Velt said after two hours at the old customs shed.\n"
    "The talks go on tomorrow.",
    quotes={"We had a candid and constrictive talk today,": "Orban Velt"},
    sha256=hashlib.sha256(b"meridian").hexdigest(),
)
NORTHGATE = article(
    2,
    "Northgate Wire",
    "Velt meets envoy\n"
    "Minister Orban Velt met the envoy on Monday. “We had a candid and constructive talk today,” he said.\n"
    "=HYPERLINK(“x”) 北京 <b>bold</b> \u202egnirts\u202c & 40 people waited outside 🙂.",
    quotes={"We had a candid and constructive talk today,": "Orban Velt"},
    sha256=hashlib.sha256(b"northgate").hexdigest(),
)
COASTAL = article(
    3,
    "Coastal News",
    "Talks in the harbour\nMinister Orban Velt met the envoy. About 400 people waited outside, the police said.",
    sha256=hashlib.sha256(b"coastal").hexdigest(),
)
ISLAND = article(4, "Island Post", "Gone\nNothing.", excluded="The agency canceled it.", sha256="4" * 64)
REPORTS = (MERIDIAN, NORTHGATE, COASTAL, ISLAND)
POINTS = (
    conflict(
        1,
        {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE, COASTAL]},
        approve="Orban Velt",
        notes=("-1+2 is no note: see the staff list.",),
        summary="The minister's name is spelt in 2 ways.",
    ),
    conflict(2, {"the the": [MERIDIAN]}, replace="the", suggested="the", kind_label="Spelling", kind="spelling",
             summary="A word is printed twice."),
    conflict(3, {"constrictive": [MERIDIAN], "constructive": [NORTHGATE]}, approve="constructive",
             kind="quote-wording", kind_label="Words of a quotation", summary="One word of a quotation differs."),
    conflict(4, {"40 people": [NORTHGATE], "400 people": [COASTAL]}, level="discrepancy", kind="figure",
             kind_label="Figure", summary="How many people waited?"),
    conflict(5, {"Velt meets envoy": [NORTHGATE], "Talks in the harbour": [COASTAL]}, verdict=Verdict.DISMISS,
             kind="style", kind_label="Style", level="style", summary="Two headlines."),
)  # fmt: skip


def preview(**changes: Any) -> dict[str, Any]:
    """What would be issued: everything but number and fingerprint."""
    content = compose(material(REPORTS, *POINTS))
    content |= {
        "version": 2,
        "guid": "urn:newsroom:desk.example:harbour-talks",
        "site": {"name": "Example Desk", "address": "https://desk.example"},
        "language": "en",
        "headline": "Envoy and minister meet in Port Alder",
        "summary": "Minister Orban Velt and the envoy met for two hours and will meet again.",
        "signal": "first",
        "change_note": "",
        "status": "usable",
        "embargo_until": "",
        "first_issued_at": "",
        "earlier": [],
        "order": [
            *("corrections", "facts", "quotations", "standing_together", "open_points", "articles", "apparatus"),
        ],
        "base": None,
        "articles": [row | _carried(REPORTS[row["article"] - 1]) for row in content["articles"]],
        "witnesses": [_witness(report) for report in REPORTS],
        "apparatus": [_point(point) for point in POINTS],
        "orphans": [],
        "gate": {"waived": [], "signatures": [], "override": None},
    }
    return content | changes


def issued(**changes: Any) -> dict[str, Any]:
    """The digest as it was frozen under a number."""
    content = preview(number=1, issued_by="Ada <chief>", issued_at=ISSUED_AT, first_issued_at=ISSUED_AT) | changes
    return content | {"sha256": fingerprint(content)}


STATES: Mapping[str, Mapping[str, Any]] = {
    "first": {},
    "update": {"number": 2, "signal": "update", "change_note": "Adds a second report.", "earlier": [
        {"number": 1, "issued_at": "2023-09-19T09:00:00+00:00", "sha256": "1" * 64}]},
    "correction": {"number": 2, "signal": "correction", "earlier": [
        {"number": 1, "issued_at": "2023-09-19T09:00:00+00:00", "sha256": "1" * 64}],
        "change_note": "Corrects the name of the minister, which no. 1 printed as “Orban Felt”."},
    "withheld": {"status": "withheld"},
    "canceled": {"status": "canceled", "number": 2, "signal": "update", "change_note": "The envoy was somebody else.",
                 "earlier": [{"number": 1, "issued_at": "2023-09-19T09:00:00+00:00", "sha256": "1" * 64}]},
    "embargoed": {"embargo_until": "2023-09-20T06:00:00+00:00"},
}  # fmt: skip


def _carried(report: MaterialArticle) -> dict[str, Any]:
    return {
        "witness": SIGILS[report.pk],
        "received_text": report.text,
        "received_segments": [list(segment) for segment in report.segments],
        "received_headline": report.headline,
        "wire_id": f"wire-{report.pk}",
        "version": 1,
        "origin": None,
        "byline": "",
        "dateline": "",
    }


def _witness(report: MaterialArticle) -> dict[str, Any]:
    return {
        "article": report.pk,
        "witness": SIGILS[report.pk],
        "source": report.source,
        "headline": report.headline,
        "filed_on": report.filed_on,
        "received_at": ISSUED_AT,
        "received_sha256": report.sha256,
        "wire_id": f"wire-{report.pk}",
        "version": 1,
        "origin": None,
        "used": not report.excluded,
        "reason": report.excluded,
    }


def _point(point: MaterialConflict) -> dict[str, Any]:
    ruling = point.ruling
    decisions = [
        {"decision": ruling.decision, "verdict": ruling.verdict.value, "reading": ruling.reading, "text": ruling.text,
         "note": " ".join(point.notes), "editor": ruling.editor, "made_at": ruling.made_at.isoformat(), "stands": True}
    ] if ruling else []  # fmt: skip
    return {
        "conflict": point.pk,
        "key": f"key-{point.pk}",
        "kind": point.kind,
        "kind_label": point.kind_label,
        "level": point.level,
        "summary": point.summary,
        "reason": "",
        "suggested": point.suggested,
        "state": VERDICTS[ruling.verdict] if ruling else "open",
        "edits": point.edits,
        "rule": {"kind": point.kind, **RULE},
        "readings": [_reading(point, reading.pk) for reading in point.readings],
        "decisions": decisions,
    }


def _reading(point: MaterialConflict, pk: int) -> dict[str, Any]:
    reading = next(one for one in point.readings if one.pk == pk)
    return {
        "reading": pk,
        "text": reading.text,
        "approved": point.approved_text == reading.text,
        "rejected": False,
        "suggested": point.suggested == reading.text,
        "origins": reading.origins,
        "reports": len(reading.articles),
        "witnesses": [_span(REPORTS[one.article - 1], one.start, one.end) for one in reading.witnesses],
    }


def _span(report: MaterialArticle, start: int, end: int) -> dict[str, Any]:
    text = report.text
    return {
        "article": report.pk,
        "witness": SIGILS[report.pk],
        "source": report.source,
        "start": start,
        "end": end,
        "exact": text[start:end],
        "prefix": text[max(0, start - 32) : start],
        "suffix": text[end : end + 32],
        "where": f"paragraph {text[:start].count(chr(10)) or 1}",
    }


def with_point(content: Mapping[str, Any], place: int, **changes: Any) -> dict[str, Any]:
    """The content with one point of its apparatus changed."""
    points: Sequence[Mapping[str, Any]] = content["apparatus"]
    return {
        **content,
        "apparatus": [{**point, **changes} if at == place else point for at, point in enumerate(points)],
    }

"""A digest's whole content of our own writing: three reports of talks in a harbour town, as renderers get it."""

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.digest.compose import compose
from factcheck.digest.verify import fingerprint
from factcheck.types import Verdict
from tests.digest.materials import NOW, article, conflict, material

ISSUED_AT = NOW.isoformat()

MERIDIAN = article(
    1,
    "Meridian Press",
    "Envoy and minister meet in Port Alder\n"
    "PORT ALDER — Minister Orban Felt met the the envoy of Łódź on Monday, the ministry said. It was their first "
    "meeting since the ferry line closed.\n"
    "“We had a candid and constrictive talk today,” Velt said after two hours at the old customs shed.\n"
    "The talks go on tomorrow.",
    quotes={"We had a candid and constrictive talk today,": "Orban Velt"},
)
NORTHGATE = article(
    2,
    "Northgate Wire",
    "Velt meets envoy\n"
    "Minister Orban Velt met the envoy on Monday. “We had a candid and constructive talk today,” he said.\n"
    "=HYPERLINK(“x”) 北京 <b>bold</b> \u202egnirts\u202c & 40 people waited outside 🙂.",
    quotes={"We had a candid and constructive talk today,": "Orban Velt"},
)
COASTAL = article(
    3,
    "Coastal News",
    "Talks in the harbour\nMinister Orban Velt met the envoy. About 400 people waited outside, the police said.",
)
ISLAND = article(4, "Island Post", "Gone\nNothing.", excluded="The agency canceled it.")
REPORTS = (MERIDIAN, NORTHGATE, COASTAL, ISLAND)
POINTS = (
    conflict(
        1,
        {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE, COASTAL]},
        approve="Orban Velt",
        notes=("-1+2 is no note: see the staff list.",),
        summary="The minister's name is spelt in 2 ways.",
        reason="Two reports have it.",
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
    return compose(material(REPORTS, *POINTS)) | changes


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


def with_point(content: Mapping[str, Any], place: int, **changes: Any) -> dict[str, Any]:
    """The content with one point of its apparatus changed."""
    points: Sequence[Mapping[str, Any]] = content["apparatus"]
    return {
        **content,
        "apparatus": [{**point, **changes} if at == place else point for at, point in enumerate(points)],
    }

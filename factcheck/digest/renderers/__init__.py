"""A digest's content comes in, one file in an export format goes out. A new format is one module and one row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factcheck.digest.renderers import (
    apparatus_csv,
    claim_review,
    docx,
    evidence_pack,
    html,
    json,
    markdown,
    newsml_g2,
    ninjs,
    nitf,
    pdf,
    schema_org,
    tei,
    text,
    web_annotation,
    xlsx,
)
from factcheck.phrase import Phrase


class Group(StrEnum):
    """What formats are for, in the order of their links; ``GROUPS`` has the words above these."""

    READ = "read"
    EDITING = "editing"
    AGENCIES = "agencies"
    RECORD = "record"


GROUPS: Mapping[Group, Phrase] = {
    Group.READ: Phrase("To read"),
    Group.EDITING: Phrase("For editing systems"),
    Group.AGENCIES: Phrase("For agencies’ systems"),
    Group.RECORD: Phrase("For the record"),
}


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Renderer:
    """One export format; ``label`` is a phrase unless it is a name that every language has.

    ``since`` is the first version of the content that holds what it needs.
    """

    label: str
    media_type: str
    extension: str
    render: Callable[[Mapping[str, Any]], bytes]
    group: Group
    since: int = 1

    @property
    def content_type(self) -> str:
        """The media type as it is sent: text says how its letters are written, other formats know by themselves."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type

    def file_name(self, content: Mapping[str, Any]) -> str:
        """What a file of this content is called."""
        return f"{content['story']['slug']}-{content.get('number', 'preview')}.{self.extension}"


RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer("HTML", "text/html", "html", html.render, Group.READ),
    "pdf": Renderer("PDF", "application/pdf", "pdf", pdf.render, Group.READ, since=2),
    "text": Renderer(Phrase("Plain text"), "text/plain", "txt", text.render, Group.READ),
    "markdown": Renderer("Markdown", "text/markdown", "md", markdown.render, Group.EDITING),
    "docx": Renderer(Phrase("Word, with tracked changes"), DOCX, "docx", docx.render, Group.EDITING, since=2),
    "xlsx": Renderer(Phrase("Excel workbook"), XLSX, "xlsx", xlsx.render, Group.RECORD, since=2),
    "evidence": Renderer(
        Phrase("Evidence pack"), "application/zip", "zip", evidence_pack.render, Group.RECORD, since=2
    ),
    "json": Renderer("JSON", "application/json", "json", json.render, Group.RECORD),
    "ninjs": Renderer("ninjs", "application/json", "ninjs.json", ninjs.render, Group.AGENCIES, since=2),
    "newsml-g2": Renderer(
        "NewsML-G2", "application/vnd.iptc.g2.newsitem+xml", "newsml.xml", newsml_g2.render, Group.AGENCIES, since=2
    ),
    "nitf": Renderer("NITF", "application/nitf+xml", "nitf.xml", nitf.render, Group.AGENCIES, since=2),
    "schema-org": Renderer(
        "schema.org", "application/ld+json", "schema.jsonld", schema_org.render, Group.EDITING, since=2
    ),
    "claim-review": Renderer(
        "ClaimReview", "application/ld+json", "claim-review.jsonld", claim_review.render, Group.RECORD, since=2
    ),
    "web-annotation": Renderer(
        Phrase("Web Annotations"),
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        "annotations.jsonld",
        web_annotation.render,
        Group.RECORD,
        since=2,
    ),
    "tei": Renderer(Phrase("TEI apparatus"), "application/tei+xml", "tei.xml", tei.render, Group.RECORD, since=2),
    "csv": Renderer(
        Phrase("Apparatus as CSV"), "text/csv", "apparatus.csv", apparatus_csv.render, Group.RECORD, since=2
    ),
}


def offered(content: Mapping[str, Any]) -> dict[str, Renderer]:
    """The formats that a content can be had in: one that was frozen long ago lacks what newer ones print."""
    return {name: renderer for name, renderer in RENDERERS.items() if renderer.since <= content["version"]}

"""Each export format against a kept file: a small made-up story whose copy is hostile to every format."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from factcheck.digest.compose import compose
from factcheck.digest.framing import Earlier
from factcheck.digest.renderers import RENDERERS
from factcheck.digest.renderers.markdown import escaped
from factcheck.digest.withdrawal import withdrawn
from factcheck.types import Verdict
from tests.digest.materials import NOW, article, conflict, material

GOLDEN = Path(__file__).parent / "golden"
TEXTS = ["html", "markdown", "text", "json"]
NOTES = ("See <staff list>.",)


def hostile() -> dict[str, Any]:
    """A digest of five reports: corrected, quoted, left out, left open, and with markup and hidden characters."""
    meridian = article(
        1,
        "Meridian Press",
        "Talks held in <b>Port</b>\nMinister Orban Felt met the the envoy.\n“We had a *good* talk today,” Velt said.",
        quotes={"We had a *good* talk today,": "Orban Velt"},
    )
    northgate = article(
        2,
        "Northgate & Sons Wire",
        "# Envoy in port\n<script>alert('x')</script> The envoy met Orban Velt.\n1. No list, 5 * 3 [a](b) _c_ `d` 🙂",
    )
    coastal = article(
        3,
        "Coastal News",
        "Velt meets envoy\nOrban Velt \u202egnirts\u202c met 40 people.\nHe had “a *good* talk today” with them.",
        quotes={"a *good* talk today": ""},
    )
    other = article(4, "Harbour Radio", "Last year's talks\nIn June the envoy came.")
    canceled = article(5, "Island Post", "Gone\nNothing.", excluded="The agency canceled it.")
    rows = [
        conflict(1, {"Orban Felt": [meridian], "Orban Velt": [northgate, coastal]}, approve="Orban Velt", notes=NOTES),
        conflict(2, {"the the": [meridian]}, replace="the", suggested="the", kind_label="Spelling"),
        conflict(3, {"40 people": [coastal], "the envoy": [other]}, level="discrepancy", summary="Who was met?"),
        conflict(4, {"In June": [other]}, approve="In June", kind="other-event", edits=False, level="info"),
        conflict(5, {"Port": [meridian], "port": [northgate]}, verdict=Verdict.DISMISS, summary="“Port” or “port”?"),
    ]
    frozen = {"number": 3, "issued_by": "Ada <chief>", "issued_at": "2023-09-19T12:40:00+00:00", "sha256": "0" * 64}
    return compose(material([meridian, northgate, coastal, other, canceled], *rows)) | frozen


@pytest.mark.parametrize("name", TEXTS)
def test_a_format_prints_what_was_agreed(name: str) -> None:
    """After a wanted change: NEWSROOM_WRITE_GOLDEN=1 pytest tests/digest, then read what changed."""
    renderer = RENDERERS[name]
    kept = GOLDEN / f"hostile.{renderer.extension}"
    printed = renderer.render(hostile())
    if os.environ.get("NEWSROOM_WRITE_GOLDEN"):
        kept.write_bytes(printed)
    assert printed == kept.read_bytes()


def states() -> dict[str, dict[str, Any]]:
    """One small story in every state that a number can have."""
    one = article(1, "Meridian Press", "Talks held\nMinister Orban Felt met the envoy in the port.")
    two = article(2, "Northgate Wire", "Envoy in port\nThe envoy met Orban Velt.")
    name = {"Orban Felt": [one], "Orban Velt": [two]}
    until = (NOW + timedelta(hours=5)).isoformat()
    stamp = {"issued_by": "Ada", "issued_at": NOW.isoformat(), "sha256": "0" * 64}
    first = compose(material([one, two], conflict(1, name, level="discrepancy"))) | stamp | {"number": 1}
    second = {**stamp, "number": 2}
    later = replace(material([one, two]), earlier=(Earlier(1, NOW.isoformat(), "0" * 64, first),))
    corrected = compose(replace(later, conflicts=(conflict(1, name, approve="Orban Velt"),))) | second
    more = article(3, "Coastal News", "More\nIt rained.")
    update = compose(replace(later, articles=(one, two, more), conflicts=(conflict(1, name, level="discrepancy"),)))
    return {
        "first": first,
        "update": update | second,
        "correction": corrected,
        "withheld": corrected | {"status": "withheld"},
        "embargoed": corrected | {"embargo_until": until},
        "killed": withdrawn(corrected, "The ministry says that they never met.") | second,
    }


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_every_state_of_a_number_is_told(name: str) -> None:
    renderer = RENDERERS[name]
    kept = GOLDEN / f"states.{renderer.extension}"
    printed = "".join(f"<<<< {state} >>>>\n{renderer.render(content).decode()}" for state, content in states().items())
    if os.environ.get("NEWSROOM_WRITE_GOLDEN"):
        kept.write_text(printed, encoding="utf-8", newline="")
    assert printed == kept.read_text(encoding="utf-8")


def test_the_states_are_what_they_are_called() -> None:
    assert {state: (one["signal"], one["status"]) for state, one in states().items()} == {
        "first": ("first", "usable"),
        "update": ("update", "usable"),
        "correction": ("correction", "usable"),
        "withheld": ("correction", "withheld"),
        "embargoed": ("correction", "usable"),
        "killed": ("update", "canceled"),
    }


def test_parts_are_printed_in_the_editors_order() -> None:
    content = hostile() | {"order": ["articles", "open_points", "corrections"]}
    titles = [line for line in RENDERERS["markdown"].render(content).decode().split("\n") if line.startswith("## ")]
    assert titles == [
        "## Meridian Press, 19 September 2023",
        "## Northgate & Sons Wire, 19 September 2023".replace("&", "&amp;"),
        "## Coastal News, 19 September 2023",
        "## Open points",
        "## Corrections",
        "## Reports left out",
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_a_preview_prints_too(name: str) -> None:
    content = {key: value for key, value in hostile().items() if key not in {"number", "issued_by", "sha256"}}
    printed = RENDERERS[name].render(content | {"blockers": []}).decode()
    assert name == "json" or "Preview, 19 September 2023, 12:40 UTC. Not issued." in printed


def test_json_holds_the_content_itself() -> None:
    assert json.loads(RENDERERS["json"].render(hostile())) == hostile()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_takes_no_markup_from_the_copy() -> None:
    page = _Tags()
    page.feed(RENDERERS["html"].render(hostile()).decode())
    assert page.found == {
        *("html", "head", "meta", "title", "style", "body", "main", "section", "article"),
        *("h1", "h2", "h3", "p", "ol", "ul", "li"),
    }
    assert "<script>alert('x')</script> The envoy met Orban Velt." in page.words


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_no_format_for_people_prints_hidden_characters(name: str) -> None:
    printed = RENDERERS[name].render(hostile()).decode()
    assert ("\u202e" in printed, "U+202E" in printed) == (False, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("# no title", r"\# no title"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("a well-known 1.5 + 2", "a well-known 1.5 + 2"),
        ("<b>&amp;", r"\<b\>&amp;amp;"),
        ("    no code\n> no quote", r"no code \> no quote"),
        ("[a](b) ![c] *d* _e_ `f` ~g~ |h| \\", r"\[a\](b) !\[c\] \*d\* \_e\_ \`f\` \~g\~ \|h\| \\"),
    ],
)
def test_markdown_escapes(words: str, expected: str) -> None:
    assert escaped(words) == expected

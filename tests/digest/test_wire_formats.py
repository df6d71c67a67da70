"""The formats for other systems: each state of an item against a kept file, and what must hold of any text."""

import csv
import io
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from factcheck.digest.renderers import RENDERERS, offered
from factcheck.digest.renderers.apparatus_csv import COLUMNS
from factcheck.digest.renderers.documents import legal
from tests.digest.any_content import anything
from tests.digest.wire_contents import MERIDIAN, STATES, content, several

GOLDEN = Path(__file__).parent / "golden"
JSON = ("ninjs", "schema-org", "claim-review", "web-annotation")
XML = ("newsml-g2", "nitf", "tei")
NAMES = (*JSON, *XML, "csv")
NS = {
    "g2": "http://iptc.org/std/nar/2006-10-01/",
    "nitf": "http://iptc.org/std/NITF/2006-10-18/",
    "tei": "http://www.tei-c.org/ns/1.0",
}


def printed(name: str, made: Mapping[str, Any]) -> str:
    return RENDERERS[name].render(made).decode("utf-8-sig")


def loaded(name: str, made: Mapping[str, Any]) -> Any:
    return json.loads(RENDERERS[name].render(made))


def parsed(name: str, made: Mapping[str, Any]) -> etree._Element:
    return etree.fromstring(RENDERERS[name].render(made))


def found(name: str, made: Mapping[str, Any], *paths: str) -> list[list[str]]:
    """What each path selects: attributes, or the words of elements."""
    tree = parsed(name, made)
    return [[str(one) for one in tree.xpath(path, namespaces=NS)] for path in paths]


def rows(made: Mapping[str, Any]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed("csv", made), newline="")))


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("name", NAMES)
def test_each_state_prints_as_kept(name: str, state: str) -> None:
    """After a wanted change: NEWSROOM_WRITE_GOLDEN=1 pytest tests/digest, then read what changed."""
    kept = GOLDEN / name / f"{state}.{RENDERERS[name].extension}"
    made = RENDERERS[name].render(content(**STATES[state]))
    if os.environ.get("NEWSROOM_WRITE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(made)
    assert made == kept.read_bytes()


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("first", ("usable", "1", None)),
        ("update", ("usable", "3", None)),
        ("correction", ("usable", "3", None)),
        ("withheld", ("withheld", "1", None)),
        ("canceled", ("canceled", "3", None)),
        ("embargoed", ("usable", "1", "2023-09-19T16:00:00Z")),
    ],
)
def test_ninjs_tells_the_state(state: str, expected: tuple[str, str, str | None]) -> None:
    made = loaded("ninjs", content(**STATES[state]))
    assert (made["pubStatus"], made["version"], made.get("embargoedUntil")) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("first", [["1"], ["stat:usable"], [], []]),
        ("update", [["3"], ["stat:usable"], ["sig:update"], []]),
        ("correction", [["3"], ["stat:usable"], ["sig:correction"], []]),
        ("withheld", [["1"], ["stat:withheld"], [], []]),
        ("canceled", [["3"], ["stat:canceled"], ["sig:update"], []]),
        ("embargoed", [["1"], ["stat:usable"], [], ["2023-09-19T18:00:00+02:00"]]),
    ],
)
def test_newsml_tells_the_state(state: str, expected: list[list[str]]) -> None:
    paths = ("@version", "//g2:pubStatus/@qcode", "//g2:signal/@qcode", "//g2:embargoed/text()")
    assert found("newsml-g2", content(**STATES[state]), *paths) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("first", [["usable"], ["1"], [], [], []]),
        ("update", [["usable"], ["3"], [], [], []]),
        ("correction", [["usable"], ["3"], ["The minister is Orban Velt, not Felt."], [], []]),
        ("withheld", [["withheld"], ["1"], [], [], []]),
        ("canceled", [["canceled"], ["3"], [], ["urn:newsroom:desk.example:harbour-talks:2"], []]),
        ("embargoed", [["embargoed"], ["1"], [], [], ["2023-09-19T18:00:00+02:00"]]),
    ],
)
def test_nitf_tells_the_state(state: str, expected: list[list[str]]) -> None:
    paths = (
        *("//nitf:docdata/@management-status", "//nitf:du-key/@generation", "//nitf:correction/@info"),
        *("//nitf:docdata/@management-doc-idref", "//nitf:date.release/@norm"),
    )
    assert found("nitf", content(**STATES[state]), *paths) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("first", ("Published", "2023-09-19T12:45:00Z", "2023-09-19T12:45:00Z", 1)),
        ("update", ("Published", "2023-09-19T12:45:00Z", "2023-09-19T15:00:00Z", 1)),
        ("correction", ("Published", "2023-09-19T12:45:00Z", "2023-09-19T15:00:00Z", 2)),
        ("withheld", ("Withheld", "2023-09-19T12:45:00Z", "2023-09-19T12:45:00Z", 1)),
        ("canceled", ("Canceled", "2023-09-19T12:45:00Z", "2023-09-19T15:00:00Z", 0)),
        ("embargoed", ("Published", "2023-09-19T12:45:00Z", "2023-09-19T12:45:00Z", 1)),
    ],
)
def test_schema_org_tells_the_state(state: str, expected: tuple[str, str, str, int]) -> None:
    made = loaded("schema-org", content(**STATES[state]))
    dates = (made["datePublished"], made["dateModified"])
    assert (made["creativeWorkStatus"], *dates, len(made.get("correction", []))) == expected


@pytest.mark.parametrize("make", [content, several])
@pytest.mark.parametrize("name", NAMES)
def test_a_killed_item_says_nothing_of_the_story(name: str, make: Callable[..., dict[str, Any]]) -> None:
    words = ("Orban", "constr", "41 people", "Meridian", "envoy", "staff list")
    usable = printed(name, make())
    assert [word for word in words if word in printed(name, make(**STATES["canceled"]))] == []
    assert [word for word in words if word in usable] != []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "claim-review"])
def test_a_killed_item_says_so(name: str) -> None:
    assert "KILL. This digest is withdrawn." in printed(name, content(**STATES["canceled"]))


@pytest.mark.parametrize("status", ["usable", "withheld"])
@pytest.mark.parametrize("name", NAMES)
def test_no_format_loses_an_embargo(name: str, status: str) -> None:
    made = printed(name, content(embargo_until="2023-09-19T18:00:00+02:00", status=status))
    assert "2023-09-19T16:00:00Z" in made or "2023-09-19T18:00:00+02:00" in made


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_issued_is_withheld(name: str) -> None:
    frozen = {"number", "issued_by", "issued_at", "sha256"}
    preview = {key: value for key, value in content(first_issued_at="").items() if key not in frozen}
    assert "HOLD. This digest is withheld." in printed(name, preview)


@pytest.mark.parametrize("make", [content, several])
@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_keys_changes_nothing(name: str, make: Callable[..., dict[str, Any]]) -> None:
    """A database may give the keys back in another order."""
    assert printed(name, json.loads(json.dumps(make(), sort_keys=True))) == printed(name, make())


@pytest.mark.parametrize("name", NAMES)
def test_a_desk_without_an_address_prints_too(name: str) -> None:
    assert "https://desk.example" not in printed(name, content(site={"name": "Example Desk", "address": ""}))


@pytest.mark.parametrize(("version", "wire"), [(1, []), (2, sorted(NAMES))])
def test_an_old_content_is_not_offered_in_formats_that_need_more(version: int, wire: list[str]) -> None:
    assert sorted(set(offered(content(version=version))) & set(NAMES)) == wire


def test_what_stands_together_and_what_is_left_out_is_noted() -> None:
    together = {"summary": "Two translations of one remark.", "why": "all readings stand"}
    out = {"source": "Island Radio", "reason": "It reports another event."}
    told = [
        "STANDS: Two translations of one remark. (all readings stand)",
        "LEFT OUT: Island Radio: It reports another event.",
    ]
    made = content(standing_together=[together], left_out=[out])
    notes = {
        "ninjs": loaded("ninjs", made)["edNote"].splitlines(),
        "newsml-g2": parsed("newsml-g2", made).xpath("//g2:edNote/text()", namespaces=NS),
        "nitf": parsed("nitf", made).xpath("//nitf:ed-msg/@info", namespaces=NS),
    }
    found = {name: [note for note in said if note.startswith(("STANDS", "LEFT"))] for name, said in notes.items()}
    assert found == dict.fromkeys(notes, told)


def test_a_reading_that_is_none_of_the_words_does_not_stand_between_them() -> None:
    made = content(base=None)
    reading = made["apparatus"][0]["readings"][0]
    for one in made["apparatus"][0]["readings"]:
        one["text"] = f"the speaker of {one['text']}"
    point = parsed("tei", made).xpath("//tei:div[@type='point']/tei:p", namespaces=NS)[0]
    prefix = reading["witnesses"][0]["prefix"]
    assert (bool(prefix), point.text, point[0].tail) == (True, None, None)


def test_dropped_parts_are_not_printed() -> None:
    made = loaded("ninjs", content(order=["facts"]))
    assert (made.get("bodies"), made.get("edNote", ""), len(made["descriptions"])) == (None, "", 1)
    assert [rows(content(order=["articles"])), loaded("claim-review", content(order=[]))["@graph"]] == [[], []]
    assert [loaded("web-annotation", content(order=order))["total"] for order in ([], ["articles"])] == [0, 3]


def test_a_single_article_gives_the_body_and_its_own_heads() -> None:
    paths = (
        *("//nitf:hl1/text()", "//nitf:byline/text()", "//nitf:body.head/nitf:dateline/text()"),
        "//nitf:body.content/nitf:p/text()",
    )
    assert found("nitf", content(), *paths) == [
        ["Orban Velt meets envoy <today>"],
        ["By Ann Vole"],
        ["PORT, Sept. 19 (Meridian) —"],
        ["🙂 Minister Orban Velt met the envoy.", "“We had a constructive talk,” Velt said & left\ufffd."],
    ]


def test_several_articles_stand_under_their_headlines() -> None:
    paths = ("//nitf:block/nitf:hl2/text()", "//nitf:body.head/nitf:byline")
    assert found("nitf", several(), *paths) == [
        [
            "Meridian Press: Talks held in <b>Port</b> ⚓",
            "Northgate & Sons Wire: Envoy in port",
            "Coastal News: Velt meets envoy",
        ],
        [],
    ]


def test_what_belongs_to_the_transmission_stays_behind() -> None:
    text = "Talks\nThe envoy came.\n(MORE)"
    segments = [["headline", 0, 5], ["body", 6, 21], ["furniture", 22, 28]]
    article = content()["articles"][0] | {"text": text, "segments": segments, "headline": "Talks", "changes": []}
    assert loaded("schema-org", content(articles=[article]))["articleBody"] == "The envoy came."


@pytest.mark.parametrize("name", ["schema-org", "claim-review"])
def test_no_word_ends_the_script_element_that_holds_the_document(name: str) -> None:
    assert "</" not in printed(name, several())
    assert "<script>alert('x')</script>" in json.dumps(loaded("schema-org", several()))


def test_only_settled_errors_are_reviewed() -> None:
    reviews = loaded("claim-review", content())["@graph"]
    assert [(one["claimReviewed"], one["reviewRating"]["alternateName"]) for one in reviews] == [
        ("19 (Meridian) — 🙂 Minister Orban Felt met the the envoy.", "Misspelled"),
        ("“We had a constrictive talk,” Velt said & left\ufffd.", "Misquoted"),
        ("— 🙂 Minister Orban Felt met the the envoy.", "Misspelled"),
    ]


def test_annotations_count_code_points() -> None:
    """The emoji before the spans is one place, not two."""
    first = loaded("web-annotation", content())["first"]["items"][0]
    assert first["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "Orban Felt",
            "prefix": "ept. 19 (Meridian) — 🙂 Minister ",
            "suffix": " met the the envoy.\n“We had a co",
        },
        {"type": "TextPositionSelector", "start": 79, "end": 89},
    ]
    assert (MERIDIAN.index("🙂") < 79, MERIDIAN[79:89]) == (True, "Orban Felt")


def test_one_annotation_for_each_change_and_for_each_decision_without_one() -> None:
    items = loaded("web-annotation", content())["first"]["items"]
    assert [(one["motivation"], one["id"].partition("harbour-talks:")[2]) for one in items] == [
        ("editing", "article:1:change:1:79"),
        ("editing", "article:1:change:3:94"),
        ("editing", "article:1:change:2:119"),
        ("assessing", "decision:5"),
    ]


@pytest.mark.parametrize(
    ("verdict", "motivation", "spans"),
    [
        ("reject", "assessing", [[73, 82]]),
        ("annotate", "commenting", [[73, 82]]),
        ("unsure", "questioning", [[73, 82], [32, 41]]),
        ("dismiss", "moderating", [[73, 82], [32, 41]]),
        ("none", "assessing", [[73, 82], [32, 41]]),
    ],
)
def test_a_decision_speaks_of_one_reading_or_of_all(verdict: str, motivation: str, spans: list[list[int]]) -> None:
    point, settled = content()["apparatus"][3], content()["apparatus"][0]["decisions"][0]
    decision = settled | {"decision": 8, "verdict": verdict, "readings": [point["readings"][0]["reading"]]}
    made = content(apparatus=[point | {"decisions": [decision]}])
    last = loaded("web-annotation", made)["first"]["items"][-1]
    places = [target["selector"][1] for target in last["target"]]
    assert (last["motivation"], [[place["start"], place["end"]] for place in places]) == (motivation, spans)


def test_what_was_taken_back_is_not_annotated() -> None:
    point = content()["apparatus"][4]
    undone = [point["decisions"][0] | {"stands": False}]
    assert loaded("web-annotation", content(apparatus=[point | {"decisions": undone}]))["total"] == 3


def test_readings_of_the_same_words_share_one_rdg() -> None:
    point = content()["apparatus"][3]
    split = [point["readings"][0], point["readings"][1] | {"text": "41 people"}]
    tree = parsed("tei", content(apparatus=[point | {"readings": split}]))
    assert [(one.get("wit"), one.text) for one in tree.iterfind(".//tei:rdg", NS)] == [
        ("#Northgate #Coastal", "41 people")
    ]


def test_an_omission_is_an_empty_reading() -> None:
    paths = ("//tei:app[@n=5]/tei:lem/@wit", "//tei:app[@n=5]/tei:rdg/@wit", "//tei:app[@n=5]/tei:rdg/text()")
    assert found("tei", content(), *paths) == [["#Meridian"], ["#Northgate #Coastal"], []]


def test_what_an_editor_typed_has_the_desk_for_its_witness() -> None:
    paths = ("//tei:app[@n=3]/tei:lem/text()", "//tei:app[@n=3]/tei:lem/@resp", "//tei:app[@n=3]/tei:lem/@wit")
    assert found("tei", content(), *paths) == [["the"], ["#desk"], []]


def test_of_overlapping_points_one_stands_in_the_text_and_one_below() -> None:
    first, *others = content()["apparatus"]
    inner = first["readings"][0]["witnesses"][0]
    inside = inner | {"start": inner["start"] + 6, "exact": "Felt"}
    second = first | {"conflict": 9, "readings": [first["readings"][0] | {"text": "Felt", "witnesses": [inside]}]}
    paths = ("//tei:div[@type='text']//tei:app/@n", "//tei:div[@type='points']//tei:app/@n")
    assert found("tei", content(apparatus=[first, second, *others]), *paths) == [["5", "1", "3", "2"], ["9", "4"]]


def test_no_column_of_the_table_holds_a_formula() -> None:
    point = content()["apparatus"][2]
    decisions = [point["decisions"][0] | {"text": "@SUM(A1)", "editor": "-Ada"}]
    reading = point["readings"][0]
    named = [reading | {"text": "=1+1", "witnesses": [reading["witnesses"][0] | {"witness": "+Meridian"}]}]
    made = rows(content(apparatus=[point | {"readings": named, "decisions": decisions}]))
    assert [(row["witness"], row["reading"], row["decided_by"]) for row in made] == [
        ("'+Meridian", "'=1+1", "'-Ada"),
        ("", "'@SUM(A1)", "'-Ada"),
    ]


def test_the_table_has_a_row_for_each_witness() -> None:
    raw = RENDERERS["csv"].render(content())
    made = rows(content())
    columns = ("claim_id", "witness", "origin", "start", "end", "reading", "decision")
    assert (raw[:3], raw.count(b"\r\n"), tuple(made[0])) == (b"\xef\xbb\xbf", len(made) + 1, COLUMNS)
    assert [tuple(row[name] for name in columns) for row in made[:1] + made[5:9]] == [
        ("1", "Meridian", "", "79", "89", "Orban Felt", "rejected"),
        ("3", "Meridian", "", "94", "101", "the the", "rejected"),
        ("3", "", "", "", "", "the", "approved"),
        ("4", "Northgate", "3", "73", "82", "41 people", "open"),
        ("4", "Coastal", "", "32", "41", "40 people", "open"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\x00b\x0bc\x1fd", "a\ufffdb\ufffdc\ufffdd"),
        ("a\ud800b\udfffc\ufffe\uffff", "a\ufffdb\ufffdc\ufffd\ufffd"),
        ("tab\tline\nreturn\r\u0085\u202e🙂", "tab\tline\nreturn\r\u0085\u202e🙂"),
    ],
)
def test_what_xml_cannot_hold_is_replaced_one_for_one(words: str, expected: str) -> None:
    assert legal(words) == expected


@given(anything())
def test_any_words_print_and_read_back(made: dict[str, Any]) -> None:
    for name in XML:
        parsed(name, made)
    for name in JSON:
        loaded(name, made)
    assert {tuple(row) for row in rows(made)} == {COLUMNS}


@given(anything())
def test_an_annotation_quotes_what_stands_at_its_place(made: dict[str, Any]) -> None:
    article = made["articles"][0]
    annotation = loaded("web-annotation", made)["first"]["items"][0]
    quote, place = annotation["target"]["selector"]
    text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in article["received_text"])
    start, end = place["start"], place["end"]
    assert (start, end) == (article["changes"][0]["start"], article["changes"][0]["end"])
    assert quote["exact"] == text[start:end]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])


@given(anything())
def test_the_edition_gives_each_witness_its_own_words(made: dict[str, Any]) -> None:
    """Taking the article's own reading at each place gives its received text again, white space aside."""
    tree = parsed("tei", made | {"base": 1})
    for app in tree.iterfind(".//tei:div[@type='text']//tei:app", NS):
        for other in app.xpath("*[not(@wit='#Meridian')]"):
            app.remove(other)
    words = "".join(tree.find(".//tei:div[@type='text']", NS).itertext())
    assert "".join(words.split()) == "".join(legal(made["articles"][0]["received_text"]).split())

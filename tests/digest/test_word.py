"""The Word document: real tracked changes, real comments, and pages that a word processor makes of it."""

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from factcheck.digest.renderers import RENDERERS
from tests.digest.contents import STATES, issued, preview
from tests.digest.offices import pdfs_of, words_of

STAMP = "2023-09-19T12:40:00Z"


def word(content: dict[str, Any]) -> bytes:
    return RENDERERS["docx"].render(content)


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return etree.fromstring(files.read(name))


def said(element: Any) -> str:
    """The words of an element, deleted ones too."""
    return "".join(node.text or "" for node in element.iter(qn("w:t"), qn("w:delText")))


def accepted(paragraph: Any) -> str:
    """What a paragraph says once all changes are accepted."""
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def attributes(element: Any) -> tuple[str, str]:
    return element.get(qn("w:author")), element.get(qn("w:date"))


def test_changes_are_tracked_with_who_decided_and_when() -> None:
    body = part(word(issued()), "word/document.xml")
    changes = [(node.tag.split("}")[1], said(node), *attributes(node)) for node in body.iter(qn("w:ins"), qn("w:del"))]
    assert changes == [
        ("del", "Orban Felt", "Ada", STAMP),
        ("ins", "Orban Velt", "Ada", STAMP),
        ("del", "the the", "Ada", STAMP),
        ("ins", "the", "Ada", STAMP),
        ("del", "constrictive", "Ada", STAMP),
        ("ins", "constructive", "Ada", STAMP),
    ]


def test_accepting_all_changes_gives_the_corrected_text() -> None:
    content = issued()
    body = part(word(content), "word/document.xml")
    lines = [accepted(one) for one in body.iter(qn("w:p"))]
    received = ["".join(said(one)) for one in body.iter(qn("w:p"))]
    for article in content["articles"]:
        corrected = article["text"].replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]").split("\n")
        assert [line for line in corrected if line not in lines] == []
    assert "PORT ALDER — Minister Orban FeltOrban Velt met the thethe envoy" in "\n".join(received)


def test_each_change_and_each_open_point_has_a_comment() -> None:
    data = word(issued())
    comments = part(data, "word/comments.xml")
    told = [(*attributes(one), [said(line) for line in one]) for one in comments]
    assert told == [
        (
            *("Ada", STAMP),
            [
                "The minister's name is spelt in 2 ways.",
                "Two reports have it.",
                "“Orban Felt”: Meridian Press",
                "“Orban Velt”: Northgate Wire, Coastal News",
                "Approved by Ada, 19 September 2023, 12:40 UTC.",
            ],
        ),
        (
            *("Ada", STAMP),
            ["A word is printed twice.", "“the the”: Meridian Press", "Typed by Ada, 19 September 2023, 12:40 UTC."],
        ),
        (
            *("Ada", STAMP),
            [
                "One word of a quotation differs.",
                "“constrictive”: Meridian Press",
                "“constructive”: Northgate Wire",
                "Approved by Ada, 19 September 2023, 12:40 UTC.",
            ],
        ),
        (
            *("Example Desk", STAMP),
            [
                "OPEN: How many people waited? (not decided yet)",
                "“40 people”: Northgate Wire",
                "“400 people”: Coastal News",
            ],
        ),
    ]


def test_comments_lie_around_the_words_that_they_are_about() -> None:
    data = word(issued())
    body, comments = part(data, "word/document.xml"), part(data, "word/comments.xml")
    about = {}
    for paragraph in body.iter(qn("w:p")):
        for start in paragraph.findall(qn("w:commentRangeStart")):
            number = start.get(qn("w:id"))
            words = []
            for node in start.itersiblings():
                if node.tag == qn("w:commentRangeEnd") and node.get(qn("w:id")) == number:
                    break
                words.append(said(node))
            about[number] = "".join(words)
    numbers = [one.get(qn("w:id")) for one in comments]
    assert [about[number] for number in numbers] == [
        *("Orban FeltOrban Velt", "the thethe", "constrictiveconstructive", "40 people")
    ]
    references = [node.get(qn("w:id")) for node in body.iter(qn("w:commentReference"))]
    assert sorted(references) == sorted(numbers)
    marks = [node.get(qn("w:id")) for node in body.iter(qn("w:ins"), qn("w:del"))]
    assert len(set(marks + numbers)) == len(marks + numbers)


def test_an_open_point_outside_the_copy_has_its_comment_in_the_list() -> None:
    content = issued()
    content["articles"] = content["articles"][:1]
    data = word(content)
    open_points = [one for one in part(data, "word/comments.xml") if said(one).startswith("OPEN")]
    [mark] = [one.get(qn("w:id")) for one in open_points]
    [start] = part(data, "word/document.xml").xpath(
        f"//w:commentRangeStart[@w:id='{mark}']", namespaces={"w": qn("w:p")[1:-2]}
    )
    assert "How many people waited? (not decided yet)" in said(start.getparent())


def test_a_comment_lies_at_its_own_entry_of_the_list() -> None:
    """One sentence begins like the other, and a correction begins like both."""
    content = issued()
    point, [row] = content["apparatus"][3], content["open_points"]
    rows = [row | {"summary": "Platform 120"}, row | {"summary": "Platform 12", "conflict": 9}]
    corrections = [content["corrections"][0] | {"words": "Platform 120 (put right)"}]
    content |= {
        "open_points": rows,
        "corrections": corrections,
        "apparatus": [*content["apparatus"], point | {"conflict": 9}],
    }
    data = word(content | {"articles": []})
    comments = {one.get(qn("w:id")): said(one) for one in part(data, "word/comments.xml")}
    marked = {
        said(one): [comments[start.get(qn("w:id"))][:30] for start in one.findall(qn("w:commentRangeStart"))]
        for one in part(data, "word/document.xml").iter(qn("w:p"))
        if said(one).startswith(("•Platform", "1.Platform"))
    }
    assert marked == {
        "1.Platform 120 (put right)": [],
        "•Platform 120 (not decided yet)": ["OPEN: Platform 120 (not decide"],
        "•Platform 12 (not decided yet)": ["OPEN: Platform 12 (not decided"],
    }


def test_no_comment_tells_of_open_points_that_the_editor_took_out() -> None:
    content = issued()
    data = word(content | {"order": [part for part in content["order"] if part != "open_points"]})
    assert [said(one)[:20] for one in part(data, "word/comments.xml")] == [
        *("The minister's name ", "A word is printed tw", "One word of a quotat")
    ]


def test_every_style_that_is_named_is_there() -> None:
    data = word(issued())
    styles = {style.style_id for style in Document(io.BytesIO(data)).styles}
    named = {
        node.get(qn("w:val"))
        for name in ("word/document.xml", "word/comments.xml", "word/header1.xml", "word/footer1.xml")
        for node in part(data, name).iter(qn("w:pStyle"), qn("w:rStyle"))
    }
    assert named - styles == set()


def test_what_the_document_says_of_itself() -> None:
    about = Document(io.BytesIO(word(issued()))).core_properties
    assert (about.title, about.author, about.language) == (issued()["headline"], "Example Desk", "en")
    assert about.modified.isoformat() == "2023-09-19T12:40:00+00:00"


def test_the_picture_of_the_template_is_not_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(word(issued()))) as files:
        assert [name for name in files.namelist() if name.endswith((".jpeg", ".png"))] == []


def test_the_same_content_gives_the_same_bytes() -> None:
    assert word(issued()) == word(issued())


def test_a_killed_digest_prints_nothing_that_it_said() -> None:
    body = part(word(issued(**STATES["canceled"])), "word/document.xml")
    lines = [said(one) for one in body.iter(qn("w:p"))]
    assert lines[0] == "KILL. This digest is withdrawn. Do not use it, and take down what was published of it."
    assert lines[1] == "Why no. 2 withdraws the digest: The envoy was somebody else."
    assert [line for line in lines if "Orban" in line or "constructive" in line] == []


def test_a_preview_says_so_on_every_page() -> None:
    head = said(part(word(preview()), "word/header1.xml"))
    assert head == "Harbour talksPreview, not issued"


def test_a_word_processor_opens_it_in_every_state(tmp_path: Path) -> None:
    contents = {state: issued(**fields) for state, fields in STATES.items()}
    pages = pdfs_of({f"{state}.docx": word(content) for state, content in contents.items()}, tmp_path)
    for state, content in contents.items():
        printed = words_of(pages[f"{state}.docx"])
        killed = state == "canceled"
        told = ("[U+202E]gnirts[U+202C]", "KILLED", "WITHHELD", "embargo until", f"Digest no. {content['number']}")
        assert [state, *(words in printed for words in told)] == [
            *(state, not killed, killed, state == "withheld", state == "embargoed", True)
        ]

from pathlib import Path
from typing import Any

import pytest
import spacy

from factcheck.extraction.pipeline import extract, load
from factcheck.types import ClaimDraft, ClaimKind, WireCopy
from tests.extraction.reading import body, claims_of

LEAD = "Foreign Minister Nora Lind of Norway met Per Holm, the mayor of Oslo, on Monday.\n"


def told(text: str) -> list[ClaimDraft]:
    """The indirect quotations of a text that follows the lead."""
    return [claim for claim in claims_of(LEAD + text, ClaimKind.QUOTE) if not claim.quoted]


def parts(claim: ClaimDraft, text: str) -> list[str]:
    """The words of each part."""
    return [(LEAD + text)[start:end] for start, end in claim.value["parts"]]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("Lind said that the dam was safe.", ["that the dam was safe"], "Nora Lind", "said"),
        ("Lind said the dam was safe.", ["the dam was safe"], "Nora Lind", "said"),
        ("Lind has repeatedly said the dam is safe.", ["the dam is safe"], "Nora Lind", "said"),
        ("The dam was safe, Lind said.", ["The dam was safe"], "Nora Lind", "said"),
        ("The dam was safe, said Holm.", ["The dam was safe"], "Per Holm", "said"),
        ("The dam, Lind said, was safe.", ["The dam", "was safe"], "Nora Lind", "said"),
        ("The dam was safe, Lind told reporters on Tuesday.", ["The dam was safe"], "Nora Lind", "told"),
        ("The dam, said Holm, will hold.", ["The dam", "will hold"], "Per Holm", "said"),
        ("Lind, said aides, will resign.", ["Lind", "will resign"], "aides", "said"),
        ("Lind, said Holm, who was there, will resign.", ["Lind", "will resign"], "Per Holm", "said"),
        ("By spring, said Holm, the dam will be safe.", ["By spring", "the dam will be safe"], "Per Holm", "said"),
        ("Holm, the mayor, said Lind, a lawyer, would go.", ["Lind, a lawyer, would go"], "Per Holm", "said"),
        ("Lind told reporters on Tuesday that the dam was safe.", ["that the dam was safe"], "Nora Lind", "told"),
        ("Lind told reporters in Oslo the dam was safe.", ["the dam was safe"], "Nora Lind", "told"),
        ("Lind said in a statement that the dam was safe.", ["that the dam was safe"], "Nora Lind", "said"),
        ("Lind said Tuesday she would resign.", ["she would resign"], "Nora Lind", "said"),
        ("According to Holm, the dam was safe.", ["the dam was safe"], "Per Holm", "According to"),
        ("The dam was safe, according to Holm.", ["The dam was safe"], "Per Holm", "according to"),
        ("Holm denied that the dam had burst.", ["that the dam had burst"], "Per Holm", "denied"),
        ("Holm warned that the dam could burst.", ["that the dam could burst"], "Per Holm", "warned"),
        ("Holm added it was old.", ["it was old"], "Per Holm", "added"),
        ("Holm noted the builders worked there.", ["the builders worked there"], "Per Holm", "noted"),
        ("Holm recalled how the dam burst.", ["how the dam burst"], "Per Holm", "recalled"),
        ("Holm denied the dam was old.", ["the dam was old"], "Per Holm", "denied"),
        ("Lind confirmed a leak.", ["a leak"], "Nora Lind", "confirmed"),
        ("Lind announced a plan to mend the dam.", ["a plan to mend the dam"], "Nora Lind", "announced"),
        ("Holm pointed out that the dam was old.", ["that the dam was old"], "Per Holm", "pointed out"),
        ("As Holm noted, the dam was old.", ["the dam was old"], "Per Holm", "noted"),
        ("Lind did not name the dam but said it was old.", ["it was old"], "Nora Lind", "said"),
        ("When Lind said the dam was safe, the crowd left.", ["the dam was safe"], "Nora Lind", "said"),
        ("Holm, who once said that the dam would burst, left.", ["that the dam would burst"], "Per Holm", "said"),
        ("Lind said the dam was safe and praised the builders.", ["the dam was safe"], "Nora Lind", "said"),
        ("Most engineers say the dam is safe.", ["the dam is safe"], "Most engineers", "say"),
        ("Some 12 percent of voters said the dam was old.", ["the dam was old"], "Some 12 percent of voters", "said"),
        ("Lind asked for calm, saying that the dam was safe.", ["that the dam was safe"], "Nora Lind", "saying"),
        ("“The dam is safe,” Lind said, adding that it was old.", ["that it was old"], "Nora Lind", "adding"),
        ("Holm was told that the dam was old.", ["that the dam was old"], "", "told"),
    ],
)
def test_what_is_told(text: str, words: list[str], speaker: str, cue: str) -> None:
    (claim,) = told(text)
    assert parts(claim, text) == words
    assert (claim.speaker.name or claim.speaker.text if claim.speaker else "") == speaker
    assert claim.cue is not None
    assert claim.cue.text == cue


def test_one_sentence_may_tell_two_things() -> None:
    text = "Lind said the dam was safe, but Holm said it would burst."
    assert [(parts(claim, text), claim.subject) for claim in told(text)] == [
        (["the dam was safe"], "Nora Lind"),
        (["it would burst"], "Per Holm"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The reports of Monday were wrong.",
        "Holm read the report again.",
        "The claims were false.",
        "Lind described the dam.",
        "Holm and Lind talked for an hour.",
        "The state media watched the dam.",
        "The dam, said Holm, the mayor.",
        "Brent crude added 1.2 percent to 83.40 dollars a barrel.",
        "The club added two players to its squad and sold one.",
        "Lind recalled the envoy to Oslo, who was ill.",
        "The Harbour Ministry reported a profit of $3 million.",
        "Holm promised investors a dividend of 5 cents.",
        "Lind noted progress in the talks.",
        "“The dam is safe,” Lind said.",
        "Lind said: “The dam is safe.”",
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert [claim.text for claim in told(text)] == []


@pytest.mark.parametrize(
    ("text", "marked", "clause"),
    [
        ("Lind said the dam was “very safe” for now.", ["very safe"], ["the dam was “very safe” for now"]),
        ("Holm warned that “the old dam” could burst.", ["the old dam"], ["that “the old dam” could burst"]),
        ("The dam was “very safe,” Lind said.", ["very safe,"], ["The dam was “very safe,"]),
        ("A so-called “green” dam stood there.", ["green"], []),
        ("“The dam is safe,” Lind said.", ["The dam is safe,"], []),
    ],
)
def test_words_in_marks_know_the_clause_that_they_are_part_of(text: str, marked: list[str], clause: list[str]) -> None:
    claims = [claim for claim in claims_of(LEAD + text, ClaimKind.QUOTE) if claim.quoted]
    assert [claim.text for claim in claims] == marked
    assert [(LEAD + text)[start:end] for start, end in claims[0].value.get("clause", [])] == clause
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("Neither side, said Holm, “has moved an inch.”", ["Neither side", "has moved an inch."], "Per Holm"),
        ("The dam, said the mayor on Friday, “is old.”", ["The dam", "is old."], "Per Holm"),
        ("The dam, a big one, said Holm, “is old.”", ["The dam, a big one", "is old."], "Per Holm"),
        ("Holm, the mayor, said on Friday, “nobody sleeps.”", [], "Per Holm"),
    ],
)
def test_who_speaks_in_the_middle_of_a_sentence(text: str, clause: list[str], speaker: str) -> None:
    (claim,) = [claim for claim in claims_of(LEAD + text, ClaimKind.QUOTE) if claim.quoted]
    assert [(LEAD + text)[start:end] for start, end in claim.value.get("clause", [])] == clause
    assert claim.subject == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Ministry said the dam was safe. It added that it would hold.", ["Harbour Ministry"] * 2),
        ("According to a statement from the Harbour Ministry, 12 people left.", ["Harbour Ministry"]),
        ("Two senior officials said the dam was safe. They added that it held.", ["", "Two senior officials"]),
        ("The two governments said the dam was safe. They added that it held.", ["", "two governments"]),
        ("It said that the dam was safe.", [""]),
        ("Lind said the dam was safe. She added that it would hold.", ["Nora Lind"] * 2),
        ("The mayor said the dam was safe.", ["Per Holm"]),
        ("Mayor Nora Lind of Oslo said the dam was safe.", ["Nora Lind"]),
        ("Per Holm of the Harbour Board said the dam was safe.", ["Per Holm"]),
        ("The mayor of Oslo said the dam was safe.", ["Per Holm"]),
        ("A letter to Nora Lind from the Harbour Board said the dam was safe.", ["Harbour Board"]),
        # Who spoke last is meant, be it in a quotation and by an office.
        (
            "Foreign Minister Per Holm left. Ola Brekke came. “Safe,” the minister said. He added that it was old.",
            ["Per Holm"],
        ),
    ],
)
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert [claim.speaker.name if claim.speaker else None for claim in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "note", "translated"),
    [
        ("Lind said through an interpreter that the dam was safe.", "through an interpreter", True),
        ("Lind, speaking in Norwegian, said the dam was safe.", "in Norwegian", True),
        ("The dam was safe, Lind said, according to a transcript.", "according to a transcript", False),
        ("Lind said the dam was safe.", None, False),
        ("Lind said the dam was built in Norwegian style.", None, False),
    ],
)
def test_how_the_words_came(text: str, note: str | None, translated: bool) -> None:
    (claim,) = told(text)
    assert claim.value.get("note") == note
    assert claim.value["translated"] is translated


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Lind said the dam was safe.", 0.95),
        ("The mayor said the dam was safe.", 0.85),
        ("She said the dam was safe.", 0.75),
        ("Holm was told that the dam was safe.", None),
    ],
)
def test_how_sure_it_is_who_speaks(text: str, confidence: float | None) -> None:
    (claim,) = told(text)
    assert claim.value.get("confidence") == confidence


def test_a_verb_that_no_list_has_is_known_by_its_tag(tmp_path: Path) -> None:
    tagged = spacy.blank("en")
    ruler: Any = tagged.add_pipe("attribute_ruler")
    ruler.add([[{"ORTH": "wobbles"}]], {"TAG": "VBZ"})
    tagged.to_disk(tmp_path)
    text = "Lind added the dam wobbles."
    copy = WireCopy("a", LEAD + text, body(LEAD + text))
    found = [
        [claim.text for claim in extract(copy, load(model)).claims if claim.kind is ClaimKind.QUOTE]
        for model in ("rules", str(tmp_path))
    ]
    assert found == [[], ["the dam wobbles"]]

import pytest

from factcheck.types import ClaimKind
from tests.extraction.reading import claims_of

LEAD = "Foreign Minister Nora Lind of Norway met Per Holm, the mayor of Oslo, on Monday.\n"


def spoken(text: str) -> list[tuple[str, str, str, str]]:
    """The quotations of a text: words, speaker's name or words, evidence, cue."""
    return [
        (
            claim.text,
            (claim.speaker.name or claim.speaker.text) if claim.speaker else "",
            claim.speaker.evidence if claim.speaker else "",
            claim.cue.text if claim.cue else "",
        )
        for claim in claims_of(LEAD + text, ClaimKind.QUOTE)
        if claim.value["mode"] != "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The dam held," Lind told Holm.', [("The dam held,", "Nora Lind", "adjacent", "told")]),
        ('"The dam held," said Holm.', [("The dam held,", "Per Holm", "adjacent", "said")]),
        ('"The dam held," said the mayor.', [("The dam held,", "Per Holm", "nominal", "said")]),
        ('"The dam held," the Norwegian foreign minister added.', [("The dam held,", "Nora Lind", "nominal", "added")]),
        ('Lind spoke first. "The dam held," she said.', [("The dam held,", "Nora Lind", "pronoun", "said")]),
        ('Lind told Holm that the dam was "safe" again.', [("safe", "Nora Lind", "adjacent", "told")]),
        ('Holm, who won in June, said it was "safe."', [("safe.", "Per Holm", "adjacent", "said")]),
        ('Holm praised the dam, calling it "safe."', [("safe.", "Per Holm", "adjacent", "calling")]),
        ('According to Holm, the dam is "safe."', [("safe.", "Per Holm", "adjacent", "According to")]),
        ('"It is safe," according to Holm.', [("It is safe,", "Per Holm", "adjacent", "according to")]),
        ('"It is safe," the ministry quoted Lind as saying.', [("It is safe,", "Nora Lind", "adjacent", "saying")]),
        ('A statement said the dam was "safe."', [("safe.", "A statement", "document", "said")]),
        ('His spokesman, Ola Moe, said: "It is safe."', [("It is safe.", "Ola Moe", "adjacent", "said")]),
        ('Holm: "It is safe."', [("It is safe.", "Per Holm", "adjacent", ":")]),
        ('"It is safe," police said.', [("It is safe,", "police", "nominal", "said")]),
        ('The mayor of Oslo, Mr. Holm, called it "safe."', [("safe.", "Per Holm", "adjacent", "called")]),
        (
            'A spokeswoman for the union called it "safe."',
            [("safe.", "A spokeswoman for the union", "nominal", "called")],
        ),
        (
            "“It is safe.\n“It always was,” Lind said.",
            [("It is safe.\n“It always was,", "Nora Lind", "adjacent", "said")],
        ),
        ('It was "safe," in the words of the mayor, Per Holm.', [("safe,", "Per Holm", "adjacent", "in the words of")]),
        ('The so-called "safe" dam broke.', [("safe", "", "", "")]),
        ("''The dam held,'' Lind said.", [("The dam held,", "Nora Lind", "adjacent", "said")]),
        (
            "''The word was 'run','' Holm said.",
            [("The word was 'run',", "Per Holm", "adjacent", "said"), ("run", "Per Holm", "adjacent", "")],
        ),
        (
            '"It is safe," Holm said. He then left.\n"It was late."',
            [("It is safe,", "Per Holm", "adjacent", "said"), ("It was late.", "Per Holm", "pronoun", "")],
        ),
        (
            "‘The word was “run”,’ Holm said.",
            [("The word was “run”,", "Per Holm", "adjacent", "said"), ("run", "Per Holm", "adjacent", "")],
        ),
    ],
)
def test_who_says_what(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert spoken(text) == expected


def test_a_split_quotation_is_one_claim_with_parts() -> None:
    text = '"The dam held," Holm said. "It always has."'
    (claim,) = claims_of(text, ClaimKind.QUOTE)
    assert [text[start:end] for start, end in claim.value["parts"]] == ["The dam held,", "It always has."]
    assert claim.value["mode"] == "direct"


def test_a_quotation_with_its_own_attribution_is_no_part_of_the_one_before() -> None:
    text = LEAD + '"The dam held," said Holm. "It always has," said Lind.'
    assert [(claim.text, claim.subject) for claim in claims_of(text, ClaimKind.QUOTE)] == [
        ("The dam held,", "Per Holm"),
        ("It always has,", "Nora Lind"),
    ]


def test_sentences_between_quotations_keep_them_apart() -> None:
    text = LEAD + '"The dam held," Holm said. He left. "It always has," Lind said.'
    assert [claim.text for claim in claims_of(text, ClaimKind.QUOTE)] == ["The dam held,", "It always has,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Lind, who spoke in Norwegian, said it was "safe."\nShe called it "new."', [True, True]),
        ('Lind, speaking through an interpreter, said it was "safe."', [True]),
        ("Lind said in Norwegian “no” to the dam.", [True]),
        ("Lind said a house in Norwegian style was “old.”", [False]),
        ('Lind said it was "safe" in Oslo.', [False]),
    ],
)
def test_translated_words_are_marked(text: str, expected: list[bool]) -> None:
    assert [claim.value["translated"] for claim in claims_of(LEAD + text, ClaimKind.QUOTE)] == expected

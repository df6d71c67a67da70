import pytest

from factcheck.extraction.words import printed, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Senate", ["The", "U.S.", "Senate"]),
        ("Ode's team", ["Ode", "'s", "team"]),
        ("Ode’s team", ["Ode", "’s", "team"]),
        ("O'Brien and Xi'an", ["O'Brien", "and", "Xi'an"]),
        ("Mr. J. Lund Jr.", ["Mr.", "J.", "Lund", "Jr."]),
        (
            "Jean-Luc, 45,",
            [
                "Jean-Luc",
                ",",
                "45",
                ",",
            ][:5],
        ),
        ("(EE.UU.)", ["(", "EE.UU.", ")"]),
        ("$4.5m at 6:40", ["$", "4.5m", "at", "6:40"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    words = list(tokenise(text, 0, len(text)))
    assert [word.text for word in words] == expected
    assert [text[word.start : word.end] for word in words] == expected


def test_printed_words_keep_what_is_glued() -> None:
    words = list(tokenise("St. Mary's  Hospital", 0, 20))
    assert printed(words, 0, 4) == "St. Mary's Hospital"

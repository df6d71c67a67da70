"""Which indefinite article a word takes."""

import pytest

from factcheck.collation.indefinite import article_before

AN = (
    "apple hour honest honour heir unable under uninvited unimportant unidentified unironed umbrella onerous onion "
    "eight-year 8 80-year-old 11 18-year-old 8,000 18,000 island ill-conceived effort "
    "unannounced unanswered unanticipated"
)
A = (
    "poll house helicopter unanimous united universal unilateral unique use useful usual utility uterus euro european "
    "ewe one one-off once onetime yes 7 12-year-old 10 1,100 100 ukulele onesie oneness"
)
EITHER = "historic herb hotel uranium x-ray f-word mph 1800s 1100"


@pytest.mark.parametrize(
    ("words", "expected"), [(AN, "an"), (A, "a"), (EITHER, "")], ids=["an", "a", "either or unknown"]
)
def test_article_before(words: str, expected: str) -> None:
    assert {word: article_before(word) for word in words.split()} == dict.fromkeys(words.split(), expected)

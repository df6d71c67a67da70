"""The sentences of WikiSplit as they were printed."""

import pytest

from training.corpora.wiki_split import printed


@pytest.mark.parametrize(
    ("apart", "expected"),
    [
        ("He left , but did n't say why .", "He left, but didn't say why."),
        ("The `` best '' of ( all ) towns", 'The "best" of (all) towns'),
        ("The mayor 's house cost $ 5 .", "The mayor's house cost $5."),
        ("", ""),
    ],
)
def test_sentences_are_printed_as_they_were(apart: str, expected: str) -> None:
    assert printed(apart) == expected

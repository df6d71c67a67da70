"""The words that tell who says so."""

import pytest

from factcheck.collation.attributed import attributed
from tests.collation.copies import article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vera Moss, director of Tarn Basin, said the mine needs water.", "Vera Moss, director of Tarn Basin, said"),
        ("The mine needs water, said engineer Vera Moss.", "engineer Vera Moss"),
        ("The mine needs water.", ""),
    ],
)
def test_the_words_of_speaking(text: str, expected: str) -> None:
    held = attributed(article(text))
    assert "".join(text[at] for at in sorted(held)).strip() == expected

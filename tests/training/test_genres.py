"""From which sort of text a test document comes."""

from pathlib import Path

import pytest

from training.genres import Genres

GUM = """# newdoc id = GUM_news_flood
# text = The river rose over the quay before dawn .
# text = Nobody was hurt , the mayor of Osk said .
"""
EWT = """# newdoc id = weblog-example.com_notes_1
# text = I walked along the quay and saw no boats at all .
# newdoc id = reviews-7
# text = The soup was cold and the waiter was nowhere to be seen .
"""


@pytest.fixture
def genres(tmp_path: Path) -> Genres:
    for name, text in {"gum/dep/GUM_news_flood.conllu": GUM, "ewt/en_ewt-ud-test.conllu": EWT}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Genres(tmp_path)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("The river rose over the quay before dawn.", "news"),
        ("Nobody was hurt, the mayor of Osk said.\n\nI walked along the quay.", "news"),
        ("I walked along the quay and saw no boats at all.", "weblog"),
        ("The soup was cold and the waiter was nowhere to be seen.", "reviews"),
        ("Something that no corpus has ever printed.", ""),
        ("", ""),
    ],
)
def test_genre(genres: Genres, text: str, genre: str) -> None:
    assert genres.of(text) == genre

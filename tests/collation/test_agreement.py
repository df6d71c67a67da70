"""What reports tell alike: few points that are right, and none that only look alike."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.collation.agreement import Told, told
from factcheck.collation.event import Event
from factcheck.types import ExtractedArticle
from tests.collation.copies import article, event

FIRE = "A fire in a warehouse at Port Alder harbour killed 14 people on Saturday, the coroner said."
AGAIN = "The warehouse fire at Port Alder harbour killed 14 people on Saturday, officials said."
QUOTED = "“We will rebuild every house along the southern bank,” Mayor Orla Brandt said."


def rows(points: list[Told]) -> list[tuple[str, str, str, bool]]:
    """Kind, words, who tells it, and whether it stands alone."""
    spots = (" ".join(sorted(name[0] for name, _, _ in point.spots)) for point in points)
    return [(point.kind.value, point.words, who, point.alone) for point, who in zip(points, spots, strict=True)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [FIRE, AGAIN],
            [("figure", "14", "a b", False), ("date", "Saturday", "a b", False)],
            id="a figure and a day of one fact",
        ),
        pytest.param(
            [FIRE, "It rained. It was cold. Ferries ran late. The town hall has 14 rooms."],
            [("figure", "14", "a", True)],
            id="the same figure of another thing is no agreement; that of the lead stands alone",
        ),
        pytest.param(
            [QUOTED, f"{QUOTED} It rained."],
            [
                ("quote", "“We will rebuild every house along the southern bank”", "a b", False),
                ("role", "Orla Brandt, Mayor", "a b", False),
            ],
            id="a remark and a title",
        ),
        pytest.param(
            [QUOTED, "It rained."],
            [("quote", "“We will rebuild every house along the southern bank”", "a", True)],
            id="a remark that one report has",
        ),
        pytest.param(
            [
                "France's Prime Minister Orla Brandt met the envoy.",
                "France's Prime Minister Orla Brandt left him.",
            ],
            [("role", "Orla Brandt, Prime Minister", "a b", False)],
            id="a country whose office it is, is no place of what happened",
        ),
        pytest.param(["“Good morning,” Mayor Orla Brandt said.", "It rained."], [], id="a turn of phrase"),
        pytest.param(
            ["The two sides met in a tent.", "The two sides met in a tent."], [], id="small numbers are of many things"
        ),
    ],
)
def test_points(texts: list[str], expected: list[tuple[str, str, str, bool]]) -> None:
    assert rows(told(event(*texts))) == expected


def test_what_stands_around_a_figure() -> None:
    [figure, _] = told(event(FIRE, AGAIN))
    assert (figure.before, figure.after) in {
        ("…at Port Alder harbour killed ", " people on Saturday, the coroner…"),
        ("…Port Alder harbour killed ", " people on Saturday, the coroner…"),
        ("…Alder harbour killed ", " people on Saturday, officials said"),
        ("…Port Alder harbour killed ", " people on Saturday, officials said"),
    }


def test_copies_of_one_origin_tell_it_alone() -> None:
    found = event(QUOTED, f"{QUOTED} It rained.")
    one_origin = Event(0, found.articles, dict.fromkeys(("a.txt", "b.txt"), 1))
    assert [(point.alone, len(point.spots)) for point in told(one_origin)] == [(True, 2), (True, 2)]


@pytest.fixture(scope="module")
def articles() -> list[ExtractedArticle]:
    return [article(text, f"{n}.txt") for n, text in enumerate((FIRE, AGAIN, f"{QUOTED} {AGAIN}", QUOTED))]


@given(order=st.sampled_from(list(permutations(range(4)))))
def test_the_order_of_the_articles_changes_nothing(order: tuple[int, ...], articles: list[ExtractedArticle]) -> None:
    origins = {one.name: number for number, one in enumerate(articles)}
    shuffled = Event(0, tuple(articles[at] for at in order), origins)
    assert rows(told(shuffled)) == rows(told(Event(0, tuple(articles), origins)))

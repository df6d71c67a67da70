"""How two readings of one point differ."""

import pytest

from factcheck.collation.wording import Nature, core, nature
from factcheck.collation.words import normal


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("constrictive", "constructive", Nature.SLIP),
        ("the public heath", "the public health", Nature.SLIP),
        ("is ready", "is not ready", Nature.NEGATION),
        ("will never leave", "will leave", Nature.NEGATION),
        ("manage the crisis", "managing the crisis", Nature.INFLECTION),
        ("above the law", "about the law", Nature.FUNCTION),
        ("a further boat", "a boat", Nature.GAP),
        ("a brave decision", "a foolish decision", Nature.SUBSTITUTION),
        ("500 homes", "50 homes", Nature.SUBSTITUTION),
        ("our", "your", Nature.FUNCTION),
        ("a bridge", "is a bridge", Nature.FUNCTION),
        ("a bridge", "the bridge", Nature.SLIGHT),
    ],
)
def test_nature(one: str, other: str, expected: Nature) -> None:
    assert nature(normal(one), normal(other)) is expected
    assert nature(normal(other), normal(one)) is expected


def test_core_is_what_differs() -> None:
    assert core(("a", "b", "c"), ("a", "x", "c")) == (("b",), ("x",))
    assert core(("a", "b"), ("a", "c", "b")) == ((), ("c",))

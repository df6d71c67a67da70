"""Figures that go by the same words, and those that only look so."""

import pytest

from factcheck.collation.facts import facts
from factcheck.collation.figure_phrases import one_phrase
from factcheck.types import ClaimKind
from tests.collation.copies import event

MAILS = "The 102 pages of e-mails showed a quarrel."
LEADS = "In the poll Ada Voss leads her rivals with 25 percent."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(MAILS, "Aides read from the 117 pages of emails.", True, id="one thing"),
        pytest.param(MAILS, "Aides read 40 pages of emails.", False, id="some of a thing"),
        pytest.param(MAILS, "Aides lost the 40 pages of the treaty.", False, id="another thing"),
        pytest.param(MAILS, "Aides lost the 40 pages.", False, id="too little is said"),
        pytest.param(LEADS, "Tom Ashby is third (Voss leads at 41 percent).", True, id="one person and verb"),
        pytest.param(LEADS, "Tom Ashby leads with 41 percent.", False, id="another person"),
        pytest.param(LEADS, "Ada Voss wants 41 percent of it.", False, id="another verb"),
        pytest.param(LEADS, "Ada Voss leads. The others have 41 percent.", False, id="another sentence"),
        pytest.param("Voss said 25 percent left.", "Voss said 41 percent came.", False, id="who only says it"),
        pytest.param("Voss leads with 25 votes.", "Voss leads with 41 votes.", False, id="no share"),
    ],
)
def test_one_phrase(one: str, other: str, expected: bool) -> None:
    found = event(one, other)
    told = {fact.article.name: fact for fact in facts(found, ClaimKind.FIGURE)}
    assert one_phrase(told["a.txt"], told["b.txt"]) is expected

"""What a quotation is found again by."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.collation.quotation_keys import LONGEST, MOST_QUOTATIONS, keyed, keys
from factcheck.collation.words import normal
from factcheck.types import SegmentKind
from tests.collation.reports import report
from tests.collation.test_quotations import LONG

WORDS = (
    *("harbour", "granite", "ferry", "lantern", "orchard", "walnut"),
    *("copper", "saddle", "meadow", "tunnel", "cellar", "thunder"),
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (LONG, 15),
        ("The ferry left the granite harbour at dusk", 10),
        ("The ferry left the old granite harbour under a copper sky", 15),
        ("The ferry and the harbour and the tunnel", 0),
        ("Granite harbour, copper ferry, walnut", 0),
        ("No, no, no, no, no, no, no, no", 0),
        ("", 0),
    ],
)
def test_how_many_keys_a_quotation_has(text: str, count: int) -> None:
    assert len(keys(normal(text))) == count


def test_keys_are_the_same_in_every_process() -> None:
    code = (
        "from factcheck.collation.quotation_keys import keys\n"
        "from factcheck.collation.words import normal\n"
        f"print(sorted(keys(normal({LONG!r}))))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert printed.strip() == str(sorted(keys(normal(LONG))))


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.randoms(use_true_random=False))
def test_keys_fit_the_database_and_do_not_depend_on_the_order_of_words(row: list[str], random: object) -> None:
    found = keys(row)
    assert len(found) <= 15
    assert all(-(2**63) <= key < 2**63 for key in found)
    assert keys(sorted(row)) == found


@pytest.mark.parametrize(
    ("said", "again"),
    [
        (LONG, LONG.replace("house", "home")),
        (LONG, LONG.replace("winter ", "")),
        (LONG, LONG.replace("storms", "gales").replace("southern", "northern")),
        (LONG, LONG.replace("rebuild", "be rebuilding")),
    ],
    ids=["another word", "a word less", "two other words", "another form"],
)
def test_a_quotation_is_found_again_though_words_changed(said: str, again: str) -> None:
    assert keys(normal(said)) & keys(normal(again))


def test_two_quotations_of_other_words_share_no_key() -> None:
    assert not keys(normal(LONG)) & keys(normal("The ferry left the granite harbour under a copper sky at dusk"))


def test_the_end_of_what_nobody_says_in_one_breath_is_not_looked_up() -> None:
    row = [*WORDS[:4], *["the"] * LONGEST, *WORDS[4:]]
    assert keys(row) == keys([*WORDS[:4], *["the"] * LONGEST])


@pytest.mark.parametrize("layer", [SegmentKind.HEADLINE, SegmentKind.CAPTION])
def test_only_quotations_of_the_body_have_keys(layer: SegmentKind) -> None:
    article = report("a.txt", f"“{LONG}.”", f"“{LONG}.”")
    first, second = article.claims
    mixed = replace(article, claims=(replace(first, layer=layer), second))
    assert [claim for claim, _ in keyed(mixed)] == [second]


def test_no_more_quotations_have_keys_than_an_article_quotes() -> None:
    many = report("a.txt", *[f"“{LONG}, {number}.”" for number in range(MOST_QUOTATIONS + 5)], "“A few words.”")
    assert [claim.start for claim, _ in keyed(many)] == [claim.start for claim in many.claims][:MOST_QUOTATIONS]

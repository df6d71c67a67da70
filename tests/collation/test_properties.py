"""Whatever the copy holds, the whole way gives witnesses that say what they are said to say, and every key once."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.collation.collate import collate
from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse_text

PIECES = (
    "Mayor Orla Brandt said",
    "“We will rebuild every house along the southern bank,”",
    '"We will rebuild every hose along the southern bank,"',
    "“We will not rebuild every house along the bank",
    "the suspected cutting of an undersea cable",
    "the cutting of an undersea cable",
    "at the start of their talks",
    "at a news conference",
    "on Monday",
    "14 people",
    "41 people died",
    "in Tessel (EE.UU.)",
    "”",
    "\n\n",
    "\n",
    ". ",
    "…",
    "[",
    "\u202e",
    "𝕏 ",
)
copy = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(copy, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_witnesses_keys_and_order(texts: list[str], random: Random) -> None:
    articles = [extract(parse_text(text, name=str(number)), load()) for number, text in enumerate(texts)]
    found = collate(articles)
    assert set(found.events) == {article.name for article in articles}
    assert len({draft.key for draft in found.conflicts}) == len(found.conflicts)
    held = {article.name: article.copy.text for article in articles}
    for draft in found.conflicts:
        assert draft.summary
        for witness in (witness for reading in draft.readings for witness in reading.witnesses):
            assert held[witness.article][witness.start : witness.end] == witness.text
    assert collate(random.sample(articles, len(articles))) == found

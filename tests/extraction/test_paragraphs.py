"""Where an article is cut into paragraphs changes nothing of what is read off it, but for the cut itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.pipeline import extract, load
from factcheck.types import WireCopy
from tests.extraction.reading import body

SENTENCES = [
    "Foreign Minister Nora Lind of Norway met Per Holm in Geneva on Monday.",
    "“The dam held,” Lind said.",
    "She told reporters that 12 of the 40 workers had left.",
    "The Harbour Safety Board (HSB) paid $4.5 million, 30 percent less than last June.",
    "Holm, 54, denied it.",
    "“It was late,” he added, “and we knew it.”",
    "The HSB said in a statement that it would close at 6:40 p.m. on Sept. 18.",
    "According to Mayor Ola Brekke, at least two dozen houses burned.",
    "The former president, Li Daoming, arrived over the weekend.",
    "Osk United beat Karsk City 3-1.",
    "The two officials called the talks “candid”.",
]


def read(sentences: list[str], cuts: list[bool]) -> set[tuple[str, int, int]]:
    """The claims of an article by kind and span; a cut is as long as the space that it replaces."""
    text = "".join(sentence + ("\n" if cut else " ") for sentence, cut in zip(sentences, cuts, strict=True))
    return {
        (claim.kind.value, claim.start, claim.end) for claim in extract(WireCopy("a", text, body(text)), load()).claims
    }


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_cuts_between_sentences_change_no_span(data: st.DataObject) -> None:
    sentences = data.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    size = len(sentences)
    cuts = data.draw(st.lists(st.booleans(), min_size=size, max_size=size))
    assert read(sentences, cuts) == read(sentences, [False] * size)

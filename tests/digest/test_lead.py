"""The headline and the summary line come from what several origins print, and never from what is in dispute."""

from dataclasses import replace

import pytest

from factcheck.digest.compose import compose
from factcheck.digest.material import AgreedPoint, Material, MaterialArticle
from factcheck.types import Verdict
from tests.digest.materials import article, conflict, material

MERIDIAN = article(
    1, "Meridian Press", "Port fire kills 14\nFourteen people died in a fire at the port on Monday. It burned on."
)
NORTHGATE = article(
    2, "Northgate Wire", "Blaze of the century\nHe wept. Fourteen people died in a harbour fire at the port."
)
COASTAL = article(
    3, "Coastal News", "Fire at the port kills fourteen\n“We lost all,” said Velt. The fire burned for hours."
)
THREE = (MERIDIAN, NORTHGATE, COASTAL)


def lead(*articles: MaterialArticle, **more: object) -> tuple[str, str]:
    made: Material = replace(material(articles), **more)
    content = compose(made)
    return content["headline"], content["summary"]


def test_the_words_of_others_bear_a_headline_out() -> None:
    assert lead(*THREE) == (
        "Fire at the port kills fourteen",
        "Fourteen people died in a fire at the port on Monday.",
    )


def test_copies_of_one_origin_bear_nothing_out() -> None:
    copy = replace(NORTHGATE, pk=4, headline="Blaze of the century")
    alone = [replace(one, origin=1) for one in (NORTHGATE, copy)]
    assert lead(*alone, MERIDIAN)[0] == "Port fire kills 14"


def test_an_agreed_point_counts_for_several_words() -> None:
    start = NORTHGATE.text.index("harbour fire")
    point = AgreedPoint("place", "harbour", ((2, start, start + 7), (3, 0, 4)), 2)
    told = article(2, "Northgate Wire", "Blaze\nFourteen people died in a harbour fire at the port.")
    start = told.text.index("harbour fire")
    point = replace(point, spots=((2, start, start + 7),))
    assert lead(MERIDIAN, told, agreed=(point,))[1] == "Fourteen people died in a harbour fire at the port."


def test_what_is_in_dispute_stands_in_neither() -> None:
    disputed = conflict(1, {"kills fourteen": [COASTAL], "kills 14": [MERIDIAN]}, level="discrepancy")
    content = compose(material(THREE, disputed))
    assert content["headline"] == "Blaze of the century"
    settled = replace(disputed, ruling=conflict(1, {}, verdict=Verdict.DISMISS).ruling)
    assert compose(material(THREE, settled))["headline"] == "Fire at the port kills fourteen"


def test_both_read_as_corrected() -> None:
    wrong = article(1, "Meridian Press", "Felt meets envoy\nMinister Orban Felt met the envoy in the port.")
    right = article(2, "Northgate Wire", "Envoy\nOrban Velt met the envoy.")
    name = conflict(1, {"Orban Felt": [wrong], "Orban Velt": [right]}, approve="Orban Velt")
    assert compose(material([wrong, right], name))["summary"] == "Minister Orban Velt met the envoy in the port."


@pytest.mark.parametrize(
    "opening",
    [
        "He met the envoy in the port today.",
        "Too short.",
        "“We met, he said, and it was a good day.",
        "This line of the copy has no end",
    ],
)
def test_a_sentence_that_cannot_stand_alone_is_no_summary(opening: str) -> None:
    assert lead(article(1, "Meridian Press", f"Talks held\n{opening}")) == ("Talks held", "")


def test_without_a_headline_the_story_gives_its_title() -> None:
    assert lead(article(1, "Meridian Press", ""))[0] == "Harbour talks"

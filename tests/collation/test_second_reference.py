"""Who is called by the given name where the family name belongs."""

import pytest

from factcheck.collation.archive import Calling
from factcheck.collation.second_reference import compare
from tests.collation.copies import event, told
from tests.collation.remembered import Remembered

INTRO = "Vice President Lan Zhong met Antonia Fairbrother in Oslo on Monday."

FOUND = [
    pytest.param(
        [f"{INTRO}\n\nZhong said he was pleased.", f"{INTRO}\n\nLan said he was pleased.", f"{INTRO} Lan left."],
        [("error", "Lan | Zhong", "Lan")],
        id="a name with the family name first",
    ),
    pytest.param(
        [f"{INTRO} Fairbrother left.\n\nZhong said he was pleased.", f"{INTRO}\n\nLan said he was pleased."],
        [("error", "Lan | Zhong", "Lan")],
        id="one against one: the order of the name decides",
    ),
    pytest.param(
        [
            f"{INTRO}\n\nAntonia said yes. “Good,” Antonia added.",
            f"{INTRO}\n\nFairbrother said yes.",
            f"{INTRO} Fairbrother left.",
        ],
        [("discrepancy", "Antonia | Fairbrother", "Fairbrother")],
        id="a western given name, twice",
    ),
]
SILENT = [
    pytest.param([f"{INTRO} Lan Zhong said yes.", f"{INTRO} Lan left."], id="the full name again"),
    pytest.param(
        [f"{INTRO} “Zhong said so,” Fairbrother said. Lan left.", f"{INTRO} Lan left."], id="inside a quotation"
    ),
    pytest.param(
        [f"{INTRO} Antonia and her husband, Mark Fairbrother, left. Antonia said yes.", f"{INTRO} Fairbrother left."],
        id="a family",
    ),
    pytest.param([f"{INTRO} They saw Antonia off.", f"{INTRO} Fairbrother left."], id="a western given name once"),
]


@pytest.mark.parametrize(("texts", "expected"), FOUND)
def test_given_name_for_surname(texts: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert told(list(compare(event(*texts)))) == expected


@pytest.mark.parametrize("texts", SILENT)
def test_names_used_rightly(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


def test_each_lone_use_is_a_witness() -> None:
    texts = [f"{INTRO}\n\nZhong said yes. Later Zhong left.", f"{INTRO}\n\nLan said yes. Lan’s car left."]
    (draft,) = compare(event(*texts))
    assert {r.text: len(r.witnesses) for r in draft.readings} == {"Zhong": 2, "Lan": 2}


VOK = "President Dravek Olun met Antonia Fairbrother in Oslo on Monday."
OWN = [f"{VOK}\n\nOlun said he was pleased.", f"{VOK}\n\nDravek said he was pleased.", f"{VOK} They left."]
WESTERN = [("discrepancy", "Dravek | Olun", "Olun")]


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        pytest.param(Calling(first=3), [("discrepancy", "Dravek | Olun", "Dravek")], id="other stories leave no doubt"),
        pytest.param(Calling(first=2), WESTERN, id="too few stories"),
        pytest.param(Calling(first=9, rest=1), WESTERN, id="one story has it the other way"),
        pytest.param(Calling(rest=9), WESTERN, id="the family name stands last"),
    ],
)
def test_other_stories_tell_the_order_of_an_unknown_name(called: Calling, expected: list[tuple[str, str, str]]) -> None:
    archive = Remembered(callings={("Dravek", "Olun"): called})
    assert told(list(compare(event(*OWN, archive=archive)))) == expected

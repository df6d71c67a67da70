"""Places that exclude each other, and places that only stand side by side."""

import pytest

from factcheck.collation.place import compare
from tests.collation.copies import event, told

RALLY = "Thousands of dockers marched through {} after the harbour company announced layoffs."
MORE = " Dockers in Oslo have been on strike since May. The company moved to Oslo in 2010."


def test_another_city_in_one_report() -> None:
    texts = [RALLY.format("Lisbon"), RALLY.format("Oslo") + MORE, RALLY.format("Oslo")]
    assert told(list(compare(event(*texts)))) == [("discrepancy", "Lisbon | Oslo", "Oslo")]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([RALLY.format("Norway"), RALLY.format("Oslo") + MORE], id="a city and its country"),
        pytest.param([RALLY.format("Oslo"), RALLY.format("Oslo") + MORE + " Lisbon is calm."], id="another fact"),
        pytest.param([RALLY.format("Lisbon") + " Lisbon is calm.", RALLY.format("Oslo") + MORE], id="named twice"),
    ],
)
def test_places_that_agree(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


TREATY = "Ministers of nine fishing nations signed the cod treaty in {} before the weekend."


def test_a_place_keeps_its_card_when_another_report_joins() -> None:
    texts = [RALLY.format("Lisbon"), RALLY.format("Oslo") + MORE, TREATY.format("Oslo")]
    (alone,) = compare(event(*texts))
    (joined,) = compare(event(*texts, RALLY.format("Oslo")))
    assert alone.key == joined.key
    (treaty,) = compare(event(TREATY.format("Lisbon"), TREATY.format("Oslo") + MORE, RALLY.format("Oslo")))
    assert treaty.key != alone.key

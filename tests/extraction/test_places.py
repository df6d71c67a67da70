import pytest

from factcheck.extraction.places import known
from factcheck.types import ClaimKind
from tests.extraction.reading import claims_of


@pytest.mark.parametrize(
    ("printed", "entity", "kind"),
    [
        ("US", "United States", "country"),
        ("U.S.", "United States", "country"),
        ("the United States", "United States", "country"),
        ("DPRK", "North Korea", "country"),
        ("North Korea", "North Korea", "country"),
        ("U.K.", "United Kingdom", "country"),
        ("Holland", "Netherlands", "country"),
        ("Kiev", "Kyiv", "city"),
        ("Washington, D.C.", "Washington", "city"),
        ("Oslo", "Oslo", "city"),
        ("Tex.", "Texas", "region"),
        ("Lake Aldby", "Lake Aldby", "water"),
        ("Gulf of Aldby", "Gulf of Aldby", "water"),
        ("Mount Aldby", "Mount Aldby", "mountain"),
        ("Aldby River", "Aldby River", "water"),
        ("Aldby", "Aldby", ""),
    ],
)
def test_a_place_goes_by_one_name_and_has_a_kind(printed: str, entity: str, kind: str) -> None:
    given = printed.removeprefix("the ")
    assert known(printed, given, "") == (entity, kind)


def test_what_the_rules_know_stays() -> None:
    assert known("Aldby", "Aldby", "city") == ("Aldby", "city")


def test_two_prints_of_one_place_are_one_entity() -> None:
    found = claims_of("He left Kiev for the U.S. and came back to Kyiv from the United States.", ClaimKind.PLACE)
    assert [claim.value["entity"] for claim in found] == ["Kyiv", "United States", "Kyiv", "United States"]

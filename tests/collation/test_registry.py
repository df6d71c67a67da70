"""The people of an event: the name, what to call them again, and who prints what."""

import pytest

from factcheck.collation.registry import Printed, registry
from tests.collation.copies import event

INTRO = "Vice President Lan Zhong met Antonia Fairbrother in Oslo on Monday."


def shown(printed: tuple[Printed, ...]) -> list[tuple[str, int, str]]:
    """Words, times, and the articles' letters; a name that is not to be used has a mark."""
    return [(one.words + "!" * (not one.permitted), one.times, "".join(n[0] for n in one.articles)) for one in printed]


def test_the_people_of_two_reports() -> None:
    texts = [f"{INTRO}\n\nLan said he was pleased. Fairbrother left.", f"{INTRO}\n\nZhong said he was pleased."]
    entries = {entry.name: entry for entry in registry(event(*texts))}
    assert {name: (entry.family, entry.family_first, entry.again) for name, entry in entries.items()} == {
        "Lan Zhong": ("Lan", True, "Lan"),
        "Antonia Fairbrother": ("Fairbrother", False, "Fairbrother"),
    }
    lan = entries["Lan Zhong"]
    assert (shown(lan.spellings), shown(lan.short), shown(lan.roles)) == (
        [("Lan Zhong", 2, "ab")],
        [("Lan", 1, "a"), ("Zhong!", 1, "b")],
        [("Vice President", 2, "ab")],
    )


@pytest.mark.parametrize(
    ("disputed", "expected"),
    [
        ([["Kerrigan", "Kerigan"]], [("Fiona Kerrigan", ["Fiona Kerrigan", "Fiona Kerigan"])]),
        ([["Fiona Kerrigan", "Fiona Kerigan"]], [("Fiona Kerrigan", ["Fiona Kerrigan", "Fiona Kerigan"])]),
        ([], [("Fiona Kerrigan", ["Fiona Kerrigan"]), ("Fiona Kerigan", ["Fiona Kerigan"])]),
        (
            [["Anders", "Andres"]],
            [("Fiona Kerrigan", ["Fiona Kerrigan"]), ("Fiona Kerigan", ["Fiona Kerigan"])],
        ),
    ],
)
def test_a_disputed_spelling_is_one_person(disputed: list[list[str]], expected: list[tuple[str, list[str]]]) -> None:
    texts = ["Mayor Fiona Kerrigan spoke.", "Mayor Fiona Kerrigan left early.", "Mayor Fiona Kerigan spoke."]
    found = registry(event(*texts), disputed)
    assert [(entry.name, [one.words for one in entry.spellings]) for entry in found] == expected


def test_who_shares_the_family_name_keeps_the_full_one() -> None:
    found = registry(event("Mayor Fiona Kerrigan and her brother, Peter Kerrigan, spoke."))
    assert sorted((entry.name, entry.again) for entry in found) == [("Fiona Kerrigan", ""), ("Peter Kerrigan", "")]

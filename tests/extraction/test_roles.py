import pytest

from factcheck.extraction import roles
from tests.extraction.reading import names_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US Energy Secretary Nora Lind left.", [("Energy Secretary", "Nora Lind", "", "United States", "")]),
        ("US Secretary of State Nora Lind left.", [("Secretary of State", "Nora Lind", "", "United States", "")]),
        ("Norway's foreign minister Per Holm left.", [("foreign minister", "Per Holm", "", "Norway", "")]),
        ("Vice President Nora Lind of Norway left.", [("Vice President", "Nora Lind", "", "Norway", "")]),
        ("The Norwegian Foreign Minister, Per Holm, left.", [("Foreign Minister", "Per Holm", "", "Norway", "")]),
        (
            "Per Holm, the foreign minister of Norway, left.",
            [("foreign minister", "Per Holm", "", "Norway", "")],
        ),
        ("Former mayor Nora Lind left.", [("mayor", "Nora Lind", "", "", "former")]),
        ("The ex-mayor Nora Lind left.", [("mayor", "Nora Lind", "", "", "former")]),
        ("The then-Defence Secretary Nora Lind left.", [("Defence Secretary", "Nora Lind", "", "", "then")]),
        ("Acting Defense Minister Per Holm left.", [("Defense Minister", "Per Holm", "", "", "acting")]),
        ("White House Press Secretary Nora Lind left.", [("Press Secretary", "Nora Lind", "White House", "", "")]),
        ("In the National Weather Council, Per Holm, was heard.", []),
        ("The mayor of Oslo, Per Holm, left.", [("mayor", "Per Holm", "Oslo", "", "")]),
        (
            "Per Holm spoke with the National Weather Council, Nora Lind, and left.",
            [("", "Nora Lind", "National Weather Council", "", "")],
        ),
        ("He met the minister, Nora Lind said.", []),
        ("A spokesman for the governor, Per Holm, left.", [("spokesman", "Per Holm", "", "", "")]),
        ("Mayor Per Holm sent a lawyer for Mr. Holm.", [("Mayor", "Per Holm", "", "", "")]),
        ("Although President Nora Lind left, she won.", [("President", "Nora Lind", "", "", "")]),
        ("Republican Sen. Nora Lind left.", [("Sen.", "Nora Lind", "", "", "")]),
        ("In a talk with the United Nations, Nora Lind said no.", []),
        ("The special envoy for Climate, Per Holm, left.", [("special envoy for Climate", "Per Holm", "", "", "")]),
        (
            "Her lawyer, Nora Lind, and the striker Per Holm left.",
            [("lawyer", "Nora Lind", "", "", ""), ("striker", "Per Holm", "", "", "")],
        ),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    found = list(roles.find(names_of(text)))
    assert [(r.office, r.name.entity, r.organisation, r.country, r.time) for r in found] == expected
    printed = [text[r.start : r.end].removeprefix("ex-").removeprefix("then-") for r in found]
    assert printed == [office or body for office, _, body, _, _ in expected]

"""From decisions to corrected copy."""

import re
from dataclasses import replace
from json import dumps
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.compose import compose
from factcheck.digest.material import AgreedPoint, MaterialDecision, Named
from factcheck.digest.renderers import RENDERERS
from factcheck.types import Verdict
from tests.digest.materials import NOW, article, conflict, material

MERIDIAN = article(1, "Meridian Press", "Talks held\nMinister Orban Felt met the envoy.\nFelt left.")
NORTHGATE = article(2, "Northgate Wire", "Envoy in port\nThe envoy met Orban Velt.")
COASTAL = article(3, "Coastal News", "Velt meets envoy\nIt rained. Orban Velt met the envoy.")
THREE = (MERIDIAN, NORTHGATE, COASTAL)
NAME = {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE, COASTAL]}


def texts(content: dict) -> list[str]:
    return [one["text"] for one in content["articles"]]


def test_the_approved_reading_replaces_the_others() -> None:
    content = compose(material(THREE, conflict(7, NAME, approve="Orban Velt")))
    assert texts(content) == [MERIDIAN.text.replace("Orban Felt", "Orban Velt"), NORTHGATE.text, COASTAL.text]
    assert content["articles"][0]["changes"] == [
        {
            "start": 20,
            "end": 30,
            "old": "Orban Felt",
            "new": "Orban Velt",
            "at": [20, 30],
            "where": "paragraph 1",
            "quoted": False,
            "conflict": 7,
            "summary": "Two spellings of one name.",
            "decision": 7,
            "decided_by": "Ada",
            "decided_at": "2023-09-19T12:40:00+00:00",
        }
    ]
    assert [row["words"] for row in content["corrections"]] == [
        "“Orban Felt” corrected to “Orban Velt” in Meridian Press, paragraph 1 — approved by Ada, 12:40;"
        " 2 of 3 reports have it"
    ]
    assert content["open_points"] == []
    assert [(fact["text"], fact["readings"][1]["sources"]) for fact in content["facts"]] == [
        ("Orban Velt", ["Northgate Wire", "Coastal News"])
    ]


@pytest.mark.parametrize(
    "undecided",
    [
        conflict(7, NAME),
        conflict(7, NAME, verdict=Verdict.UNSURE),
        conflict(7, NAME, verdict=Verdict.NONE),
        conflict(7, NAME, verdict=Verdict.DISMISS),
        conflict(7, NAME, approve="Orban Velt", edits=False),
    ],
)
def test_nothing_else_changes_the_copy(undecided: object) -> None:
    content = compose(material(THREE, undecided))  # type: ignore[arg-type]
    assert texts(content) == [one.text for one in THREE]
    assert content["corrections"] == []


NAMES = {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE], "It rained": [COASTAL]}


@pytest.mark.parametrize(
    ("suggested", "origins", "expected"),
    [
        ("It rained", 1, "It rained"),
        ("Orban Velt", 2, "Orban Velt"),
        ("Orban Felt", 1, "Orban Velt"),
        (None, 1, "Orban Velt"),
        (None, 2, "It rained"),
        ("Orban Felt", 2, "It rained"),
    ],
)
def test_of_several_approved_readings_one_replaces_what_was_left_out(
    suggested: str | None, origins: int, expected: str
) -> None:
    several = conflict(7, NAMES, approve=["Orban Velt", "It rained"], suggested=suggested)
    felt, velt, rained = several.readings
    several = replace(several, readings=(felt, velt, replace(rained, origins=origins)))
    content = compose(material(THREE, several))
    assert texts(content) == [MERIDIAN.text.replace("Orban Felt", expected), NORTHGATE.text, COASTAL.text]


def test_several_approved_readings_are_said_to_stand_together() -> None:
    both = ["Orban Velt", "It rained"]
    rows = [
        conflict(1, NAMES, approve=both),
        conflict(2, NAMES, approve=list(NAMES)),
        conflict(3, NAMES, approve=both, edits=False),
        conflict(4, NAMES, verdict=Verdict.DISMISS),
        conflict(5, NAMES, approve="Orban Velt", edits=False),
    ]
    content = compose(material(THREE, *rows))
    assert [(point["conflict"], point["why"], point["stands"]) for point in content["standing_together"]] == [
        (1, "“Orban Velt” and “It rained” stand", both),
        (2, "all readings stand", list(NAMES)),
        (3, "“Orban Velt” and “It rained” stand", both),
        (4, "all readings stand", list(NAMES)),
    ]
    assert [fact["conflict"] for fact in content["facts"]] == [5]
    assert (content["open_points"], [row["words"] for row in content["corrections"]]) == (
        [],
        [
            "“Orban Felt” corrected to “Orban Velt” in Meridian Press, paragraph 1 — approved by Ada, 12:40;"
            " 1 of 3 reports has it; “It rained” of Coastal News may stand too"
        ],
    )


def test_what_stands_besides_names_every_reading_and_report() -> None:
    readings = {**NAMES, "met": [MERIDIAN, NORTHGATE], "gone": []}
    several = conflict(1, readings, approve=[*readings][1:])
    *printed, gone = several.readings
    several = replace(several, readings=(*printed, replace(gone, origins=5)))
    content = compose(material(THREE, several))
    assert content["corrections"][0]["words"] == (
        "“Orban Felt” corrected to “met” in Meridian Press, paragraph 1 — approved by Ada, 12:40;"
        " 2 of 3 reports have it, this one elsewhere; “Orban Velt” of Northgate Wire, “It rained” of Coastal News"
        " and “gone” may stand too"
    )


def test_a_quotation_is_left_as_it_is_printed_where_its_reading_may_stand() -> None:
    loose = article(
        3, "Coastal News", "Head\n“We had a helpful talk today,” he said.", quotes={"We had a helpful talk today,": ""}
    )
    words = {"constrictive": [QUOTING], "constructive": [AGREEING], "helpful": [loose]}
    content = compose(material([QUOTING, AGREEING, loose], conflict(1, words, approve=["constructive", "helpful"])))
    assert texts(content) == [QUOTING.text.replace("constrictive", "constructive"), AGREEING.text, loose.text]


def test_a_correction_says_why() -> None:
    reasoned = conflict(7, NAME, approve="Orban Velt", reason="Two independent reports have it.")
    content = compose(material(THREE, reasoned))
    assert [row["why"] for row in content["corrections"]] == ["Two independent reports have it."]
    assert "   Two independent reports have it.\n" in RENDERERS["text"].render(content).decode()


def test_open_points_say_why() -> None:
    rows = [
        conflict(1, NAME),
        conflict(2, NAME, verdict=Verdict.UNSURE, level="style"),
        conflict(3, NAME, verdict=Verdict.NONE),
        conflict(4, NAME, level="style"),
        conflict(5, NAME, verdict=Verdict.DISMISS),
    ]
    content = compose(material(THREE, *rows))
    assert [(point["conflict"], point["why"]) for point in content["open_points"]] == [
        (1, "not decided yet"),
        (2, "the desk cannot tell"),
        (3, "no reading is right"),
    ]
    assert [(point["conflict"], point["why"]) for point in content["standing_together"]] == [(5, "all readings stand")]


PRINTED = article(1, "Meridian Press", "Head\nA lot of people came (EE.UU.). He met the the envoy, Mr Old.")


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("A lot of", "various", "Head\nVarious people came (EE.UU.). He met the the envoy, Mr Old."),
        ("EE.UU.", "", "Head\nA lot of people came. He met the the envoy, Mr Old."),
        ("the the", "the", "Head\nA lot of people came (EE.UU.). He met the envoy, Mr Old."),
        ("A lot of", "", "Head\npeople came (EE.UU.). He met the the envoy, Mr Old."),
        (", Mr Old", "", "Head\nA lot of people came (EE.UU.). He met the the envoy."),
        ("Mr Old", "the minister", "Head\nA lot of people came (EE.UU.). He met the the envoy, the minister."),
        ("Head", "talks", "Talks\nA lot of people came (EE.UU.). He met the the envoy, Mr Old."),
    ],
)
def test_new_words_fit_their_place(printed: str, value: str, expected: str) -> None:
    content = compose(material([PRINTED], conflict(1, {printed: [PRINTED]}, replace=value)))
    assert texts(content) == [expected]


def test_letting_one_printed_reading_stand_changes_nothing() -> None:
    content = compose(material([PRINTED], conflict(1, {"the the": [PRINTED]}, approve="the the", suggested="the")))
    assert (texts(content), content["corrections"]) == ([PRINTED.text], [])


QUOTING = article(
    1,
    "Meridian Press",
    "Head\nFelt said. “We had a constrictive talk today,” he said.",
    quotes={"We had a constrictive talk today,": "Orban Velt"},
)
AGREEING = article(
    2,
    "Northgate Wire",
    "Head\n“We had a constructive talk today,” he said.",
    quotes={"We had a constructive talk today,": "Orban Velt"},
)


def test_a_quotation_changes_only_to_a_reading_or_the_suggestion() -> None:
    words = {"constrictive": [QUOTING], "constructive": [AGREEING]}
    approved = compose(material([QUOTING, AGREEING], conflict(1, words, approve="constructive")))
    assert texts(approved) == [QUOTING.text.replace("constrictive", "constructive"), AGREEING.text]
    typed = compose(material([QUOTING, AGREEING], conflict(1, words, replace="useful")))
    assert texts(typed) == [QUOTING.text, AGREEING.text]
    assert typed["open_points"][0]["why"] == (
        "“useful” could not be applied in Meridian Press, paragraph 1: the words stand inside quotation marks, and only"
        " a reading or the suggestion may change those"
    )
    suggested = compose(
        material([QUOTING], conflict(1, {"constrictive": [QUOTING]}, replace="useful", suggested="useful"))
    )
    assert texts(suggested) == [QUOTING.text.replace("constrictive", "useful")]


def test_the_marks_alone_protect_a_quotation() -> None:
    unclaimed = replace(QUOTING, quotes=())
    content = compose(material([unclaimed], conflict(1, {"constrictive": [unclaimed]}, replace="useful")))
    assert texts(content) == [QUOTING.text]


def test_a_quotation_stands_once_in_its_corrected_wording() -> None:
    part = article(
        3, "Coastal News", "Head\nHe spoke of “a constructive talk today”.", quotes={"a constructive talk today": ""}
    )
    words = {"constrictive": [QUOTING], "constructive": [AGREEING, part]}
    content = compose(material([QUOTING, AGREEING, part], conflict(1, words, approve="constructive")))
    assert [(row["text"], row["speaker"], row["carried_by"]) for row in content["quotations"]] == [
        ("We had a constructive talk today,", "Orban Velt", "carried by 3 reports")
    ]
    assert [(one["source"], one["where"], one["part"]) for one in content["quotations"][0]["witnesses"]] == [
        ("Meridian Press", "paragraph 1", False),
        ("Northgate Wire", "paragraph 1", False),
        ("Coastal News", "paragraph 1", True),
    ]


def test_the_newest_decision_wins_a_place_and_the_other_stays_open() -> None:
    older = conflict(1, {"met the the envoy": [PRINTED]}, replace="met nobody")
    newer = conflict(2, {"the the": [PRINTED]}, replace="the")
    content = compose(material([PRINTED], older, newer))
    assert texts(content) == [PRINTED.text.replace("the the", "the")]
    assert [(point["conflict"], point["why"]) for point in content["open_points"]] == [
        (
            1,
            "“met nobody” could not be applied in Meridian Press, paragraph 1: other words were decided later for the"
            " same place",
        )
    ]


def test_the_same_change_asked_twice_is_made_once() -> None:
    content = compose(material(THREE, conflict(1, NAME, approve="Orban Velt"), conflict(2, NAME, approve="Orban Velt")))
    assert [change["decision"] for change in content["articles"][0]["changes"]] == [2]
    assert content["open_points"] == []


def test_articles_that_cannot_be_used_are_left_out_with_the_reason() -> None:
    canceled = replace(NORTHGATE, excluded="The agency canceled it.")
    other = conflict(9, {"It rained.": [COASTAL]}, approve="It rained.", kind="other-event", edits=False, level="info")
    content = compose(material([MERIDIAN, canceled, COASTAL], conflict(7, NAME, approve="Orban Velt"), other))
    assert [one["article"] for one in content["articles"]] == [1]
    assert [(one["source"], one["reason"]) for one in content["left_out"]] == [
        ("Northgate Wire", "The agency canceled it."),
        ("Coastal News", "It reports another event."),
    ]


SECRET = article(4, "Island Post", "Zed stays\nOrban Zed met the envoy. It zedded.", excluded="x", withheld=True)
SECRET_KILLED = replace(SECRET, withheld=False, killed=True)
ZED = {"Orban Zed": [SECRET], "Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE, COASTAL]}
ABOUT = {"summary": "“Orban Zed” or “Orban Velt”?", "reason": "One has Zed.", "suggested": "Orban Zed"}


@pytest.mark.parametrize("secret", [SECRET, SECRET_KILLED])
@pytest.mark.parametrize(
    "made",
    [
        conflict(7, ZED, **ABOUT),
        conflict(7, ZED, verdict=Verdict.DISMISS, **ABOUT),
        conflict(7, ZED, approve="Orban Velt", **ABOUT),
        conflict(7, ZED, approve=["Orban Velt", "Orban Felt"], **ABOUT),
        conflict(7, ZED, verdict=Verdict.NONE, **ABOUT),
        conflict(7, {"zedded": [SECRET]}, summary="“zedded” is no word."),
        conflict(7, {"zedded": [SECRET]}, verdict=Verdict.DISMISS, summary="“zedded” is no word."),
    ],
)
def test_no_digest_holds_words_of_a_report_that_nobody_may_print(secret: Any, made: Any) -> None:
    """All that a renderer reads is the content. Orban Zed was approved once, and that was undone."""
    reading = made.readings[0].pk
    undone = MaterialDecision(70, Verdict.APPROVE, "Ada", NOW, (reading,), made.readings[0].text, stands=False)
    made = replace(made, decisions=(undone, *made.decisions))
    content = compose(material([*THREE, secret], made))
    assert re.findall(r"\w*zed\w*", dumps(content), re.IGNORECASE) == []
    [row] = [row for row in content["witnesses"] if row["article"] == 4]
    assert (row["source"], row["received_sha256"], row["used"]) == ("Island Post", secret.sha256, False)
    assert RENDERERS["text"].render(content).decode().endswith("- Island Post: x\n")


def test_words_of_a_withheld_report_that_an_editor_approved_are_the_editors() -> None:
    content = compose(material([*THREE, SECRET], conflict(7, ZED, approve="Orban Zed")))
    assert [(one["text"], one["reports"], one["sources"]) for one in content["facts"][0]["readings"]] == [
        ("Orban Zed", 0, []),
        ("Orban Felt", 1, ["Meridian Press"]),
        ("Orban Velt", 2, ["Northgate Wire", "Coastal News"]),
    ]
    assert [reading["witnesses"] for reading in content["apparatus"][0]["readings"] if reading["approved"]] == [[]]


def test_a_version_that_was_replaced_bears_nothing_out() -> None:
    old = article(4, "Coastal News", "Velt\nOrban Velt came. It raned.", excluded="A later version replaced it.")
    rows = [
        conflict(7, {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE, old]}, approve="Orban Velt"),
        conflict(8, {"raned": [old]}, kind="spelling"),
    ]
    content = compose(material([*THREE, old], *rows))
    [fact], [point] = content["facts"], content["apparatus"]
    assert [(one["reports"], one["sources"]) for one in fact["readings"]] == [
        (1, ["Meridian Press"]),
        (1, ["Northgate Wire"]),
    ]
    assert [witness["article"] for reading in point["readings"] for witness in reading["witnesses"]] == [1, 2]
    assert content["open_points"] == []
    assert content["corrections"][0]["words"].endswith("; 1 of 2 reports has it")


def test_the_order_of_the_material_changes_nothing() -> None:
    rows = [conflict(1, NAME, approve="Orban Velt", rank=2), conflict(2, {"It rained": [COASTAL]}, replace="It poured")]
    assert compose(material(THREE, *rows)) == compose(material(THREE[::-1], *rows[::-1]))


MERIDIAN_TOO = article(3, "Meridian Press", "Talks held\nMinister Orban Felt met the envoy on Monday.")


def test_the_words_beside_an_agreed_point_are_corrected_too() -> None:
    other = article(4, "Coastal News", "Talks\nThe envoy came on Monday.")
    start = MERIDIAN_TOO.text.index("Monday")
    around = ("Minister Orban Felt met the envoy on ", "")
    spots = ((3, start, start + 6), (4, 24, 30))
    monday = AgreedPoint("date", "Monday", spots, 2, *around)
    name = conflict(1, {"Felt": [MERIDIAN_TOO], "Velt": []}, approve="Velt")
    found = compose(replace(material([MERIDIAN_TOO, other], name), agreed=(monday,)))["agreed"]
    assert [row["words"] for row in found] == ["Date: Minister Orban Velt met the envoy on Monday"]
    elsewhere = replace(monday, before="…words that no report has on ")
    found = compose(replace(material([MERIDIAN_TOO, other], name), agreed=(elsewhere,)))["agreed"]
    assert [row["words"] for row in found] == ["Date: …words that no report has on Monday"]


@given(st.randoms())
def test_no_order_of_a_whole_story_changes_anything(chance: Any) -> None:
    """Quotations, agreed points, versions, orphans, names of accused and what editors waived and signed."""
    old = replace(article(4, "Coastal News", "Felt\nOrban Felt came."), excluded="A later version replaced it.")
    newer = replace(article(5, "Coastal News", "Velt\nPolice arrested Orban Velt on Monday."), replaces=4)
    newer = replace(newer, people=(Named(21, 31, "Orban Velt"),))
    articles = [QUOTING, AGREEING, MERIDIAN_TOO, old, newer]
    monday = AgreedPoint("date", "Monday", ((3, 47, 53), (5, 35, 41)), 2)
    place = AgreedPoint("place", "port", ((1, 0, 4), (3, 0, 4)), 2)
    rows = [
        conflict(1, {"constrictive": [QUOTING], "constructive": [AGREEING]}, approve="constructive"),
        conflict(2, {"Orban Felt": [old, MERIDIAN_TOO], "Orban Velt": [newer]}, approve="Orban Velt"),
        conflict(3, {"Felt came": [old]}, replace="Velt came", rank=4),
        conflict(4, {"envoy": [MERIDIAN_TOO]}, verdict=Verdict.UNSURE, rank=4),
    ]
    first = replace(material(articles, *rows), agreed=(monday, place))
    chance.shuffle(articles)
    chance.shuffle(rows)
    again = replace(material(articles, *rows), agreed=(place, monday))
    content = compose(first)
    held = ("quotations", "agreed", "orphans", "accused", "facts", "corrections", "open_points")
    assert {part: len(content[part]) for part in held} == {
        "quotations": 1, "agreed": 2, "orphans": 1, "accused": 1, "facts": 2, "corrections": 2, "open_points": 1,
    }  # fmt: skip
    assert content == compose(again)

"""A correction whose words are not where they were goes to the tray; nothing is looked for elsewhere."""

from dataclasses import replace

from factcheck.digest.compose import compose
from factcheck.digest.material import MaterialArticle, MaterialConflict, MaterialReading, MaterialWitness
from tests.digest.materials import article, conflict, material

TEXT = "Talks held\nMinister Orban Felt met the envoy. Felt left."
MERIDIAN = article(1, "Meridian Press", TEXT)
NORTHGATE = article(2, "Northgate Wire", "Envoy in port\nThe envoy met Orban Velt.")


def expecting(words: str | None, start: int = 20, end: int = 30) -> MaterialConflict:
    """Orban Velt is approved; Meridian's witness of the other reading expects these words in its place."""
    made = conflict(7, {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE]}, approve="Orban Velt")
    wrong = MaterialReading(70, "Orban Felt", 1, (MaterialWitness(1, start, end, words),))
    return replace(made, readings=(wrong, made.readings[1]))


def test_the_expected_words_are_replaced() -> None:
    for words in ("Orban Felt", None):
        content = compose(material([MERIDIAN, NORTHGATE], expecting(words)))
        assert "Minister Orban Velt met" in content["articles"][0]["text"]
        assert content["orphans"] == []


def test_other_words_in_the_place_are_left_alone() -> None:
    content = compose(material([MERIDIAN, NORTHGATE], expecting("Urban Felt")))
    assert (content["articles"][0]["text"], content["corrections"], content["open_points"]) == (TEXT, [], [])
    assert content["orphans"] == [
        {
            "article": 1,
            "source": "Meridian Press",
            "start": 20,
            "end": 30,
            "expected": "Urban Felt",
            "found": "Orban Felt",
            "new": "Orban Velt",
            "conflict": 7,
            "decision": 7,
            "decided_by": "Ada",
            "summary": "Two spellings of one name.",
            "why": "other words stand there now",
        }
    ]


def test_a_place_outside_the_copy_is_lost() -> None:
    content = compose(material([MERIDIAN, NORTHGATE], expecting("Orban Felt", len(TEXT) - 2, len(TEXT) + 8)))
    assert [(row["found"], row["why"]) for row in content["orphans"]] == [("t.", "the place is no longer in the copy")]


def versions(later: str, replaces: int = 1) -> tuple[MaterialArticle, MaterialArticle]:
    old = replace(MERIDIAN, excluded="A later version replaced it.")
    return old, replace(article(3, "Meridian Press", later), replaces=replaces)


def test_a_correction_of_a_replaced_version_is_left_behind() -> None:
    old, new = versions("Talks held\nAfter rain, Minister Orban Felt met the envoy.")
    content = compose(material([old, NORTHGATE, new], expecting(None)))
    assert [(row["article"], row["expected"], row["found"]) for row in content["orphans"]] == [
        (3, "Orban Felt", "n, Ministe")
    ]
    assert "Orban Felt" in content["articles"][1]["text"]


def test_a_later_version_that_prints_what_was_decided_needs_nothing() -> None:
    old, new = versions(TEXT.replace("Orban Felt", "Orban Velt"))
    assert compose(material([old, NORTHGATE, new], expecting(None)))["orphans"] == []


def test_a_version_with_another_reading_that_stands_has_nothing_to_lose() -> None:
    old, new = versions("Talks held\nAfter rain, the envoy left.")
    both = conflict(7, {"Orban Velt": [NORTHGATE], "Orban Felt": [old]}, approve=["Orban Velt", "Orban Felt"])
    assert compose(material([old, NORTHGATE, new], both))["orphans"] == []


def test_a_later_version_may_print_any_reading_that_stands() -> None:
    """The old version has a third reading, the later one in its very place the second that was approved."""
    old, new = versions(TEXT.replace("Orban Felt", "Orban Welt"))
    welt = article(4, "Island Post", "Head\nOrban Welt came.")
    rows = {"Orban Felt": [old], "Orban Velt": [NORTHGATE], "Orban Welt": [welt]}
    made = conflict(7, rows, approve=["Orban Velt", "Orban Welt"])
    assert compose(material([old, NORTHGATE, new, welt], made))["orphans"] == []


def test_a_point_that_was_found_in_the_later_version_is_corrected_there() -> None:
    old, new = versions("Talks held\nAfter rain, Minister Orban Felt met the envoy.")
    found = conflict(7, {"Orban Felt": [old, new], "Orban Velt": [NORTHGATE]}, approve="Orban Velt")
    content = compose(material([old, NORTHGATE, new], found))
    assert (content["orphans"], "Minister Orban Velt" in content["articles"][1]["text"]) == ([], True)


def test_versions_that_replace_each_other_end_nowhere() -> None:
    old, new = versions("Talks held\nOrban Felt stayed.")
    turning = [replace(old, replaces=3), replace(new, excluded="A later version replaced it.")]
    assert compose(material([*turning, NORTHGATE], expecting(None)))["orphans"] == []

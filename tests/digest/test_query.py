"""The letter to an agency's desk."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from factcheck.digest.mail import Letter
from factcheck.digest.material import MaterialArticle, MaterialConflict
from factcheck.digest.notices import notices
from factcheck.digest.query import MOST_POINTS
from factcheck.types import Verdict
from tests.digest.materials import NOW, article, conflict, material

TEXT = "Talks held\nMinister Orban Felt met the envoy.\nIt said 41 died on Monday. It said 37 were hurt."
MERIDIAN = article(1, "Meridian Press", TEXT, source_slug="meridian-press", wire_id="MP-104")
NORTHGATE = article(2, "Northgate Wire", "Envoy in port\nThe envoy met Orban Velt. It said 14 died.", source_slug="n")
COASTAL = article(
    3, "Coastal News", "Velt meets envoy\nIt rained. Orban Velt met the envoy. It said 14 died.", source_slug="c"
)
NAME = {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE, COASTAL]}
FIGURE = {"41": [MERIDIAN], "14": [NORTHGATE, COASTAL]}


def letter(
    *conflicts: MaterialConflict, report: MaterialArticle = MERIDIAN, others: Any = (NORTHGATE, COASTAL)
) -> Letter | None:
    """What the desk of the report's agency is asked."""
    found = {agency.slug: agency.reports for agency in notices(material([report, *others], *conflicts), "Ada Lund")}
    return found[report.source_slug][0].query if report.source_slug in found else None


def question(*conflicts: MaterialConflict, **more: Any) -> str:
    """The first line of its one question."""
    found = letter(*conflicts, **more)
    assert found is not None
    _desk, opening, question, *_rest = found.body.split("\n\n")
    assert opening.endswith("leaves us with a question:")
    return question.split("\n")[0]


def test_the_whole_letter() -> None:
    found = letter(
        conflict(2, FIGURE, level="discrepancy", kind="figure", rank=1), conflict(1, NAME, approve="Orban Velt", rank=2)
    )
    assert found == Letter(
        "Query: Talks held (MP-104, 19 September 2023)",
        "To the desk of Meridian Press\n\n"
        "Your report “Talks held” (MP-104, 19 September 2023) leaves us with 2 questions:\n\n"
        "1. Paragraph 1: you print “Orban Felt”. 2 other agencies print “Orban Velt” (Northgate Wire, Coastal News)."
        " Until we hear from you we go by “Orban Velt”.\n"
        "> Minister Orban Felt met the envoy.\n\n"
        "2. Paragraph 2: you print “41”. 2 other agencies print “14” (Northgate Wire, Coastal News).\n"
        "> It said 41 died on Monday.\n\n"
        "Could you please check them and tell us which is right? Many thanks.\n\n"
        "Ada Lund, news desk",
    )


def test_the_whole_letter_in_german() -> None:
    report = replace(MERIDIAN, source="dpa", source_slug="dpa", language="de", wire_id="")
    assert letter(conflict(1, NAME, approve="Orban Velt"), report=report) == Letter(
        "Rückfrage: Talks held (19. September 2023)",
        "An die Redaktion von dpa\n\n"
        "zu Ihrer Meldung „Talks held“ (19. September 2023) haben wir eine Frage:\n\n"
        "1. Absatz 1: Sie melden „Orban Felt“. 2 weitere Agenturen melden „Orban Velt“ (Northgate Wire, Coastal News)."
        " Bis zu Ihrer Antwort halten wir uns an „Orban Velt“.\n"
        "> Minister Orban Felt met the envoy.\n\n"
        "Könnten Sie das bitte prüfen und uns sagen, was richtig ist? Vielen Dank.\n\n"
        "Ada Lund, Nachrichtenredaktion",
    )


PRINTS = "1. Paragraph 2: you print “41”."
HAVE = "2 other agencies print “14” (Northgate Wire, Coastal News)."


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (conflict(1, FIGURE), f"{PRINTS} {HAVE}"),
        (conflict(1, FIGURE, verdict=Verdict.UNSURE), f"{PRINTS} {HAVE}"),
        (conflict(1, FIGURE, verdict=Verdict.NONE), f"{PRINTS} {HAVE}"),
        (conflict(1, FIGURE, approve="14"), f"{PRINTS} {HAVE} Until we hear from you we go by “14”."),
        (conflict(1, FIGURE, approve="14", edits=False), f"{PRINTS} {HAVE} Until we hear from you we go by “14”."),
        (conflict(1, FIGURE, replace="15"), f"{PRINTS} {HAVE} Until we hear from you we go by “15”."),
        (conflict(1, FIGURE, replace=""), f"{PRINTS} {HAVE} Until we hear from you we leave the words out."),
        # What is suggested counts for more than how many have it, and may be what nobody prints.
        (conflict(1, FIGURE, suggested="15"), f"{PRINTS} {HAVE} Should it be “15”?"),
        (conflict(1, {"41": [MERIDIAN]}, suggested="14", kind="spelling"), f"{PRINTS} Should it be “14”?"),
        (conflict(1, {"41": [MERIDIAN]}, suggested="", kind="spelling"), f"{PRINTS} Should the words go?"),
        (
            conflict(1, {"41": [MERIDIAN], "37": [MERIDIAN]}, suggested="37", kind="inconsistency"),
            f"{PRINTS} Your own paragraph 2 has “37”.",
        ),
        # Where the desk leans to nothing, a report that contradicts itself is asked once.
        (conflict(1, {"41": [MERIDIAN], "37": [MERIDIAN]}), f"{PRINTS} Your own paragraph 2 has “37”."),
    ],
)
def test_what_is_asked(made: MaterialConflict, expected: str) -> None:
    assert question(made) == expected


@pytest.mark.parametrize(
    "made",
    [
        conflict(1, FIGURE, verdict=Verdict.DISMISS),
        conflict(1, FIGURE, approve="41"),
        conflict(1, FIGURE, suggested="41"),
        conflict(1, FIGURE, level="info"),
        conflict(1, FIGURE, kind="translation", approve="14"),
        conflict(1, FIGURE, kind="other-event"),
        conflict(1, {"41": [MERIDIAN], "14": [NORTHGATE]}),
        conflict(1, {"41": [MERIDIAN]}, kind="figure"),
    ],
)
def test_what_is_nobodys_mistake_is_not_asked(made: MaterialConflict) -> None:
    assert letter(made) is None


def test_those_who_are_many_are_not_asked_about_the_one() -> None:
    assert letter(conflict(1, FIGURE), report=NORTHGATE, others=[MERIDIAN, COASTAL]) is None


def test_where_no_reading_is_right_everyone_is_asked() -> None:
    made = conflict(1, FIGURE, verdict=Verdict.NONE)
    assert question(made, report=NORTHGATE, others=[MERIDIAN, COASTAL]) == (
        "1. Paragraph 1: you print “14”. 1 other agency prints “41” (Meridian Press)."
    )


def test_copies_of_one_file_are_one_origin() -> None:
    same = [replace(one, origin=7) for one in (NORTHGATE, COASTAL)]
    made = conflict(1, FIGURE, suggested="14")
    assert question(made, others=same) == (
        f"{PRINTS} 2 other agencies print “14” (Northgate Wire, Coastal News; all from 1 origin)."
    )


def test_a_reading_may_be_printed_in_other_words() -> None:
    """ "Fourteen" carries the reading “14”: nobody is asked about it once “14” is approved."""
    said = replace(NORTHGATE, text=NORTHGATE.text.replace("14", "XIV"))
    made = conflict(1, FIGURE, approve="14")
    right = made.readings[1]
    at = replace(right.witnesses[0], end=right.witnesses[0].start + 3)
    made = replace(made, readings=(made.readings[0], replace(right, witnesses=(at, right.witnesses[1]))))
    assert letter(made, report=said, others=[MERIDIAN, COASTAL]) is None
    assert question(made, others=[said, COASTAL]) == f"{PRINTS} {HAVE} Until we hear from you we go by “14”."


def test_words_that_are_missing() -> None:
    made = conflict(1, {"met": [MERIDIAN], "envoy": [NORTHGATE]}, suggested="envoy")
    lost = made.readings[0]
    at = replace(lost.witnesses[0], end=lost.witnesses[0].start)
    made = replace(made, readings=(replace(lost, text="", witnesses=(at,)), made.readings[1]))
    assert question(made) == (
        "1. Paragraph 1: words seem to be missing. 1 other agency prints “envoy” (Northgate Wire)."
    )
    assert question(replace(made, suggested=""), report=NORTHGATE, others=[MERIDIAN]) == (
        "1. Paragraph 1: you print “envoy”. 1 other agency does without these words (Meridian Press)."
    )


def test_a_report_of_the_same_agency_is_no_other() -> None:
    second = replace(COASTAL, source="Meridian Press", source_slug="meridian-press")
    assert question(conflict(1, FIGURE, suggested="14"), others=[NORTHGATE, second]) == (
        f"{PRINTS} 1 other agency prints “14” (Northgate Wire)."
    )


def test_reports_that_are_left_out_count_for_nothing() -> None:
    gone = replace(COASTAL, excluded="The agency canceled it.")
    assert question(conflict(1, FIGURE, suggested="14"), others=[NORTHGATE, gone]) == (
        f"{PRINTS} 1 other agency prints “14” (Northgate Wire)."
    )
    # The two that are left are even.
    assert letter(conflict(1, FIGURE), others=[NORTHGATE, gone]) is None


def test_words_that_an_editor_lets_stand_are_not_asked_about() -> None:
    three = conflict(1, {"41": [MERIDIAN], "14": [NORTHGATE], "rained": [COASTAL]}, approve=["14", "41"])
    assert letter(three) is None
    assert letter(three, report=NORTHGATE, others=[MERIDIAN, COASTAL]) is None
    assert question(three, report=COASTAL, others=[MERIDIAN, NORTHGATE]) == (
        "1. Paragraph 1: you print “rained”. 1 other agency prints “14” (Northgate Wire). 1 other agency prints “41”"
        " (Meridian Press). Until we hear from you we go by “41”."
    )


LATER, PAST = ((NOW + timedelta(hours=hours)).isoformat() for hours in (18, -1))


@pytest.mark.parametrize(
    ("made", "until", "expected"),
    [
        (conflict(1, FIGURE, approve="14"), PAST, f"{PRINTS} {HAVE} Until we hear from you we go by “14”."),
        # Only reports under embargo have what was decided: the desk asks, and tells nothing.
        (conflict(1, FIGURE, approve="14"), LATER, PRINTS),
        (conflict(1, FIGURE, replace="14"), LATER, PRINTS),
        (conflict(1, FIGURE, verdict=Verdict.NONE), LATER, PRINTS),
        (conflict(1, FIGURE, replace="15"), LATER, f"{PRINTS} Until we hear from you we go by “15”."),
    ],
)
def test_what_is_under_embargo_is_told_to_nobody_else(made: MaterialConflict, until: str, expected: str) -> None:
    others = [replace(one, embargo_until=until) for one in (NORTHGATE, COASTAL)]
    assert question(made, others=others) == expected


def test_a_suggestion_that_only_copy_under_embargo_has_is_not_asked_about() -> None:
    others = [replace(one, embargo_until=LATER) for one in (NORTHGATE, COASTAL)]
    assert letter(conflict(1, FIGURE, suggested="14"), others=others) is None
    assert letter(conflict(1, FIGURE), others=others) is None
    # One that is free tells what it has, for itself.
    assert question(conflict(1, FIGURE, approve="14"), others=[NORTHGATE, others[1]]) == (
        f"{PRINTS} 1 other agency prints “14” (Northgate Wire). Until we hear from you we go by “14”."
    )


def test_an_agency_is_asked_about_its_own_copy_under_embargo() -> None:
    report = replace(MERIDIAN, embargo_until=LATER)
    assert question(conflict(1, FIGURE, approve="14"), report=report) == (
        f"{PRINTS} {HAVE} Until we hear from you we go by “14”."
    )


def test_of_two_readings_that_stand_the_free_one_is_told() -> None:
    held = [replace(one, embargo_until=LATER) for one in (NORTHGATE, COASTAL)]
    free = article(4, "Island Post", "Head\nIt said 19 died.", source_slug="i")
    made = conflict(1, {**FIGURE, "19": [free]}, approve=["14", "19"])
    assert question(made, others=[*held, free]) == (
        f"{PRINTS} 1 other agency prints “19” (Island Post). Until we hear from you we go by “19”."
    )


def test_words_of_a_withheld_report_are_in_no_letter() -> None:
    secret = article(4, "Island Post", "Head\nIt said 19 died.", source_slug="i", excluded="x", withheld=True)
    made = conflict(1, {"41": [MERIDIAN], "14": [NORTHGATE], "19": [secret]}, suggested="19", level="error")
    assert letter(made, others=[NORTHGATE, secret]) is None


def test_many_names_and_many_points_are_cut() -> None:
    others = [
        replace(COASTAL, pk=10 + number, source=f"Wire {number}", source_slug=f"w{number}") for number in range(6)
    ]
    made = [conflict(number, {"41": [MERIDIAN], "14": others}, rank=number) for number in range(MOST_POINTS + 2)]
    found = letter(*made, others=others)
    assert found is not None
    paragraphs = found.body.split("\n\n")
    assert paragraphs[1].endswith("leaves us with 10 questions:")
    assert paragraphs[2].split("\n")[0] == f"{PRINTS} 6 other agencies print “14” (Wire 0, Wire 1, Wire 2, Wire 3, …)."
    assert paragraphs[-3:-1] == [
        "2 more points are not in this letter.",
        "Could you please check them and tell us which is right? Many thanks.",
    ]
    assert len(paragraphs) == MOST_POINTS + 5


def test_hostile_words_stay_in_their_line() -> None:
    report = replace(MERIDIAN, headline="Talks\r\nBcc: a@b\x00", source="Wire\n\nDear", wire_id="{0}\r\nX: y")
    found = letter(conflict(1, NAME, approve="Orban Velt"), report=report)
    assert found is not None
    assert found.subject == "Query: Talks Bcc: a@b[U+0000] ({0} X: y, 19 September 2023)"
    assert found.body.split("\n\n")[:2] == [
        "To the desk of Wire Dear",
        "Your report “Talks Bcc: a@b[U+0000]” ({0} X: y, 19 September 2023) leaves us with a question:",
    ]

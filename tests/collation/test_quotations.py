"""Quotations of one remark that differ, and those that only look as if they did."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.collation import quote_wording
from factcheck.collation.collate import collate
from factcheck.collation.event import Event
from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse_text
from factcheck.types import ConflictKind, ExtractedArticle, Level
from tests.collation.reports import report

MAYOR, CLERK = "Orla Brandt", "Nils Haug"
FRAMES = (
    "Mayor {speaker} visited the flooded harbour of Tessel on Monday after the dam broke. {quote} {speaker} said.",
    "TESSEL, Monday: {quote} {speaker}, the mayor, told people in the harbour, hours after the dam gave way.",
    "The broken dam left the harbour of Tessel under water on Monday. {speaker}, its mayor, promised: {quote}",
    "{speaker} told reporters in Tessel, where a dam burst on Monday and the harbour is flooded, {quote}",
    "On Monday a flood came down on Tessel and its harbour. {quote} said {speaker}, the mayor, at the dam.",
)


def flood(name: str, words: str, speaker: str = MAYOR, frame: int | None = None, **more: Any) -> ExtractedArticle:
    """A report of the flood with one quotation, in its own words unless ``frame`` says whose."""
    number = int(name[0]) if frame is None else frame
    text = FRAMES[number % len(FRAMES)].format(speaker=speaker, quote=f"“{words},”")
    return report(name, text, speaker=speaker, people=(speaker,), **more)


def found(*articles: ExtractedArticle) -> list[tuple[str, str, str | None, set[str]]]:
    """Kind, level, suggestion and readings of every conflict about quotations."""
    kinds = {ConflictKind.QUOTE_WORDING, ConflictKind.REAL_WORD, ConflictKind.TRANSLATION}
    return [
        (draft.kind.value, draft.level.value, draft.suggested, {reading.text for reading in draft.readings})
        for draft in collate(articles).conflicts
        if draft.kind in kinds
    ]


LONG = "We will rebuild every house along the southern bank before the winter storms arrive"

NOT = "There is a bed tonight for all those who left, and none for those who did not"
NATIONAL = ("neighbouring", "neighboring")
NEVER = "Never will we rebuild houses for the families who lost them"


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param(
            [LONG, LONG.replace("house", "hose")],
            [("real-word", "error", "house", {"house", "hose"})],
            id="a slip, by what is common in English",
        ),
        pytest.param(
            [LONG.replace("rebuild", "repaint"), LONG, LONG],
            [("quote-wording", "error", "rebuild", {"rebuild", "repaint"})],
            id="another word, by two independent reports",
        ),
        pytest.param(
            [LONG, LONG.replace("southern bank", "southern river bank")],
            [("quote-wording", "discrepancy", None, {"southern bank", "southern river bank"})],
            id="a word added, one against one",
        ),
        pytest.param(
            [LONG, LONG, LONG.replace("southern bank", "southern river bank")],
            [("quote-wording", "error", "southern bank", {"southern bank", "southern river bank"})],
            id="a word added, one against two",
        ),
        pytest.param(
            [LONG, LONG.replace("will", "will not")],
            [("quote-wording", "error", None, {"We will rebuild", "We will not rebuild"})],
            id="a negation",
        ),
        pytest.param(
            [NOT.removesuffix(" not"), NOT],
            [("quote-wording", "error", None, {"who did", "who did not"})],
            id="a negation lost at the end",
        ),
        pytest.param(
            [NEVER.removeprefix("Never "), NEVER],
            [("quote-wording", "error", None, {"will we", "Never will we"})],
            id="a negation lost at the beginning",
        ),
        pytest.param([LONG + " or not", LONG], [], id="or not"),
        pytest.param(["No, " + LONG, LONG], [], id="an answer before it"),
        pytest.param([LONG, LONG + " without fail again"], [], id="a longer end"),
        pytest.param(
            [LONG, LONG, LONG.replace("before", "after")],
            [("quote-wording", "discrepancy", "before", {"before", "after"})],
            id="a small word, one against two",
        ),
        pytest.param(
            [LONG, LONG, LONG.replace("We will rebuild", "We rebuild")],
            [("quote-wording", "discrepancy", "will rebuild", {"will rebuild", "rebuild"})],
            id="a small word lost, one against two",
        ),
        pytest.param(
            [LONG, LONG.replace("before", "after")],
            [("quote-wording", "style", None, {"before", "after"})],
            id="a small word, one against one",
        ),
        pytest.param([LONG, LONG, LONG.replace("the winter", "winter")], [], id="an article"),
        pytest.param(
            [LONG, LONG, LONG.replace("the southern", "our southern")],
            [("quote-wording", "discrepancy", "the", {"the", "our"})],
            id="a possessive, one against two",
        ),
        pytest.param([LONG.replace("southern", word) for word in NATIONAL], [], id="national spelling"),
        pytest.param([LONG, "every house along the southern bank"], [], id="a correct part"),
        pytest.param([LONG, LONG.replace("We will", "We'll").upper().capitalize()], [], id="a contraction"),
        pytest.param([LONG, "We will rebuild every house … before the winter storms arrive"], [], id="an ellipsis"),
        pytest.param([LONG, LONG.replace("house", "[damaged] house")], [], id="brackets"),
        pytest.param([LONG, "The harbour stays closed until the engineers have looked at the gates"], [], id="another"),
        pytest.param([LONG, "southern"], [], id="a single word"),
    ],
)
def test_differences(readings: list[str], expected: list[object]) -> None:
    assert found(*(flood(f"{n}.txt", words) for n, words in enumerate(readings))) == expected


ENTRY = "We will keep the lines of communication with the upper valley open all night"
ALONE = "the lines of communication with the upper valley"
PLAIN = "You know I am not going to talk about this with you now"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            flood("1.txt", ENTRY, speaker=""),
            flood("2.txt", ALONE.replace("lines", "lanes"), speaker=""),
            [("real-word", "error", "lines", {"lines", "lanes"})],
            id="beside the first word of a part",
        ),
        pytest.param(
            flood("1.txt", ENTRY),
            flood("2.txt", "We will clear the lines of communication with the upper valley", speaker=CLERK),
            [("quote-wording", "discrepancy", None, {"keep", "clear"})],
            id="given to another speaker",
        ),
        pytest.param(
            flood("1.txt", PLAIN),
            flood("2.txt", PLAIN.replace("talk", "task")),
            [("real-word", "error", "talk", {"talk", "task"})],
            id="plain words, many in a row",
        ),
        pytest.param(
            flood("1.txt", f"{LONG}. {ENTRY}. The dam held, and nobody who lives on the hill was ever in danger"),
            flood("2.txt", "keep the lanes of communication"),
            [("real-word", "error", "lines", {"lines", "lanes"})],
            id="a few words of a long quotation",
        ),
        pytest.param(
            flood("1.txt", "understand what the clerk did"),
            flood("2.txt", "We ask her to better understand decisions the clerk made last year about the dam"),
            [],
            id="a few words, not in a row",
        ),
        pytest.param(
            flood("1.txt", "I do not know what to do about it now"),
            flood("2.txt", "I do not know what to say about it now", speaker=CLERK),
            [],
            id="plain words of two speakers who say nearly the same",
        ),
        pytest.param(
            flood("1.txt", "He stole 700 houses from Thornleigh to fund Ravensby", speaker=""),
            flood("2.txt", "The clerk has cut 716 houses from Thornleigh. Why? To pay for Ravensby", frame=3),
            [],
            id="one charge, by two who are not named",
        ),
        pytest.param(
            flood("1.txt", "whoever, directly or by others, keeps a boat without a licence in the valley"),
            flood("2.txt", "who, directly or by others, keeps a boat without a licence in the valley"),
            [("quote-wording", "style", None, {"who", "whoever"})],
            id="where the marks begin",
        ),
    ],
)
def test_one_remark(one: ExtractedArticle, other: ExtractedArticle, expected: list[object]) -> None:
    assert found(one, other) == expected


def test_a_rendering_of_foreign_words_is_no_error() -> None:
    one = flood("1.txt", "Our town faces a lot of loss and grief tonight", translated=True)
    other = flood("2.txt", "Our town faces countless loss and grief tonight", translated=True)
    assert found(one, other) == [("translation", "discrepancy", None, {"a lot of", "countless"})]


def test_copies_count_once() -> None:
    copies = [flood("1.txt", LONG, frame=0), flood("2.txt", LONG, frame=0)]
    other = flood("3.txt", LONG.replace("rebuild", "repaint"))
    assert found(*copies, other) == [("quote-wording", "discrepancy", None, {"rebuild", "repaint"})]


def test_one_card_a_point_with_every_witness() -> None:
    articles = [
        flood(f"{n}.txt", LONG.replace("winter", word)) for n, word in enumerate(["winter", "autumn", "spring"])
    ]
    (draft,) = (d for d in collate(articles).conflicts if d.kind is ConflictKind.QUOTE_WORDING)
    assert {r.text: len(r.witnesses) for r in draft.readings} == {"winter": 1, "autumn": 1, "spring": 1}
    assert draft.level is Level.DISCREPANCY


def test_a_reading_fits_in_the_place_of_every_other() -> None:
    longer = LONG.replace("southern bank", "southern river bank")
    articles = [flood("1.txt", LONG, frame=0), flood("2.txt", longer, frame=0)]
    texts = {article.name: article.copy.text for article in articles}
    (draft,) = (d for d in collate(articles).conflicts if d.kind is ConflictKind.QUOTE_WORDING)
    first, second = draft.readings
    (witness,) = second.witnesses
    text = texts[witness.article]
    assert text[: witness.start] + first.text + text[witness.end :] == texts[first.witnesses[0].article]


POOL = [LONG, LONG.replace("house", "hose"), LONG.replace("winter", "autumn"), LONG.replace("will", "will not")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_never_matters(words: list[str], random: Random) -> None:
    articles = [flood(f"{n}.txt", text) for n, text in enumerate(words)]
    shuffled = random.sample(articles, len(articles))
    assert collate(shuffled) == collate(articles)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=4), st.sampled_from(POOL))
def test_keys_stay_when_another_report_joins(words: list[str], another: str) -> None:
    articles = [flood(f"{n}.txt", text) for n, text in enumerate(words)]
    before = {draft.key for draft in collate(articles).conflicts}
    after = {draft.key for draft in collate([*articles, flood("4.txt", another)]).conflicts}
    assert before <= after


COPY = "The swollen river carried {} boats, trees and the roof of the old mill past the harbour on Monday morning."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("several", "several", []),
        ("wooden", "modern", []),
        ("house", "hose", [("real-word", "error", "house", {"house", "hose"})]),
        ("labour", "labor", []),
    ],
)
def test_slips_in_copied_sentences(one: str, other: str, expected: list[object]) -> None:
    articles = [report(f"{n}.txt", COPY.format(word), "More text.") for n, word in enumerate((one, other))]
    assert found(*articles) == expected


def test_a_negation_outside_the_marks_is_not_lost() -> None:
    one = report("1.txt", "Mayor Orla Brandt of Tessel said on Monday that it was not “a defeat for the flooded town”.")
    other = report("2.txt", "“Not a defeat for the flooded town,” Mayor Orla Brandt said in Tessel on Monday.")
    assert found(one, other) == []


HELP, FAIL = (
    "We will send boats and food to help the people {}",
    "Two councils and one engineer have failed the people {}",
)


def test_a_last_word_in_dispute_is_told_from_another_speaker_s() -> None:
    articles = [
        report(
            f"{n}.txt",
            f"The dam at Tessel broke on Monday and flooded the harbour. “{HELP.format(word)},” {MAYOR} said.",
            f"Ines Falk, a baker by the harbour, was angry. “{FAIL.format(other)},” Falk said.",
            speakers={"We": MAYOR, "Two": "Ines Falk"},
            people=(MAYOR, "Ines Falk"),
        )
        for n, (word, other) in enumerate([("today", "twice"), ("immediately", "shamelessly")])
    ]
    assert sorted(sorted(texts) for *_, texts in found(*articles)) == [
        ["immediately", "today"],
        ["shamelessly", "twice"],
    ]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mayor: “Build Every House Along The Bank”", []),
        (
            "Mayor: “We will not rebuild every house along the southern bank”",
            [{"We will rebuild", "We will not rebuild"}],
        ),
    ],
    ids=["shortened", "denied"],
)
def test_a_headline_may_shorten_what_it_quotes(headline: str, expected: list[set[str]]) -> None:
    one = flood("1.txt", LONG)
    copy = parse_text(f"{headline}\n\nThe dam at Tessel broke on Monday, and {MAYOR} spoke of it.", name="2.txt")
    other = extract(copy, load())
    quotes = [replace(c, subject=MAYOR, speaker=one.claims[0].speaker) for c in other.claims if c.quoted]
    told = Event(0, (one, replace(other, claims=tuple(quotes))))
    assert [{reading.text for reading in draft.readings} for draft in quote_wording.compare(told)] == expected


def test_a_headline_hides_no_difference_of_two_bodies() -> None:
    one, two = flood("1.txt", LONG), flood("2.txt", LONG.replace("rebuild", "repaint"))
    copy = parse_text(f"Mayor: “Build Every House Along The Bank”\n\nThe dam broke, and {MAYOR} spoke.", name="3.txt")
    read = extract(copy, load())
    quotes = [replace(c, subject=MAYOR, speaker=one.claims[0].speaker) for c in read.claims if c.quoted]
    told = Event(0, (one, two, replace(read, claims=tuple(quotes))))
    (draft,) = quote_wording.compare(told)
    assert {reading.text for reading in draft.readings} == {"We will rebuild", "We will repaint"}

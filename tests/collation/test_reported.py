"""Speakers, settings and hedges: found where reports exclude each other, silent where they only differ."""

import pytest

from factcheck.collation import attribution, hedging, setting
from factcheck.collation.event import Event
from factcheck.types import ConflictDraft, ExtractedArticle
from tests.collation import copies
from tests.collation.reports import report

WORDS = "“We will not leave this dock until every worker is accounted for,”"
FIRE, MAYOR = "Tomas Breck", "Fiona Kerrigan"


def said(name: str, text: str, speaker: str = FIRE, **more: object) -> ExtractedArticle:
    return report(name, *text.split("|"), speaker=speaker, people=(FIRE, MAYOR), **more)


def shown(drafts: list[ConflictDraft]) -> list[tuple[str, str | None, set[str]]]:
    return [(draft.level.value, draft.suggested, {reading.text for reading in draft.readings}) for draft in drafts]


def event(*articles: ExtractedArticle) -> Event:
    return Event(0, articles, {article.name: number for number, article in enumerate(articles)})


BRECK = "The dock burned all night. {} Tomas Breck said."
KERRIGAN = "Flames ate the roof. {} Fiona Kerrigan said."


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([("1", BRECK, FIRE), ("2", KERRIGAN, MAYOR)], [("discrepancy", None, {FIRE, MAYOR})]),
        ([("1", BRECK, FIRE), ("2", BRECK, FIRE), ("3", KERRIGAN, MAYOR)], [("error", FIRE, {FIRE, MAYOR})]),
        ([("1", BRECK, FIRE), ("2", BRECK, FIRE)], []),
        ([("1", BRECK, FIRE), ("2", BRECK, "")], []),
    ],
    ids=["one against one", "two against one", "agreed", "nobody named"],
)
def test_speakers(articles: list[tuple[str, str, str]], expected: list[object]) -> None:
    read = [said(name, text.format(WORDS), speaker) for name, text, speaker in articles]
    assert shown(list(attribution.compare(event(*read)))) == expected


LETTER = "The dock burned all night. {} said the city believed that {}"
SWIPE = (
    "{} took a swipe at {}, calling the inquiry “slow from the start and careless with the money of every worker here.”"
)
CARELESS = "“The inquiry was slow from the start and careless with the money of every worker here,” {} said."
DENIAL = "The dock burned all night. {} “left the workers of this dock alone with the flames for an hour.”"
KNOWN = "The fire chief, Tomas Breck, met the mayor, Fiona Kerrigan, at the dock on Sunday.\n\n"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            LETTER.format("Breck", WORDS.replace(",”", ".”")),
            LETTER.format("Kerrigan", WORDS.replace(",”", ".”")),
            ["Breck | Kerrigan"],
        ),
        (SWIPE.format("Breck", "Fiona Kerrigan"), CARELESS.format("Breck"), []),
        (DENIAL.format("Kerrigan denied that she"), DENIAL.format("Breck said the mayor"), []),
    ],
    ids=["a clause of a sentence", "a participle that hangs from the first name", "a denial"],
)
def test_speakers_of_a_part(one: str, other: str, expected: list[str]) -> None:
    read = copies.event(KNOWN + one, f"At the dock:\n\n{KNOWN}{other}")
    assert [words for _, words, _ in copies.told(list(attribution.compare(read)))] == expected


DUTY = "“We will not leave this dock until every worker is accounted for,” {} “That is “our duty” to the town.”\n"
SHOWN = f"The words {WORDS.replace(',', '')} are given to “Breck” or “Kerrigan”."


def test_the_words_shown_are_the_speakers_alone() -> None:
    one = "The mayor of Tessel, Fiona Kerrigan, and the fire chief, Tomas Breck, came to the dock.\n\n"
    two = "The fire chief of Tessel, Tomas Breck, met the mayor, Fiona Kerrigan, at the burning dock.\n\n"
    read = copies.event(one + DUTY.format("Kerrigan said."), two + DUTY.format("said Breck."))
    assert [draft.summary for draft in attribution.compare(read)] == [SHOWN]


OPENING = f"At the start of their talks, the fire chief spoke. {WORDS} he said."
PRESS = f"The fire chief gave a news conference on Sunday.|{WORDS} he said."
ALONE = f"The fire chief spoke in an interview on Sunday.|{WORDS} he said."
PHONED = f"The fire chief spoke in a telephone interview on Sunday.|{WORDS} he said."
SEATED = f"{WORDS} the fire chief said as the two sides sat down."
SEEN = f"{WORDS} the fire chief said as they sat down for an interview."
PLAIN = f"The fire chief spoke on Sunday in a hall by the port.|{WORDS} he said."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([OPENING, PRESS], [("discrepancy", None, {"At the start of their talks", "news conference"})]),
        (
            [OPENING, OPENING, PRESS],
            [("discrepancy", "At the start of their talks", {"At the start of their talks", "news conference"})],
        ),
        ([OPENING, PLAIN], []),
        ([PRESS, PRESS], []),
        ([ALONE, PHONED], []),
        ([PRESS, PHONED], [("discrepancy", None, {"news conference", "telephone interview"})]),
        ([PRESS, ALONE], [("discrepancy", None, {"news conference", "in an interview"})]),
        ([PRESS, SEATED], [("discrepancy", None, {"news conference", "as the two sides sat down"})]),
        ([OPENING, SEATED], []),
        ([OPENING, SEEN], []),
    ],
    ids=[
        "one against one",
        "two against one",
        "not told",
        "agreed",
        "an interview by telephone",
        "a telephone",
        "an interview",
        "a meeting begins",
        "two names of one",
        "not a meeting",
    ],
)
def test_settings(texts: list[str], expected: list[object]) -> None:
    read = [said(str(number), text) for number, text in enumerate(texts)]
    assert shown(list(setting.compare(event(*read)))) == expected


MORE = "“The cranes were checked in the spring and nobody found a crack in any of them,” he said."


def test_two_remarks_of_a_story_are_two_cards() -> None:
    """Unless both reports tell them in one breath: then an editor asks once where the speaker stood."""
    apart = [said("1", f"{OPENING}|At the start of the talks he spoke again. {MORE}"), said("2", f"{PRESS}|{MORE}")]
    breath = [said("1", f"{OPENING}|{MORE}"), said("2", f"{PRESS}|{MORE}")]
    one, other = ([draft.key for draft in setting.compare(event(*articles))] for articles in (apart, breath))
    assert (len(set(one)), len(other)) == (2, 1)


def test_a_setting_keeps_its_key_when_a_part_joins() -> None:
    part = OPENING.replace("We will not leave this dock until every worker", "every worker")
    two = [said("1", OPENING), said("2", PRESS)]
    before, after = ({draft.key for draft in setting.compare(event(*read))} for read in (two, [*two, said("3", part)]))
    assert before == after


SUSPECTED = "Ties soured after the suspected cutting of an undersea cable by a trawler."
ALLEGED = "The row began with the alleged cutting of an undersea cable in November."
STATED = "They have not spoken since the cutting of an undersea cable left towns without power."
CHARGED = "Fishermen accused the dockers of hurling burning planks at them on Sunday."
HURLED = "The ferry was late when the dockers hurled burning planks into the harbour."
DOING = "The keeper reportedly left the lighthouse key with a cousin."
DONE = "Before the storm he left the lighthouse key with a neighbour."
CAREFUL = "Police said the cutting of an undersea cable was the work of a trawler."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [SUSPECTED, ALLEGED, STATED],
            [
                (
                    "discrepancy",
                    "suspected cutting of an undersea cable",
                    {
                        "suspected cutting of an undersea cable",
                        "alleged cutting of an undersea cable",
                        "cutting of an undersea cable",
                    },
                )
            ],
        ),
        (
            [SUSPECTED, STATED],
            [("discrepancy", None, {"suspected cutting of an undersea cable", "cutting of an undersea cable"})],
        ),
        (
            [CHARGED, HURLED],
            [("discrepancy", None, {"accused the dockers of hurling burning", "dockers hurled burning"})],
        ),
        ([DOING, DONE], [("discrepancy", None, {"reportedly left the lighthouse key", "left the lighthouse key"})]),
        (["The club was accused of hurling money at keepers.", HURLED], []),
        ([SUSPECTED, CAREFUL], []),
        ([SUSPECTED, ALLEGED], []),
        ([SUSPECTED, "The trawler left the harbour before the cable broke."], []),
    ],
    ids=[
        "two against one",
        "one against one",
        "a charge",
        "what is done",
        "another charge",
        "another reserve",
        "agreed",
        "another thing",
    ],
)
def test_hedges(texts: list[str], expected: list[object]) -> None:
    read = [said(str(number), text) for number, text in enumerate(texts)]
    assert shown(list(hedging.compare(event(*read)))) == expected

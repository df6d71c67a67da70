"""An old quotation that a report tells as new, and all the ways in which it is no such thing."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.collation.age import REACH
from factcheck.collation.archive import Earlier
from factcheck.collation.collate import collate
from factcheck.types import ClaimDraft, ClaimKind, ConflictDraft, ConflictKind, ExtractedArticle
from tests.collation.remembered import Remembered
from tests.collation.reports import report
from tests.collation.test_quotations import LONG, MAYOR, flood

FILED = date(2023, 9, 19)
JUNE = date(2023, 6, 3)
BEFORE = Earlier(7, JUNE, "Northgate Wire", "Mayor walks the quay", f"{LONG},", frozenset({"orla", "brandt"}))
LEAD = "The dam of Tessel broke on Monday and left the harbour under water."
PLAIN = "I know that many people here think the country needs more good work and more time than we have"
NAMES = "The Zorvik and the Quenlar and the Brimtol and the Wexdal were all of them there"
QUOTE = f"“{LONG},” {MAYOR} told people at the quay."


def old(*articles: ExtractedArticle, archive: Remembered) -> list[ConflictDraft]:
    return [draft for draft in collate(articles, archive).conflicts if draft.kind is ConflictKind.PROVENANCE]


def told(*paragraphs: str, filed_on: date | None = FILED, speaker: str = MAYOR) -> ExtractedArticle:
    return report("1.txt", LEAD, *paragraphs, speaker=speaker, people=(MAYOR,), filed_on=filed_on)


def again(*days: date, **changes: object) -> list[Earlier]:
    """The quotation in other stories, one a day."""
    return [replace(BEFORE, story=7 + n, filed_on=day, **changes) for n, day in enumerate(days)]  # type: ignore[arg-type]


def test_the_card_tells_when_and_where_the_words_stood_before() -> None:
    (draft,) = old(told(QUOTE), archive=Remembered([BEFORE]))
    (reading,) = draft.readings
    assert (draft.level, draft.score, draft.suggested) == ("discrepancy", 0.7225, None)
    assert draft.summary == (
        f"The words “{LONG}” are told as new, but Northgate Wire had them on 3 June 2023, in “Mayor walks the quay”."
    )
    assert draft.reason == "Both reports name the same speaker."
    assert [(w.article, w.text) for w in reading.witnesses] == [("1.txt", f"{LONG},")]


@pytest.mark.parametrize(
    ("earlier", "score"),
    [
        pytest.param(BEFORE, 0.7225, id="the same words"),
        pytest.param(replace(BEFORE, words=LONG.replace("winter", "autumn")), 0.7225, id="another word"),
        pytest.param(replace(BEFORE, words=f"{LONG}\nand not a day later"), 0.7225, id="a longer quotation"),
        pytest.param(replace(BEFORE, speaker=frozenset({"brandt"})), 0.7225, id="the family name alone"),
        pytest.param(replace(BEFORE, speaker=frozenset()), 0.5525, id="no speaker"),
        pytest.param(replace(BEFORE, filed_on=FILED - timedelta(days=14)), 0.7225, id="two weeks before"),
        pytest.param(replace(BEFORE, headline=" ", source=""), 0.7225, id="neither headline nor agency"),
    ],
)
def test_words_that_stood_before_are_shown(earlier: Earlier, score: float) -> None:
    reason = "Both reports name the same speaker." if earlier.speaker else "The speaker is not named in both reports."
    assert [(d.score, d.reason) for d in old(told(QUOTE), archive=Remembered([earlier]))] == [(score, reason)]


@pytest.mark.parametrize(
    "earlier",
    [
        pytest.param([], id="nothing was said before"),
        pytest.param(again(FILED - timedelta(days=13)), id="less than two weeks before"),
        pytest.param(again(FILED + timedelta(days=30)), id="said later"),
        pytest.param(again(JUNE, speaker=frozenset({"haug"})), id="another speaker"),
        pytest.param(again(JUNE, words="We will rebuild every house before the winter"), id="too few words"),
        pytest.param(again(JUNE, words=f"{LONG[:60]} and give each family a garden by the sea"), id="half of it"),
        pytest.param(
            again(JUNE, words=LONG.replace("southern bank", "old and crooked southern granite bank")), id="words put in"
        ),
        pytest.param(
            again(JUNE, words=LONG.replace("house", "road").replace("winter", "tax").replace("storms", "men")),
            id="three other words",
        ),
        pytest.param(again(JUNE, JUNE - timedelta(days=40), date(2022, 1, 9)), id="a standing phrase"),
    ],
)
def test_what_the_archive_has_may_say_nothing(earlier: list[Earlier]) -> None:
    assert old(told(QUOTE), archive=Remembered(earlier)) == []


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        pytest.param(PLAIN, PLAIN, id="words that everybody uses"),
        pytest.param(NAMES, NAMES, id="four words and what holds them together"),
        pytest.param(f"{LONG}, {NAMES}", f"{LONG}, {PLAIN}", id="a sentence in two long remarks"),
    ],
)
def test_what_two_may_say_by_chance_is_not_shown(words: str, earlier: str) -> None:
    article = told(f"“{words},” {MAYOR} told people at the quay.")
    assert old(article, archive=Remembered([replace(BEFORE, words=earlier)])) == []


@pytest.mark.parametrize(
    "days",
    [(JUNE, date(2022, 1, 9)), (JUNE, JUNE, JUNE)],
    ids=["two stories", "three stories of one day"],
)
def test_words_of_few_stories_or_one_day_are_no_standing_phrase(days: tuple[date, ...]) -> None:
    (draft,) = old(told(QUOTE), archive=Remembered(again(*days)))
    assert f"had them on {min(days).day} {min(days):%B %Y}" in draft.summary


@pytest.mark.parametrize(
    "paragraph",
    [
        f"“{LONG},” {MAYOR} said earlier.",
        f"{MAYOR} previously promised: “{LONG}.”",
        f"“{LONG},” {MAYOR} said last month.",
        f"“{LONG},” {MAYOR} said in June.",
        f"“{LONG},” {MAYOR} said at the time.",
        f"{MAYOR} has said: “{LONG}.”",
        f"{MAYOR} had also told reporters: “{LONG}.”",
        f"“{LONG},” {MAYOR}, then a councillor, said.",
        f"{MAYOR} once said: “{LONG}.”",
        f"{MAYOR} repeated: “{LONG}.”",
        f"{MAYOR} reiterated that “{LONG}.”",
        f"“{LONG},” {MAYOR} said in 2021.",
        f"{MAYOR} spoke two years ago. “{LONG},” she told people at the quay.",
        f"“{LONG},” {MAYOR} told people at the quay. She repeated it on Monday.",
    ],
)
def test_a_report_that_says_that_the_words_are_old_is_right(paragraph: str) -> None:
    assert old(told(paragraph), archive=Remembered([BEFORE])) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"{MAYOR} spoke two years ago.", QUOTE),
        (QUOTE, "She repeated it on Monday."),
        (f"{MAYOR} spoke in June. The sun shone. The quay was full. {QUOTE}",),
    ],
    ids=["the sentence before", "the sentence after", "the same paragraph"],
)
def test_the_age_may_be_told_beside_the_words(paragraphs: tuple[str, ...]) -> None:
    assert old(told(*paragraphs), archive=Remembered([BEFORE])) == []


def test_the_far_end_of_an_endless_paragraph_is_not_read() -> None:
    endless = f"The quay was built in 1921. {'It is long. ' * (REACH // 10)}{QUOTE}"
    assert len(old(told(endless), archive=Remembered([BEFORE]))) == 1


@pytest.mark.parametrize(
    ("timex", "shown"),
    [
        ("2023-06-03", 0),
        ("2023-06-03T10:00", 0),
        ("2023-09-11", 0),
        ("2023-09-12", 1),
        ("2023-09-18", 1),
        ("2023-08", 0),
        ("2023-09", 1),
        ("2023-W36", 0),
        ("2023-W38", 1),
        ("2022", 0),
        ("2023", 1),
        ("2023-SP", 0),
        ("PAST_REF", 0),
        ("FUTURE_REF", 1),
        ("XXXX-WXX-1", 1),
        ("P2D", 1),
    ],
)
def test_a_day_well_before_filing_says_that_the_words_are_old(timex: str, shown: int) -> None:
    article = told(f"{MAYOR} spoke on Founders’ Day. {QUOTE}")
    at = article.copy.text.index("Founders")
    day = ClaimDraft(ClaimKind.DATE, at, at + 13, "Founders’ Day", value={"timex": timex, "type": "DATE"})
    assert len(old(replace(article, claims=(day, *article.claims)), archive=Remembered([BEFORE]))) == shown


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(told(QUOTE, filed_on=None), id="nobody knows when it was filed"),
        pytest.param(told(f"“{LONG[:46]},” {MAYOR} said."), id="a few words of it"),
    ],
)
def test_an_article_may_have_nothing_to_look_up(article: ExtractedArticle) -> None:
    assert old(article, archive=Remembered([BEFORE])) == []


def test_a_document_does_not_age() -> None:
    article = told(QUOTE)
    claims = [
        replace(claim, speaker=replace(claim.speaker, evidence="document")) if claim.speaker else claim
        for claim in article.claims
    ]
    assert old(replace(article, claims=tuple(claims)), archive=Remembered([BEFORE])) == []


def test_what_stands_far_from_the_words_does_not_tell_their_age() -> None:
    far = "The quay was built in 1921."
    assert len(old(told(far, "It is long.", QUOTE, "It is wide.", far), archive=Remembered([BEFORE]))) == 1


def test_words_between_the_marks_do_not_tell_their_own_age() -> None:
    quote = f"“{LONG}, as we did in June, once again”"
    earlier = replace(BEFORE, words=f"{LONG}, as we did in June, once again")
    assert len(old(told(f"{quote} {MAYOR} told people."), archive=Remembered([earlier]))) == 1


def test_a_day_between_the_marks_does_not_tell_the_age_of_the_words() -> None:
    article = told(QUOTE)
    at = article.copy.text.index("the winter")
    day = ClaimDraft(ClaimKind.DATE, at, at + 10, "the winter", value={"timex": "2022-WI", "type": "DATE"})
    assert len(old(replace(article, claims=(day, *article.claims)), archive=Remembered([BEFORE]))) == 1


def test_reports_of_the_same_words_share_one_card_whose_key_stays() -> None:
    reports = [flood(f"{n}.txt", LONG, filed_on=FILED) for n in range(3)]
    (alone,) = old(reports[0], archive=Remembered([BEFORE]))
    (shared,) = old(*reports, archive=Remembered(again(JUNE, date(2021, 2, 2))))
    assert alone.key == shared.key
    assert {w.article for r in shared.readings for w in r.witnesses} == {"0.txt", "1.txt", "2.txt"}


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.sampled_from([LONG, LONG.replace("house", "hose"), "Not now"]), min_size=1, max_size=4),
    st.lists(st.sampled_from(again(JUNE, date(2022, 1, 9), FILED)), max_size=3),
    st.randoms(use_true_random=False),
)
def test_the_order_of_articles_does_not_matter(said: list[str], held: list[Earlier], random: Random) -> None:
    articles = [flood(f"{n}.txt", words, filed_on=FILED) for n, words in enumerate(said)]
    archive = Remembered(held)
    found = collate(articles, archive)
    assert collate(random.sample(articles, len(articles)), archive) == found

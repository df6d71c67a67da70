"""The notice of a report's corrections in the dialect of its agency."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.dialects import MEANING, NO_MEANING
from factcheck.digest.material import MaterialArticle, MaterialConflict
from factcheck.digest.notices import AgencyNotices, Notice, notices
from factcheck.types import Verdict
from tests.digest.materials import article, conflict, material

TEXT = "Talks held\nMinister Orban Felt met the envoy.\nFelt left teh hall.\nIt said 41 died. Orban Velt wept."
MERIDIAN = article(1, "Meridian Press", TEXT, source_slug="meridian-press")
NORTHGATE = article(2, "Northgate Wire", "Envoy in port\nThe envoy met Orban Velt. It said 14 died.")
OTHERS = (NORTHGATE, article(3, "Coastal News", "Velt meets envoy\nIt rained. Orban Velt met the envoy."))

NAME = conflict(1, {"Orban Felt": [MERIDIAN], "Orban Velt": OTHERS}, approve="Orban Velt")
TYPO = conflict(2, {"teh": [MERIDIAN]}, replace="the", suggested="the", kind="spelling")
FIGURE = conflict(3, {"41": [MERIDIAN], "14": [NORTHGATE]}, approve="14", kind="figure")
BOTH = (
    "{0} 1 to {1} “Orban Velt” instead of “Orban Felt”; {0} 2 to {1} “the” instead of “teh”;"
    " {0} 3 to {1} “14” instead of “41”"
)


def of(slug: str, **fields: Any) -> MaterialArticle:
    """The report with the slips, filed by another agency."""
    names = {"ap": "AP", "reuters": "Reuters", "dpa": "dpa"}
    return replace(MERIDIAN, source=names.get(slug, "Meridian Press"), source_slug=slug, **fields)


def told(report: MaterialArticle, *conflicts: MaterialConflict) -> Notice:
    """The notice on one report."""
    found = {agency.slug: agency for agency in notices(material([report, *OTHERS], *conflicts), "Ada")}
    made = found[report.source_slug].reports[0].notice
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("report", "form", "expected"),
    [
        (of("ap"), "Editor’s note", f"Eds: CORRECTION: Corrects {BOTH.format('paragraph', 'read')}."),
        (
            of("ap", filed_on="2023-09-18"),
            "Corrective",
            "Correction: Talks held\n\nIn a story filed Sept. 18, 2023, The Associated Press reported erroneously:"
            " paragraph 1 should read “Orban Velt” instead of “Orban Felt”; paragraph 2 should read “the” instead of"
            " “teh”; paragraph 3 should read “14” instead of “41”.",
        ),
        (of("ap", filed_on=""), "Editor’s note", f"Eds: CORRECTION: Corrects {BOTH.format('paragraph', 'read')}."),
        (
            of("reuters", filed_on="2023-09-18"),
            "CORRECTED",
            f"CORRECTED-Talks held\n\n(Corrects {BOTH.format('paragraph', 'say')})",
        ),
        (of("dpa"), "REFILE", f"REFILE\nTalks held\n\n(Corrects {BOTH.format('paragraph', 'read')})"),
        (
            of("dpa", language="de-DE"),
            "Berichtigung",
            "BERICHTIGUNG\nTalks held\n\n(Berichtigt: Absatz 1: „Orban Velt“ statt „Orban Felt“;"
            " Absatz 2: „the“ statt „teh“; Absatz 3: „14“ statt „41“)",
        ),
        (
            of("meridian-press"),
            "Correction",
            "Correction: Talks held\n\nIn the report by Meridian Press of 19 September 2023:"
            " paragraph 1 should read “Orban Velt” instead of “Orban Felt”; paragraph 2 should read “the” instead of"
            " “teh”; paragraph 3 should read “14” instead of “41”.",
        ),
        (
            of("afp", filed_on=""),
            "Correction",
            "Correction: Talks held\n\nIn the report by Meridian Press:"
            " paragraph 1 should read “Orban Velt” instead of “Orban Felt”; paragraph 2 should read “the” instead of"
            " “teh”; paragraph 3 should read “14” instead of “41”.",
        ),
    ],
)
def test_the_dialects(report: MaterialArticle, form: str, expected: str) -> None:
    found = told(report, NAME, TYPO, FIGURE)
    assert (found.form, found.text) == (form, expected)


REUTERS = of("reuters")
RIGHT_ELSEWHERE = {"Orban Felt": [REUTERS], "Orban Velt": [REUTERS, *OTHERS]}


@pytest.mark.parametrize(
    ("conflicts", "form"),
    [
        ([TYPO], "REFILE"),
        ([conflict(2, {"teh": [REUTERS]}, replace="the", suggested="the", kind="grammar")], "REFILE"),
        ([conflict(2, {"teh": [REUTERS]}, replace="the", suggested="the", kind="foreign-residue")], "REFILE"),
        ([conflict(2, {"hall": [REUTERS]}, replace="hall”", suggested="hall”", kind="quote-marks")], "REFILE"),
        # Words that an editor made up may mean anything.
        ([conflict(2, {"teh": [REUTERS]}, replace="no", suggested="the", kind="spelling")], "CORRECTED"),
        # Other digits are another figure, whatever the kind says.
        ([conflict(2, {"41": [REUTERS]}, replace="14", suggested="14", kind="spelling")], "CORRECTED"),
        ([conflict(2, {"41 died": [REUTERS]}, replace="41 die", suggested="41 die", kind="grammar")], "REFILE"),
        # A name misspelt once among several references, and one that is never right.
        ([conflict(1, RIGHT_ELSEWHERE, approve="Orban Velt")], "REFILE"),
        ([NAME], "CORRECTED"),
        ([conflict(1, RIGHT_ELSEWHERE, approve="Orban Velt", kind="second-reference")], "CORRECTED"),
        ([FIGURE], "CORRECTED"),
        ([conflict(3, {"envoy": [REUTERS]}, replace="convoy", suggested="convoy", kind="real-word")], "CORRECTED"),
        ([conflict(3, {"envoy": [REUTERS]}, replace="convoy", suggested="convoy", kind="quote-wording")], "CORRECTED"),
        # One change of meaning is enough.
        ([TYPO, FIGURE], "CORRECTED"),
    ],
)  # fmt: skip
def test_reuters_says_refile_where_no_meaning_changes(conflicts: list[MaterialConflict], form: str) -> None:
    found = told(REUTERS, *conflicts)
    assert (found.form, found.why) == (form, NO_MEANING if form == "REFILE" else MEANING)


def test_a_refile_says_that_it_corrects() -> None:
    found = told(REUTERS, TYPO)
    assert found.text == ("REFILE-Talks held\n\n(Refiles, correcting paragraph 2 to say “the” instead of “teh”)")


def test_a_name_misspelt_twice_is_no_slip() -> None:
    twice = of("reuters", text=TEXT.replace("It said", "Orban Felt said"))
    first, second = twice.text.index("Orban Felt"), twice.text.rindex("Orban Felt")
    made = conflict(1, {"Orban Felt": [twice], "Orban Velt": [twice, *OTHERS]}, approve="Orban Velt")
    wrong = made.readings[0]
    places = tuple(replace(wrong.witnesses[0], start=at, end=at + len("Orban Felt")) for at in (first, second))
    made = replace(made, readings=(replace(wrong, witnesses=places), *made.readings[1:]))
    found = told(twice, made)
    assert found.text == (
        "CORRECTED-Talks held\n\n(Corrects paragraphs 1 and 3 to say “Orban Velt” instead of “Orban Felt”)"
    )


@pytest.mark.parametrize(
    ("slug", "language", "printed", "value", "expected"),
    [
        ("reuters", "en", "Talks", "Speech", "(Corrects headline to say “Speech” instead of “Talks”)"),
        ("reuters", "en", " wept", "", "(Corrects paragraph 3 to delete “wept”)"),
        ("ap", "en", "Minister ", "", "Eds: CORRECTION: Corrects paragraph 1 to delete “Minister”."),
        ("dpa", "de", "Talks", "Speech", "(Berichtigt: Überschrift: „Speech“ statt „Talks“)"),
        ("dpa", "de", "hall", "", "(Berichtigt: Absatz 2: „hall“ entfällt)"),
        (
            "x",
            "en",
            "hall",
            "",
            "In the report by Meridian Press of 19 September 2023: paragraph 2 should not have “hall”.",
        ),
    ],
)
def test_places_and_words_that_go(slug: str, language: str, printed: str, value: str, expected: str) -> None:
    report = of(slug, language=language)
    found = told(report, conflict(5, {printed: [report]}, replace=value, kind="role"))
    assert found.text.split("\n")[-1] == expected


def test_the_headline_is_the_corrected_one() -> None:
    assert told(REUTERS, conflict(5, {"Talks": [REUTERS]}, replace="Speech")).text.split("\n")[0] == (
        "CORRECTED-Speech held"
    )


def test_words_that_are_put_in() -> None:
    report = of("reuters")
    made = conflict(5, {"met": [report]}, replace="reportedly", kind="hedging")
    reading = made.readings[0]
    at = replace(reading.witnesses[0], end=reading.witnesses[0].start)
    found = told(report, replace(made, readings=(replace(reading, text="", witnesses=(at,)),)))
    assert found.text == "CORRECTED-Talks held\n\n(Corrects paragraph 1 to add “reportedly”)"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("CORRECTED-UPDATE 1-Talks held", "REFILE-UPDATE 1-Talks held"),
        ("REFILE-CORRECTED- Talks held", "REFILE-Talks held"),
        ("CORRECTED ballot is found", "REFILE-CORRECTED ballot is found"),
        ("Talks\r\nBcc: x", "REFILE-Talks Bcc: x"),
        ("T" * 300, f"REFILE-{'T' * 199}…"),
    ],
)
def test_the_first_line(headline: str, expected: str) -> None:
    found = told(of("reuters", headline=headline), TYPO)
    assert (found.text.split("\n")[0], found.letter.subject) == (expected, expected)


def test_copy_without_a_headline_goes_by_its_corrected_first_words() -> None:
    text = "A fire at the\nharbour killed 41 people."
    report = replace(
        REUTERS, headline="A fire at the harbour killed 41 …", text=text, segments=(("body", 0, len(text)),)
    )
    found = told(report, conflict(3, {"41": [report]}, replace="14", suggested="14", kind="figure"))
    assert found.text.split("\n")[0] == "CORRECTED-A fire at the harbour killed 14 …"


def agencies(*reports: MaterialArticle, conflicts: Sequence[MaterialConflict]) -> list[AgencyNotices]:
    return notices(material(reports, *conflicts), "Ada")


def test_one_card_an_agency_and_one_notice_a_report() -> None:
    first = of("reuters", desk_address="desk@reuters.example")
    second = replace(first, pk=4, text=TEXT.replace("Talks", "Speech"), headline="Speech held")
    words = {"teh": [first, second]}
    found = agencies(
        first, second, *OTHERS, conflicts=[conflict(2, words, replace="the", suggested="the", kind="spelling")]
    )
    assert [(agency.slug, agency.name, agency.address) for agency in found] == [
        ("reuters", "Reuters", "desk@reuters.example")
    ]
    assert [(report.article, report.notice.text.split("\n")[0]) for report in found[0].reports if report.notice] == [
        (1, "REFILE-Talks held"),
        (4, "REFILE-Speech held"),
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        conflict(2, {"teh": [REUTERS]}, kind="spelling", level="style", suggested="the"),
        conflict(2, {"teh": [REUTERS]}, approve="teh", kind="spelling", suggested="the"),
        conflict(2, {"teh": [REUTERS]}, verdict=Verdict.DISMISS, kind="spelling", suggested="the"),
    ],
)
def test_nothing_to_say(nothing: MaterialConflict) -> None:
    assert agencies(REUTERS, *OTHERS, conflicts=[nothing]) == []


def test_what_the_digest_leaves_out_gets_no_notice() -> None:
    gone = replace(REUTERS, excluded="The agency canceled it.")
    assert agencies(gone, *OTHERS, conflicts=[TYPO]) == []


WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs", "Cc", "Cf"]), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from(["ap", "reuters", "dpa", "x"]), st.sampled_from("ed"))
def test_a_notice_names_every_change_once(parts: list[str], slug: str, language: str) -> None:
    """Each paragraph has one wrong word; whatever stands around it, the notice has each pair once."""
    body = [f"{' '.join(part.split())} wrong{number}x stands." for number, part in enumerate(parts)]
    report = replace(
        article(1, "Wire", "\n".join(["Head", *body])), source_slug=slug, language="de" if language == "d" else "en"
    )
    made = [
        conflict(number, {f"wrong{number}x": [report]}, replace=f"right{number}x", suggested=f"right{number}x")
        for number in range(len(parts))
    ]
    found = agencies(report, conflicts=made)[0].reports[0].notice
    assert found is not None
    counts: Mapping[str, int] = {
        word: found.text.count(word) for number in range(len(parts)) for word in (f"wrong{number}x", f"right{number}x")
    }
    assert counts == dict.fromkeys(counts, 1)
